"""A thing, with its real size and the nouns that name it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of thing that can be seen.

    `name` is its plain English noun, `height_cm` its usual height from the ground to its top. `words` are
    other nouns for it. `is_held` tells whether one carries it in the hands.
    """

    name: str
    height_cm: float
    words: tuple[str, ...] = ()
    is_held: bool = False
