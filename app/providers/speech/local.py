"""The narrator that ships in the app: espeak-ng, or silence of the right length where it is not available."""

from collections.abc import Iterable, Sequence

from app.providers.ledger import ProviderCallLedger
from app.providers.speech.base import Speech, SpeechCapabilities, SpeechRequest, Voice, check_voices
from app.providers.speech.espeak import Utterance, open_engine
from app.providers.speech.reading import read_aloud
from app.providers.speech.script import Phrase
from app.providers.speech.take import Take, join_utterances
from app.providers.speech.voices import CHARACTER_VOICES, NARRATORS, Narrator, find_narrator, find_voice

NARRATOR_VERSION = "3"


class EspeakNarrator:
    """Speaks about fifty languages; the same request gives the same samples."""

    capabilities = SpeechCapabilities(
        name="local",
        model=f"espeak-ng-1.52-{NARRATOR_VERSION}",
        languages=tuple(sorted({narrator.voice.language for narrator in NARRATORS})),
        engine="espeak-ng 1.52",
    )

    def speak(self, request: SpeechRequest, ledger: ProviderCallLedger) -> Speech:  # noqa: ARG002 - no call
        """Return the take, faster if `max_seconds` needs it; raises ProviderRefused for an unknown voice."""
        check_voices(request, self.voices())
        return read_aloud(request, find_reader, _speak_take)

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices of characters, and before them the narrators', English first."""
        return (*(one.voice for one in NARRATORS), *(one.voice for one in CHARACTER_VOICES))

    def find_narrator(self, language: str) -> Voice | None:
        """Return the narrator of a language; None where no voice reads it."""
        narrator = find_narrator(language)
        return narrator.voice if narrator else None

    def estimate_units(self, request: SpeechRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units: the engine costs nothing."""
        return {}


def find_reader(voice: str, language: str) -> Narrator | None:
    """Return the one who speaks with a voice in a language, "" for its narrator; None where no one does."""
    narrator = find_narrator(language)
    return find_voice(voice, narrator or NARRATORS[0]) if voice else narrator


def synthesize(parts: Iterable[tuple[Phrase, Narrator]]) -> tuple[list[Utterance], int]:
    """Return the utterances of phrases and their rate in hertz; raises EngineUnavailable."""
    with open_engine() as engine:
        utterances = [
            engine.synthesize(phrase.text, narrator.engine_voice, narrator.prosody)
            for phrase, narrator in parts
        ]
        return utterances, engine.rate


def _speak_take(parts: Sequence[tuple[Phrase, Narrator]]) -> Take:
    utterances, rate = synthesize(parts)
    return join_utterances(zip((phrase for phrase, _ in parts), utterances, strict=True), rate)
