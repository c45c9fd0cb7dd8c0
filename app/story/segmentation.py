"""The segmentation of a story into scenes: the entry point of the package."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.story import fdx, fountain, play, prose, timing
from app.story.adaptation import cut_screenplay
from app.story.cast import CharacterDraft
from app.story.completion import complete
from app.story.coverage.story import cover_story
from app.story.draft import SceneDrafter
from app.story.errors import StoryError
from app.story.language import is_understood, name_understood
from app.story.readers import is_parsed
from app.story.scene import MAX_SCENES, SceneDraft, StoryDraft
from app.vocabulary.looks import CharacterLook

__all__ = ["STORY_FORMATS", "check_count", "collect_cast", "complete", "cut", "read_story"]

STORY_FORMATS = ("prose", "fountain", "fdx")


def cut(
    story_text: str, story_format: str = "prose", language: str = "en", duration_sec: float | None = None
) -> list[SceneDraft]:
    """Cut a story into scenes, none of its sentences left out, and plan their time in seconds.

    `story_format` is `prose`, `fountain` or `fdx`. With `duration_sec` narration is condensed to fit, see
    `timing.plan`. The cost is linear in the story's length. Raises `StoryError` for a story that says
    nothing or can't be read; how many scenes a project may have is checked by `check_count`.
    """
    return list(_draft_story(story_text, story_format, language, duration_sec).scenes)


def _draft_story(story_text: str, story_format: str, language: str, duration_sec: float | None) -> StoryDraft:
    aliases: Mapping[str, tuple[str, ...]] = {}
    if not story_text.strip():
        raise StoryError("The story is empty: write at least one sentence.")
    if story_format == "prose" and (talk := play.read(story_text)):
        scenes = cut_screenplay(talk, language)
    elif story_format == "prose":
        drafter = SceneDrafter(prose.read(story_text, language), language)
        scenes, aliases = drafter.draft_scenes(duration_sec), drafter.aliases
    elif story_format in STORY_FORMATS:
        blocks = fountain.read(story_text) if story_format == "fountain" else fdx.read(story_text)
        scenes = cut_screenplay(blocks, language)
    else:
        raise StoryError(f"The story format {story_format!r} is unknown: choose prose, fountain or fdx.")
    planned = timing.plan(cover_story(scenes, language), duration_sec, language)
    return StoryDraft(tuple(planned), collect_cast(planned, aliases))


def read_story(
    story_text: str, story_format: str = "prose", language: str = "en", duration_sec: float | None = None
) -> StoryDraft:
    """Return a story's scenes, as `cut` does, and its cast. Raises `StoryError` as `cut` does.

    In a language that is not among `UNDERSTOOD_LANGUAGES` the first scene has a note that says so.
    """
    story = _draft_story(story_text, story_format, language, duration_sec)
    note = _write_language_note(language)
    if not story.scenes or not note:
        return story
    first, *others = story.scenes
    return replace(story, scenes=(replace(first, notes=(*first.notes, note)), *others))


def collect_cast(
    scenes: Sequence[SceneDraft], aliases: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[CharacterDraft, ...]:
    """Return the characters of scenes, those first who speak and appear most often.

    `aliases` are the other words for them, by their names.
    """
    lines = Counter(line.character for scene in scenes for line in scene.dialogue)
    appearances: Counter[str] = Counter()
    looks: dict[str, CharacterLook] = {}
    for scene in scenes:
        for at, name in enumerate(scene.characters):
            appearances[name] += 1
            look = scene.looks[at] if at < len(scene.looks) else None
            looks.setdefault(name, look or CharacterLook())
    names = sorted(looks, key=lambda name: -(lines[name] + appearances[name]))
    known = aliases or {}
    return tuple(CharacterDraft(name, looks[name], known.get(name, ()), lines[name]) for name in names)


def _write_language_note(language: str) -> str:
    """Return what a writer should know of how the story was understood, "" where it was as well as can be."""
    if language == "en" and not is_parsed():
        return (
            "The parser of English is not installed, so the story was read word by word: install its model "
            "for people, places and lines to be found more surely."
        )
    if is_understood(language):
        return ""
    return (
        f"The story's language ({language}) is spoken but not understood, so people, places and lines may be "
        f"missing: stories are understood in {name_understood()}."
    )


def check_count(scenes: Sequence[SceneDraft]) -> None:
    """Raise `StoryError` when a story has more scenes than a project may have."""
    if len(scenes) > MAX_SCENES:
        raise StoryError(
            f"The story has {len(scenes):,} scenes, and a project may have at most {MAX_SCENES:,}: "
            "split it into several projects."
        )
