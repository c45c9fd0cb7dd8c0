"""The stage that makes the film's whole sound track, beside its clips."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path

from app.film.cards.card import CardKind
from app.film.sound.ambience import Ambience
from app.film.sound.mix import SOUND_VERSION, write_track
from app.film.sound.soundtrack import Music, Soundtrack, SpotEffect, Take
from app.film.sound.source import SoundUnfit
from app.film.timeline import TimedShot, Timeline
from app.film.track_quality import TrackQuality, measure_track
from app.modules.asset.models import Asset
from app.modules.scene.models import Scene, Shot
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.film_plan import SceneSource
from app.pipeline.inputs import Source, StageInput, make_source
from app.pipeline.older_tasks import list_scene_sources
from app.pipeline.soundscape import CARD_INTENSITY, list_ambiences, list_effects, rate_intensity
from app.pipeline.stage import Product, Recipe, Stage
from app.pipeline.timed_scene import TimedScene
from app.providers.errors import ProviderRefused

STEMS = "stems"
Turns = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class FilmScene:
    """A scene of a film with the cards beside it, timed by its take."""

    source: SceneSource
    row: Scene
    take: Source | None
    timed: TimedScene

    @property
    def clips(self) -> list[TimedShot]:
        """Its shots with the cards beside it, as they follow on the timeline."""
        before, after = (
            [TimedShot(card.frames, lead_sec=0.0) for card in cards]
            for cards in (self.source.cards, self.source.closing)
        )
        return [*before, *self.timed.shots, *after]

    @property
    def cards(self) -> dict[int, CardKind]:
        """Which of its clips are cards, by their numbers."""
        after = len(self.source.cards) + len(self.timed.shots)
        before = {number: card.kind for number, card in enumerate(self.source.cards)}
        return {**before, **{after + number: card.kind for number, card in enumerate(self.source.closing)}}

    @property
    def frames(self) -> int:
        """Its length with its cards in frames."""
        return sum(clip.frames for clip in self.clips)

    @property
    def lead_frames(self) -> int:
        """The length of the cards before it in frames."""
        return sum(card.frames for card in self.source.cards)

    @property
    def filmed_shots(self) -> list[tuple[Scene, Shot] | None]:
        """The shots that its clips show, None for cards; of a scene filmed as one take the first one."""
        before, after = ([None for _ in cards] for cards in (self.source.cards, self.source.closing))
        shots = [(self.row, shot) for shot in self.row.shots[: len(self.timed.shots)]]
        return [*before, *shots, *after]

    @property
    def takes(self) -> list[Source | None]:
        """The take that is heard in each of its clips; None in cards."""
        cards = self.cards
        return [None if number in cards else self.take for number in range(len(self.clips))]

    @property
    def turns(self) -> Turns:
        """Who speaks in its take; the narrator alone in a recording, and in a take of an earlier version."""
        voices = self.take.meta.get("voices", {}) if self.take else {}
        return self.timed.list_turns(frozenset(voices))


@dataclass(frozen=True, slots=True)
class TrackRequest:
    """What is heard in a film: `takes`, `turns`, `moods` and `intensities` have one item a shot.

    The turns of a take are its speakers, and the second from which each speaks. `volume` goes from 0 to 1.
    """

    timeline: Timeline
    takes: tuple[Source | None, ...]
    turns: tuple[Turns, ...]
    moods: tuple[str, ...]
    intensities: tuple[float, ...]
    ambiences: tuple[Ambience, ...]
    effects: tuple[SpotEffect, ...]
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
        """Return what decides the track: takes, where they are heard, music, ambience and effects."""
        return {
            "timeline": request.timeline,
            "takes": [take.digest if take and take.is_audible else None for take in request.takes],
            "turns": request.turns,
            "music": request.own_music.digest if request.own_music else request.music,
            "moods": request.moods if request.music == "bed" else (),
            "intensities": request.intensities,
            "ambiences": request.ambiences,
            "effects": request.effects,
            "volume": request.volume,
            "sound": SOUND_VERSION,
        }

    def make(self, request: TrackRequest, context: StageContext) -> Product[None]:
        """Mix and encode the track and its stems; `meta` has what was measured. Raises ProviderRefused."""
        stems = context.path(f"{STEMS}.m4a")
        track, quality = make_track(request, context, context.report_progress, stems)
        return Product(None, track, asdict(quality), {STEMS: stems})


def time_scenes(source: StageInput) -> Iterator[FilmScene]:
    """Yield the scenes of a film in order, each timed by its take."""
    rows = {scene.id: scene for scene in source.scenes}
    for scene in list_scene_sources(source):
        row, take = rows[scene.scene_id], source.products.find(scene.take)
        yield FilmScene(scene, row, take, TimedScene(scene.length, take, row, source.config.fps))


def read_track(source: StageInput, scenes: Sequence[FilmScene]) -> TrackRequest:
    """Return what is heard in the scenes of a film. Raises ProviderRefused when its music was deleted."""
    heard: list[tuple[TimedShot, FilmScene]] = [(shot, one) for one in scenes for shot in one.clips]
    config = source.config
    timeline = Timeline(config.fps, tuple(shot for shot, _ in heard))
    filmed = [shot for one in scenes for shot in one.filmed_shots]
    firsts = accumulate((len(one.clips) for one in scenes), initial=0)
    starts = [(one.row, timeline.start_sample(first)) for one, first in zip(scenes, firsts, strict=False)]
    return TrackRequest(
        timeline=timeline,
        takes=tuple(take for scene in scenes for take in scene.takes),
        turns=tuple(scene.turns for _, scene in heard),
        moods=tuple(scene.row.mood for _, scene in heard),
        intensities=tuple(rate_intensity(*shot) if shot else CARD_INTENSITY for shot in filmed),
        ambiences=list_ambiences(starts) if config.ambience else (),
        effects=list_effects(filmed, timeline) if config.ambience else (),
        music=config.music if isinstance(config.music, str) else "own",
        own_music=_read_own_music(source),
        volume=config.audio_volume,
    )


def make_track(
    request: TrackRequest,
    context: StageContext,
    on_progress: Callable[[float], None],
    stems: Path | None = None,
) -> tuple[Path, TrackQuality]:
    """Mix and encode a film's sound, and measure it. Raises ProviderRefused for sound out of bounds."""
    soundtrack, track = _fetch_soundtrack(request, context), context.path("sound.m4a")
    try:
        mixed = write_track(
            request.timeline, soundtrack, track, stems, lambda share: on_progress(0.9 * share)
        )
    except SoundUnfit as error:
        raise ProviderRefused(f"{error} Replace it, or choose other music.", "asset.rejected") from error
    return track, measure_track(track, mixed)


def _fetch_soundtrack(request: TrackRequest, context: StageContext) -> Soundtrack:
    takes = [
        Take(context.fetch(take.key), turns) if take and take.is_audible else None
        for take, turns in zip(request.takes, request.turns, strict=True)
    ]
    music: Music = "bed" if request.music == "bed" else "none"
    if request.own_music:
        music = context.fetch(request.own_music.key)
    return Soundtrack(tuple(takes), music, request.moods, request.ambiences, request.effects, request.volume)


def _read_own_music(source: StageInput) -> Source | None:
    """Return the owner's uploaded music, None where it is not used. Raises ProviderRefused if deleted."""
    if not isinstance(source.config.music, int):
        return None
    asset = source.session.get(Asset, source.config.music)
    if asset is None:
        raise ProviderRefused("The film's music was deleted.", "asset.not_found")
    return make_source(asset)
