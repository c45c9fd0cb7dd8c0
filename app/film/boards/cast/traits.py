"""What is drawn of a character: their look, completed by a generator that is seeded with their name."""

from dataclasses import dataclass, replace
from random import Random

from app.film.boards.cast.animals.coats import find_coat
from app.film.boards.cast.animals.sources import ANIMALS
from app.film.boards.cast.outfit import Outfit, choose_outfit
from app.film.boards.rng import seeded_rng
from app.film.boards.things.drawing import load_drawing
from app.vocabulary.accessories import Accessory, split_worn
from app.vocabulary.clothes import Garment
from app.vocabulary.look_reader import read_name
from app.vocabulary.looks import COAT_COLOURS, HAIR_COLOURS, SKIN_TONES, CharacterLook, Hair, Skin
from app.vocabulary.numbers import NUMBERS_IN_NAMES
from app.vocabulary.people import Age
from app.vocabulary.roles import DRESSES, Role
from app.vocabulary.species import ANIMALS as ANIMAL_FACTS
from app.vocabulary.species import Species
from app.vocabulary.words import Words

SKINS = ("#f3d3b8", "#e9bc95", "#d8a07a", "#c48d64", "#9c6843", "#6f4630")
_SKIN_TONES: dict[Skin, str] = dict(zip(SKIN_TONES, SKINS, strict=False))
_ALIEN_SKIN = "#8fb86a"
_EVERYDAY_HAIR = ("#6a452c", "#3a2a24", "#8a5a34", "#a9703a", "#2a2426", "#9a522f", "#c79a54")
_OLD_HAIR = ("#e6e2da", "#c4c2be", "#a5a3a0")
_EYES = ("#5a3f2a", "#3f5a6a", "#4f6a48", "#6a5030", "#3a4a7a")
_WOMENS_HAIR: dict[Age, tuple[Hair, ...]] = {
    "baby": ("short", "bald"),
    "child": ("braided", "shoulder-length", "long"),
    "teen": ("long", "shoulder-length", "curly"),
    "adult": ("long", "curly", "pinned-up", "shoulder-length"),
    "old": ("pinned-up", "pinned-up", "curly"),
}
_MENS_HAIR: dict[Age, tuple[Hair, ...]] = {
    "baby": ("short", "bald"),
    "child": ("tousled", "short", "curly"),
    "teen": ("tousled", "curly", "short"),
    "adult": ("short", "tousled", "curly"),
    "old": ("bald", "short", "curly"),
}
_MIXED = (None, Role.TRAVELLER, Role.TEACHER, Role.DOCTOR, Role.SCIENTIST)
# How tall animals are on two legs, as a share of a grown person, and from which height on they are as tall.
_SMALLEST_UPRIGHT, _TALLEST_UPRIGHT_CM = 0.62, 130
# How wide and how tall grown people of one name or another are, as factors: two of one trade differ.
_BUILDS = (0.87, 0.94, 1.0, 1.07, 1.15)
_STATURES = (0.93, 0.96, 1.0, 1.04, 1.07)
_USUAL_GROUP, _MOST_OF_A_GROUP = 3, 8
_WOMENS_NAME_ENDINGS = ("a", "ie", "elle", "ine", "ette", "etel", "ys", "een", "ith", "ilse", "rose", "lyn")


@dataclass(frozen=True, slots=True)
class Traits:
    """Everything that is drawn of a character the same way in each panel.

    `species` is that of an animal, and `coat` its colour where that is not the usual one; one that
    `is_upright` stands on two legs, as people do, and if not `is_dressed` in nothing but its fur. Colours are
    sRGB as `#rrggbb`; `build` and `stature` are factors of a grown person's width and height; `face`, 0 to 1,
    tells faces apart. `worn` are accessories with their told
    colours. `companions` are the others of a group that goes by one name.
    """

    name: str
    species: Species | None
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
    companions: tuple["Traits", ...] = ()
    coat: str = ""
    is_upright: bool = False
    is_dressed: bool = True
    worn: tuple[tuple[Accessory, str], ...] = ()

    @property
    def is_person(self) -> bool:
        """Whether it is drawn as a person is, on two legs."""
        return self.species is None or self.is_upright

    @property
    def is_machine(self) -> bool:
        return self.role is Role.ROBOT

    @property
    def is_child(self) -> bool:
        return self.age in ("baby", "child")


def choose_traits(name: str, look: CharacterLook) -> Traits:
    """Return the traits of a look; what it leaves open is decided by the SHA-256 of the name."""
    leader = _choose_own_traits(name, look)
    if not look.is_group:
        return leader
    # The others dress alike by their trade only; their heads are their own.
    other = replace(look, hair="", hair_colour="" if look.species is None else look.hair_colour, beard="")
    if look.role is None:
        other = replace(other, clothes_colour="")
    places = range(2, count_group(name) + 1)
    companions = (_choose_own_traits(f"{name} {at}", _mix_genders(other, at)) for at in places)
    return replace(leader, companions=tuple(replace(one, skin=leader.skin) for one in companions))


