"""The coverage of the rest: the opening of a scene, and what is told without an event or a line."""

from dataclasses import replace

from app.story.coverage.events import MOST_IN_FRAME, has_crowd
from app.story.coverage.framing import Intent
from app.story.coverage.opening import TALL_SETTINGS
from app.story.coverage.pictures import Picture
from app.story.coverage.sentences import describe_presence, describe_thought
from app.story.coverage.stage import Stage
from app.story.coverage.stretches import Stretch
from app.vocabulary.shots import ShotType

_SINGLES: tuple[ShotType, ...] = ("medium", "medium_close_up", "full", "close_up")
_PAIRS: tuple[ShotType, ...] = ("two_shot", "full", "medium")
_GROUPS: tuple[ShotType, ...] = ("full", "wide", "extreme_wide")
_PLACES: tuple[ShotType, ...] = ("wide", "extreme_wide", "full")


def establish(stage: Stage, stretch: Stretch, event: Picture | None) -> Picture:
    """Return the picture that shows where a scene plays, and who is there doing what."""
    names = list_present(stage, stretch)
    if event is not None:
        names = tuple(dict.fromkeys([*event.names, *names]))[:MOST_IN_FRAME]
    speaker = stretch.speaker if stretch.speaker in names else ""
    presence = describe_presence(stage.scene, names, stage.groups)
    return Picture(
        Intent.ESTABLISH,
        ("wide", "extreme_wide", "full"),
        f"{presence} {event.action if event else ''}".strip(),
        stage.place_figures(names, stretch.seen, speaker=speaker),
        event.things if event else (),
        angle="low" if stage.scene.setting in TALL_SETTINGS else "eye",
        has_crowd=has_crowd(stretch.text),
    )


def list_present(stage: Stage, stretch: Stretch) -> tuple[str, ...]:
    """Return who is there in a stretch: who acts or speaks in it, who is named, or else the scene's first."""
    seen = [name for beat in stretch.beats if beat.status in ("seen", "mental") for name in beat.agents]
    met = [name for beat in stretch.seen for name in beat.patients]
    spoken = [utterance.speaker for utterance in stretch.utterances]
    names = [name for name in dict.fromkeys([*seen, *met, *spoken, *stretch.named]) if name in stage.cast]
    is_of_things = any(not beat.agents for beat in stretch.seen)
    return tuple(names[:MOST_IN_FRAME]) or (() if is_of_things else stage.scene.characters[:2])


def narrate(stage: Stage, stretch: Stretch, before: tuple[str, ...], *, is_wide: bool = False) -> Picture:
    """Return the picture of what is only told: who thinks, who is named, or who was seen last.

    `before` are those in the last frame; `is_wide` asks for the place with all who are there.
    """
    thinker = next(
        (name for b in stretch.beats if b.status == "mental" for name in b.agents if name in stage.cast), ""
    )
    if thinker:
        return _think(stage, thinker)
    if is_wide and not stretch.named:
        return replace(_show(stage, stage.scene.characters[:MOST_IN_FRAME], stretch), sizes=_GROUPS)
    return _show(stage, stretch.named or before[:1] or stage.scene.characters[:1], stretch)


def _show(stage: Stage, names: tuple[str, ...], stretch: Stretch) -> Picture:
    """Return the picture of people who are just there."""
    people = stage.count_people(names)
    sizes = _PLACES if not names else _SINGLES if people == 1 else _PAIRS if people == 2 else _GROUPS
    return Picture(
        Intent.NARRATION,
        sizes,
        describe_presence(stage.scene, names, stage.groups),
        stage.place_figures(names, ()),
        has_crowd=has_crowd(stretch.text),
    )


def _think(stage: Stage, name: str) -> Picture:
    return Picture(
        Intent.FEELING,
        ("close_up", "medium_close_up", "medium"),
        describe_thought(name, is_plural=name in stage.groups),
        stage.place_figures((name,), ()),
        move="push_in",
    )
