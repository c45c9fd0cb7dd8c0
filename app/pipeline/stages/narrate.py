"""Speak a scene's narration."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from app.film.timeline import LEAD_SEC, TAIL_SEC
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.job.state import JobStatus
from app.modules.scene.models import Scene
from app.modules.task.models import Task
from app.pipeline.advance import project_of
from app.pipeline.sources import config_of, named, scene_of
from app.pipeline.stage import Product, Stage
from app.pipeline.workbench import Workbench
from app.providers.registry import speech_provider
from app.providers.speech.base import Line, SpeechProvider, SpeechRequest

SHORTEST_TAKE_SEC = 0.3


class Narrate(Stage[SpeechRequest]):
    """Speak one scene's narration."""

    name = "narrate"
    status = JobStatus.GENERATING_AUDIO

    def provider(self) -> SpeechProvider:
        """Give whoever speaks."""
        return speech_provider()

    def prepare(self, session: Session, task: Task) -> SpeechRequest:
        """Read what is spoken, by whom, and how long it may take where the scene's length is fixed."""
        config, frames = config_of(session, task), task.params["frames"]
        room = max(SHORTEST_TAKE_SEC, frames / config.fps - LEAD_SEC - TAIL_SEC) if frames else None
        return SpeechRequest(
            text=task.params["narration"],
            voice=config.voice or "",
            language=project_of(session, task).language,
            max_seconds=room,
            lines=lines_of(scene_of(session, task))
            if getattr(speech_provider(), "casts_voices", False)
            else (),
        )

    def recipe(self, request: SpeechRequest) -> dict[str, Any]:
        """Say what is spoken."""
        return {**named(self.provider()), "request": request}

    def make(self, request: SpeechRequest, bench: Workbench) -> Product:
        """Speak it."""
        with bench.calling(self.provider(), request):
            speech = self.provider().speak(request)
        path = bench.path("narration.wav")
        path.write_bytes(speech.wav)
        words = [[word.text, word.start_sec, word.end_sec] for word in speech.words]
        return Product(path, {"seconds": speech.seconds, "words": words, "notes": list(speech.notes)})

    def keep(self, session: Session, task: Task, product: Product, files: Mapping[str, Artifact]) -> None:
        """Link the take to its project."""
        number = scene_of(session, task).scene_index + 1
        AssetService(session).link(files[""], task, "narration", f"narration-{number:03d}.wav")


def lines_of(scene: Scene) -> tuple[Line, ...]:
    """List who says what in a scene, with the looks by which a voice is chosen."""
    looks = dict(zip(scene.characters, scene.character_prompts, strict=False))
    return tuple(
        Line(line["character"], looks.get(line["character"], ""), line["line"]) for line in scene.dialogue
    )
