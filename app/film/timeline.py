"""The timeline of a film, in whole frames and in the samples at which they start."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, pairwise

from app.vocabulary.timing import LEAD_SEC, SHORTEST_SHOT_SEC, TAIL_SEC

SAMPLE_RATE = 48_000


def samples_per_frame(fps: int) -> int:
    """Return the samples of one frame; raises ValueError for a rate that does not divide 48 kHz."""
    if fps <= 0 or SAMPLE_RATE % fps:
        raise ValueError(f"{fps} frames a second do not divide {SAMPLE_RATE} samples a second")
    return SAMPLE_RATE // fps


def whole_samples(seconds: float) -> int:
    """Return a length in seconds as a rounded number of samples."""
    return round(seconds * SAMPLE_RATE)


def shot_frames(
    narration_sec: float | None,
    fps: int,
    lead: float = LEAD_SEC,
    tail: float = TAIL_SEC,
    minimum: float = SHORTEST_SHOT_SEC,
) -> int:
    """Return the frames that a shot needs for its narration with silence around it; lengths are in seconds.

    They are summed up in whole samples and rounded up to frames once, so that a length that is exact in
    decimals never gains a frame from binary fractions. A shot without narration lasts `minimum`.
    """
    spoken = 0 if narration_sec is None else sum(map(whole_samples, (lead, narration_sec, tail)))
    return -(-max(spoken, whole_samples(minimum)) // samples_per_frame(fps))


def spread(durations: Sequence[float], fps: int) -> list[int]:
    """Return durations in seconds as frames: each within one frame, their sum that of the rounded total."""
    ends = [round(end * fps) for end in accumulate(map(Fraction, durations), initial=Fraction(0))]
    return [end - start for start, end in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class TimedShot:
    """One shot on the timeline.

    Of its take `narration_sec` seconds are heard, from second `take_sec` of it, after `lead_sec` of silence;
    None when nothing is heard.
    """

    frames: int
    narration_sec: float | None = None
    lead_sec: float = LEAD_SEC
    take_sec: float = 0.0


@dataclass(frozen=True)
class Timeline:
    """The shots of a film in order; positions are counted in frames or samples, never added as floats."""

    fps: int
    shots: tuple[TimedShot, ...]

    @property
    def frames(self) -> int:
        """The film's length in frames."""
        return self._starts[-1]

    @property
    def samples(self) -> int:
        """The film's length in samples a channel."""
        return self.frames * samples_per_frame(self.fps)

    @property
    def seconds(self) -> float:
        """The film's length in seconds."""
        return self.frames / self.fps

    def start_frame(self, number: int) -> int:
        """Return the frame at which shot `number` (from 0) starts."""
        return self._starts[number]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """The frames at which the shots start, and at which the film ends."""
        return tuple(accumulate((shot.frames for shot in self.shots), initial=0))

    def start_sample(self, number: int) -> int:
        """Return the sample at which shot `number` starts."""
        return self.start_frame(number) * samples_per_frame(self.fps)

    def narration_sample(self, number: int) -> int:
        """Return the sample at which the narration of shot `number` starts, after its lead."""
        return self.start_sample(number) + whole_samples(self.shots[number].lead_sec)
