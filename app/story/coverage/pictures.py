"""Pictures: what a shot could show, before its size is settled beside the shots about it."""

from dataclasses import dataclass

from app.story.coverage.framing import Intent
from app.vocabulary.shots import Angle, CameraMove, ShotType
from app.vocabulary.staging import Extra, Figure


@dataclass(frozen=True, slots=True)
class Picture:
    """What a shot could show.

    `sizes` are those that suit it, the best first; `figures` are the people in frame, the subject first, and
    `things` the nouns of what matters. `is_fixed` says that its size may equal that of the shot before, as it
    does in talk; `hold_sec` is how long the picture stands beyond its words.
    """

    intent: Intent
    sizes: tuple[ShotType, ...]
    action: str
    figures: tuple[Figure, ...] = ()
    things: tuple[str, ...] = ()
    angle: Angle = "eye"
    move: CameraMove = "static"
    has_crowd: bool = False
    is_fixed: bool = False
    hold_sec: float = 0.0
    extras: tuple[Extra, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Who is in frame."""
        return tuple(figure.name for figure in self.figures)
