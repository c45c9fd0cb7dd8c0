"""Draw one person of a scene by themselves."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.task.models import Task
from app.pipeline.sources import drawing_of, scene_of
from app.pipeline.stage import Product
from app.pipeline.stages.draw import Drawing
from app.providers.image.base import ImageRequest


class Portrait(Drawing):
    """Draw a person of one scene."""

    name = "portrait"

    def prepare(self, session: Session, task: Task) -> ImageRequest:
        """Read who it is and how they look; nothing else of the scene counts."""
        brief, look = drawing_of(session, task)
        name = task.params["character"]
        prompts = dict(zip(brief.characters, brief.character_prompts, strict=False))
        alone = replace(
            brief,
            characters=(name,),
            character_prompts=(prompts.get(name, ""),),
            heading="",
            description="",
            background_prompt="",
        )
        return ImageRequest("portrait", alone, look)

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Hang the portrait on its scene."""
        scene, name = scene_of(session, task), task.params["character"]
        filename = f"scene-{scene.scene_index + 1:03d}-character.png"
        asset = AssetService(session).link(files[""], task, "character", filename, character=name)
        scene.character_keys = {**scene.character_keys, name: asset.storage_key}
