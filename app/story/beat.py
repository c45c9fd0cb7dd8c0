"""Beats, the events of a story that shots are made of, as plain frozen data."""

from dataclasses import dataclass
from typing import Literal

from app.vocabulary.actions import Action
from app.vocabulary.feelings import Feeling

BeatStatus = Literal["seen", "negated", "unreal", "earlier", "reported", "mental"]
"""What a beat is in the story: `seen` happens before the camera, and only that is drawn.

The others are denied (`negated`), wished, planned or conditional (`unreal`), remembered (`earlier`), told or
believed (`reported`), or a state of mind (`mental`).
"""


@dataclass(frozen=True, slots=True)
class Beat:
    """One event: who does what to whom with what, where, and how.

    `start` and `end` count characters of the text that the beat belongs to, a scene's description. `agents`
    and `patients` are names of the cast, in a patient's place also the noun of a thing ("cup"); `instrument`
    is the noun of what it is done with. `relation` and `landmark` are the place relation and its noun
    ("under", "tree"), `manner` is an adverb, `feeling` what the agents are told to feel. Empty values are not
    told.
    """

    start: int
    end: int
    verb: str
    action: Action | None = None
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    instrument: str = ""
    relation: str = ""
    landmark: str = ""
    manner: str = ""
    status: BeatStatus = "seen"
    feeling: Feeling | None = None
