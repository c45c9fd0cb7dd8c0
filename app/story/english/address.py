"""Forms of address in a quotation: what "sir", "Captain" or "my girl" tells of the person spoken to."""

import re
from dataclasses import dataclass

from app.story.english.entities import Entity
from app.story.english.kinship import KIN, name_kin
from app.story.english.phrases import TITLES
from app.vocabulary.people import Gender
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun

_FORMS: dict[str, Gender] = {
    **dict.fromkeys(["sir", "mister", "boy", "lad", "gentleman", "man", "son", "sonny"], "male"),
    **dict.fromkeys(["ma'am", "madam", "miss", "girl", "lady", "lass", "missus"], "female"),
}
_VOCATIVE = re.compile(
    r"(?:^|[,;.!?…—-] ?)(?:and |then |but )?(?:(?:my|you|dear|young|old|good|little|poor) ){0,3}"
    r"([A-Za-z]+(?:['’]am)?)(?=[,.!?…;]|$)"
)
_ASIDE = frozenset(["god", "lord", "man", "boy"])


@dataclass(frozen=True, slots=True)
class Address:
    """What a form of address tells: the gender, "neutral" for none, and the noun of a title or relative."""

    gender: Gender
    noun: str = ""

    def fits(self, entity: Entity) -> bool:
        """Return whether a character may be addressed so."""
        return "neutral" in (self.gender, entity.gender) or self.gender == entity.gender

    def names(self, entity: Entity) -> bool:
        """Return whether it is known that a character is what the form of address says."""
        if self.noun:
            return self.noun in map(name_kin, entity.nouns) or any(
                self.noun == name.split()[0].lower() for name in entity.names
            )
        return self.gender != "neutral" and self.gender == entity.gender


def find_address(quotation: str) -> Address | None:
    """Return the last form of address of a quotation, None for none; proper names are not looked at."""
    found = None
    for match in _VOCATIVE.finditer(quotation.replace("’", "'")):
        found = _read_form(match[1].lower(), is_bare=match[0].strip(" ,;.!?") == match[1]) or found
    return found


def _read_form(word: str, *, is_bare: bool) -> Address | None:
    if word in _FORMS:
        return None if is_bare and word in _ASIDE else Address(_FORMS[word])
    if word in KIN:
        return Address(KIN[word], name_kin(word))
    noun = find_noun(word)
    is_role = noun is not None and noun.noun_class is NounClass.PERSON and noun.role is not None
    if word in TITLES or is_role:
        return Address(TITLES.get(word, "neutral"), word)
    return None