def _mix_genders(look: CharacterLook, at: int) -> CharacterLook:
    """Return the look of one of many people of any gender: every other one is a woman."""
    is_mixed = look.gender == "neutral" and look.species is None and look.role in _MIXED
    return replace(look, gender="female" if at % 2 == 0 else "male") if is_mixed else look


def count_group(name: str) -> int:
    """Return how many a group is: the number in its name, as far as a picture holds so many, or three."""
    counts = (NUMBERS_IN_NAMES[w] for w in read_name(name).sequence if w in NUMBERS_IN_NAMES)
    return min(_MOST_OF_A_GROUP, next(counts, _USUAL_GROUP))


def _choose_own_traits(name: str, look: CharacterLook) -> Traits:
    named = read_name(name)
    rng = seeded_rng("character", " ".join(named.sequence) or name)
    age = look.age
    is_woman = _choose_gender(look, named, rng)
    outfit = choose_outfit(look, rng, is_woman=is_woman)
    # Every choice uses the generator whether it decides or not, so that one value given in a look
    # changes no other.
    skin = rng.choice(SKINS[:5])
    hair_colour = _choose_hair_colour(look, age, rng)
    hair = _choose_hair(look, age, rng, is_woman=is_woman)
    beard = _choose_beard(look, age, rng, is_woman=is_woman)
    return Traits(
        name=name,
        species=look.species,
        age=age,
        is_woman=is_woman,
        role=look.role,
        skin=_ALIEN_SKIN if look.role is Role.ALIEN else _SKIN_TONES.get(look.skin, skin),
        hair_colour=_ALIEN_SKIN if look.role is Role.ALIEN else hair_colour,
        eyes=rng.choice(_EYES),
        hair=hair,
        beard=beard,
        outfit=outfit,
        build=_choose_build(look, rng),
        stature=_choose_stature(look, age, rng),
        face=rng.random(),
        coat=_choose_coat(look),
        is_dressed=look.species is None or bool(look.clothes or look.role),
        worn=tuple((item, colour) for item, colour in map(split_worn, look.worn) if item is not None),
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


def _choose_coat(look: CharacterLook) -> str:
    """Return the colour of an animal's coat, "" where it is the usual one of its species."""
    if look.species is None or look.hair_colour == ANIMAL_FACTS[look.species].coat:
        return ""
    return COAT_COLOURS.get(look.hair_colour, "")


def stand_upright(traits: Traits) -> Traits:
    """Return an animal's traits on two legs and with hands; unchanged where its face has no drawing."""
    if traits.species is None or ANIMALS[traits.species].face is None:
        return traits
    source, outfit = ANIMALS[traits.species], traits.outfit
    drawing = load_drawing(traits.species.value, source.face or source.body)
    fur = traits.coat or source.coat or find_coat(drawing)
    if not traits.is_dressed:
        outfit = Outfit(Garment.T_SHIRT, None, main=fur, second=fur, trim=fur, is_cloaked=False)
    size = min(1.0, max(_SMALLEST_UPRIGHT, source.height_cm / _TALLEST_UPRIGHT_CM))
    return replace(
        traits, is_upright=True, skin=fur, hair="bald", beard="", outfit=outfit, stature=size, build=1.05
    )


def _choose_hair(look: CharacterLook, age: Age, rng: Random, *, is_woman: bool) -> Hair:
    luck = rng.random()
    if look.role is Role.ALIEN:
        return "bald"
    choices = (_WOMENS_HAIR if is_woman else _MENS_HAIR)[age]
    return look.hair or choices[int(luck * len(choices))]


def _choose_beard(look: CharacterLook, age: Age, rng: Random, *, is_woman: bool) -> str:
    luck = rng.random()
    if (
        look.beard == "none"
        or look.role is Role.ALIEN
        or age in ("baby", "child", "teen")
        or (is_woman and not look.beard)
    ):
        return ""
    if look.role and DRESSES[look.role].beard:
        return DRESSES[look.role].beard
    if look.beard:
        return look.beard
    return "full" if age == "old" else ("full", "moustache", "", "")[int(luck * 4)]


def _choose_build(look: CharacterLook, rng: Random) -> float:
    everyday = _BUILDS[int(rng.random() * len(_BUILDS))]
    if look.role and (build := DRESSES[look.role].build):
        return build
    return {"stout": 1.24, "slim": 0.86}.get(look.build, everyday)


def _choose_stature(look: CharacterLook, age: Age, rng: Random) -> float:
    luck = _STATURES[int(rng.random() * len(_STATURES))]
    everyday = {"baby": 0.36, "child": 0.66, "teen": 0.88, "old": 0.93}.get(age, 1.0) * luck
    if look.role and (stature := DRESSES[look.role].stature):
        return stature
    return everyday * {"tall": 1.06, "short": 0.94}.get(look.stature, 1.0)
