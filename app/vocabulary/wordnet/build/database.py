"""Reads the data files of WordNet 3.1: lemmas, senses in order of frequency, hypernyms.

The format is described in WordNet's manual pages wndb(5WN), senseidx(5WN) and lexnames(5WN).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

# The files of the lexicographers in the order of their numbers, which the data files give.
LEXICOGRAPHER_FILES = [
    "adj.all",
    "adj.pert",
    "adv.all",
    "noun.Tops",
    "noun.act",
    "noun.animal",
    "noun.artifact",
    "noun.attribute",
    "noun.body",
    "noun.cognition",
    "noun.communication",
    "noun.event",
    "noun.feeling",
    "noun.food",
    "noun.group",
    "noun.location",
    "noun.motive",
    "noun.object",
    "noun.person",
    "noun.phenomenon",
    "noun.plant",
    "noun.possession",
    "noun.process",
    "noun.quantity",
    "noun.relation",
    "noun.shape",
    "noun.state",
    "noun.substance",
    "noun.time",
    "verb.body",
    "verb.change",
    "verb.cognition",
    "verb.communication",
    "verb.competition",
    "verb.consumption",
    "verb.contact",
    "verb.creation",
    "verb.emotion",
    "verb.motion",
    "verb.perception",
    "verb.possession",
    "verb.social",
    "verb.stative",
    "verb.weather",
    "adj.ppl",
]
_HYPERNYMS = ("@", "@i")
_PART_NUMBERS = {"noun": "1", "verb": "2"}


@dataclass(frozen=True, slots=True)
class Synset:
    """A sense that several words share; `hypernyms` are the offsets of the wider senses right above it."""

    file: str
    words: tuple[str, ...]
    hypernyms: tuple[str, ...]
    gloss: str
    is_instance: bool


class Database:
    """The words of one part of speech; a sense is named by its byte offset in the data file."""

    def __init__(self, folder: Path, part: str) -> None:
        self._folder = folder
        self._part = part

    @cached_property
    def senses(self) -> dict[str, tuple[str, ...]]:
        """The offsets of each lemma's senses, the most frequent first."""
        found = {}
        for line in self._read(f"index.{self._part}"):
            fields = line.split()
            found[fields[0]] = tuple(fields[-int(fields[2]) :])
        return found

    @cached_property
    def synsets(self) -> dict[str, Synset]:
        """All senses by their offsets."""
        return dict(_parse_synset(line) for line in self._read(f"data.{self._part}"))

    @cached_property
    def _counts(self) -> dict[str, dict[str, int]]:
        """How often each sense of a lemma was met in the texts that WordNet's makers tagged."""
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        for line in self._read("index.sense"):
            key, offset, _, count = line.split()
            lemma, _, rest = key.partition("%")
            if rest.startswith(_PART_NUMBERS[self._part]) and count != "0":
                counts[lemma][offset] = int(count)
        return counts

    def weigh_senses(self, lemma: str) -> dict[str, float]:
        """Return the share of each sense among a lemma's uses: its tagged count and 1/rank, sum 1."""
        counts = self._counts.get(lemma, {})
        raw = {
            offset: counts.get(offset, 0) + 1 / rank
            for rank, offset in enumerate(self.senses[lemma], start=1)
        }
        total = sum(raw.values())
        return {offset: weight / total for offset, weight in raw.items()}

    def walk_up(self, offset: str) -> list[tuple[str, int]]:
        """Return the sense and all that are wider, nearest first, each with the number of steps to it."""
        found, queue = {offset: 0}, [offset]
        for now in queue:
            for wider in self.synsets[now].hypernyms:
                if wider not in found:
                    found[wider] = found[now] + 1
                    queue.append(wider)
        return sorted(found.items(), key=lambda item: item[1])

    def _read(self, name: str) -> Iterator[str]:
        for line in (self._folder / name).read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                yield line


def _parse_synset(line: str) -> tuple[str, Synset]:
    facts, _, gloss = line.partition("|")
    fields = facts.split()
    size = int(fields[3], 16)
    words = tuple(word.lower() for word in fields[4 : 4 + 2 * size : 2])
    at = 5 + 2 * size
    number = int(fields[at - 1])
    pointers = [(fields[at + 4 * i], fields[at + 4 * i + 1]) for i in range(number)]
    wider = tuple(target for sign, target in pointers if sign in _HYPERNYMS)
    is_instance = any(sign == "@i" for sign, _ in pointers)
    return fields[0], Synset(LEXICOGRAPHER_FILES[int(fields[1])], words, wider, gloss.strip(), is_instance)
