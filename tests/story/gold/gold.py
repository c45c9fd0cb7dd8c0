"""The annotated texts: their data, and how a text and its annotations are loaded.

A text is `NAME.txt` or `NAME.fountain` with `NAME.toml` beside it. README.md describes the TOML.
"""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
_SUFFIXES = {"prose": ".txt", "fountain": ".fountain"}


@dataclass(frozen=True, slots=True)
class GoldCharacter:
    """A character of a text; `gender`, `age` and `species` are "" where the text leaves them open.

    Each of `roles` is acceptable; none are told where it is empty.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "person"
    gender: str = ""
    age: str = ""
    species: str = ""
    roles: tuple[str, ...] = ()
    is_group: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that the character may be found by."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class GoldGroup:
    """Characters that a text also names together: "the twins"."""

    names: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldParagraph:
    """Where and when a paragraph is set.

    An empty `places` or `time` is not told; a `weather` of None is not told, and "" is told to be clear.
    """

    places: tuple[str, ...] = ()
    time: str = ""
    weather: str | None = None


@dataclass(frozen=True, slots=True)
class GoldLine:
    """A quotation between its marks, or a speech of a screenplay.

    `quote` is its first words and `start` their offset; a `speaker` of "" is no character, as of a sign.
    """

    start: int
    quote: str
    speaker: str


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Words that stand for characters of the cast; an empty `who` stands for none of them."""

    start: int
    end: int
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A verb within a span of the text; `action` is set where the verb alone would name another one."""

    start: int
    end: int
    verb: str
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    action: str = ""


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text and everything that is annotated in it; offsets count characters of `text`."""

    name: str
    kind: str
    language: str
    story_format: str
    text: str
    cast: tuple[GoldCharacter, ...]
    extras: tuple[str, ...]
    paragraphs: tuple[GoldParagraph, ...]
    lines: tuple[GoldLine, ...] = ()
    mentions: tuple[GoldMention, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    unseen: tuple[GoldEvent, ...] = ()
    groups: tuple[GoldGroup, ...] = ()
    source: str = field(default="", compare=False)


def load_folder(folder: Path = FOLDER) -> list[GoldText]:
    """Return every annotated text of a folder, in the order of their names."""
    return [load_text(path) for path in sorted(folder.glob("*.toml"))]


def load_text(path: Path) -> GoldText:
    """Return the text that a TOML file annotates.

    Raises ValueError where a snippet does not occur exactly once in the text.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(_SUFFIXES[data["format"]]).read_text(encoding="utf-8")
    return GoldText(
        name=path.stem,
        kind=data["kind"],
        language=data["language"],
        story_format=data["format"],
        text=text,
        cast=tuple(_read_character(each) for each in data["cast"]),
        extras=tuple(data.get("extras", ())),
        paragraphs=tuple(_read_paragraph(each) for each in data["paragraph"]),
        lines=_find_lines(text, data.get("line", [])),
        mentions=tuple(_find_mention(text, each) for each in data.get("mention", [])),
        events=tuple(_find_event(text, each) for each in data.get("event", [])),
        unseen=tuple(_find_event(text, each) for each in data.get("unseen", [])),
        groups=tuple(_read_group(each) for each in data.get("group", ())),
        source=data.get("source", ""),
    )


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the start and end offsets of the paragraphs of a text, which blank lines part."""
    return [match.span() for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text.rstrip())]


def _read_character(data: dict[str, Any]) -> GoldCharacter:
    lists = {"aliases": tuple(data.get("aliases", ())), "roles": tuple(data.get("role", ()))}
    return GoldCharacter(**{**{key: value for key, value in data.items() if key != "role"}, **lists})


def _read_group(data: dict[str, list[str]]) -> GoldGroup:
    return GoldGroup(tuple(data["names"]), tuple(data["members"]))


def _read_paragraph(data: dict[str, Any]) -> GoldParagraph:
    return GoldParagraph(tuple(data.get("place", ())), data.get("time", ""), data.get("weather"))


def _find_lines(text: str, lines: list[dict[str, str]]) -> tuple[GoldLine, ...]:
    """Find each line after the start of the one before it."""
    found: list[GoldLine] = []
    after = 0
    for line in lines:
        start = text.find(line["quote"], after)
        if start < 0:
            raise ValueError(f"The quotation {line['quote']!r} is not in the text; copy its first words.")
        found.append(GoldLine(start, line["quote"], line["speaker"]))
        after = start + len(line["quote"])
    return tuple(found)


def _find_snippet(text: str, snippet: str) -> tuple[int, int]:
    if (count := text.count(snippet)) != 1:
        raise ValueError(f"The snippet {snippet!r} occurs {count} times; choose one that occurs once.")
    start = text.index(snippet)
    return start, start + len(snippet)


def _find_mention(text: str, data: dict[str, Any]) -> GoldMention:
    start, _ = _find_snippet(text, data["snippet"])
    words = re.escape(data["words"])
    places = [match.span() for match in re.finditer(rf"(?<!\w){words}(?!\w)", data["snippet"])]
    if len(places) != 1:
        raise ValueError(f"{data['words']!r} occurs {len(places)} times in the snippet {data['snippet']!r}.")
    return GoldMention(start + places[0][0], start + places[0][1], tuple(data["who"]))


def _find_event(text: str, data: dict[str, Any]) -> GoldEvent:
    agents, patients = tuple(data.get("agents", ())), tuple(data.get("patients", ()))
    span = _find_snippet(text, data["snippet"])
    return GoldEvent(*span, data["verb"], agents, patients, data.get("action", ""))
