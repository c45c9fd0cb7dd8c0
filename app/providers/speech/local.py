"""The narrator that ships in the app: espeak-ng, or silence of the right length where it cannot speak."""

from app.providers.errors import ProviderRefused
from app.providers.speech.base import Speech, SpeechRequest, Voice
from app.providers.speech.espeak import EngineUnavailable, engine
from app.providers.speech.script import Phrase, phrases
from app.providers.speech.take import Take, silent_take, spoken_take
from app.providers.speech.voices import NARRATORS, Narrator, faster, narrator_for

NARRATOR_VERSION = "1"

_FASTEST_SPEECH = 1.35
_TIGHTEST_SQUEEZE = 1.25
# The engine rounds its speed, and the filter its steps.
_MARGIN = 1.015


class EspeakNarrator:
    """Speaks some fifty languages, clearly if not beautifully: the same request gives the same samples."""

    name = "local"
    model = f"espeak-ng-1.52-{NARRATOR_VERSION}"
    costs_money = False

    def speak(self, request: SpeechRequest) -> Speech:
        """Speak a text, hurried if `max_seconds` asks for it; raises ProviderRefused for unknown voices."""
        narrator = _chosen(request)
        script = phrases(request.text, request.language)
        if not any(phrase.text for phrase in script):
            return silent_take(request.text, request.language, request.max_seconds).as_speech()
        if narrator is None:
            note = f"No voice reads the language “{request.language}”: the narration is silent."
            return silent_take(request.text, request.language, request.max_seconds).as_speech([note])
        try:
            return _fitted(script, narrator, request.max_seconds)
        except EngineUnavailable as error:
            note = f"The narrator is not available ({error}): the narration is silent."
            return silent_take(request.text, request.language, request.max_seconds).as_speech([note])

    def voices(self) -> tuple[Voice, ...]:
        """List the narrators, English first."""
        return tuple(narrator.voice for narrator in NARRATORS)


def _chosen(request: SpeechRequest) -> Narrator | None:
    if not request.voice:
        return narrator_for(request.language)
    for narrator in NARRATORS:
        if narrator.voice.id == request.voice:
            return narrator
    raise ProviderRefused(f"There is no voice “{request.voice}”.", "provider.unknown_voice")


def _fitted(script: list[Phrase], narrator: Narrator, limit: float | None) -> Speech:
    """Speak within `limit` seconds: first by talking faster, then by squeezing, at last by fading out."""
    take = _spoken(script, narrator)
    if limit is None or take.seconds <= limit:
        return take.as_speech()
    hurry = min(take.seconds / limit * _MARGIN, _FASTEST_SPEECH)
    take = _spoken(script, faster(narrator, hurry))
    notes = [f"The narrator speaks {hurry - 1:.0%} faster to fit {limit:.1f} seconds."]
    if take.seconds > limit:
        squeeze = min(take.seconds / limit * _MARGIN, _TIGHTEST_SQUEEZE)
        take = take.squeezed(squeeze)
        notes.append(f"The narration was squeezed by {squeeze - 1:.0%}.")
    if take.seconds > limit:
        notes.append(f"The narration is {take.seconds - limit:.1f} seconds too long and is cut at the end.")
        take = take.cut(limit)
    return take.as_speech(notes)


def _spoken(script: list[Phrase], narrator: Narrator) -> Take:
    with engine() as voice:
        said = [(phrase, voice.say(phrase.text, narrator.engine_voice, narrator.manner)) for phrase in script]
        return spoken_take(said, voice.rate)
