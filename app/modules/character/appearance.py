"""The appearance of characters: stored as the words that people write, drawn as typed data."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeVar, get_args

from app.modules.character.models import Character
from app.vocabulary import closed
from app.vocabulary.clothes import CLOTH_COLOURS, CLOTHES, Headwear
from app.vocabulary.look_reader import read_look
from app.vocabulary.looks import COAT_COLOURS, HAIR_COLOURS, Beard, Build, CharacterLook, Hair, Skin
from app.vocabulary.people import ROLE_NOUNS, find_role
from app.vocabulary.roles import Role
from app.vocabulary.species import Species, find_species
from app.vocabulary.things.reader import read_carried
from app.vocabulary.words import Words

Term = TypeVar("Term", bound=StrEnum)
_TRAITS = ("kind", "species", "age", "gender", "role")
_NULLABLE = ("headwear", "carries")
_NOUNS = {"male": ("man", "boy"), "female": ("woman", "girl"), "neutral": ("person", "child")}
_BEARDS = {"none": "clean-shaven", "moustache": "a moustache"}


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a character is and looks like, in words; `look` is of the shape of the column."""

    kind: str = closed.KIND.default
    species: str | None = None
    age: str = closed.AGE.default
    gender: str = closed.GENDER.default
    role: str | None = None
    look: Mapping[str, Any] = field(default_factory=dict)

    def get_word(self, name: str) -> str:
        """Return a word of the look; an open one is empty."""
        return str(self.look.get(name) or "")

    def change(self, changes: Mapping[str, Any]) -> "Appearance":
        """Return it with changed traits and words; an animal has a species, and nothing else does."""
        traits = {name: changes[name] for name in _TRAITS if name in changes}
        traits |= {name: traits[name] or None for name in ("species", "role") if name in traits}
        if traits.get("species") and "kind" not in traits:
            traits["kind"] = "animal"
        if traits.get("kind", "animal") != "animal" and "species" not in traits:
            traits["species"] = None
        words = {name: word or _blank(name) for name, word in (changes.get("look") or {}).items()}
        return replace(self, **traits, look={**self.look, **words})


def get_appearance(character: Character) -> Appearance:
    """Return a stored appearance, read off the prompt where only that is known."""
    if character.look is None:
        return make_appearance(read_look(character.name, character.prompt))
    return Appearance(**{name: getattr(character, name) for name in _TRAITS}, look=character.look)


def set_appearance(character: Character, appearance: Appearance) -> None:
    """Store an appearance."""
    for name in _TRAITS:
        setattr(character, name, getattr(appearance, name))
    character.look = dict(appearance.look)


def make_appearance(look: CharacterLook) -> Appearance:
    """Return a typed look in words."""
    words = {name: value for name, value in asdict(look).items() if name not in _TRAITS}
    words |= {"adjectives": list(look.adjectives), "worn": list(look.worn), "carries": None}
    return Appearance(look.kind, look.species, look.age, look.gender, look.role, words)


def find_look(character: Character) -> CharacterLook | None:
    """Return the look that is drawn; None where it is read off the prompt that a person has written."""
    if character.is_prompt_written or character.look is None:
        return None
    return make_look(get_appearance(character))


def make_look(appearance: Appearance) -> CharacterLook:
    """Return words as a typed look: a word outside the vocabularies is drawn as what it most likely means."""
    word = appearance.get_word
    read = read_look("", describe_words(appearance))
    species = _find_term(Species, appearance.species, find_species(Words(appearance.species or "")))
    colours = COAT_COLOURS if species else HAIR_COLOURS
    role = appearance.role or ""
    return CharacterLook(
        kind=closed.KIND.nearest(appearance.kind),
        species=species,
        age=closed.AGE.nearest(appearance.age),
        gender=closed.GENDER.nearest(appearance.gender),
        role=ROLE_NOUNS.get(role.casefold()) or _find_term(Role, role, find_role(Words(role))),
        build=_choose(word("build"), get_args(Build), read.build),
        stature=appearance.look.get("stature") or "",
        skin=_choose(word("skin"), get_args(Skin), read.skin),
        hair=_choose(word("hair"), get_args(Hair), read.hair),
        hair_colour=_choose(word("hair_colour"), colours, read.hair_colour),
        beard=_choose(word("beard"), get_args(Beard), read.beard),
        clothes=_choose(word("clothes"), CLOTHES, read.clothes),
        clothes_colour=_choose(word("clothes_colour"), CLOTH_COLOURS, read.clothes_colour),
        headwear=_find_term(Headwear, word("headwear"), read.headwear),
        headwear_colour=appearance.look.get("headwear_colour") or "",
        worn=tuple(appearance.look.get("worn") or ()),
        is_cloaked=bool(appearance.look.get("is_cloaked")) or read.is_cloaked,
        adjectives=tuple(appearance.look.get("adjectives") or ()),
        feature=appearance.look.get("feature") or "",
        is_group=bool(appearance.look.get("is_group")),
    )


def find_carried(appearance: Appearance) -> str | None:
    """Return what a character has in the hand, if that can be drawn."""
    carried = appearance.get_word("carries")
    return read_carried(carried) if carried else None


def describe_words(appearance: Appearance) -> str:
    """Return the words of a look as an English description; what is open is left out."""
    word = appearance.get_word
    hair = f"{word('hair')} {word('hair_colour')}".strip()
    clothes = f"{word('clothes_colour')} {word('clothes')}".strip().replace("_", " ")
    parts = (
        ("{} build", word("build")),
        ("{} skin", word("skin")),
        ("{} hair", "" if appearance.species else hair),
        (_BEARDS.get(word("beard"), "a {} beard"), word("beard")),
        ("wearing {}", clothes),
        ("wearing a {}", word("headwear").replace("_", " ")),
        ("with a {}", " and a ".join(appearance.look.get("worn") or ())),
        ("carrying a {}", word("carries")),
    )
    return ", ".join(form.format(said) for form, said in parts if said)


def write_prompt(name: str, appearance: Appearance) -> str:
    """Return an appearance in words for image models, after the character's name."""
    adjectives = appearance.look.get("adjectives") or ()
    coat = (appearance.get_word("hair_colour"),) if appearance.species else ()
    noun = " ".join(word for word in (*adjectives, *coat, _find_noun(appearance)) if word)
    article = "an" if noun[:1] in tuple("aeiou") else "a"
    role = f"{appearance.role}" if appearance.role and appearance.role != noun else ""
    said = ", ".join(part for part in (f"{article} {noun}", role, describe_words(appearance)) if part)
    return f"{name}: {said}"


def _find_noun(appearance: Appearance) -> str:
    if appearance.species:
        return appearance.species
    if appearance.kind != "person":
        return {"animal": "animal", "robot": "robot"}.get(appearance.kind, "creature")
    noun = _NOUNS[appearance.gender][appearance.age in ("baby", "child")]
    return {
        "baby": f"baby {noun}",
        "child": f"young {noun}",
        "teen": f"teenage {noun}",
        "old": f"old {noun}",
    }.get(appearance.age, noun)


def _choose(word: str, known: Collection[str], read: Any) -> Any:
    """Return a word of a vocabulary, or else what the description was read as."""
    return word if word in known else read


def _find_term(terms: type[Term], word: str | None, read: Term | None) -> Term | None:
    """Return the term that a word is, or else the one that it was read as."""
    return next((term for term in terms if term.value == (word or "").casefold()), read)


def _blank(name: str) -> str | None:
    return None if name in _NULLABLE else ""
