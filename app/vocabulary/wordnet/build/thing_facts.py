"""Finds the things that WordNet's nouns name: the nearest wider sense that has a drawing."""

from app.vocabulary.things.body import BODY
from app.vocabulary.things.names import THING_NAMES
from app.vocabulary.wordnet.build.database import Database
from app.vocabulary.wordnet.build.noun_classes import classify_sense
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.words import listed

# How many steps up a thing may be, and the least share of a noun's uses that must be for it.
_REACH = 4
_LEAST_SHARE = 0.34
_LIVING = (NounClass.PERSON, NounClass.ANIMAL, NounClass.NOTHING, NounClass.ROBOT)
# Nouns of things whose most frequent visible sense is another thing, or a wider one than their drawing.
_ELSEWHERE = listed(
    "tissue, cloth, rag, cereal, earth, vessel, seat, dressing, plaster, pike, commode, rod, brush, cabbage, "
    "plant, stand, root, grain, cutlery, silverware, decree, viola, bulb, recorder, treasure, barrier, "
    "paper, bar, bars, range, console, rack, ledge, trunk, bolt, lock, trap, ice, card, file, pass, folder, "
    "form, page, sign, mail, list, plan, horn, bat, goal, target, mouth, track, heart, launch, steps, sheet, "
    "ring, watch, bow, mouse, root, palm, mask, film, disc, record, tape, case, chip, chips, glass, gold, "
    "flat, pool, drop, mill, keep, guns"
)
_BODY_WORDS = frozenset(word for thing in BODY for word in (thing.name, *thing.words))


class ThingReader:
    """Finds the things of nouns in WordNet."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._by_sense: dict[str, str] = {}
        # Names go before the other nouns for a thing, which may be wider.
        for word, thing in sorted(THING_NAMES.items(), key=lambda item: item[0] != item[1]):
            sense = None if word in _ELSEWHERE else self._find_sense(word)
            if sense:
                self._by_sense.setdefault(sense, thing)

    def read(self, lemma: str) -> str | None:
        """Return the thing that a noun is used for most, None where it names none that has a drawing."""
        shares: dict[str, float] = {}
        for offset, weight in self._database.weigh_senses(lemma).items():
            thing = self._find_above(offset)
            if thing:
                shares[thing] = shares.get(thing, 0.0) + weight
        best = max(shares, key=lambda thing: shares[thing], default=None)
        return best if best and shares[best] >= _LEAST_SHARE else None

    def _find_sense(self, word: str) -> str | None:
        lemma, is_body = word.replace(" ", "_"), word in _BODY_WORDS
        if lemma not in self._database.senses:
            return None
        weights = self._database.weigh_senses(lemma)
        seen = [offset for offset in weights if self._is_seen(offset, is_body=is_body)]
        return max(seen, key=lambda offset: weights[offset], default=None)

    def _find_above(self, offset: str) -> str | None:
        is_body = classify_sense(self._database, offset) is NounClass.BODY_PART
        if not self._is_seen(offset, is_body=is_body):
            return None
        above = [sense for sense, steps in self._database.walk_up(offset) if steps <= _REACH]
        return next((self._by_sense[sense] for sense in above if sense in self._by_sense), None)

    def _is_seen(self, offset: str, *, is_body: bool) -> bool:
        noun_class = classify_sense(self._database, offset)
        is_fit = noun_class not in _LIVING and (noun_class is NounClass.BODY_PART) == is_body
        return is_fit and not self._database.synsets[offset].is_instance
