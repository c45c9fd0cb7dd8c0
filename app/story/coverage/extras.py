"""The people and animals that a stretch tells of by a noun and who are no characters of its scene."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.story.beat import Beat
from app.story.coverage.stretches import Stretch
from app.story.coverage.told_things import DENIAL, SPOKEN
from app.story.scene import SceneDraft
from app.vocabulary.actions import Action
from app.vocabulary.conjugation import list_infinitives
from app.vocabulary.numbers import NUMBERS
from app.vocabulary.plurals import singularize
from app.vocabulary.staging import MOST_EXTRAS, POSTURES, Extra, Posture
from app.vocabulary.things.table import find_thing
from app.vocabulary.wordnet.noun_class import Noun, NounClass
from app.vocabulary.wordnet.nouns import find_noun
from app.vocabulary.words import listed

_MOST_NEVERDS = 2
_USUAL_NUMBER = 3
_LEAST_SHARE = 0.7  # of a noun's use for somebody alive
_LIVING = (NounClass.PERSON, NounClass.ANIMAL, NounClass.ROBOT)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[.,;:!?—]|['’](?:s\b|(?=\s))")
_PROPER = re.compile(r"(?<=\b[Tt]he )[A-Z][a-z]+")
_REACH = 3  # words from an article or a number to its noun
_INDEFINITE = frozenset(listed("a, an, another, some, several, many, few, more, other"))
_DEFINITE = frozenset(listed("the, these, those, both, all"))
_COMPARING = frozenset(listed("like, as, than, called, named, of, without"))
_COPULAS = frozenset(listed("be, is, was, are, were, am, been, being, become, becomes, became, remain"))
_THERE = frozenset(listed("there, here, it"))
_OWNED = frozenset(listed("his, her, their, my, our, your, its")) | _DEFINITE
# Nouns of people who can't be told apart from a character without a name, and those that name no one.
_VAGUE = frozenset(
    listed(
        "people, person, man, woman, boy, girl, child, kid, lady, gentleman, fellow, friend, other, one, "
        "baby, lad, creature, animal, beast, pet, couple, pair, stranger, guy, widow, bird, twin"
    )
)
# Kin, groups, and words that are mostly of something or somebody else.
_NEVER = frozenset(
    listed(
        "great, married, eldest, elder, youngest, oldest, have, siren, crane, wanderer, dead, sick, "
        "mother, father, brother, sister, son, daughter, wife, husband, uncle, aunt, grandmother, "
        "grandfather, parent, dear, crowd, family, team, group, party, god, lord, devil, "
        "self, public, police, "
        "love, darling, fool, hero, winner, leader, master, member, youth, slide, number, host, "
        "eye, watch, human, mankind, company, nobody, partner, enemy, teddy, toy, soul, spirit, figure"
    )
)
_SUBJECTS = frozenset(listed("he, she, they, i, we, it"))
_PRONOUNS = frozenset(listed("he, she, they, him, her, them, i, we, his, their, us, me, both, neither"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun of someone alive in a text: its number, whether it is one of many or of no one known."""

    noun: str
    count: int
    at: int
    is_new: bool


class ExtrasReader:
    """Reads the extras of a scene's stretches, of which later ones tell as "they"."""

    def __init__(self, scene: SceneDraft) -> None:
        self._scene = scene
        self._looks = [look for look in scene.looks if look is not None]
        names = " ".join((*scene.characters, *scene.character_prompts)).casefold()
        self._named = frozenset(singularize(word) for word in _WORD.findall(names.replace("-", "")))
        self._counts: dict[str, int] = {}

    def read(self, stretch: Stretch) -> tuple[Extra, ...]:
        """Return the extras of a stretch that is told in English."""
        cast, beats = self._scene.characters, stretch.beats
        narrated = SPOKEN.sub(" . ", stretch.text)
        if DENIAL.search(narrated) or (beats and all(beat.status != "seen" for beat in beats)):
            return ()
        words = _WORD.findall(_PROPER.sub("-", narrated).casefold())
        strangers = [beat for beat in stretch.seen if not any(name in cast for name in beat.agents)]
        doers = {name for beat in beats for name in beat.agents if name in cast}
        unnamed = doers - set(stretch.named) if _SUBJECTS.isdisjoint(words) else set()
        found = list_mentions(words)
        mentions = [one for one in found if not self._is_known(one, words, len(unnamed))]
        mentions += self._recall(mentions, strangers)
        self._counts |= {one.noun: one.count for one in mentions}
        extras = [_make_extra(one, mentions, words, strangers) for one in mentions]
        return tuple({one.noun: one for one in reversed(extras)}.values())[::-1][:_MOST_NEVERDS]

    def find_characters(self, text: str) -> tuple[str, ...]:
        """Return the characters whom an English text means by their kind: "his dog", "the nurse"."""
        words = _WORD.findall(SPOKEN.sub(" . ", text).casefold())
        found = (find_noun(word) for at, word in enumerate(words) if not _is_modifier(words, at))
        owners = [self._find_only(noun) for noun in found if noun is not None]
        return tuple(dict.fromkeys(filter(None, owners)))

    def _find_only(self, noun: Noun) -> str:
        """Return the only character of a noun's species or role, "" for none or several."""
        pairs = zip(self._scene.characters, self._scene.looks, strict=False)
        alike = [name for name, look in pairs if look and _is_alike(noun, look.species, look.role)]
        return alike[0] if len(alike) == 1 else ""

    def _is_known(self, mention: Mention, words: Sequence[str], unnamed: int) -> bool:
        """Return whether a noun is another word for characters, of whom some act without a name."""
        noun, found = mention.noun, find_noun(mention.noun)
        if noun.replace("-", "") in self._named or found is None:
            return True
        if mention.count > 1:
            if mention.count == unnamed:
                return True
            is_owned = not _OWNED.isdisjoint(words[max(0, mention.at - _REACH) : mention.at])
            return noun in _VAGUE and is_owned and mention.count <= len(self._looks)
        if any(_is_alike(found, look.species, look.role) for look in self._looks):
            return True
        return noun in _VAGUE and (unnamed > 0 or not mention.is_new)

    def _recall(self, mentions: Sequence[Mention], beats: Sequence[Beat]) -> list[Mention]:
        """Return those outside the scene's cast who act without being named anew."""
        told = {one.noun for one in mentions} | self._named
        recalled = []
        for name in (name for beat in beats for name in beat.agents):
            word = name.casefold().split()[-1]
            noun = singularize(word)
            if noun not in told and _is_alive(noun):
                usual = _USUAL_NUMBER if noun != word else 1
                recalled.append(Mention(noun, self._counts.get(noun, usual), -1, is_new=False))
        return recalled


