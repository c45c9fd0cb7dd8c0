"""Speech in prose: quotations and who says them."""

from dataclasses import dataclass

from app.story.people import Person

UNKNOWN_SPEAKER = "Voice"


@dataclass(frozen=True, slots=True)
class Speech:
    """One quotation: its span in the story and who says it, None where the story doesn't tell."""

    start: int
    end: int
    speaker: Person | None
