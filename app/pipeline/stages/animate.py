"""The stage that animates a scene's still into a clip as long as its narration."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

import av
from sqlalchemy.orm import Session

from app.film.clip import ClipPlan, Ending
from app.film.conform import CONFORM_VERSION, ClipEmpty, conform
from app.film.subtitles import Cue, cut_cues
from app.film.timeline import shot_frames
from app.film.words import Word, time_words
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.job.schemas import JobConfig
from app.modules.scene.models import Scene
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.inputs import Source, StageInput, get_asset_place, get_scene, identify_provider
from app.pipeline.stage import Product, Recipe, Stage, Submitted
from app.providers.errors import ProviderBusy
from app.providers.registry import video_provider
from app.providers.video.base import ClipRequest, VideoProvider
from app.vocabulary.timing import LEAD_SEC


class Timing(TypedDict):
    """The task parameters from which a shot's length is computed: frames, or the least seconds."""

    frames: int | None
    minimum_sec: float | None


@dataclass(frozen=True, slots=True)
class AnimationRequest:
    """One clip: its still, its plan, and the still of the scene before where a dissolve begins it."""

    still: Source
    plan: ClipPlan
    prompt: str
    previous: Source | None


class Animate(Stage[AnimationRequest, None]):
    """Animate one scene."""

    name = StageName.ANIMATE

    def provider(self) -> VideoProvider:
        """Return the video provider."""
        return video_provider()

    def prepare(self, source: StageInput) -> AnimationRequest:
        """Read the scene's still and take, and the end of the scene before where it dissolves into this one.

        Raises LookupError when the scene or its still is missing.
        """
        config, scene, params = source.config, source.scene, source.params
        take = source.products.find(StageName.NARRATE, scene.id)
        timing = Timing(frames=params["frames"], minimum_sec=params["minimum_sec"])
        frames = count_frames(timing, take, config)
        previous, ending = _read_previous(source)
        cues = make_cues(params["narration"], take, frames, config) if config.subtitles == "burned" else ()
        plan = ClipPlan(
            frames=frames,
            fps=config.fps,
            size=source.look.size,
            move=scene.camera_move,
            cues=cues,
            previous=ending,
            fade_in=params["is_first"],
            fade_out=params["is_last"],
        )
        still = source.products.get(StageName.DRAW, scene.id)
        return AnimationRequest(still, plan, scene.background_prompt, previous)

    def recipe(self, request: AnimationRequest) -> Recipe:
        """Return what decides the clip, with the still that a dissolve begins with."""
        capabilities = self.provider().capabilities
        return {
            **identify_provider(self.provider()),
            "still": request.still.digest,
            "previous": request.previous and request.previous.digest,
            "plan": request.plan,
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
        number = get_scene(session, task).scene_index + 1
        AssetService(session).link(files[""], get_asset_place(task), "clip", f"clip-{number:03d}.mp4")

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
        return Product(None, clip, {"frames": plan.frames, "fps": plan.fps})


def _read_previous(source: StageInput) -> tuple[Source | None, Ending | None]:
    """Return the still of the scene before and the end of its clip; (None, None) without a dissolve."""
    scene_id = source.params.get("before_scene_id")
    scene = source.session.get(Scene, scene_id) if scene_id else None
    if scene is None:
        return None, None
    take = source.products.find(StageName.NARRATE, scene.id)
    before = source.params["before"]
    timing = Timing(frames=before["frames"], minimum_sec=before["minimum_sec"])
    frames = count_frames(timing, take, source.config)
    return source.products.get(StageName.DRAW, scene.id), Ending(scene.camera_move, frames)


def count_frames(timing: Timing, take: Source | None, config: JobConfig) -> int:
    """Return a shot's length in frames: that of the timing plan, or as many as its narration needs."""
    if timing["frames"]:
        return timing["frames"]
    spoken = take.meta["seconds"] if take and take.is_audible else None
    minimum = {"minimum": timing["minimum_sec"]} if timing["minimum_sec"] else {}
    return shot_frames(spoken, config.fps, **minimum)


def make_cues(narration: str, take: Source | None, frames: int, config: JobConfig) -> tuple[Cue, ...]:
    """Return the subtitles of a narration, timed in seconds from the start of the clip.

    Without a take the words are timed by the speech clock over the clip's length.
    """
    end = frames / config.fps
    if take is None:
        words = time_words(narration, max(0.5, end - 2 * LEAD_SEC), LEAD_SEC)
    else:
        words = tuple(
            Word(text, start + LEAD_SEC, stop + LEAD_SEC) for text, start, stop in take.meta["words"]
        )
    return cut_cues(words, end)