def has_pronoun(text: str) -> bool:
    """Return whether an English text tells of someone by a pronoun, outside speech."""
    return not _PRONOUNS.isdisjoint(_WORD.findall(SPOKEN.sub(" ", text).casefold()))


def list_mentions(words: Sequence[str]) -> Iterator[Mention]:
    """Yield the people and animals of a text's words, after an article or a number."""
    for at, word in enumerate(words):
        noun = singularize(word)
        if noun in _NEVER or not _is_alive(noun) or _is_modifier(words, at):
            continue
        before = _list_before(words, at)
        count = next((NUMBERS[one] for one in before if one in NUMBERS), 0)
        is_new = bool(count) or not _INDEFINITE.isdisjoint(before)
        if not (is_new or not _DEFINITE.isdisjoint(before)) or _is_said_of_another(words, at - len(before)):
            continue
        usual = _USUAL_NUMBER if noun != word or word == "people" else 1
        yield Mention(noun, min(MOST_EXTRAS, count or usual), at, is_new)


def _list_before(words: Sequence[str], at: int) -> list[str]:
    """Return the words before a noun back to its article or number, or as many as may stand there."""
    before: list[str] = []
    for word in reversed(words[max(0, at - _REACH) : at]):
        if not word[0].isalpha():
            break
        before.insert(0, word)
        if word in NUMBERS or word in _INDEFINITE or word in _DEFINITE:
            break
    return before


def _is_said_of_another(words: Sequence[str], start: int) -> bool:
    """Return whether what begins at a word only compares or names another: "like a bird", "was a cook"."""
    if start <= 0:
        return False
    before = words[start - 1]
    is_told_to_be = before in _COPULAS and not (start > 1 and words[start - 2] in _THERE)
    return before in _COMPARING or is_told_to_be


def _is_modifier(words: Sequence[str], at: int) -> bool:
    """Return whether a noun only tells of the next word: "the boy's hat", "a police car"."""
    if at + 1 >= len(words):
        return False
    following = words[at + 1]
    if following in ("'s", "’s", "'", "’"):
        return True
    pair = f"{words[at]} {singularize(following)}"
    return find_noun(pair) is not None or find_thing(pair) is not None or _is_alive(singularize(following))


def _is_alive(noun: str) -> bool:
    found = find_noun(noun)
    if found is None or found.noun_class not in _LIVING or noun in _NEVER:
        return False
    return found.noun_class is NounClass.ROBOT or found.person_share + found.animal_share >= _LEAST_SHARE


def _is_alike(found: Noun, species: object, role: object) -> bool:
    is_same_animal = found.species is not None and found.species == species
    return is_same_animal or (found.role is not None and found.role == role)


def _make_extra(
    mention: Mention, mentions: Sequence[Mention], words: Sequence[str], beats: Sequence[Beat]
) -> Extra:
    beat = next((one for one in beats if _find_doer(one, mentions, words) is mention), None)
    action = beat.action if beat else None
    posture = POSTURES.get(action, Posture.STAND) if action else Posture.STAND
    target = next((noun for noun in (*beat.patients, beat.landmark) if noun), "") if beat else ""
    return Extra(mention.noun, mention.count, _play(action), posture, target)


def _play(action: Action | None) -> Action | None:
    return None if action is Action.STAND else action


def _find_doer(beat: Beat, mentions: Sequence[Mention], words: Sequence[str]) -> Mention | None:
    """Return whose beat it is: the one that it names, or who is told of last before its verb."""
    named = {singularize(name.casefold().split()[-1]) for name in beat.agents}
    own = next((one for one in mentions if one.noun in named), None)
    if own is not None or beat.agents:
        return own
    verb = beat.verb.split(" ")[0]
    at = next((at for at, word in enumerate(words) if verb in list_infinitives(word)), len(words))
    return next((one for one in reversed(mentions) if 0 <= one.at < at), None)
