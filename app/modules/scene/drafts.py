"""Scenes and shots as drafts, which the packages of stories and films read, and as rows, which are stored."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from app.modules.scene.models import Scene, Shot
from app.story.beat import Beat
from app.story.scene import DialogueLine, SceneDraft
from app.story.shot import ShotDraft
from app.vocabulary.looks import CharacterLook
from app.vocabulary.places import Place
from app.vocabulary.staging import Staging

LOOKS = TypeAdapter(tuple[CharacterLook | None, ...])
_BEATS = TypeAdapter(tuple[Beat, ...])
_PLACE = TypeAdapter(Place | None)
_STAGING = TypeAdapter(Staging | None)
_WORDS_OF_PLACE = ("heading", "setting", "background_prompt")
_OF_SHOTS = ("shot_type", "camera_move", "duration_sec", "beats", "shots")
"""The fields of a scene's draft that its shots have as rows."""


def scene_from(draft: SceneDraft, project_id: int, index: int) -> Scene:
    """Return a new row of a draft, with those of its shots."""
    fields: dict[str, Any] = {name: value for name, value in asdict(draft).items() if name not in _OF_SHOTS}
    for name in ("dialogue", "characters", "character_prompts", "notes"):
        fields[name] = list(fields[name])
    fields["looks"] = LOOKS.dump_python(draft.looks, mode="json")
    fields["place"] = _PLACE.dump_python(draft.place, mode="json")
    return Scene(project_id=project_id, scene_index=index, shots=list_shots(draft.shots), **fields)


def draft_of(scene: Scene) -> SceneDraft:
    """Return the draft of a row; rows that are older than a column of data have no such data."""
    fields = {name: getattr(scene, name) for name in SceneDraft.__dataclass_fields__ if name != "shots"}
    fields["dialogue"] = tuple(DialogueLine(**line) for line in scene.dialogue)
    for name in ("characters", "character_prompts", "notes"):
        fields[name] = tuple(fields[name])
    fields["looks"], fields["place"] = looks_of(scene), place_of(scene)
    fields["beats"] = _BEATS.validate_python(scene.beats)
    return SceneDraft(**fields, shots=tuple(map(draft_of_shot, scene.shots)))


def looks_of(scene: Scene) -> tuple[CharacterLook | None, ...]:
    """Return the looks of a scene's characters, as far as they are known as data."""
    return LOOKS.validate_python(scene.looks or ())


def place_of(scene: Scene) -> Place | None:
    """Return the place of a scene; None where only words describe it."""
    return _PLACE.validate_python(scene.place)


def list_shots(drafts: Iterable[ShotDraft]) -> list[Shot]:
    """Return new rows of the shots of a scene, in order."""
    return [shot_from(draft, index) for index, draft in enumerate(drafts)]


def shot_from(draft: ShotDraft, index: int) -> Shot:
    """Return a new row of a shot."""
    shot = Shot(shot_index=index)
    write_shot(shot, draft)
    return shot


def write_shot(shot: Shot, draft: ShotDraft) -> None:
    """Write a draft to the row of a shot; its still and its place in the scene stay."""
    fields: dict[str, Any] = asdict(draft)
    for name in ("characters", "props"):
        fields[name] = list(fields[name])
    fields["staging"] = _STAGING.dump_python(draft.staging, mode="json")
    fields["beats"] = _BEATS.dump_python(draft.beats, mode="json")
    for name, value in fields.items():
        setattr(shot, name, value)


def draft_of_shot(shot: Shot) -> ShotDraft:
    """Return the draft of a shot's row."""
    fields = {name: getattr(shot, name) for name in ShotDraft.__dataclass_fields__}
    for name in ("characters", "props"):
        fields[name] = tuple(fields[name])
    fields["staging"] = _STAGING.validate_python(shot.staging)
    fields["beats"] = _BEATS.validate_python(shot.beats or ())
    return ShotDraft(**fields)


def drop_outdated_place(scene: Scene, before: SceneDraft) -> None:
    """Drop the place as data when its words are not those of `before` any more."""
    if any(getattr(scene, name) != getattr(before, name) for name in _WORDS_OF_PLACE):
        scene.place = None
