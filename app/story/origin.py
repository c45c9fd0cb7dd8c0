"""The narration and dialogue of a scene before condensing, read from its description again."""

import re

from app.story import fountain, play, prose
from app.story.draft import draft_single_scene
from app.story.scene import DialogueLine, SceneDraft
from app.story.screenplay import Block
from app.story.speech import UNKNOWN_SPEAKER
from app.story.wording import strip_spaces, write_narration

_SLUG = re.compile(r"^[ \t]*(?:INT|EXT|EST|I/E)[ ./]", re.MULTILINE)


def restore_narration(scene: SceneDraft) -> str:
    """Return the narration of the whole description, or the scene's own where a writer wrote another."""
    blocks = _read_blocks(scene)
    spoken = " ".join(block.spoken for block in blocks if block.spoken)
    whole = spoken if blocks else write_narration(scene.description)
    return whole if _is_part_of(scene.narration, whole) else scene.narration


def restore_dialogue(scene: SceneDraft, narration: str) -> tuple[DialogueLine, ...]:
    """Return the dialogue that `narration`, the whole of it, speaks; known lines keep their speakers."""
    if narration == scene.narration:
        return scene.dialogue
    speakers = {line.line: line.character for line in scene.dialogue}
    return tuple(
        DialogueLine(speakers.get(line.line, line.character), line.line)
        for line in _read_dialogue(scene)
        if line.line in narration
    )


def _read_blocks(scene: SceneDraft) -> list[Block]:
    """Read a scene of a screenplay or a play into its blocks; empty for one of prose.

    A screenplay is told by its slug line, or by cues that stand on lines of their own.
    """
    cues = {line.split("(")[0].strip(" @^") for line in scene.description.split("\n")}
    speakers = frozenset(line.character for line in scene.dialogue)
    if _SLUG.search(scene.description) or not cues.isdisjoint(speakers):
        return fountain.read(scene.description)
    return play.read(scene.description, speakers)


def _is_part_of(narration: str, whole: str) -> bool:
    """Return whether `narration` is some of the sentences of `whole`, in order."""
    told, position = strip_spaces(narration), 0
    if told == strip_spaces(whole):
        return True
    for sentence in prose.read(whole).sentences:
        piece = strip_spaces(whole[sentence.start : sentence.end])
        if told.startswith(piece, position):
            position += len(piece)
    return position == len(told)


def _read_dialogue(scene: SceneDraft) -> tuple[DialogueLine, ...]:
    blocks = _read_blocks(scene)
    if blocks:
        return tuple(
            DialogueLine(block.speaker, block.spoken) for block in blocks if block.speaker and block.spoken
        )
    alone = draft_single_scene(scene.description, scene, "en").dialogue
    only = scene.characters[0] if len(scene.characters) == 1 else UNKNOWN_SPEAKER
    return tuple(
        DialogueLine(line.character if line.character in scene.characters else only, line.line)
        for line in alone
    )
