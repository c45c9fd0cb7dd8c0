"""The segmentation of a story into scenes: the entry point of the package."""

from collections.abc import Sequence

from app.story import fdx, fountain, prose, timing
from app.story.adaptation import cut_screenplay
from app.story.completion import complete
from app.story.draft import SceneDrafter
from app.story.errors import StoryError
from app.story.scene import MAX_SCENES, SceneDraft

__all__ = ["STORY_FORMATS", "check_count", "complete", "cut"]

STORY_FORMATS = ("prose", "fountain", "fdx")


def cut(
    story_text: str, story_format: str = "prose", language: str = "en", duration_sec: float | None = None
) -> list[SceneDraft]:
    """Cut a story into scenes, none of its sentences left out, and plan their time in seconds.

    `story_format` is `prose`, `fountain` or `fdx`. With `duration_sec` narration is condensed to fit, see
    `timing.plan`. The cost is linear in the story's length. Raises `StoryError` for a story that says
    nothing or can't be read; how many scenes a project may have is checked by `check_count`.
    """
    if not story_text.strip():
        raise StoryError("The story is empty: write at least one sentence.")
    if story_format == "prose":
        scenes = SceneDrafter(prose.read(story_text, language), language).draft_scenes(duration_sec)
    elif story_format in STORY_FORMATS:
        blocks = fountain.read(story_text) if story_format == "fountain" else fdx.read(story_text)
        scenes = cut_screenplay(blocks, language)
    else:
        raise StoryError(f"The story format {story_format!r} is unknown: choose prose, fountain or fdx.")
    return timing.plan(scenes, duration_sec, language)


def check_count(scenes: Sequence[SceneDraft]) -> None:
    """Raise `StoryError` when a story has more scenes than a project may have."""
    if len(scenes) > MAX_SCENES:
        raise StoryError(
            f"The story has {len(scenes):,} scenes, and a project may have at most {MAX_SCENES:,}: "
            "split it into several projects."
        )
