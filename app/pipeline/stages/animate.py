"""The stage that animates a still into a clip as long as the words that are heard in it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import av
from sqlalchemy.orm import Session

from app.film.captions import CAPTION_VERSION
from app.film.clip import ClipPlan, Ending
from app.film.conform import CONFORM_VERSION, ClipEmpty, conform
from app.film.quality import measure_clip
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.scene.models import Scene
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.acting import find_acting
from app.pipeline.context import StageContext
from app.pipeline.film_plan import ClipSource
from app.pipeline.inputs import Source, StageInput, identify_provider
from app.pipeline.older_tasks import read_clip_params
from app.pipeline.stage import Product, Recipe, Stage, Submitted
from app.pipeline.stages.draw import CREDIT, LAYERED
from app.pipeline.task_rows import get_asset_place, name_place
from app.pipeline.timed_scene import TimedScene
from app.providers.errors import ProviderBusy
from app.providers.registry import video_provider
from app.providers.video.base import ClipRequest, VideoProvider


@dataclass(frozen=True, slots=True)
class AnimationRequest:
    """One clip: its still, its plan, and the still of the shot before where a dissolve begins it."""

    still: Source
    plan: ClipPlan
    prompt: str
    previous: Source | None


class Animate(Stage[AnimationRequest, None]):
    """Animate one shot, or a whole scene that is filmed as one take."""

    name = StageName.ANIMATE

    def provider(self) -> VideoProvider:
        """Return the video provider."""
        return video_provider()

    def prepare(self, source: StageInput) -> AnimationRequest:
        """Read still and take, and the end of the shot before where it dissolves into this one.

        Raises LookupError when the scene or its still is missing.
        """
        config, clip = source.config, read_clip_params(source)
        scene = _time_scene(source, clip.source)
        ending = clip.before
        plan = ClipPlan(
            frames=scene.shots[clip.source.at].frames,
            fps=config.fps,
            size=source.look.size,
            move=clip.source.move,
            cues=scene.list_cues_of(clip.source.at) if config.subtitles == "burned" else (),
            previous=_find_ending(source, ending) if ending else None,
            fade_in=clip.is_first or clip.fades_in,
            fade_out=clip.is_last or clip.fades_out,
            acting=find_acting(source, scene.list_words_of(clip.source.at)),
        )
        still = source.products.get(clip.source.still)
        previous = source.products.get(ending.still) if ending else None
        return AnimationRequest(still, plan, _get_prompt(source), previous)

    def recipe(self, request: AnimationRequest) -> Recipe:
        """Return what decides the clip, with the still that a dissolve begins with."""
        capabilities = self.provider().capabilities
        return {
            **identify_provider(self.provider()),
            "still": request.still.digest,
            "previous": request.previous and request.previous.digest,
            "plan": request.plan,
            **({"captions": CAPTION_VERSION} if request.plan.cues else {}),
            "prompt": request.prompt if capabilities.costs_money else "",
            **({} if capabilities.follows_plan else {"conform": CONFORM_VERSION}),
        }

    def make(self, request: AnimationRequest, context: StageContext) -> Product[None] | Submitted:
        """Make the clip, or submit it to a provider that works asynchronously.

        Raises ProviderBusy, ProviderRefused or TaskStopped.
        """
        clip = ClipRequest(
            still=context.fetch(request.still.key),
            plan=request.plan,
            prompt=request.prompt,
            previous_still=context.fetch(request.previous.key) if request.previous else None,
            is_layered=_is_layered(request.still),
            is_previous_layered=_is_layered(request.previous),
        )
        target, on_frame = context.path("clip.mp4"), context.make_progress_callback(request.plan.frames)
        with context.calling(self.provider(), request) as ledger:
            handle = self.provider().submit(clip, target, on_frame, ledger)
        return Submitted(handle) if handle else self._product(request, context)

    def poll(
        self, request: AnimationRequest, handle: str, context: StageContext
    ) -> Product[None] | Submitted:
        """Return the clip if it is complete, else Submitted. Raises ProviderBusy or ProviderRefused."""
        is_complete = self.provider().poll(handle, context.path("clip.mp4"))
        return self._product(request, context) if is_complete else Submitted(handle)

    def estimate_units(self, request: AnimationRequest) -> Mapping[str, float] | None:
        """Return {} for a provider that costs nothing, else None: the units are not known before."""
        return None if self.provider().capabilities.costs_money else {}

    def save(
        self, session: Session, task: Task, product: Product[None], files: Mapping[str, Artifact]
    ) -> None:
        """Link the clip to its project."""
        filename = f"clip-{name_place(session, task)}.mp4"
        AssetService(session).link(files[""], get_asset_place(task), "clip", filename)

    def _product(self, request: AnimationRequest, context: StageContext) -> Product[None]:
        clip, plan = context.path("clip.mp4"), request.plan
        capabilities = self.provider().capabilities
        if not capabilities.follows_plan:
            vendor_clip = clip.rename(context.path("vendor-clip.mp4"))
            try:
                conform(vendor_clip, plan, clip, context.make_progress_callback(plan.frames))
            except OSError:
                raise  # The library's errors are OSErrors too; one of another type comes from the disk.
            except (av.FFmpegError, ClipEmpty) as error:
                raise ProviderBusy(f"{capabilities.name} sent a clip that can't be read.") from error
        context.check()
        quality = asdict(measure_clip(clip, fades_in=plan.fade_in, is_held=plan.move == "static"))
        facts = {"frames": plan.frames, "fps": plan.fps, "quality": quality}
        credit = request.still.meta.get(CREDIT)
        return Product(None, clip, {**facts, CREDIT: credit} if credit else facts)


def _is_layered(still: Source | None) -> bool:
    return still is not None and bool(still.meta.get(LAYERED))


def _get_prompt(source: StageInput) -> str:
    """Return what a shot shows in words; those of the place for a whole scene."""
    shot = source.shot if source.is_of_shot else None
    return (shot and (shot.prompt or shot.action)) or source.scene.background_prompt


def _time_scene(source: StageInput, clip: ClipSource) -> TimedScene:
    """Return the scene of a clip with its timing. Raises LookupError when the scene was deleted."""
    scene = source.session.get(Scene, clip.scene_id) if clip.scene_id != source.scene.id else source.scene
    if scene is None:
        raise LookupError(f"There is no scene {clip.scene_id}.")
    take = source.products.find(clip.take)
    return TimedScene(clip.length, take, scene, source.config.fps)


def _find_ending(source: StageInput, clip: ClipSource) -> Ending:
    return Ending(clip.move, _time_scene(source, clip).shots[clip.at].frames)
