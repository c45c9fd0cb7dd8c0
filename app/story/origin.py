"""The narration and dialogue of a scene before condensing, read from its description again."""

import re

from app.story import fountain, prose
from app.story.draft import draft_single_scene
from app.story.scene import DialogueLine, SceneDraft
from app.story.speech import UNKNOWN_SPEAKER
from app.story.wording import strip_spaces, write_narration

_SLUG = re.compile(r"\s*(?:INT|EXT|EST|I/E)[ ./]")


def restore_narration(scene: SceneDraft) -> str:
    """Return the narration of the whole description, or the scene's own where a writer wrote another."""
    if _is_screenplay(scene):
        whole = " ".join(block.spoken for block in fountain.read(scene.description) if block.spoken)
    else:
        whole = write_narration(scene.description)
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


def _is_screenplay(scene: SceneDraft) -> bool:
    """Tell a screenplay by its slug line, or by cues that stand on lines of their own."""
    if _SLUG.match(scene.description):
        return True
    cues = {line.split("(")[0].strip(" @^") for line in scene.description.split("\n")}
    return any(line.character in cues for line in scene.dialogue)


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
    if _is_screenplay(scene):
        blocks = fountain.read(scene.description)
        return tuple(
            DialogueLine(block.speaker, block.spoken) for block in blocks if block.speaker and block.spoken
        )
    alone = draft_single_scene(scene.description, scene, "en").dialogue
    only = scene.characters[0] if len(scene.characters) == 1 else UNKNOWN_SPEAKER
    return tuple(
        DialogueLine(line.character if line.character in scene.characters else only, line.line)
        for line in alone
    )
