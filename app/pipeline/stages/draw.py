"""The stage that draws a shot's still, and what it shares with the stage of portraits."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.film.image_file import load_upright
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.moderation.subject import Finding, Subject, make_scene_subject
from app.modules.scene.models import Shot
from app.modules.scene.service import SceneService
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.drawing_recipe import make_drawing_recipe
from app.pipeline.inputs import Source, StageInput, TaskInput
from app.pipeline.moderation_check import (
    can_check_pictures,
    check_content,
    save_findings,
    save_refused_findings,
)
from app.pipeline.stage import Product, Recipe, Stage
from app.pipeline.task_rows import get_asset_place, get_scene
from app.providers.image.base import CastPicture, ImageProvider, ImageRequest, Picture
from app.providers.registry import image_provider

# The key in a still's meta that tells layered ones from uploads, which may claim anything in their bytes.
LAYERED = "is_layered"
# The key in the meta of stills and clips for who must be named in the film.
CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class DrawingRequest:
    """A picture to be drawn, with the portraits of its characters by name, and the picture of its set if any.

    `subject` is moderated before the picture is drawn, unless the job did so (`is_checked`). `upload` is a
    still of the owner's that is used unchanged.
    """

    picture: ImageRequest
    subject: Subject
    is_checked: bool
    overridden: frozenset[str]
    cast: Mapping[str, Source]
    upload: Source | None = None
    place: Source | None = None


class Drawing(Stage[DrawingRequest, Sequence[Finding]]):
    """A stage whose product is one picture of the image provider."""

    def provider(self) -> ImageProvider:
        """Return the image provider."""
        return image_provider()

    def make_request(self, source: StageInput, picture: ImageRequest, subject: Subject) -> DrawingRequest:
        """Return the request for a picture whose words are those of the subject."""
        return DrawingRequest(
            picture=picture,
            subject=subject,
            is_checked=source.is_in_job,
            overridden=source.overridden,
            cast=source.products.portraits,
            place=source.products.find(source.params.get("set")),
        )

    def recipe(self, request: DrawingRequest) -> Recipe:
        """Return what decides the picture, or the digest of the upload that replaces it."""
        if request.upload:
            return {"own": request.upload.digest}
        cast = {name: portrait.digest for name, portrait in request.cast.items()}
        recipe = make_drawing_recipe(self.provider(), request.picture, cast)
        return {**recipe, "set": request.place.digest} if request.place else recipe

    def make(self, request: DrawingRequest, context: StageContext) -> Product[Sequence[Finding]]:
        """Draw the picture, and moderate it if a paid provider drew it; or moderate the owner's upload.

        Raises ContentFlagged, ProviderBusy, ProviderRefused or TaskStopped.
        """
        if request.upload is not None:
            still = context.fetch(request.upload.key)
            return Product(_check_picture(request, still.read_bytes(), context), still)
        is_checked = request.is_checked
        findings = [] if is_checked else check_content(context, [request.subject], request.overridden)
        cast = tuple(
            CastPicture(name, _make_png(context.fetch(one.key).read_bytes()))
            for name, one in request.cast.items()
        )
        place = _make_png(context.fetch(request.place.key).read_bytes()) if request.place else None
        image = replace(request.picture, cast=cast, set_picture=place)
        with context.calling(self.provider(), image) as ledger:
            picture = self.provider().generate(image, ledger)
        if self.provider().capabilities.costs_money:
            findings += _check_picture(request, picture.png, context)
        path = context.path(f"{image.kind}.png")
        path.write_bytes(picture.png)
        return Product(findings, path, _describe(picture))

    def estimate_units(self, request: DrawingRequest) -> Mapping[str, float] | None:
        """Return the most units that the drawing may use up, with as many portraits as it will have."""
        if request.upload:
            return {}
        portraits = tuple(CastPicture(name, b"") for name in request.cast)
        place = b"" if request.place else None
        return self.provider().estimate_units(replace(request.picture, cast=portraits, set_picture=place))

    def save_refusal(self, session: Session, task: Task, refusal: Exception) -> None:
        """Store the verdicts, so that an admin can review them."""
        save_refused_findings(session, task, refusal)


class Draw(Drawing):
    """Draw the still of one shot, and of all others of the same set-up."""

    name = StageName.DRAW

    def prepare(self, source: StageInput) -> DrawingRequest:
        """Read the shot and the film's look. Raises LookupError when the shot was deleted."""
        picture = ImageRequest("panel", source.brief, source.look)
        request = self.make_request(source, picture, make_scene_subject(source.scene))
        return replace(request, upload=source.uploaded_still)

    def save(
        self,
        session: Session,
        task: Task,
        product: Product[Sequence[Finding]],
        files: Mapping[str, Artifact],
    ) -> None:
        """Link the still to all shots of its set-up; an uploaded one stays where it is."""
        save_findings(session, task, product.value or ())
        still, is_uploaded = files[""], TaskInput(session, task).uploaded_still is not None
        for shot in _list_shots(session, task):
            place = replace(get_asset_place(task), scene_id=shot.scene_id, shot_id=shot.id)
            filename = f"shot-{shot.number}{Path(still.storage_key).suffix}"
            AssetService(session).link(still, place, "background", filename)
            if not is_uploaded:
                SceneService(session).show_still(shot.scene_id, still.storage_key, shot.id)


def _describe(picture: Picture) -> dict[str, object]:
    facts = {LAYERED: picture.is_layered, CREDIT: picture.credit}
    return {key: value for key, value in facts.items() if value}


def _make_png(picture: bytes) -> bytes:
    """Return a portrait as PNG: one that its owner has uploaded may be a JPEG or a WebP."""
    with load_upright(picture) as image:
        if image.format == "PNG":
            return picture
        png = io.BytesIO()
        image.convert("RGB").save(png, "PNG")
    return png.getvalue()


def _list_shots(session: Session, task: Task) -> list[Shot]:
    """Return those shots of a still's set-up that are still there; an older task's is the scene's first."""
    if task.shot_id is None:
        return [get_scene(session, task).first_shot]
    found = (session.get(Shot, shot_id) for shot_id in task.params.get("shots", [task.shot_id]))
    return [shot for shot in found if shot is not None]


def _check_picture(request: DrawingRequest, picture: bytes, context: StageContext) -> list[Finding]:
    """Return the findings on an uploaded picture or a paid provider's; [] if pictures are not checked.

    Raises as `check_content` does.
    """
    if not can_check_pictures():
        return []
    of = request.subject
    subject = Subject("picture", (), of.scene_id, of.scene_index, picture, of.character)
    return check_content(context, [subject], request.overridden)
