"""What is drawn of a character: their look, completed by a generator that is seeded with their name."""

from dataclasses import dataclass
from random import Random

from app.film.boards.cast.bodies import BODIES, PERSON
from app.film.boards.cast.builds import BEASTS
from app.film.boards.cast.outfit import Outfit, choose_outfit
from app.film.boards.rng import seeded_rng
from app.vocabulary.look_reader import read_name
from app.vocabulary.looks import COAT_COLOURS, HAIR_COLOURS, CharacterLook, Hair, Skin
from app.vocabulary.people import Age
from app.vocabulary.roles import DRESSES, Role
from app.vocabulary.words import Words

SKINS = ("#f3d3b8", "#ecc3a1", "#dba983", "#c48d64", "#9c6843", "#6f4630")
_SKIN_TONES: dict[Skin, str] = {"pale": SKINS[0], "tanned": SKINS[2], "dark": SKINS[4]}
_EVERYDAY_HAIR = ("#6a452c", "#3a2a24", "#8a5a34", "#a9703a", "#2a2426", "#9a522f", "#c79a54")
_OLD_HAIR = ("#e6e2da", "#c4c2be", "#a5a3a0")
_EYES = ("#5a3f2a", "#3f5a6a", "#4f6a48", "#6a5030", "#3a4a7a")
_WOMENS_HAIR: dict[Age, tuple[Hair, ...]] = {
    "child": ("braided", "shoulder-length", "long"),
    "adult": ("long", "braided", "pinned-up", "shoulder-length"),
    "old": ("pinned-up", "pinned-up", "curly"),
}
_MENS_HAIR: dict[Age, tuple[Hair, ...]] = {
    "child": ("tousled", "short", "curly"),
    "adult": ("short", "tousled", "curly"),
    "old": ("bald", "short", "curly"),
}
_NEAREST_AGE: dict[Age, Age] = {"baby": "child", "teen": "adult"}
_WOMENS_NAME_ENDINGS = ("a", "ie", "elle", "ine", "ette", "etel", "ys", "een", "ith", "ilse", "rose", "lyn")


@dataclass(frozen=True, slots=True)
class Traits:
    """Everything that is drawn of a character the same way in each panel.

    `body` is `PERSON` or a key of `SPECIES_BY_BODY`; colours are sRGB as `#rrggbb`; `build` and `stature`
    are factors of a grown person's width and height; `face`, 0 to 1, tells faces apart.
    """

    name: str
    body: str
    age: Age
    is_woman: bool
    role: Role | None
    skin: str
    hair_colour: str
    eyes: str
    hair: Hair
    beard: str
    outfit: Outfit
    build: float
    stature: float
    face: float

    @property
    def is_person(self) -> bool:
        return self.body == PERSON


def choose_traits(name: str, look: CharacterLook) -> Traits:
    """Return the traits of a look; what it leaves open is decided by the SHA-256 of the name."""
    named = read_name(name)
    rng = seeded_rng("character", " ".join(named.sequence) or name)
    age = _NEAREST_AGE.get(look.age, look.age)
    is_woman = _choose_gender(look, named, rng)
    outfit = choose_outfit(look, rng, is_woman=is_woman)
    # Every choice uses the generator whether it decides or not, so that one value given in a look
    # changes no other.
    skin = rng.choice(SKINS[:5])
    hair_colour = _choose_hair_colour(look, age, rng)
    hair = _choose_hair(look, age, rng, is_woman=is_woman)
    beard = _choose_beard(look, age, rng, is_woman=is_woman)
    body = BODIES[look.species] if look.species else PERSON
    if body in BEASTS:
        hair_colour = _choose_coat(look, body, rng)
    return Traits(
        name=name,
        body=body,
        age=age,
        is_woman=is_woman,
        role=look.role,
        skin=_SKIN_TONES.get(look.skin, skin),
        hair_colour=hair_colour,
        eyes=rng.choice(_EYES),
        hair=hair,
        beard=beard,
        outfit=outfit,
        build=_choose_build(look, rng),
        stature=_choose_stature(look, age, rng),
        face=rng.random(),
    )


def _choose_gender(look: CharacterLook, named: Words, rng: Random) -> bool:
    """Return whether a woman is drawn; where the look does not say, by the ending of the first name."""
    either = rng.random() < 0.5
    if look.gender != "neutral":
        return look.gender == "female"
    first = named.sequence[0] if named.sequence else ""
    return first.endswith(_WOMENS_NAME_ENDINGS) or (either and not first.isascii())


def _choose_hair_colour(look: CharacterLook, age: Age, rng: Random) -> str:
    everyday = rng.choice(_EVERYDAY_HAIR)
    if look.hair_colour in HAIR_COLOURS:
        return HAIR_COLOURS[look.hair_colour]
    return rng.choice(_OLD_HAIR) if age == "old" else everyday


def _choose_coat(look: CharacterLook, body: str, rng: Random) -> str:
    everyday = rng.choice(BEASTS[body].coats)
    return COAT_COLOURS.get(look.hair_colour, everyday)


def _choose_hair(look: CharacterLook, age: Age, rng: Random, *, is_woman: bool) -> Hair:
    luck = rng.random()
    choices = (_WOMENS_HAIR if is_woman else _MENS_HAIR)[age]
    return look.hair or choices[int(luck * len(choices))]


def _choose_beard(look: CharacterLook, age: Age, rng: Random, *, is_woman: bool) -> str:
    luck = rng.random()
    if look.beard == "none" or age == "child" or (is_woman and not look.beard):
        return ""
    if look.role and DRESSES[look.role].beard:
        return DRESSES[look.role].beard
    if look.beard:
        return look.beard
    return "full" if age == "old" else ("full", "moustache", "", "")[int(luck * 4)]


def _choose_build(look: CharacterLook, rng: Random) -> float:
    everyday = rng.uniform(0.92, 1.08)
    if look.role and (build := DRESSES[look.role].build):
        return build
    return {"stout": 1.24, "slim": 0.86}.get(look.build, everyday)


def _choose_stature(look: CharacterLook, age: Age, rng: Random) -> float:
    everyday = {"child": 0.66, "old": 0.93}.get(age, 1.0) * rng.uniform(0.96, 1.04)
    if look.role and (stature := DRESSES[look.role].stature):
        return stature
    return everyday * {"tall": 1.06, "short": 0.94}.get(look.stature, 1.0)
