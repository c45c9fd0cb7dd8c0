"""Scenes as drafts, which the packages of stories and films read, and as rows, which are stored."""

from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from app.modules.scene.models import Scene
from app.story.beat import Beat
from app.story.scene import DialogueLine, SceneDraft
from app.vocabulary.looks import CharacterLook
from app.vocabulary.places import Place
from app.vocabulary.staging import Staging

LOOKS = TypeAdapter(tuple[CharacterLook | None, ...])
BEATS = TypeAdapter(tuple[Beat, ...])
_PLACE = TypeAdapter(Place | None)
_STAGING = TypeAdapter(Staging | None)
_WORDS_OF_PLACE = ("heading", "setting", "background_prompt")


def scene_from(draft: SceneDraft, project_id: int, index: int) -> Scene:
    """Return a new row of a draft."""
    fields: dict[str, Any] = asdict(draft)
    del fields["shots"]
    for name in ("dialogue", "characters", "character_prompts", "notes"):
        fields[name] = list(fields[name])
    fields["looks"] = LOOKS.dump_python(draft.looks, mode="json")
    fields["place"] = _PLACE.dump_python(draft.place, mode="json")
    fields["staging"] = _STAGING.dump_python(draft.staging, mode="json")
    fields["beats"] = BEATS.dump_python(draft.beats, mode="json")
    return Scene(project_id=project_id, scene_index=index, **fields)


def draft_of(scene: Scene) -> SceneDraft:
    """Return the draft of a row; rows that are older than a column of data have no such data."""
    fields = {name: getattr(scene, name) for name in SceneDraft.__dataclass_fields__ if name != "shots"}
    fields["dialogue"] = tuple(DialogueLine(**line) for line in scene.dialogue)
    for name in ("characters", "character_prompts", "notes"):
        fields[name] = tuple(fields[name])
    fields["looks"] = LOOKS.validate_python(scene.looks or ())
    fields["place"] = _PLACE.validate_python(scene.place)
    fields["staging"] = _STAGING.validate_python(scene.staging)
    fields["beats"] = BEATS.validate_python(scene.beats or ())
    return SceneDraft(**fields)


def drop_outdated_data(scene: Scene, before: SceneDraft) -> None:
    """Drop the place, the staging and the beats whose words are not those of `before` any more."""
    if any(getattr(scene, name) != getattr(before, name) for name in _WORDS_OF_PLACE):
        scene.place = None
    if scene.description != before.description:
        scene.staging = scene.beats = None
