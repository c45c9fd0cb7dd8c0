"""The stage that makes the film's whole sound track, beside its clips."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from app.film.quality import TrackQuality, measure_track
from app.film.sound.mix import SOUND_VERSION, Music, TrackSettings, write_track
from app.film.sound.source import SoundUnfit
from app.film.timeline import TimedShot, Timeline
from app.modules.asset.models import Asset
from app.modules.scene.models import Scene
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.film_plan import SceneSource
from app.pipeline.inputs import Source, StageInput, make_source
from app.pipeline.older_tasks import list_scene_sources
from app.pipeline.stage import Product, Recipe, Stage
from app.pipeline.timed_scene import TimedScene
from app.providers.errors import ProviderRefused


@dataclass(frozen=True, slots=True)
class FilmScene:
    """A scene of a film, timed by its take."""

    source: SceneSource
    row: Scene
    take: Source | None
    timed: TimedScene


@dataclass(frozen=True, slots=True)
class TrackRequest:
    """What is heard in a film: `takes` and `moods` have one item a shot, `volume` goes from 0 to 1."""

    timeline: Timeline
    takes: tuple[Source | None, ...]
    moods: tuple[str, ...]
    music: str
    own_music: Source | None
    volume: float

    @property
    def parts_of_takes(self) -> list[tuple[float, float | None]]:
        """Where in its take each shot begins, and how much of it is heard; [] for whole takes only."""
        parts = [(shot.take_sec, shot.narration_sec) for shot in self.timeline.shots]
        return parts if any(start for start, _ in parts) else []


class Sound(Stage[TrackRequest, None]):
    """Make the sound track of the film."""

    name = StageName.SOUND

    def prepare(self, source: StageInput) -> TrackRequest:
        """Read the takes in the order of the film. Raises ProviderRefused when its music was deleted."""
        return read_track(source, list(time_scenes(source)))

    def recipe(self, request: TrackRequest) -> Recipe:
        """Return what decides the track: takes, where they are heard, and the music."""
        return {
            "timeline": request.timeline,
            "takes": [take.digest if take and take.is_audible else None for take in request.takes],
            "music": request.own_music.digest if request.own_music else request.music,
            "moods": request.moods if request.music == "bed" else (),
            "volume": request.volume,
            "sound": SOUND_VERSION,
        }

    def make(self, request: TrackRequest, context: StageContext) -> Product[None]:
        """Mix and encode the track; `meta` has its length, loudness and peak. Raises ProviderRefused."""
        track, quality = make_track(request, context, context.report_progress)
        return Product(None, track, asdict(quality))


def time_scenes(source: StageInput) -> Iterator[FilmScene]:
    """Yield the scenes of a film in order, each timed by its take."""
    rows = {scene.id: scene for scene in source.scenes}
    for scene in list_scene_sources(source):
        row, take = rows[scene.scene_id], source.products.find(scene.take)
        yield FilmScene(scene, row, take, TimedScene(scene.length, take, row, source.config.fps))


def read_track(source: StageInput, scenes: Sequence[FilmScene]) -> TrackRequest:
    """Return what is heard in the scenes of a film. Raises ProviderRefused when its music was deleted."""
    heard: list[tuple[TimedShot, FilmScene]] = [(shot, one) for one in scenes for shot in one.timed.shots]
    config = source.config
    return TrackRequest(
        timeline=Timeline(config.fps, tuple(shot for shot, _ in heard)),
        takes=tuple(scene.take for _, scene in heard),
        moods=tuple(scene.row.mood for _, scene in heard),
        music=config.music if isinstance(config.music, str) else "own",
        own_music=_read_own_music(source),
        volume=config.audio_volume,
    )


def make_track(
    request: TrackRequest, context: StageContext, on_progress: Callable[[float], None]
) -> tuple[Path, TrackQuality]:
    """Mix and encode a film's sound, and measure it. Raises ProviderRefused for sound out of bounds."""
    takes = [context.fetch(take.key) if take and take.is_audible else None for take in request.takes]
    music: Music = "bed" if request.music == "bed" else "none"
    if request.own_music:
        music = context.fetch(request.own_music.key)
    settings, track = TrackSettings(music, request.moods, request.volume), context.path("sound.m4a")
    try:
        write_track(request.timeline, takes, settings, track, lambda share: on_progress(0.9 * share))
    except SoundUnfit as error:
        raise ProviderRefused(f"{error} Replace it, or choose other music.", "asset.rejected") from error
    return track, measure_track(track)


def _read_own_music(source: StageInput) -> Source | None:
    """Return the owner's uploaded music, None where it is not used. Raises ProviderRefused if deleted."""
    if not isinstance(source.config.music, int):
        return None
    asset = source.session.get(Asset, source.config.music)
    if asset is None:
        raise ProviderRefused("The film's music was deleted.", "asset.not_found")
    return make_source(asset)
