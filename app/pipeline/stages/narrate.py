"""Speak a scene's narration."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.job.state import JobStatus
from app.modules.scene.models import Scene
from app.modules.task.models import Task
from app.pipeline.advance import project_of
from app.pipeline.sources import Source, config_of, named, own_take, scene_of
from app.pipeline.stage import Product, Stage
from app.pipeline.workbench import Workbench
from app.providers.registry import speech_provider
from app.providers.speech.base import Line, Speech, SpeechProvider, SpeechRequest, casts_voices
from app.providers.speech.recording import recorded
from app.vocabulary.timing import LEAD_SEC, TAIL_SEC

SHORTEST_TAKE_SEC = 0.3


@dataclass(frozen=True, slots=True)
class TakeOrder:
    """What is to be spoken, and the recording that is heard instead where the owner brought one."""

    speech: SpeechRequest
    own: Source | None


class Narrate(Stage[TakeOrder]):
    """Speak one scene's narration."""

    name = "narrate"
    status = JobStatus.GENERATING_AUDIO

    def provider(self) -> SpeechProvider:
        """Give whoever speaks."""
        return speech_provider()

    def prepare(self, session: Session, task: Task) -> TakeOrder:
        """Read what is spoken, by whom, and how long it may take where the scene's length is fixed."""
        config, frames = config_of(session, task), task.params["frames"]
        room = max(SHORTEST_TAKE_SEC, frames / config.fps - LEAD_SEC - TAIL_SEC) if frames else None
        speech = SpeechRequest(
            text=task.params["narration"],
            voice=config.voice or "",
            language=project_of(session, task).language,
            max_seconds=room,
            lines=lines_of(scene_of(session, task)) if casts_voices(speech_provider()) else (),
        )
        return TakeOrder(speech, own_take(session, task))

    def recipe(self, request: TakeOrder) -> dict[str, Any]:
        """Say what is spoken, or which recording it is."""
        speech, own = request.speech, request.own
        if own is not None:
            return {"own": own.digest, "text": speech.text, "room": speech.max_seconds}
        return {**named(self.provider()), "request": speech}

    def make(self, request: TakeOrder, bench: Workbench) -> Product:
        """Speak it, or take the recording."""
        speech = self._speech(request, bench)
        path = bench.path("narration.wav")
        path.write_bytes(speech.wav)
        words = [[word.text, word.start_sec, word.end_sec] for word in speech.words]
        facts = {"seconds": speech.seconds, "words": words, "notes": list(speech.notes)}
        return Product(path, {**facts, "is_own": True} if request.own else facts)

    def asked(self, request: TakeOrder) -> SpeechRequest | None:
        """Give the narrator's request; a recording needs no narrator."""
        return None if request.own else request.speech

    def _speech(self, request: TakeOrder, bench: Workbench) -> Speech:
        if request.own is not None:
            file = bench.fetch(request.own.key)
            return recorded(file, request.speech.text, request.speech.max_seconds)
        with bench.calling(self.provider(), request.speech):
            return self.provider().speak(request.speech)

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
