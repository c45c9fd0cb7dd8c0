"""The coverage of scenes: shot types and camera moves, chosen as a storyboard artist does.

A new place is established wide, talk is covered in singles and pairs, strong feeling comes close, and no
size and no move stands twice in a row.
"""

from dataclasses import dataclass

from app.vocabulary.settings import Setting

_CLOSE_MOODS = ("sad", "fearful", "tense")
_MOVES = {
    "extreme_wide": ("pan_right", "push_in", "pan_left", "tilt_down"),
    "wide": ("push_in", "pan_left", "pan_right", "static"),
    "full": ("pan_right", "push_in", "pan_left", "static"),
    "medium": ("push_in", "static", "pan_left", "pan_right"),
    "medium_close_up": ("push_in", "static", "tilt_up", "pull_out"),
    "close_up": ("push_in", "static", "tilt_up", "pull_out"),
    "two_shot": ("pan_left", "push_in", "static", "pan_right"),
    "over_the_shoulder": ("push_in", "static", "pan_right", "pan_left"),
}
TALL_SETTINGS = frozenset(
    [
        Setting.TOWER,
        Setting.LIGHTHOUSE,
        Setting.CASTLE,
        Setting.CHURCH,
        Setting.MOUNTAIN,
        Setting.CLIFF,
        Setting.STAIRCASE,
        Setting.LAMP_ROOM,
        Setting.GREAT_HALL,
    ]
)


@dataclass(frozen=True, slots=True)
class Framing:
    """A size of shot and a move of the camera, in the words of `app.vocabulary.shots`."""

    shot_type: str
    camera_move: str


@dataclass(frozen=True, slots=True)
class SceneCoverage:
    """What a scene offers the camera."""

    setting: str
    indoors: bool
    mood: str
    people: int
    speakers: int
    is_new_place: bool
    is_last: bool = False


def choose_framing(coverage: SceneCoverage, before: Framing | None) -> Framing:
    """Choose a shot that suits the scene and differs in size and move from the shot before it."""
    shot_type = next(size for size in _rank_sizes(coverage) if before is None or size != before.shot_type)
    moves = _rank_moves(shot_type, coverage)
    return Framing(shot_type, next(move for move in moves if before is None or move != before.camera_move))


def _rank_sizes(coverage: SceneCoverage) -> tuple[str, ...]:
    if coverage.is_new_place:
        return ("wide", "full") if coverage.indoors else ("extreme_wide", "wide", "full")
    return (*_rank_coverage(coverage), "full", "wide", "medium")


def _rank_coverage(coverage: SceneCoverage) -> tuple[str, ...]:
    """Rank the sizes for a scene whose place is known already."""
    if coverage.people == 0:
        return ("wide", "extreme_wide") if not coverage.indoors else ("wide", "full")
    if coverage.people == 1:
        close = "close_up" if coverage.mood in _CLOSE_MOODS else "medium_close_up"
        return (close, "medium") if coverage.speakers or coverage.mood in _CLOSE_MOODS else ("medium", "full")
    if coverage.speakers >= 2:
        return ("over_the_shoulder", "two_shot", "medium")
    if coverage.people == 2:
        return ("two_shot", "medium")
    return ("full", "wide") if coverage.mood != "fearful" else ("wide", "medium_close_up")


def _rank_moves(shot_type: str, coverage: SceneCoverage) -> tuple[str, ...]:
    moves = _MOVES[shot_type]
    if coverage.is_last:
        return ("pull_out", *moves)
    if coverage.is_new_place and coverage.setting in TALL_SETTINGS:
        return ("tilt_up", *moves)
    return moves
