"""The axis of a scene: who stands left of whom, who looks which way, and in which direction all travel."""

from collections.abc import Sequence
from zlib import crc32

from app.story.beat import Beat
from app.story.scene import SceneDraft
from app.vocabulary.actions import Action
from app.vocabulary.staging import Facing, Side

TRAVELS = frozenset(
    [
        Action.WALK,
        Action.RUN,
        Action.CLIMB,
        Action.CRAWL,
        Action.RIDE,
        Action.DRIVE,
        Action.FLY,
        Action.SWIM,
        Action.JUMP,
    ]
)
"""The actions by which figures cross the frame."""
_CHASING = ("chase", "follow", "pursue", "run after", "hunt")
_COMING_BACK = frozenset(["return", "go back", "come back", "come home", "go home", "run back", "walk back"])


class Axis:
    """The sides of a scene's characters, the same in all its shots: the camera stays on one side of them."""

    def __init__(self, scene: SceneDraft) -> None:
        # The order comes from the names, so that a pair stands alike in all scenes of a story.
        ordered = sorted(scene.characters, key=lambda name: crc32(name.encode()))
        self._places = {name: place for place, name in enumerate(ordered)}
        self.travel: Facing = _find_travel(scene, self._places)

    def face(self, name: str, partner: str) -> Facing:
        """Return where a character looks to see another, or those of the scene where no other is told."""
        if partner in self._places and name in self._places and partner != name:
            return "right" if self._places[name] < self._places[partner] else "left"
        place = self._places.get(name, 0)
        if len(self._places) > 1 and name in self._places:
            return "right" if place * 2 < len(self._places) - 1 else "left"
        return "right" if crc32(name.encode()) % 2 else "left"

    def list_sides(self, names: Sequence[str]) -> dict[str, Side]:
        """Return the side of each of those in one frame."""
        ordered = sorted(dict.fromkeys(names), key=lambda name: self._places.get(name, len(self._places)))
        if len(ordered) == 1:
            return {ordered[0]: "middle"}
        last = len(ordered) - 1
        return {
            name: "left" if number * 2 < last else "right" if number * 2 > last else "middle"
            for number, name in enumerate(ordered)
        }


def _find_travel(scene: SceneDraft, places: dict[str, int]) -> Facing:
    """Return the direction of a scene's travel: homewards is left, and who is chased is ahead."""
    for beat in scene.beats:
        if beat.status == "seen" and beat.action in TRAVELS:
            return _direct(beat, places)
    return "right"


def _direct(beat: Beat, places: dict[str, int]) -> Facing:
    ahead = next((name for name in beat.patients if name in places), None)
    behind = next((name for name in beat.agents if name in places), None)
    if ahead and behind and (beat.verb in _CHASING or beat.action is Action.RUN):
        return "right" if places[behind] < places[ahead] else "left"
    return "left" if beat.verb in _COMING_BACK or beat.landmark == "home" else "right"
