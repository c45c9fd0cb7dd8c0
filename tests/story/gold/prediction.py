"""A reading of a story in neutral terms, so that any reader can be scored."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PredictedCharacter:
    """A character that a reader found; every trait but `kind` may be ""."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "person"
    gender: str = ""
    age: str = ""
    species: str = ""
    role: str = ""
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class PredictedLine:
    """A spoken line, by its offsets in the text, and its speaker, by a name of the predicted cast."""

    start: int
    end: int
    speaker: str


@dataclass(frozen=True, slots=True)
class PredictedMention:
    """Words of the text, and the predicted characters that they stand for."""

    start: int
    end: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PredictedEvent:
    """An event of the text: `verb` is a lemma, `action` the value of an `Action` or "".

    `patients` are names of the predicted cast or nouns. Only events with `is_seen` are drawn.
    """

    start: int
    end: int
    verb: str
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    is_seen: bool = True
    action: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """Everything that a reader says of a text.

    `places`, `times` and `weathers` have one value for each paragraph of `gold.find_paragraphs`, "" where
    the reader knows none; empty `weathers` are not scored.
    """

    cast: tuple[PredictedCharacter, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    weathers: tuple[str, ...] = ()
    lines: tuple[PredictedLine, ...] = ()
    mentions: tuple[PredictedMention, ...] = ()
    events: tuple[PredictedEvent, ...] = ()
