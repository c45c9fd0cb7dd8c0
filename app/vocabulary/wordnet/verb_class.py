"""What an English verb says, as far as it matters for a picture."""

from dataclasses import dataclass

from app.vocabulary.actions import Action


@dataclass(frozen=True, slots=True)
class Verb:
    """What a verb says of its subject.

    `action` is None where nothing is to be seen: a state, a thought, a feeling. A verb of speech introduces
    a quotation, a mental one is of thinking, willing or feeling, and by one of motion the subject leaves
    its spot.
    """

    action: Action | None
    is_speech: bool = False
    is_mental: bool = False
    is_motion: bool = False
