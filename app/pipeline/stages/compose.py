"""Join clips, narration, music and subtitles into the film."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.film.compose import FilmSettings, compose
from app.film.quality import inspect
from app.film.sound.mix import SOUND_VERSION
from app.film.subtitles import Cue, write_srt, write_vtt
from app.film.thumbnail import make_thumbnail
from app.film.timeline import TimedShot, Timeline
from app.modules.asset.models import Artifact, Asset
from app.modules.asset.service import AssetService
from app.modules.job.schemas import JobConfig
from app.modules.job.state import JobStatus
from app.modules.project.models import Project
from app.modules.task.models import Task
from app.pipeline.advance import project_of
from app.pipeline.sources import (
    Source,
    Sources,
    config_of,
    job_of,
    look_of,
    made_for,
    scenes_of,
    uploaded,
)
from app.pipeline.stage import Product, Stage
from app.pipeline.stages.animate import clip_cues
from app.pipeline.workbench import Workbench
from app.providers.errors import ProviderRefused

EXTRAS = {
    "thumbnail": ("thumbnail", "thumbnail.jpg"),
    "srt": ("subtitle", "subtitles.srt"),
    "vtt": ("subtitle", "subtitles.vtt"),
}
"""The files beside the film: their asset type and name."""


@dataclass(frozen=True, slots=True)
class FilmOrder:
    """What a film is made of, scene by scene, and how."""

    clips: tuple[Source, ...]
    takes: tuple[Source | None, ...]
    cues: tuple[Cue, ...]
    moods: tuple[str, ...]
    music: Source | None
    config: JobConfig
    title: str
    language: str
    size: tuple[int, int]

    @property
    def timeline(self) -> Timeline:
        """The film's shots in order."""
        pairs = zip(self.clips, self.takes, strict=True)
        shots = tuple(
            TimedShot(clip.meta["frames"], take.meta["seconds"] if take and take.is_heard else None)
            for clip, take in pairs
        )
        return Timeline(self.config.fps, shots)


class Compose(Stage[FilmOrder]):
    """Compose the film."""

    name = "compose"
    status = JobStatus.COMPOSING

    def prepare(self, session: Session, task: Task) -> FilmOrder:
        """Read clips and takes in the order of the scenes."""
        sources, config = made_for(session, task), config_of(session, task)
        project, scenes = project_of(session, task), scenes_of(session, task.project_id)
        takes = tuple(sources.get("narrate", scene.id) for scene in scenes)
        return FilmOrder(
            clips=tuple(sources.require("animate", scene.id) for scene in scenes),
            takes=takes,
            cues=self._cues(scenes, sources, config),
            moods=tuple(scene.mood for scene in scenes),
            music=self._music(session, config),
            config=config,
            title=project.title if config.title is None else config.title,
            language=project.language,
            size=look_of(project, config).size,
        )

    def recipe(self, request: FilmOrder) -> dict[str, Any]:
        """Say what the film is joined from."""
        config = request.config.model_dump(exclude={"voice", "seed", "transition"})
        return {
            "clips": [clip.digest for clip in request.clips],
            "takes": [take and take.digest for take in request.takes],
            "cues": request.cues,
            "moods": request.moods,
            "music": request.music and request.music.digest,
            "config": config,
            "words": [request.title, request.language],
            "sound": SOUND_VERSION,
        }

    def make(self, request: FilmOrder, bench: Workbench) -> Product:
        """Compose the film, look at it once more, and take its thumbnail."""
        film, timeline, config = bench.path("film.mp4"), request.timeline, request.config
        clips = [bench.fetch(clip.key) for clip in request.clips]
        takes = [bench.fetch(take.key) if take and take.is_heard else None for take in request.takes]
        music = bench.fetch(request.music.key) if request.music else config.music
        settings = FilmSettings(
            title=request.title,
            language=request.language,
            has_audio=config.audio,
            audio_volume=config.audio_volume,
            music=music if isinstance(music, Path) or music == "bed" else "none",
            moods=request.moods,
            soft_cues=request.cues if config.subtitles == "soft" else (),
        )
        compose(clips, takes, timeline, settings, film, lambda share: bench.progress(0.8 * share))
        report = inspect(film, timeline, request.cues, config.audio_volume if config.audio else None)
        bench.progress(0.95)
        return Product(film, self._facts(request, timeline, asdict(report)), self._extras(request, bench))

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Show the film on its job."""
        job, project = job_of(session, task), project_of(session, task)
        assets, film = AssetService(session), files[""]
        linked = assets.link(film, task, "film", f"{filename(project, job.id)}.mp4")
        for name, (asset_type, ending) in EXTRAS.items():
            if name in files:
                assets.link(files[name], task, asset_type, f"{filename(project, job.id)}-{ending}")
        job.film_key = linked.storage_key
        job.thumbnail_key = files["thumbnail"].storage_key
        facts = {name: film.meta[name] for name in ("duration_sec", "width", "height")}
        job.film = {**facts, "size_bytes": film.size_bytes, "sha256": film.sha256}
        for problem in film.meta["quality"]["problems"]:
            job.emit("log", message=problem)

    @staticmethod
    def _facts(request: FilmOrder, timeline: Timeline, report: dict[str, Any]) -> dict[str, Any]:
        width, height = request.size
        plain = json.loads(json.dumps(report))
        return {"duration_sec": timeline.seconds, "width": width, "height": height, "quality": plain}

    @staticmethod
    def _extras(request: FilmOrder, bench: Workbench) -> dict[str, Path]:
        paths = {"thumbnail": bench.path("thumbnail.jpg")}
        paths["thumbnail"].write_bytes(make_thumbnail(bench.path("film.mp4")))
        for name, write in (("srt", write_srt), ("vtt", write_vtt)):
            if request.cues:
                paths[name] = bench.path(f"subtitles.{name}")
                paths[name].write_text(write(request.cues), encoding="utf-8")
        return paths

    @staticmethod
    def _cues(scenes: Any, sources: Sources, config: JobConfig) -> tuple[Cue, ...]:
        """Move each scene's subtitles to where its clip begins."""
        if config.subtitles == "none":
            return ()
        moved, start = [], 0
        for scene in scenes:
            frames = sources.require("animate", scene.id).meta["frames"]
            timing = {"narration": scene.narration}
            for cue in clip_cues(timing, sources.get("narrate", scene.id), frames, config):
                offset = start / config.fps
                moved.append(Cue(cue.start_sec + offset, cue.end_sec + offset, cue.text))
            start += frames
        return tuple(moved)

    @staticmethod
    def _music(session: Session, config: JobConfig) -> Source | None:
        """Find the owner's own music. Raises ProviderRefused when it was deleted meanwhile."""
        if not isinstance(config.music, int):
            return None
        asset = session.get(Asset, config.music)
        if asset is None:
            raise ProviderRefused("The film's music was deleted.", "asset.not_found")
        return uploaded(asset)


def filename(project: Project, job_id: int) -> str:
    """Name a film after its project, in characters that every file system takes."""
    kept = "".join(c if c.isalnum() else "-" for c in project.title).strip("-")
    words = "-".join(word for word in kept.split("-") if word)[:80]
    return f"{words or 'film'}-{job_id}"
