"""Draw a scene's panel."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.moderation.subject import Finding, Subject, scene_subject
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.inputs import Source, StageInput, TaskInput, get_scene, identify_provider, place_of
from app.pipeline.moderation_check import (
    can_check_pictures,
    check_content,
    save_findings,
    save_refused_findings,
)
from app.pipeline.stage import Product, Recipe, Stage
from app.providers.image.base import CastPicture, ImageProvider, ImageRequest
from app.providers.registry import image_provider


@dataclass(frozen=True, slots=True)
class DrawingRequest:
    """A picture to be drawn, with the portraits of its characters.

    Outside a job `words` are checked first. `own` is a still that the owner uploaded; it is used as it is.
    """

    picture: ImageRequest
    words: Subject
    is_checked: bool
    overridden: frozenset[str]
    cast: Mapping[str, Source]
    own: Source | None = None


class Drawing(Stage[DrawingRequest, Sequence[Finding]]):
    """A stage that asks the image provider for one picture."""

    def provider(self) -> ImageProvider:
        """Return the image provider."""
        return image_provider()

    def request_for(self, source: StageInput, picture: ImageRequest) -> DrawingRequest:
        """Return the request for a picture of the task's scene."""
        return DrawingRequest(
            picture=picture,
            words=scene_subject(source.scene),
            is_checked=source.is_in_job,
            overridden=source.overridden,
            cast=source.products.portraits,
        )

    def recipe(self, request: DrawingRequest) -> Recipe:
        """Return what decides the picture."""
        cast = {name: portrait.digest for name, portrait in request.cast.items()}
        return drawing_recipe(self.provider(), request.picture, cast)

    def make(self, request: DrawingRequest, context: StageContext) -> Product[Sequence[Finding]]:
        """Draw the picture, and check what a vendor has drawn."""
        is_checked = request.is_checked
        findings = [] if is_checked else check_content(context, [request.words], request.overridden)
        cast = tuple(
            CastPicture(name, context.fetch(one.key).read_bytes()) for name, one in request.cast.items()
        )
        image = replace(request.picture, cast=cast)
        with context.calling(self.provider(), image) as ledger:
            picture = self.provider().generate(image, ledger)
        if self.provider().capabilities.costs_money:
            findings += _check_picture(request, picture.png, context)
        path = context.path(f"{image.kind}.png")
        path.write_bytes(picture.png)
        return Product(findings, path)

    def estimate_units(self, request: DrawingRequest) -> Mapping[str, float] | None:
        """Return what the drawing may use up, with as many portraits as it will be given."""
        if request.own:
            return {}
        portraits = tuple(CastPicture(name, b"") for name in request.cast)
        return self.provider().estimate_units(replace(request.picture, cast=portraits))

    def save_refusal(self, session: Session, task: Task, refusal: Exception) -> None:
        """Store the verdicts, so that an admin can review them."""
        save_refused_findings(session, task, refusal)


class Draw(Drawing):
    """Draw one scene's storyboard panel."""

    name = StageName.DRAW

    def prepare(self, source: StageInput) -> DrawingRequest:
        """Read the scene and the film's look."""
        request = self.request_for(source, ImageRequest("panel", source.brief, source.look))
        return replace(request, own=source.own_still)

    def recipe(self, request: DrawingRequest) -> Recipe:
        """Return what decides the picture, or the still that takes its place."""
        return {"own": request.own.digest} if request.own else super().recipe(request)

    def make(self, request: DrawingRequest, context: StageContext) -> Product[Sequence[Finding]]:
        """Draw the panel, unless its owner has uploaded one."""
        if request.own is None:
            return super().make(request, context)
        still = context.fetch(request.own.key)
        return Product(_check_picture(request, still.read_bytes(), context), still)

    def save(
        self,
        session: Session,
        task: Task,
        product: Product[Sequence[Finding]],
        files: Mapping[str, Artifact],
    ) -> None:
        """Link the panel to its project and show it on its scene, unless an upload is shown there."""
        save_findings(session, task, product.value or ())
        scene, panel = get_scene(session, task), files[""]
        filename = f"scene-{scene.scene_index + 1:03d}{Path(panel.storage_key).suffix}"
        asset = AssetService(session).link(panel, place_of(task), "background", filename)
        if not _shows_upload(session, task):
            scene.background_key = asset.storage_key


def drawing_recipe(provider: ImageProvider, request: ImageRequest, cast: Mapping[str, str]) -> Recipe:
    """Return what decides a picture; the scene's place in the film does not."""
    brief = asdict(request.brief) | {"number": None, "camera_move": None}
    # A brief without data, as all were once, keeps the digest of its words alone.
    has_words_only = provider.capabilities.draws_from_words
    if has_words_only or not any(request.brief.looks):
        del brief["looks"]
    if has_words_only or request.brief.place is None:
        del brief["place"]
    if has_words_only or request.brief.staging is None:
        del brief["staging"]
    look = replace(request.look, size=provider.picture_size(request))
    known = {"cast": dict(cast)} if cast else {}
    return {**identify_provider(provider), "kind": request.kind, "brief": brief, "look": look, **known}


def _shows_upload(session: Session, task: Task) -> bool:
    return TaskInput(session, task).own_still is not None


def _check_picture(request: DrawingRequest, picture: bytes, context: StageContext) -> list[Finding]:
    """Check a picture that our own artist did not draw, where the provider can."""
    if not can_check_pictures():
        return []
    words = request.words
    shown = Subject("picture", (), words.scene_id, words.scene_index, picture)
    return check_content(context, [shown], request.overridden)
