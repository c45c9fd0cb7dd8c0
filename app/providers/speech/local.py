"""The narrator that ships in the app: espeak-ng, or silence of the right length where it is not available."""

from collections.abc import Iterable
from dataclasses import replace

from app.film.turns import find_turns
from app.providers.ledger import ProviderCallLedger
from app.providers.speech.base import Speech, SpeechCapabilities, SpeechRequest, Voice, check_voices
from app.providers.speech.espeak import EngineUnavailable, open_engine
from app.providers.speech.script import Phrase, split_phrases, split_turns
from app.providers.speech.take import Take, join_utterances, make_silent_take
from app.providers.speech.voices import CHARACTER_VOICES, NARRATORS, Narrator, find_narrator, find_voice

NARRATOR_VERSION = "2"

Part = tuple[Phrase, Narrator]
"""A phrase and the one who speaks it."""

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
        check_voices(request, self.voices())
        # Half of a surrogate pair can't be encoded as UTF-8, which the sentence splitter and the engine need.
        request = replace(request, text=request.text.encode(errors="replace").decode())
        phrases = split_phrases(request.text, request.language)
        if not any(phrase.text for phrase in phrases):
            return make_silent_take(request.text, request.language, request.max_seconds).to_speech()
        parts = _cast_phrases(request, phrases)
        if not parts:
            note = f"No voice reads the language “{request.language}”: the narration is silent."
            return make_silent_take(request.text, request.language, request.max_seconds).to_speech([note])
        try:
            return _fit_take(parts, request.max_seconds)
        except EngineUnavailable as error:
            note = f"The narrator is not available ({error}): the narration is silent."
            return make_silent_take(request.text, request.language, request.max_seconds).to_speech([note])

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


def _cast_phrases(request: SpeechRequest, phrases: Iterable[Phrase]) -> list[Part]:
    """Return the phrases of a take, cut into turns, each with the one who speaks it; [] without a voice."""
    native = find_narrator(request.language) or NARRATORS[0]
    narrator = find_voice(request.voice, native) if request.voice else find_narrator(request.language)
    if narrator is None:
        return []
    voices = {line.character: find_voice(line.voice, native) for line in request.lines}
    turns = find_turns(request.text, [(line.character, line.text) for line in request.lines])
    return [(phrase, voices.get(who) or narrator) for phrase, who in split_turns(phrases, turns)]


def _fit_take(parts: list[Part], limit: float | None) -> Speech:
    """Return a take of at most `limit` seconds: spoken faster, then sped up, at last cut with a fade."""
    take = _speak_take(parts)
    if limit is None or take.seconds <= limit:
        return take.to_speech()
    factor = min(take.seconds / limit * _MARGIN, _MAX_FASTER_SPEECH)
    take = _speak_take([(phrase, narrator.speed_up(factor)) for phrase, narrator in parts])
    notes = [f"The narrator speaks {factor - 1:.0%} faster to fit {limit:.1f} seconds."]
    if take.seconds > limit:
        factor = min(take.seconds / limit * _MARGIN, _MAX_SPEED_UP)
        take = take.speed_up(factor)
        notes.append(f"The narration is then sped up by {factor - 1:.0%}.")
    if take.seconds > limit:
        notes.append(f"The narration is {take.seconds - limit:.1f} seconds too long and is cut at the end.")
        take = take.trim(limit)
    return take.to_speech(notes)


def _speak_take(parts: list[Part]) -> Take:
    with open_engine() as engine:
        utterances = [
            engine.synthesize(phrase.text, narrator.engine_voice, narrator.prosody)
            for phrase, narrator in parts
        ]
        return join_utterances(zip((phrase for phrase, _ in parts), utterances, strict=True), engine.rate)
