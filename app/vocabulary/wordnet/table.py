"""The files of facts that are built from WordNet: sorted lines of a lemma and its tab-separated facts."""

import lzma
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

# The things that nouns name which the catalogue itself does not list.
THING_FILE = "things.txt.xz"
_PACKAGE = "app.vocabulary.wordnet"
_ENCODING = "utf-8"


@cache
def _load_lines(name: str) -> list[str]:
    packed = (files(_PACKAGE) / name).read_bytes()
    return lzma.decompress(packed).decode(_ENCODING).splitlines()


def find_facts(name: str, lemma: str) -> list[str] | None:
    """Return the facts of a lemma in one of the files, or None; the file is read when first needed."""
    lines = _load_lines(name)
    key = f"{lemma}\t"
    at = bisect_left(lines, key)
    return lines[at].split("\t")[1:] if at < len(lines) and lines[at].startswith(key) else None


def list_lemmas(name: str) -> list[str]:
    """Return all lemmas of one of the files in order."""
    return [line.partition("\t")[0] for line in _load_lines(name)]


def pack_facts(facts: Mapping[str, Sequence[str]]) -> bytes:
    """Return the content of a file of facts; equal facts give equal bytes."""
    lines = sorted("\t".join((lemma, *columns)) for lemma, columns in facts.items())
    return lzma.compress("\n".join(lines).encode(_ENCODING), preset=9 | lzma.PRESET_EXTREME)
