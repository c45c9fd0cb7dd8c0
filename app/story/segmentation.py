"""A story cut into scenes: the department's front door."""

from collections.abc import Mapping
from dataclasses import fields, replace

from app.story import fdx, fountain, prose, timing
from app.story.adaptation import cut_screenplay
from app.story.draft import Drafting, draft_alone
from app.story.errors import StoryError
from app.story.lexicon import lexicon_for
from app.story.scene import SceneDraft

STORY_FORMATS = ("prose", "fountain", "fdx")


def cut(
    story_text: str, story_format: str = "prose", language: str = "en", duration_sec: float | None = None
) -> list[SceneDraft]:
    """Cut a story into scenes, none of its sentences left out, and plan their time in seconds.

    `story_format` is `prose`, `fountain` or `fdx`. With `duration_sec` narration is condensed to fit, see
    `timing.plan`. The cost is linear in the story's length. Raises `StoryError` for a story that says
    nothing or can't be read.
    """
    if not story_text.strip():
        raise StoryError("The story is empty: write at least one sentence.")
    if story_format == "prose":
        scenes = Drafting(prose.read(story_text, language), lexicon_for(language)).scenes(duration_sec)
    elif story_format in STORY_FORMATS:
        blocks = fountain.read(story_text) if story_format == "fountain" else fdx.read(story_text)
        scenes = cut_screenplay(blocks, language)
    else:
        raise StoryError(f"The story format {story_format!r} is unknown: choose prose, fountain or fdx.")
    return timing.plan(scenes, duration_sec, language)


def complete(
    description: str,
    given: Mapping[str, object],
    before: SceneDraft | None,
    language: str = "en",
) -> SceneDraft:
    """Make a whole scene of a writer's description: what it doesn't say comes from the scene before it.

    Values in `given`, by field name of `SceneDraft`, win over everything derived; None counts as not given.
    """
    scene = draft_alone(description, before, language)
    known = {field.name for field in fields(SceneDraft)}
    wanted = {name: value for name, value in given.items() if name in known and value is not None}
    if "narration" in wanted and "duration_sec" not in wanted:
        wanted["duration_sec"] = timing.natural_seconds(str(wanted["narration"]), language)
    if "narration" in wanted and "dialogue" not in wanted:
        wanted["dialogue"] = tuple(line for line in scene.dialogue if line.line in str(wanted["narration"]))
    # The names and types are SceneDraft's own: its caller validated them.
    return replace(scene, **{name: tuple(v) if isinstance(v, list) else v for name, v in wanted.items()})  # type: ignore[arg-type]
