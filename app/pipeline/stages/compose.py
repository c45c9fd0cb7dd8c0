"""The stage that composes the film from clips, narration, music and subtitles."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.film.compose import FilmSettings, compose
from app.film.quality import inspect
from app.film.sound.mix import SOUND_VERSION
from app.film.sound.source import SoundUnfit
from app.film.subtitles import Cue, write_srt, write_vtt
from app.film.thumbnail import make_thumbnail
from app.film.timeline import TimedShot, Timeline
from app.modules.asset.models import Artifact, Asset
from app.modules.asset.service import AssetService
from app.modules.job.schemas import JobConfig
from app.modules.project.models import Project
from app.modules.scene.models import Scene
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.film_plan import SceneSource
from app.pipeline.inputs import Source, StageInput, get_asset_place, get_job, get_project, make_source
from app.pipeline.older_tasks import list_scene_sources
from app.pipeline.stage import Product, Recipe, Stage
from app.pipeline.timed_scene import TimedScene, move_cues
from app.providers.errors import ProviderRefused

EXTRAS = {
    "thumbnail": ("thumbnail", "thumbnail.jpg"),
    "srt": ("subtitle", "subtitles.srt"),
    "vtt": ("subtitle", "subtitles.vtt"),
}
"""The files beside the film: their asset type and the end of their filename."""


@dataclass(frozen=True, slots=True)
class CompositionRequest:
    """The parts of a film and its settings; `clips`, `shots`, `takes` and `moods` have one item a clip."""

    clips: tuple[Source, ...]
    shots: tuple[TimedShot, ...]
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
        return Timeline(self.config.fps, self.shots)

    @property
    def parts_of_takes(self) -> list[tuple[float, float | None]]:
        """Where in its take each shot begins, and how much of it is heard; [] for whole takes only."""
        parts = [(shot.take_sec, shot.narration_sec) for shot in self.shots]
        return parts if any(start for start, _ in parts) else []


class Compose(Stage[CompositionRequest, None]):
    """Compose the film."""

    name = StageName.COMPOSE

    def prepare(self, source: StageInput) -> CompositionRequest:
        """Read clips and takes in the order of the film.

        Raises LookupError for a missing clip, ProviderRefused when the film's music was deleted.
        """
        config, project, parts = source.config, source.project, _FilmParts(source)
        return CompositionRequest(
            clips=tuple(parts.clips),
            shots=tuple(parts.shots),
            takes=tuple(parts.takes),
            cues=tuple(parts.cues),
            moods=tuple(parts.moods),
            music=_read_music(source),
            config=config,
            title=project.title if config.title is None else config.title,
            language=project.language,
            size=source.look.size,
        )

    def recipe(self, request: CompositionRequest) -> Recipe:
        """Return what decides the film; what its clips and takes contain is in their digests."""
        config = request.config.model_dump(exclude={"voice", "seed", "transition", "coverage"})
        return {
            "clips": [clip.digest for clip in request.clips],
            "takes": [take and take.digest for take in request.takes],
            **({"parts": request.parts_of_takes} if request.parts_of_takes else {}),
            "cues": request.cues,
            "moods": request.moods,
            "music": request.music and request.music.digest,
            "config": config,
            "words": [request.title, request.language],
            "sound": SOUND_VERSION,
        }

    def make(self, request: CompositionRequest, context: StageContext) -> Product[None]:
        """Compose the film, measure its quality, and make its thumbnail and subtitle files.

        Raises ProviderRefused for stored music or a take out of bounds.
        """
        film, timeline, config = context.path("film.mp4"), request.timeline, request.config
        clips = [context.fetch(clip.key) for clip in request.clips]
        takes = [context.fetch(take.key) if take and take.is_audible else None for take in request.takes]
        music = context.fetch(request.music.key) if request.music else config.music
        settings = FilmSettings(
            title=request.title,
            language=request.language,
            has_audio=config.audio,
            audio_volume=config.audio_volume,
            music=music if isinstance(music, Path) or music == "bed" else "none",
            moods=request.moods,
            soft_cues=request.cues if config.subtitles == "soft" else (),
        )
        try:
            compose(
                clips, takes, timeline, settings, film, lambda share: context.report_progress(0.8 * share)
            )
        except SoundUnfit as error:
            raise ProviderRefused(f"{error} Replace it, or choose other music.", "asset.rejected") from error
        report = inspect(film, timeline, request.cues, config.audio_volume if config.audio else None)
        context.report_progress(0.95)
        width, height = request.size
        # The report's numbers become plain JSON numbers, because `meta` is stored as JSON.
        quality = json.loads(json.dumps(asdict(report)))
        facts = {"duration_sec": timeline.seconds, "width": width, "height": height, "quality": quality}
        return Product(None, film, facts, _write_extras(request, context))

    def save(
        self, session: Session, task: Task, product: Product[None], files: Mapping[str, Artifact]
    ) -> None:
        """Link the film and its files to the project, and store the film's keys and facts on the job."""
        job, project = get_job(session, task), get_project(session, task)
        assets, film, place = AssetService(session), files[""], get_asset_place(task)
        linked = assets.link(film, place, "film", f"{name_film(project, job.id)}.mp4")
        for name, (asset_type, ending) in EXTRAS.items():
            if name in files:
                assets.link(files[name], place, asset_type, f"{name_film(project, job.id)}-{ending}")
        job.film_key = linked.storage_key
        job.thumbnail_key = files["thumbnail"].storage_key
        facts = {name: film.meta[name] for name in ("duration_sec", "width", "height")}
        job.film = {**facts, "size_bytes": film.size_bytes, "sha256": film.sha256}
        for problem in film.meta["quality"]["problems"]:
            job.emit("log", message=problem)


