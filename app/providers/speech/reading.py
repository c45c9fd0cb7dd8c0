"""A take read phrase by phrase: each phrase by the one who speaks it, within the seconds that it may last."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol, Self, TypeVar

from app.film.turns import find_turns
from app.providers.speech.base import Speech, SpeechRequest
from app.providers.speech.espeak import EngineUnavailable
from app.providers.speech.script import Phrase, split_phrases, split_turns
from app.providers.speech.take import Take, make_silent_take

_MAX_FASTER_SPEECH = 1.35
_MAX_SPEED_UP = 1.25
# Engines round their speed, and the filter its steps.
_MARGIN = 1.015


class Reader(Protocol):
    """One who speaks phrases: a voice as its engine knows it."""

    def speed_up(self, factor: float) -> Self:
        """Return the same voice speaking faster by a factor."""


OneReader = TypeVar("OneReader", bound=Reader)


def read_aloud(
    request: SpeechRequest,
    find_reader: Callable[[str, str], OneReader | None],
    speak: Callable[[Sequence[tuple[Phrase, OneReader]]], Take],
) -> Speech:
    """Return the take, faster if `max_seconds` needs it, or silence with a note where no one can read it.

    `find_reader` returns who speaks with the id of a voice in a language, "" for the narrator; `speak`
    returns phrases as spoken, and may raise EngineUnavailable.
    """
    # Half of a surrogate pair can't be encoded as UTF-8, which the sentence splitter and the engines need.
    request = replace(request, text=request.text.encode(errors="replace").decode())
    phrases = split_phrases(request.text, request.language)
    silence = make_silent_take(request.text, request.language, request.max_seconds)
    if not any(phrase.text for phrase in phrases):
        return silence.to_speech()
    parts = _cast_phrases(request, phrases, find_reader)
    if not parts:
        note = f"No voice reads the language “{request.language}”: the narration is silent."
        return silence.to_speech([note])
    try:
        return _fit_take(parts, request.max_seconds, speak)
    except EngineUnavailable as error:
        return silence.to_speech([f"The narrator is not available ({error}): the narration is silent."])


def _cast_phrases(
    request: SpeechRequest,
    phrases: Iterable[Phrase],
    find_reader: Callable[[str, str], OneReader | None],
) -> list[tuple[Phrase, OneReader]]:
    """Return the phrases of a take, cut into turns, each with the one who speaks it; [] without a voice."""
    narrator = find_reader(request.voice, request.language)
    if narrator is None:
        return []
    readers = {
        line.character: find_reader(line.voice, request.language) for line in request.lines if line.voice
    }
    turns = find_turns(request.text, [(line.character, line.text) for line in request.lines])
    return [(phrase, readers.get(who) or narrator) for phrase, who in split_turns(phrases, turns)]


def _fit_take(
    parts: list[tuple[Phrase, OneReader]],
    limit: float | None,
    speak: Callable[[Sequence[tuple[Phrase, OneReader]]], Take],
) -> Speech:
    """Return a take of at most `limit` seconds: spoken faster, then sped up, at last cut with a fade."""
    take = speak(parts)
    if limit is None or take.seconds <= limit:
        return take.to_speech()
    factor = min(take.seconds / limit * _MARGIN, _MAX_FASTER_SPEECH)
    take = speak([(phrase, reader.speed_up(factor)) for phrase, reader in parts])
    notes = [f"The narrator speaks {factor - 1:.0%} faster to fit {limit:.1f} seconds."]
    if take.seconds > limit:
        factor = min(take.seconds / limit * _MARGIN, _MAX_SPEED_UP)
        take = take.speed_up(factor)
        notes.append(f"The narration is then sped up by {factor - 1:.0%}.")
    if take.seconds > limit:
        notes.append(f"The narration is {take.seconds - limit:.1f} seconds too long and is cut at the end.")
        take = take.trim(limit)
    return take.to_speech(notes)
