"""What a noun names, as far as it matters for a picture."""

from dataclasses import dataclass
from enum import StrEnum

from app.vocabulary.people import Age, Gender
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species


class NounClass(StrEnum):
    """A class of things that can be seen; `NOTHING` is for measures, times, ideas and all that cannot."""

    PERSON = "person"
    ANIMAL = "animal"
    ROBOT = "robot"
    PLACE = "place"
    VEHICLE = "vehicle"
    GARMENT = "garment"
    FOOD = "food"
    TOOL = "tool"
    FURNITURE = "furniture"
    PLANT = "plant"
    BODY_PART = "body part"
    OBJECT = "object"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Noun:
    """What an English noun names.

    Every animal has its `species`, the nearest that can be drawn; `role` is the nearest one of a person,
    `setting` that of a place or of the inside of a vehicle, None where none is near. The shares, 0 to 1, say
    how much of the noun's use is for a person and for an animal.
    """

    noun_class: NounClass
    species: Species | None = None
    setting: Setting | None = None
    role: Role | None = None
    gender: Gender = "neutral"
    age: Age = "adult"
    person_share: float = 0.0
    animal_share: float = 0.0
