"""The stage that composes the film from clips, sound track and subtitles."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.film.cards.card import CardKind
from app.film.compose import Chapter, FilmSettings, compose
from app.film.quality import ClipQuality, Measurements, inspect, measure_clip
from app.film.sound.mix import SOUND_VERSION
from app.film.subtitles import Cue, write_srt, write_vtt
from app.film.thumbnail import make_thumbnail
from app.film.track_quality import TrackQuality
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.job.schemas import JobConfig
from app.modules.project.models import Project
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.inputs import Source, StageInput
from app.pipeline.stage import Product, Recipe, Stage
from app.pipeline.stages.draw import CREDIT
from app.pipeline.stages.sound import FilmScene, TrackRequest, make_track, read_track, time_scenes
from app.pipeline.task_rows import get_asset_place, get_job, get_project
from app.pipeline.timed_scene import move_cues

_NOT_OF_FILM = {"voice", "voices", "seed", "transition", "coverage", "titles"}
"""The settings that decide a film by its clips and takes alone."""
EXTRAS = {
    "thumbnail": ("thumbnail", "thumbnail.jpg"),
    "srt": ("subtitle", "subtitles.srt"),
    "vtt": ("subtitle", "subtitles.vtt"),
}
"""The files beside the film: their asset type and the end of their filename."""


@dataclass(frozen=True, slots=True)
class CompositionRequest:
    """The parts of a film and its settings, with one clip for each shot of `heard`.

    `cards` are those of the clips that are cards, by their numbers.
    `sound` is the track; None without audio, in jobs of an earlier version, which have no task for it, and
    where retention has removed it.
    """

    clips: tuple[Source, ...]
    cards: Mapping[int, CardKind]
    chapters: tuple[Chapter, ...]
    heard: TrackRequest
    sound: Source | None
    cues: tuple[Cue, ...]
    config: JobConfig
    title: str
    language: str
    size: tuple[int, int]


class Compose(Stage[CompositionRequest, None]):
    """Compose the film."""

    name = StageName.COMPOSE

    def prepare(self, source: StageInput) -> CompositionRequest:
        """Read clips, takes and track in the order of the film.

        Raises LookupError for a missing clip, ProviderRefused when the film's music was deleted.
        """
        config, project, scenes = source.config, source.project, list(time_scenes(source))
        return CompositionRequest(
            clips=tuple(source.products.get(name) for scene in scenes for name in scene.source.all_clips),
            cards=_number_cards(scenes),
            chapters=tuple(_place_chapters(scenes)),
            heard=read_track(source, scenes),
            sound=source.products.find(source.params.get("sound")),
            cues=tuple(_place_cues(scenes, config.fps)) if config.subtitles != "none" else (),
            config=config,
            title=project.title if config.title is None else config.title,
            language=project.language,
            size=source.look.size,
        )

    def recipe(self, request: CompositionRequest) -> Recipe:
        """Return what decides the film; what its clips and takes contain is in their digests.

        What is heard stands for the track, so that films composed before tracks were stored are found.
        """
        config = request.config.model_dump(exclude=_NOT_OF_FILM)
        heard = request.heard
        return {
            "clips": [clip.digest for clip in request.clips],
            "takes": [take and take.digest for take in heard.takes],
            **({"parts": heard.parts_of_takes} if heard.parts_of_takes else {}),
            "cues": request.cues,
            "moods": heard.moods,
            "turns": heard.turns,
            "ambiences": heard.ambiences,
            "effects": heard.effects,
            "intensities": heard.intensities,
            "music": heard.own_music and heard.own_music.digest,
            "config": config,
            "words": [request.title, request.language],
            **({"chapters": request.chapters} if request.chapters else {}),
            "sound": SOUND_VERSION,
        }

    def make(self, request: CompositionRequest, context: StageContext) -> Product[None]:
        """Compose the film, sum up its quality, and make its thumbnail and subtitle files.

        Raises ProviderRefused for stored music or a take out of bounds.
        """
        film, timeline, config = context.path("film.mp4"), request.heard.timeline, request.config
        track, sound = _fetch_track(request, context)
        clips = [context.fetch(clip.key) for clip in request.clips]
        soft_cues = request.cues if config.subtitles == "soft" else ()
        settings = FilmSettings(
            request.title, request.language, soft_cues, _list_credits(request), request.chapters
        )
        compose(
            clips, track, timeline, settings, film, lambda share: context.report_progress(0.3 + 0.5 * share)
        )
        volume = config.audio_volume if config.audio else None
        measured = Measurements(tuple(_measure_clips(request, clips)), sound, volume, request.cards)
        report = inspect(film, timeline, measured, request.cues)
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


def _list_credits(request: CompositionRequest) -> tuple[str, ...]:
    credits = (clip.meta.get(CREDIT) for clip in request.clips)
    return tuple(dict.fromkeys(credit for credit in credits if credit))


def _write_extras(request: CompositionRequest, context: StageContext) -> dict[str, Path]:
    paths = {"thumbnail": context.path("thumbnail.jpg")}
    paths["thumbnail"].write_bytes(make_thumbnail(context.path("film.mp4")))
    for name, write in (("srt", write_srt), ("vtt", write_vtt)):
        if request.cues:
            paths[name] = context.path(f"subtitles.{name}")
            paths[name].write_text(write(request.cues), encoding="utf-8")
    return paths


def _fetch_track(
    request: CompositionRequest, context: StageContext
) -> tuple[Path, TrackQuality] | tuple[None, None]:
    """Return the film's track and what was measured on it; one that is not stored is made here."""
    if not request.config.audio:
        return None, None
    if request.sound is None:
        return make_track(request.heard, context, lambda share: context.report_progress(0.3 * share))
    return context.fetch(request.sound.key), TrackQuality.load(request.sound.meta)


def _measure_clips(request: CompositionRequest, clips: Sequence[Path]) -> Iterator[ClipQuality]:
    """Yield what was measured on each clip; one that was stored without is measured now."""
    for number, (source, clip) in enumerate(zip(request.clips, clips, strict=True)):
        measured = source.meta.get("quality")
        yield ClipQuality(**measured) if measured else measure_clip(clip, fades_in=number == 0)


def _place_cues(scenes: Iterable[FilmScene], fps: int) -> Iterator[Cue]:
    """Yield the subtitles of all scenes, in seconds from the start of the film."""
    start = 0
    for scene in scenes:
        yield from move_cues(scene.timed.cues, (start + scene.lead_frames) / fps)
        start += scene.frames


def _number_cards(scenes: Iterable[FilmScene]) -> dict[int, CardKind]:
    """Return the cards of a film by the numbers of their clips."""
    cards: dict[int, CardKind] = {}
    first = 0
    for scene in scenes:
        cards |= {first + number: kind for number, kind in scene.cards.items()}
        first += len(scene.clips)
    return cards


def _place_chapters(scenes: Iterable[FilmScene]) -> Iterator[Chapter]:
    """Yield the chapters of a film, each from the first card of its first scene; the first one from 0."""
    start = 0
    for scene in scenes:
        if scene.source.chapter:
            yield Chapter(start, scene.source.chapter)
        start += scene.frames


def name_film(project: Project, job_id: int) -> str:
    """Return a filename without suffix: up to 80 letters, digits and dashes of the title, and the job id."""
    safe = "".join(c if c.isalnum() else "-" for c in project.title).strip("-")
    words = "-".join(word for word in safe.split("-") if word)[:80]
    return f"{words or 'film'}-{job_id}"
