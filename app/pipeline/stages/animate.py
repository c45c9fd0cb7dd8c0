"""Make a scene's still move, for as long as its narration lasts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import av
from sqlalchemy.orm import Session

from app.film.clip import ClipPlan, Ending
from app.film.conform import CONFORM_VERSION, ClipEmpty, conform
from app.film.subtitles import Cue, cues
from app.film.timeline import shot_frames
from app.film.words import Word, timed
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.job.schemas import JobConfig
from app.modules.job.state import JobStatus
from app.modules.scene.models import Scene
from app.modules.task.models import Task
from app.pipeline.advance import project_of
from app.pipeline.sources import Source, Sources, config_of, look_of, made_for, named, scene_of
from app.pipeline.stage import Product, Stage, Submitted
from app.pipeline.workbench import Workbench
from app.providers.errors import ProviderBusy
from app.providers.registry import video_provider
from app.providers.video.base import ClipRequest, VideoProvider
from app.vocabulary.timing import LEAD_SEC


@dataclass(frozen=True, slots=True)
class ClipOrder:
    """What is needed for one clip: the stills by digest and key, and the plan."""

    still: Source
    plan: ClipPlan
    prompt: str
    previous: Source | None


class Animate(Stage[ClipOrder]):
    """Animate one scene."""

    name = "animate"
    status = JobStatus.GENERATING_VIDEO

    def provider(self) -> VideoProvider:
        """Give whoever animates."""
        return video_provider()

    def prepare(self, session: Session, task: Task) -> ClipOrder:
        """Read still and take of the scene, and how the scene before ends if it dissolves into this one."""
        sources, config, scene = made_for(session, task), config_of(session, task), scene_of(session, task)
        take = sources.get("narrate", scene.id)
        frames = frames_of(task.params, take, config)
        previous, ending = self._previous(session, task, sources, config)
        plan = ClipPlan(
            frames=frames,
            fps=config.fps,
            size=look_of(project_of(session, task), config).size,
            move=scene.camera_move,
            cues=clip_cues(task.params, take, frames, config) if config.subtitles == "burned" else (),
            previous=ending,
            fade_in=task.params["is_first"],
            fade_out=task.params["is_last"],
        )
        return ClipOrder(sources.require("draw", scene.id), plan, scene.background_prompt, previous)

    def recipe(self, request: ClipOrder) -> dict[str, Any]:
        """Say what is filmed; a dissolve includes the picture it begins with."""
        return {
            **named(self.provider()),
            "still": request.still.digest,
            "previous": request.previous and request.previous.digest,
            "plan": request.plan,
            "prompt": request.prompt if self.provider().costs_money else "",
            **({} if self._keeps_to_plan else {"conform": CONFORM_VERSION}),
        }

    def make(self, request: ClipOrder, bench: Workbench) -> Product | Submitted:
        """Film it, or have it filmed."""
        order = ClipRequest(
            still=bench.fetch(request.still.key),
            plan=request.plan,
            prompt=request.prompt,
            previous_still=bench.fetch(request.previous.key) if request.previous else None,
        )
        target = bench.path("clip.mp4")
        with bench.calling(self.provider(), request):
            handle = self.provider().submit(order, target, bench.counting(request.plan.frames))
        return Submitted(handle) if handle else self._product(request, bench)

    def poll(self, request: ClipOrder, handle: str, bench: Workbench) -> Product | Submitted:
        """Fetch the clip if it is done."""
        is_done = self.provider().poll(handle, bench.path("clip.mp4"))
        return self._product(request, bench) if is_done else Submitted(handle)

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Link the clip to its project."""
        number = scene_of(session, task).scene_index + 1
        AssetService(session).link(files[""], task, "clip", f"clip-{number:03d}.mp4")

    @property
    def _keeps_to_plan(self) -> bool:
        return bool(getattr(self.provider(), "keeps_to_plan", False))

    def _product(self, request: ClipOrder, bench: Workbench) -> Product:
        clip, plan = bench.path("clip.mp4"), request.plan
        if not self._keeps_to_plan:
            vendors = clip.rename(bench.path("vendors-clip.mp4"))
            try:
                conform(vendors, plan, clip, bench.counting(plan.frames))
            except OSError:
                raise  # A disk's fault, and no vendor's, though the library calls both by one name.
            except (av.FFmpegError, ClipEmpty) as error:
                raise ProviderBusy(f"{self.provider().name} sent a clip that can't be read.") from error
        return Product(clip, {"frames": plan.frames, "fps": plan.fps})

    @staticmethod
    def _previous(
        session: Session, task: Task, sources: Sources, config: JobConfig
    ) -> tuple[Source | None, Ending | None]:
        scene_id = task.params.get("before_scene_id")
        scene = session.get(Scene, scene_id) if scene_id else None
        if scene is None:
            return None, None
        frames = frames_of(task.params["before"], sources.get("narrate", scene.id), config)
        return sources.require("draw", scene.id), Ending(scene.camera_move, frames)


def frames_of(timing: Mapping[str, Any], take: Source | None, config: JobConfig) -> int:
    """Count a shot's frames: fixed by the timing plan, or as long as its narration needs."""
    if timing["frames"]:
        return int(timing["frames"])
    spoken = take.meta["seconds"] if take and take.is_heard else None
    minimum = {"minimum": timing["minimum_sec"]} if timing["minimum_sec"] else {}
    return shot_frames(spoken, config.fps, **minimum)


def clip_cues(
    timing: Mapping[str, Any], take: Source | None, frames: int, config: JobConfig
) -> tuple[Cue, ...]:
    """Cut what is spoken into subtitles in the clip's own time; without a take they are spread evenly."""
    end = frames / config.fps
    if take is None:
        words = timed(timing["narration"], max(0.5, end - 2 * LEAD_SEC), LEAD_SEC)
    else:
        words = tuple(
            Word(text, start + LEAD_SEC, stop + LEAD_SEC) for text, start, stop in take.meta["words"]
        )
    return cues(words, end)
