"""The craft gate: what a director would ask of the shots of every gold story."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.story.scene import SceneDraft
from app.story.shot import ShotDraft
from tests.story.gold.gold import list_texts

STORIES = list_texts()
_SIDES = ("left", "middle", "right")
_OF_TALK = ("over_the_shoulder", "medium_close_up", "close_up", "two_shot")


@dataclass(frozen=True)
class Story:
    """A gold story, filmed."""

    scenes: tuple[SceneDraft, ...]
    language: str

    @property
    def shots(self) -> list[ShotDraft]:
        return [shot for scene in self.scenes for shot in scene.shots]

    def list_runs(self, length: int) -> Iterator[tuple[ShotDraft, ...]]:
        """Yield all runs of so many shots within a scene."""
        for scene in self.scenes:
            yield from zip(*(scene.shots[at:] for at in range(length)), strict=False)
