"""The sound tracks of the gold stories, made by the pipeline's stages without pictures and database."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, cast

from app.film.brief import Look
from app.film.track_quality import TrackQuality
from app.modules.character.cast import Cast
from app.modules.character.recasting import Recasting
from app.modules.job.schemas import JobConfig
from app.modules.project.models import Project
from app.modules.scene.drafts import scene_from
from app.modules.scene.models import Scene
from app.pipeline.context import StageContext
from app.pipeline.film_plan import PlannedScene, SceneSource
from app.pipeline.inputs import Source, StageInput, TaskRows
from app.pipeline.shot_planner import ShotPlanner
from app.pipeline.speakers import list_lines
from app.pipeline.stages.sound import FilmScene, TrackRequest, make_track, read_track
from app.pipeline.timed_scene import TimedScene
from app.providers.ledger import UnrecordedCalls
from app.providers.registry import speech_provider
from app.providers.speech.base import Speech, SpeechRequest
from app.story.segmentation import read_story
from tests.story.gold.gold import GoldText


@dataclass(frozen=True, slots=True)
class GoldTrack:
    """The track of a gold story: its scenes, what it is made from, its files, and what was measured on it."""

    scenes: Sequence[FilmScene]
    request: TrackRequest
    path: Path
    stems: Path
    quality: TrackQuality

    @property
    def starts(self) -> list[int]:
        """The samples at which the scenes begin."""
        lengths = accumulate((len(scene.clips) for scene in self.scenes), initial=0)
        return [self.request.timeline.start_sample(first) for first in list(lengths)[:-1]]

    @property
    def speakers(self) -> set[str]:
        """The names of those who say something, with "" for the narrator."""
        return {speaker for turns in self.request.turns for speaker, _ in turns}


class _Files:
    """The folder of a track in the place of the storage of a stage."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fetch(self, key: str) -> Path:
        return self._folder / key

    path = fetch


def make_gold_track(text: GoldText, folder: Path) -> GoldTrack:
    """Speak and mix a gold story as a film with default settings."""
    config = JobConfig()
    story = read_story(text.text, text.story_format, text.language)
    scenes = [scene_from(draft, 1, index) for index, draft in enumerate(story.scenes)]
    for number, scene in enumerate(scenes, start=1):
        scene.id = number
    cast_of_story = Cast(Recasting(1, text.text, []).join(story))
    for number, character in enumerate(cast_of_story.characters, start=1):
        character.id = number
    planner = ShotPlanner(config, Look((854, 480)), cast_of_story, text.language, set())
    planned = planner.plan(scenes, [None] * len(scenes))
    filmed = list(_speak(zip(scenes, planned, strict=True), text.language, folder))
    rows = TaskRows(Project(id=1, language=text.language))
    source = StageInput(cast(Any, None), rows, config, {}, is_in_job=True)
    request = read_track(source, filmed)
    stems = folder / "stems.m4a"
    track, quality = make_track(request, cast(StageContext, _Files(folder)), lambda _: None, stems)
    return GoldTrack(filmed, request, track, stems, quality)


def _speak(scenes: Iterable[tuple[Scene, PlannedScene]], language: str, folder: Path) -> Iterator[FilmScene]:
    for scene, planned in scenes:
        lines = list_lines(scene, planned.voices)
        take = speech_provider().speak(
            SpeechRequest(planned.narration, "", language, None, lines), UnrecordedCalls()
        )
        key = f"narration-{scene.id}.wav"
        (folder / key).write_bytes(take.wav)
        source = Source(key, key, _describe(take, {line.character: line.voice for line in lines}))
        timed = TimedScene(planned.length, source, scene, 24)
        yield FilmScene(SceneSource(scene.id, planned.length, (), None), scene, source, timed)


def _describe(take: Speech, voices: dict[str, str]) -> dict[str, Any]:
    words = [[word.text, word.start_sec, word.end_sec] for word in take.words]
    return {"seconds": take.seconds, "words": words, "voices": voices}
