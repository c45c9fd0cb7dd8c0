"""Draw a scene's panel."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.job.state import JobStatus
from app.modules.moderation.service import ModerationService
from app.modules.moderation.subject import Finding, Subject, words_of
from app.modules.task.models import Task
from app.pipeline.judging import judge, keep_verdicts, sees_pictures
from app.pipeline.sources import Source, drawing_of, named, own_still, portraits_for, scene_of
from app.pipeline.stage import Product, Stage
from app.pipeline.workbench import Workbench
from app.providers.image.base import CastPicture, ImageProvider, ImageRequest, size_of
from app.providers.registry import image_provider


@dataclass(frozen=True, slots=True)
class DrawingOrder:
    """A picture to be drawn, with the portraits it goes by.

    `words` are judged before, where no job has done so; `excused` is what an admin lets pass. `own` is a
    still that the owner brought: it is taken as it is.
    """

    request: ImageRequest
    words: Subject
    is_judged: bool
    excused: frozenset[str]
    cast: Mapping[str, Source]
    own: Source | None = None


class Drawing(Stage[DrawingOrder]):
    """Any stage that asks the image provider for one picture."""

    status = JobStatus.GENERATING_IMAGES

    def provider(self) -> ImageProvider:
        """Give whoever draws."""
        return image_provider()

    def order(self, session: Session, task: Task, request: ImageRequest) -> DrawingOrder:
        """Put an order together; outside a job nobody has judged the scene's words yet."""
        return DrawingOrder(
            request=request,
            words=words_of(scene_of(session, task)),
            is_judged=task.job_id is not None,
            excused=ModerationService(session).list_excused(task.project_id),
            cast=portraits_for(session, task),
        )

    def recipe(self, request: DrawingOrder) -> dict[str, Any]:
        """Say what is drawn."""
        cast = {name: source.digest for name, source in request.cast.items()}
        return drawing_recipe(self.provider(), request.request, cast)

    def make(self, request: DrawingOrder, bench: Workbench) -> Product:
        """Draw it, and have what a vendor drew looked at."""
        findings = [] if request.is_judged else judge(bench, [request.words], request.excused)
        asked = replace(request.request, cast=tuple(self._fetched(request, bench)))
        with bench.calling(self.provider(), asked):
            picture = self.provider().generate(asked)
        if self.provider().costs_money:
            findings += self._looked_at(request, picture.png, bench)
        path = bench.path(f"{asked.kind}.png")
        path.write_bytes(picture.png)
        return Product(path, value=findings)

    def asked(self, request: DrawingOrder) -> ImageRequest | None:
        """Give the artist's request, with as many portraits as there will be."""
        portraits = tuple(CastPicture(name, b"") for name in request.cast)
        return None if request.own else replace(request.request, cast=portraits)

    def keep_refusal(self, session: Session, task: Task, refusal: Exception) -> None:
        """Store the verdicts, so that an admin can look at them."""
        keep_verdicts(session, task, refusal)

    @staticmethod
    def _looked_at(order: DrawingOrder, picture: bytes, bench: Workbench) -> list[Finding]:
        """Have a picture judged that our own artist did not draw, where the judge can see."""
        if not sees_pictures():
            return []
        shown = Subject("picture", (), order.words.scene_id, order.words.scene_index, picture)
        return judge(bench, [shown], order.excused)

    @staticmethod
    def _fetched(order: DrawingOrder, bench: Workbench) -> list[CastPicture]:
        return [CastPicture(name, bench.fetch(one.key).read_bytes()) for name, one in order.cast.items()]


class Draw(Drawing):
    """Draw one scene's storyboard panel."""

    name = "draw"

    def prepare(self, session: Session, task: Task) -> DrawingOrder:
        """Read the scene and the film's look."""
        order = self.order(session, task, ImageRequest("panel", *drawing_of(session, task)))
        return replace(order, own=own_still(session, task))

    def recipe(self, request: DrawingOrder) -> dict[str, Any]:
        """Say what is drawn, or which still it is."""
        return {"own": request.own.digest} if request.own else super().recipe(request)

    def make(self, request: DrawingOrder, bench: Workbench) -> Product:
        """Draw it, unless its owner brought one."""
        if request.own is not None:
            still = bench.fetch(request.own.key)
            return Product(still, value=self._looked_at(request, still.read_bytes(), bench))
        return super().make(request, bench)

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Hang the panel on its scene; an owner's own still hangs there already."""
        keep_verdicts(session, task, product.value)
        scene, panel = scene_of(session, task), files[""]
        filename = f"scene-{scene.scene_index + 1:03d}{Path(panel.storage_key).suffix}"
        asset = AssetService(session).link(panel, task, "background", filename)
        if own_still(session, task) is None:
            scene.background_key = asset.storage_key


def drawing_recipe(provider: ImageProvider, request: ImageRequest, cast: Mapping[str, str]) -> dict[str, Any]:
    """Say what decides a picture; where in the film the scene stands does not matter."""
    brief = asdict(request.brief) | {"number": None, "camera_move": None}
    # A brief without data, as all were once, keeps the digest of its words alone.
    if not any(request.brief.looks):
        del brief["looks"]
    if request.brief.place is None:
        del brief["place"]
    look = replace(request.look, size=size_of(provider, request))
    known = {"cast": dict(cast)} if cast else {}
    return {**named(provider), "kind": request.kind, "brief": brief, "look": look, **known}
