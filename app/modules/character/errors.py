"""What may go wrong with characters."""

from app.core.errors import Conflict, Invalid, NotFound

MAX_CHARACTERS = 2000
"""The most characters that a project may have."""


class CharacterNotFound(NotFound):
    code, title = "character.not_found", "Character not found"
    detail = "There is no such character."


class NameTaken(Conflict):
    code, title = "character.name_taken", "Name taken"


class MergedWithItself(Invalid):
    code, title = "character.merged_with_itself", "Merged with itself"
    detail = "A character can't be merged into itself; name another one in `into`."


class VoiceNotOffered(Invalid):
    code, title = "character.voice_not_offered", "Voice not offered"


class ReferenceUnfit(Invalid):
    code, title = "character.reference_unfit", "Unfit reference"
    detail = "`reference_asset_id` must name a ready reference or character picture of this project."


class TooManyCharacters(Invalid):
    code, title = "character.too_many", "Too many characters"
    detail = f"A project may have at most {MAX_CHARACTERS:,} characters."
