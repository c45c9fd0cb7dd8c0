"""The wire shapes of characters."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.core.schemas import Id, Request, UtcTime, optional
from app.modules.character.models import NAME_CHARACTERS, VOICE_CHARACTERS
from app.vocabulary.looks import Kind
from app.vocabulary.people import Age, Gender

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_CHARACTERS)]
Word = Annotated[str, StringConstraints(strip_whitespace=True, max_length=NAME_CHARACTERS)]
Voice = Annotated[str, StringConstraints(strip_whitespace=True, max_length=VOICE_CHARACTERS)]
Prompt = Annotated[str, StringConstraints(max_length=200_000)]
_DERIVED = "An empty text means that it is derived from the name and the prompt."


class LookUpdate(Request):
    """Any subset of the words of a look; an empty one is left to the artist."""

    build: Word | None = optional()
    skin: Word | None = optional()
    hair: Word | None = optional()
    hair_colour: Word | None = optional(description="The colour of the hair, of an animal its coat's.")
    beard: Word | None = optional()
    clothes: Word | None = optional()
    clothes_colour: Word | None = optional()
    headwear: Word | None = optional()
    carries: Word | None = optional(description="What the character has in the hand.")


class CharacterUpdate(Request):
    """Any subset of what may be changed in a character."""

    name: Name = optional(description="A new name; the old one becomes an alias.")
    aliases: list[Name] = optional(max_length=50)
    kind: Literal[Kind, ""] = optional(description=_DERIVED)
    species: Word | None = optional()
    age: Literal[Age, ""] = optional(description=_DERIVED)
    gender: Literal[Gender, ""] = optional(description=_DERIVED)
    role: Word | None = optional()
    look: LookUpdate = optional()
    prompt: Prompt = optional(
        description="The look in words; it overrules `look` until it is set to an empty text."
    )
    voice: Voice | None = optional(description="One of the voices in the options.")
    reference_asset_id: Id | None = optional(
        description="A picture that shows what the character looks like."
    )


class CharacterCreate(CharacterUpdate):
    """A new character; only its name is required."""

    name: Name


class CharacterMerge(Request):
    """The character that survives."""

    into: Id


class LookRead(BaseModel):
    """The words of a look; what is open is empty, or null."""

    build: str = ""
    skin: str = ""
    hair: str = ""
    hair_colour: str = ""
    beard: str = ""
    clothes: str = ""
    clothes_colour: str = ""
    headwear: str | None = None
    carries: str | None = None


class CharacterRead(BaseModel):
    """A character; its portrait's address is signed and expires."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    project_id: int
    name: str
    aliases: list[str]
    kind: Kind
    species: str | None
    age: Age
    gender: Gender
    role: str | None
    look: LookRead
    prompt: str
    voice: str | None
    portrait_path: str | None
    reference_asset_id: int | None
    is_edited: bool
    lines: Annotated[int, Field(description="How many lines the character speaks.")]
    created_at: UtcTime
    updated_at: UtcTime
