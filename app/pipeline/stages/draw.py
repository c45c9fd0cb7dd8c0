"""Draw a scene's panel."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.job.state import JobStatus
from app.modules.task.models import Task
from app.pipeline.sources import drawing_of, named, scene_of
from app.pipeline.stage import Product, Stage
from app.pipeline.workbench import Workbench
from app.providers.image.base import ImageProvider, ImageRequest
from app.providers.registry import image_provider


class Drawing(Stage[ImageRequest]):
    """Any stage that asks the image provider for one picture."""

    status = JobStatus.GENERATING_IMAGES

    def provider(self) -> ImageProvider:
        """Give whoever draws."""
        return image_provider()

    def recipe(self, request: ImageRequest) -> dict[str, Any]:
        """Say what is drawn; where in the film the scene stands does not matter."""
        brief = asdict(request.brief) | {"number": None, "camera_move": None}
        return {**named(self.provider()), "kind": request.kind, "brief": brief, "look": request.look}

    def make(self, request: ImageRequest, bench: Workbench) -> Product:
        """Draw it."""
        with bench.calling(self.provider(), request):
            picture = self.provider().generate(request)
        path = bench.path(f"{request.kind}.png")
        path.write_bytes(picture.png)
        return Product(path)


class Draw(Drawing):
    """Draw one scene's storyboard panel."""

    name = "draw"

    def prepare(self, session: Session, task: Task) -> ImageRequest:
        """Read the scene and the film's look."""
        return ImageRequest("panel", *drawing_of(session, task))

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Hang the panel on its scene."""
        scene = scene_of(session, task)
        filename = f"scene-{scene.scene_index + 1:03d}.png"
        asset = AssetService(session).link(files[""], task, "background", filename)
        scene.background_key = asset.storage_key
