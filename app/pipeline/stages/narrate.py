"""The stage that speaks a scene's narration."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.film.sound.source import SoundUnfit
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.task.models import Task
from app.modules.task.state import StageName
from app.pipeline.context import StageContext
from app.pipeline.inputs import Source, StageInput, identify_provider
from app.pipeline.speakers import list_lines
from app.pipeline.stage import Product, Recipe, Stage
from app.pipeline.task_rows import get_asset_place, name_place
from app.providers.errors import ProviderRefused
from app.providers.registry import speech_provider
from app.providers.speech.base import Speech, SpeechProvider, SpeechRequest
from app.providers.speech.recording import load_recording
from app.vocabulary.timing import LEAD_SEC, TAIL_SEC

MIN_TAKE_SEC = 0.3


@dataclass(frozen=True, slots=True)
class TakeRequest:
    """The request for a take, and the recording that replaces it where the owner has uploaded one."""

    speech: SpeechRequest
    recording: Source | None


class Narrate(Stage[TakeRequest, None]):
    """Speak one scene's narration."""

    name = StageName.NARRATE

    def provider(self) -> SpeechProvider:
        """Return the speech provider."""
        return speech_provider()

    def prepare(self, source: StageInput) -> TakeRequest:
        """Read narration, voices, and the greatest length in seconds where the shot's length is fixed."""
        config, frames = source.config, source.params["frames"]
        room = max(MIN_TAKE_SEC, frames / config.fps - LEAD_SEC - TAIL_SEC) if frames else None
        speech = SpeechRequest(
            text=source.params["narration"],
            voice=config.voice or "",
            language=source.project.language,
            max_seconds=room,
            lines=list_lines(source.scene, source.params.get("voices", {})),
        )
        return TakeRequest(speech, source.uploaded_take)

    def recipe(self, request: TakeRequest) -> Recipe:
        """Return what decides the take: the speech request, or the recording that replaces it."""
        speech, recording = request.speech, request.recording
        if recording is not None:
            return {"own": recording.digest, "text": speech.text, "room": speech.max_seconds}
        return {**identify_provider(self.provider()), "request": speech}

    def make(self, request: TakeRequest, context: StageContext) -> Product[None]:
        """Speak the narration, or fit the recording; `meta` has length and words in seconds, and the voices.

        Raises ProviderBusy, ProviderRefused or TaskStopped.
        """
        speech = self._speak(request, context)
        path = context.path("narration.wav")
        path.write_bytes(speech.wav)
        words = [[word.text, word.start_sec, word.end_sec] for word in speech.words]
        facts = {"seconds": speech.seconds, "words": words, "notes": list(speech.notes)}
        voices = {line.character: line.voice for line in request.speech.lines if line.voice}
        return Product(None, path, facts | ({"is_own": True} if request.recording else {"voices": voices}))

    def estimate_units(self, request: TakeRequest) -> Mapping[str, float] | None:
        """Return the most units that the take may use up; a recording uses none."""
        return {} if request.recording else self.provider().estimate_units(request.speech)

    def save(
        self, session: Session, task: Task, product: Product[None], files: Mapping[str, Artifact]
    ) -> None:
        """Link the take to its project."""
        filename = f"narration-{name_place(session, task)}.wav"
        AssetService(session).link(files[""], get_asset_place(task), "narration", filename)

    def _speak(self, request: TakeRequest, context: StageContext) -> Speech:
        if request.recording is not None:
            file = context.fetch(request.recording.key)
            try:
                return load_recording(file, request.speech.text, request.speech.max_seconds)
            except SoundUnfit as error:
                raise ProviderRefused(f"{error} Upload another recording.", "asset.rejected") from error
        with context.calling(self.provider(), request.speech) as ledger:
            return self.provider().speak(request.speech, ledger)
