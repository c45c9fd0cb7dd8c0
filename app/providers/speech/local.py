"""The narrator that ships in the app: espeak-ng, or silence of the right length where it is not available."""

from app.providers.errors import ProviderRefused
from app.providers.ledger import ProviderCallLedger
from app.providers.speech.base import Speech, SpeechCapabilities, SpeechRequest, Voice
from app.providers.speech.espeak import EngineUnavailable, open_engine
from app.providers.speech.script import Phrase, split_phrases
from app.providers.speech.take import Take, join_utterances, make_silent_take
from app.providers.speech.voices import NARRATORS, Narrator, find_narrator, speed_up

NARRATOR_VERSION = "1"

_MAX_FASTER_SPEECH = 1.35
_MAX_SPEED_UP = 1.25
# The engine rounds its speed, and the filter its steps.
_MARGIN = 1.015


class EspeakNarrator:
    """Speaks about fifty languages; the same request gives the same samples."""

    capabilities = SpeechCapabilities(
        name="local",
        model=f"espeak-ng-1.52-{NARRATOR_VERSION}",
        languages=tuple(sorted({narrator.voice.language for narrator in NARRATORS})),
    )

    def speak(self, request: SpeechRequest, ledger: ProviderCallLedger) -> Speech:  # noqa: ARG002 - no call
        """Return the take, faster if `max_seconds` needs it; raises ProviderRefused for an unknown voice."""
        narrator = _choose_narrator(request)
        script = split_phrases(request.text, request.language)
        if not any(phrase.text for phrase in script):
            return make_silent_take(request.text, request.language, request.max_seconds).to_speech()
        if narrator is None:
            note = f"No voice reads the language “{request.language}”: the narration is silent."
            return make_silent_take(request.text, request.language, request.max_seconds).to_speech([note])
        try:
            return _fit_take(script, narrator, request.max_seconds)
        except EngineUnavailable as error:
            note = f"The narrator is not available ({error}): the narration is silent."
            return make_silent_take(request.text, request.language, request.max_seconds).to_speech([note])

    def voices(self) -> tuple[Voice, ...]:
        """Return the narrators' voices, English first."""
        return tuple(narrator.voice for narrator in NARRATORS)

    def estimate_units(self, request: SpeechRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units: the engine costs nothing."""
        return {}


def _choose_narrator(request: SpeechRequest) -> Narrator | None:
    if not request.voice:
        return find_narrator(request.language)
    for narrator in NARRATORS:
        if narrator.voice.id == request.voice:
            return narrator
    raise ProviderRefused(f"There is no voice “{request.voice}”.", "provider.unknown_voice")


def _fit_take(script: list[Phrase], narrator: Narrator, limit: float | None) -> Speech:
    """Return a take of at most `limit` seconds: spoken faster, then sped up, at last cut with a fade."""
    take = _speak_take(script, narrator)
    if limit is None or take.seconds <= limit:
        return take.to_speech()
    factor = min(take.seconds / limit * _MARGIN, _MAX_FASTER_SPEECH)
    take = _speak_take(script, speed_up(narrator, factor))
    notes = [f"The narrator speaks {factor - 1:.0%} faster to fit {limit:.1f} seconds."]
    if take.seconds > limit:
        factor = min(take.seconds / limit * _MARGIN, _MAX_SPEED_UP)
        take = take.speed_up(factor)
        notes.append(f"The narration is then sped up by {factor - 1:.0%}.")
    if take.seconds > limit:
        notes.append(f"The narration is {take.seconds - limit:.1f} seconds too long and is cut at the end.")
        take = take.trim(limit)
    return take.to_speech(notes)


def _speak_take(script: list[Phrase], narrator: Narrator) -> Take:
    with open_engine() as voice:
        utterances = [
            voice.synthesize(phrase.text, narrator.engine_voice, narrator.prosody) for phrase in script
        ]
        return join_utterances(zip(script, utterances, strict=True), voice.rate)
