"""A moment of a shot: what differs from one frame to the next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """What differs: closed eyes, shut mouths, and whether neither rain nor snow falls."""

    has_closed_eyes: bool = False
    has_shut_mouths: bool = False
    is_dry: bool = False


AS_TOLD = Moment()
AT_REST = Moment(has_closed_eyes=True, has_shut_mouths=True)
