"""What a first reading of a story teaches the second."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.vocabulary.people import Gender


@dataclass(frozen=True, slots=True)
class Foreknowledge:
    """The genders and role nouns of names, and which described people they name.

    `newcomers` maps a name to the offset at which the description of its bearer begins.
    """

    genders: Mapping[str, Gender] = field(default_factory=dict)
    nouns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    newcomers: Mapping[str, int] = field(default_factory=dict)
