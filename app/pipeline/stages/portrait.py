"""The stage that draws the portrait of one character."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.film.brief import Look, ShotBrief
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.character.appearance import find_look
from app.modules.character.models import Character
from app.modules.character.service import CharacterService
from app.modules.moderation.subject import Finding, make_character_subject, make_scene_subject
from app.modules.scene.service import SceneService
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.inputs import StageInput, TaskInput
from app.pipeline.moderation_check import save_findings
from app.pipeline.stage import Product
from app.pipeline.stages.draw import Drawing, DrawingRequest
from app.pipeline.task_rows import get_asset_place, get_scene
from app.providers.image.base import ImageRequest


class Portrait(Drawing):
    """Draw a character as it looks on all scenes, or as it looks on one."""

    name = StageName.PORTRAIT

    def prepare(self, source: StageInput) -> DrawingRequest:
        """Read the character, or the scene that shows it. Raises LookupError when either was deleted."""
        if source.character is None:
            picture = make_portrait_request(source.params["character"], source.brief, source.look)
            return self.make_request(source, picture, make_scene_subject(source.scene))
        picture = make_character_request(source.character, source.look)
        request = self.make_request(source, picture, make_character_subject(source.character))
        return replace(request, upload=source.uploaded_portrait)

    def save(
        self,
        session: Session,
        task: Task,
        product: Product[Sequence[Finding]],
        files: Mapping[str, Artifact],
    ) -> None:
        """Link the portrait to its project and show it; an uploaded picture stays the one that is shown."""
        save_findings(session, task, product.value or ())
        name, place = task.params["character"], get_asset_place(task)
        if task.character_id is None:
            scene = get_scene(session, task)
            filename = f"scene-{scene.scene_index + 1:03d}-character.png"
            asset = AssetService(session).link(files[""], place, "character", filename, character=name)
            SceneService(session).show_portrait(scene.id, name, asset.storage_key)
            return
        is_uploaded = TaskInput(session, task).uploaded_portrait is not None
        filename = f"character-{task.character_id}{Path(files[''].storage_key).suffix}"
        asset = AssetService(session).link(files[""], place, "character", filename, character=name)
        if not is_uploaded:
            CharacterService(session).show_portrait(task.character_id, asset.storage_key)


def make_character_request(character: Character, look: Look) -> ImageRequest:
    """Return the request for the portrait of a character as it looks on all scenes."""
    data = find_look(character)
    alone = ShotBrief(
        "", "", "", (character.name,), (character.prompt,), looks=(data,) if data is not None else ()
    )
    return ImageRequest("portrait", alone, look)


def make_portrait_request(name: str, brief: ShotBrief, look: Look) -> ImageRequest:
    """Return the request for a portrait; it is equal for a character who has the same look in two scenes."""
    prompts = dict(zip(brief.characters, brief.character_prompts, strict=False))
    looks = dict(zip(brief.characters, brief.looks, strict=False))
    look_data = (looks[name],) if looks.get(name) else ()
    alone = ShotBrief("", "", "", (name,), (prompts.get(name, ""),), looks=look_data)
    return ImageRequest("portrait", alone, look)
