"""Draw one person of a scene by themselves."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.film.brief import Look, SceneBrief
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.task.models import Task
from app.pipeline.judging import keep_verdicts
from app.pipeline.sources import drawing_of, scene_of
from app.pipeline.stage import Product
from app.pipeline.stages.draw import Drawing, DrawingOrder
from app.providers.image.base import ImageRequest


class Portrait(Drawing):
    """Draw a person of one scene."""

    name = "portrait"

    def prepare(self, session: Session, task: Task) -> DrawingOrder:
        """Read who it is and how they look; nothing else of the scene counts."""
        brief, look = drawing_of(session, task)
        return self.order(session, task, portrait_of(task.params["character"], brief, look))

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Hang the portrait on its scene."""
        keep_verdicts(session, task, product.value)
        scene, name = scene_of(session, task), task.params["character"]
        filename = f"scene-{scene.scene_index + 1:03d}-character.png"
        asset = AssetService(session).link(files[""], task, "character", filename, character=name)
        scene.character_keys = {**scene.character_keys, name: asset.storage_key}


def portrait_of(name: str, brief: SceneBrief, look: Look) -> ImageRequest:
    """Ask for one person of a scene; where several look alike in all scenes, one portrait is enough."""
    prompts = dict(zip(brief.characters, brief.character_prompts, strict=False))
    looks = dict(zip(brief.characters, brief.looks, strict=False))
    look_data = (looks[name],) if looks.get(name) else ()
    alone = SceneBrief(1, "", "", (name,), (prompts.get(name, ""),), looks=look_data)
    return ImageRequest("portrait", alone, look)
