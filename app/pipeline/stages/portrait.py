"""The stage that draws the portrait of one character."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from app.film.brief import Look, SceneBrief
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.moderation.subject import Finding
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.inputs import StageInput, get_asset_place, get_scene
from app.pipeline.moderation_check import save_findings
from app.pipeline.stage import Product
from app.pipeline.stages.draw import Drawing, DrawingRequest
from app.providers.image.base import ImageRequest


class Portrait(Drawing):
    """Draw a character of one scene."""

    name = StageName.PORTRAIT

    def prepare(self, source: StageInput) -> DrawingRequest:
        """Read the character and their look. Raises LookupError when the scene was deleted."""
        return self.make_request(
            source, make_portrait_request(source.params["character"], source.brief, source.look)
        )

    def save(
        self,
        session: Session,
        task: Task,
        product: Product[Sequence[Finding]],
        files: Mapping[str, Artifact],
    ) -> None:
        """Link the portrait to its project and its scene."""
        save_findings(session, task, product.value or ())
        scene, name = get_scene(session, task), task.params["character"]
        filename = f"scene-{scene.scene_index + 1:03d}-character.png"
        asset = AssetService(session).link(
            files[""], get_asset_place(task), "character", filename, character=name
        )
        scene.character_keys = {**scene.character_keys, name: asset.storage_key}


def make_portrait_request(name: str, brief: SceneBrief, look: Look) -> ImageRequest:
    """Return the request for a portrait; it is equal for a character who has the same look in two scenes."""
    prompts = dict(zip(brief.characters, brief.character_prompts, strict=False))
    looks = dict(zip(brief.characters, brief.looks, strict=False))
    look_data = (looks[name],) if looks.get(name) else ()
    alone = SceneBrief(1, "", "", (name,), (prompts.get(name, ""),), looks=look_data)
    return ImageRequest("portrait", alone, look)