def _write_extras(request: CompositionRequest, context: StageContext) -> dict[str, Path]:
    paths = {"thumbnail": context.path("thumbnail.jpg")}
    paths["thumbnail"].write_bytes(make_thumbnail(context.path("film.mp4")))
    for name, write in (("srt", write_srt), ("vtt", write_vtt)):
        if request.cues:
            paths[name] = context.path(f"subtitles.{name}")
            paths[name].write_text(write(request.cues), encoding="utf-8")
    return paths


class _FilmParts:
    """The clips of a film with what is heard and seen in each, in order; cues in seconds from its start."""

    def __init__(self, source: StageInput) -> None:
        self.clips: list[Source] = []
        self.shots: list[TimedShot] = []
        self.takes: list[Source | None] = []
        self.moods: list[str] = []
        self.cues: list[Cue] = []
        self._has_cues, self._fps = source.config.subtitles != "none", source.config.fps
        self._products, self._frames = source.products, 0
        rows = {scene.id: scene for scene in source.scenes}
        for scene in list_scene_sources(source):
            self._add(scene, rows[scene.scene_id])

    def _add(self, scene: SceneSource, row: Scene) -> None:
        take = self._products.find(scene.take)
        timed = TimedScene(scene.length, take, row.narration, self._fps)
        if self._has_cues:
            self.cues += move_cues(timed.cues, self._frames / self._fps)
        for name, shot in zip(scene.clips, timed.shots, strict=True):
            self.clips.append(self._products.get(name))
            self.shots.append(shot)
            self.takes.append(take)
            self.moods.append(row.mood)
        self._frames += timed.frames


def _read_music(source: StageInput) -> Source | None:
    """Return the owner's uploaded music, None where it is not used. Raises ProviderRefused if deleted."""
    if not isinstance(source.config.music, int):
        return None
    asset = source.session.get(Asset, source.config.music)
    if asset is None:
        raise ProviderRefused("The film's music was deleted.", "asset.not_found")
    return make_source(asset)


def name_film(project: Project, job_id: int) -> str:
    """Return a filename without suffix: up to 80 letters, digits and dashes of the title, and the job id."""
    safe = "".join(c if c.isalnum() else "-" for c in project.title).strip("-")
    words = "-".join(word for word in safe.split("-") if word)[:80]
    return f"{words or 'film'}-{job_id}"
