"""The shooting of scenes: shots are made anew when the words of their scene change, and edits stay."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.modules.scene.drafts import draft_of, draft_of_shot, shot_from, write_shot
from app.modules.scene.models import Scene, Shot
from app.story.beat import Beat
from app.story.coverage import cover_scene, list_natural_seconds, stage_shot
from app.story.scene import SceneDraft
from app.story.segmentation import complete
from app.story.shot import ShotDraft

LENGTH_TOLERANCE_SEC = 0.05
_OF_FIRST_SHOT = ("shot_type", "camera_move")
OF_SHOTS = (*_OF_FIRST_SHOT, "duration_sec")
"""The fields of a scene that are written to its shots."""
_COVERED = {"description", "narration", "dialogue", "characters", "time_of_day", "mood"}
"""The fields of a scene from which its shots are made."""


def cover_changed(
    scene: Scene, previous: Scene | None, before: SceneDraft, changes: Mapping[str, Any], language: str
) -> None:
    """Make the shots of a changed scene anew where they follow from what was changed since `before`."""
    if changes.keys() & _COVERED:
        is_told_anew = scene.description != before.description
        reshoot(scene, previous, language, read_beats(scene, previous, language) if is_told_anew else None)


def write_first_shot(scene: Scene, changes: Mapping[str, Any]) -> None:
    """Write size and move of a scene to its first shot, and its length to all of them."""
    shot = scene.first_shot
    for name in _OF_FIRST_SHOT:
        if name in changes:
            setattr(shot, name, changes[name])
            shot.is_edited = True
    if "shot_type" in changes:
        stage(shot, scene)
    if "duration_sec" in changes:
        scale(scene, changes["duration_sec"])


def reshoot(scene: Scene, before: Scene | None, language: str, beats: tuple[Beat, ...] | None = None) -> None:
    """Make the shots of a scene anew from its present words, and from beats that were read anew.

    A shot whose text stays the same keeps its id and its still, and all of it where a person has edited it.
    A first shot with other words than any before keeps those of the first one: they are the scene's. A scene
    that was longer than its words stays at least as long.
    """
    held_sec = scene.duration_sec if is_held(scene, language) else 0.0
    draft = draft_of(scene)
    draft = draft if beats is None else replace(draft, beats=beats)
    found = cover_scene(draft, draft_of(before) if before else None, language)
    set_shots(scene, _match(list(scene.shots), found))
    if scene.duration_sec < held_sec:
        scale(scene, held_sec)


def derive_words(
    shot: Shot, scene: Scene, before: Scene | None, language: str, names: Iterable[str]
) -> dict[str, str]:
    """Return the size, angle or move that the beats of a shot ask for, by the names of the fields."""
    found = cover_scene(draft_of(scene), draft_of(before) if before else None, language)
    alike = [one for one in found if one.text == shot.text] or found[shot.shot_index :] or found
    return {name: getattr(alike[0], name) for name in names}


def set_shots(scene: Scene, shots: list[Shot]) -> None:
    """Give a scene these shots, in this order; those that it had besides are deleted."""
    scene.shots = shots
    for index, shot in enumerate(shots):
        shot.shot_index = index


def _match(shots: Sequence[Shot], found: Sequence[ShotDraft]) -> list[Shot]:
    """Return rows of shots that were found: those of the present shots with the same texts, or new ones."""
    known: dict[str, list[Shot]] = defaultdict(list)
    for shot in shots:
        known[shot.text].append(shot)
    if not known[found[0].text]:
        # What is shown of the scene stays its first shot's, with other words.
        known[shots[0].text].remove(shots[0])
        known[found[0].text].append(shots[0])
        shots[0].is_edited = False
    matched = []
    for draft in found:
        shot = known[draft.text].pop(0) if known[draft.text] else shot_from(draft, 0)
        if not shot.is_edited:
            write_shot(shot, draft)
        matched.append(shot)
    return matched


def stage(shot: Shot, scene: Scene) -> None:
    """Stage a shot of a scene anew, by its own size, angle, characters, props and action."""
    write_shot(shot, stage_shot(draft_of_shot(shot), draft_of(scene)))


def scale(scene: Scene, seconds: float) -> None:
    """Make the shots of a scene longer or shorter in proportion, so that the scene lasts so many seconds."""
    factor = seconds / scene.duration_sec if scene.duration_sec else 0.0
    for shot in scene.shots:
        shot.duration_sec = round(shot.duration_sec * factor, 3) if factor else seconds / len(scene.shots)
    scene.shots[-1].duration_sec = round(scene.shots[-1].duration_sec + seconds - scene.duration_sec, 3)


def fit(scene: Scene, draft: SceneDraft, *, has_length: bool) -> None:
    """Give the shots of a scene the texts of a plan, and with a wanted length also its seconds."""
    if [shot.text for shot in scene.shots] != [shot.text for shot in draft.shots]:
        set_shots(scene, _match(list(scene.shots), draft.shots))
    if has_length:
        for shot, planned in zip(scene.shots, draft.shots, strict=True):
            shot.duration_sec = planned.duration_sec


def list_minimums(scene: Scene, language: str, *, as_one: bool = False) -> list[float | None]:
    """Return the seconds for which each shot is held beyond its words, or None.

    With `as_one` it is those of the scene, filmed as a single shot.
    """
    texts, seconds = [shot.text for shot in scene.shots], [shot.duration_sec for shot in scene.shots]
    needed = list_natural_seconds(texts, language)
    if as_one:
        needed, seconds = [sum(needed)], [sum(seconds)]
    return [
        wanted if wanted > least + LENGTH_TOLERANCE_SEC else None
        for wanted, least in zip(seconds, needed, strict=True)
    ]


def is_held(scene: Scene, language: str) -> bool:
    """Return whether a scene lasts longer than its words need."""
    return list_minimums(scene, language, as_one=True) != [None]


def read_beats(scene: Scene, before: Scene | None, language: str) -> tuple[Beat, ...]:
    """Return the beats of a scene's present description."""
    given = {"characters": list(scene.characters), "heading": scene.heading}
    return complete(scene.description, given, draft_of(before) if before else None, language).beats
