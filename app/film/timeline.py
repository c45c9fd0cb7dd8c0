"""The film's clock: whole frames, and samples that fall exactly on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from app.vocabulary.timing import LEAD_SEC, SHORTEST_SHOT_SEC, TAIL_SEC

SAMPLE_RATE = 48_000


def samples_per_frame(fps: int) -> int:
    """Give the sound samples of one frame; raise ValueError for a rate that does not divide 48 kHz."""
    if fps <= 0 or SAMPLE_RATE % fps:
        raise ValueError(f"{fps} frames a second do not divide {SAMPLE_RATE} samples a second")
    return SAMPLE_RATE // fps


def whole_samples(seconds: float) -> int:
    """Round a length in seconds to samples."""
    return round(seconds * SAMPLE_RATE)


def shot_frames(
    narration_sec: float | None,
    fps: int,
    lead: float = LEAD_SEC,
    tail: float = TAIL_SEC,
    minimum: float = SHORTEST_SHOT_SEC,
) -> int:
    """Count the frames a shot needs to hold its narration with silence around it, all lengths in seconds.

    The sum is made in whole samples and rounded up to frames once, so that a length which is exact in
    decimals never gains a frame from binary fractions. A shot without narration lasts `minimum`.
    """
    spoken = 0 if narration_sec is None else sum(map(whole_samples, (lead, narration_sec, tail)))
    return -(-max(spoken, whole_samples(minimum)) // samples_per_frame(fps))


def spread(durations: Sequence[float], fps: int) -> list[int]:
    """Share frames among durations in seconds so that each is within one frame and the total is exact."""
    ends = [round(end * fps) for end in accumulate(map(Fraction, durations), initial=Fraction(0))]
    return [end - start for start, end in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class Shot:
    """One scene's stretch of the film. `narration_sec` is the length of its take, None when it has none."""

    frames: int
    narration_sec: float | None = None
    lead_sec: float = LEAD_SEC


@dataclass(frozen=True, slots=True)
class Timeline:
    """The shots of a film in order; every position is counted in frames or samples, never added in floats."""

    fps: int
    shots: tuple[Shot, ...]

    @property
    def frames(self) -> int:
        """The whole film's frames."""
        return sum(shot.frames for shot in self.shots)

    @property
    def samples(self) -> int:
        """The whole film's samples a channel."""
        return self.frames * samples_per_frame(self.fps)

    @property
    def seconds(self) -> float:
        """The whole film's length."""
        return self.frames / self.fps

    def start_frame(self, number: int) -> int:
        """Give the frame on which shot `number` (from 0) begins."""
        return sum(shot.frames for shot in self.shots[:number])

    def start_sec(self, number: int) -> float:
        """Give the time at which shot `number` begins."""
        return self.start_frame(number) / self.fps

    def start_sample(self, number: int) -> int:
        """Give the sample on which shot `number` begins."""
        return self.start_frame(number) * samples_per_frame(self.fps)

    def narration_sample(self, number: int) -> int:
        """Give the sample on which the narration of shot `number` begins, its lead included."""
        return self.start_sample(number) + whole_samples(self.shots[number].lead_sec)
