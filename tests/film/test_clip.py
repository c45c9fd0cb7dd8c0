from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from app.film.clip import ClipPlan, Ending, render_clip, render_frames
from app.film.motion.moving_picture import Still
from app.film.subtitles import Cue

SIZE = (320, 180)


def luma(picture: np.ndarray) -> np.ndarray:
    return picture[: SIZE[1]].astype(int)


def test_a_clip_has_the_planned_frames_size_and_closed_groups(
    painted: Callable[..., bytes], tmp_path: Path
) -> None:
    render_clip(Still(painted(1)), ClipPlan(60, 24, SIZE, "push_in"), None, tmp_path / "a.mp4")

    with av.open(tmp_path / "a.mp4") as clip:
        stream = clip.streams.video[0]
        frames = list(clip.decode(stream))
        assert [stream.width, stream.height, stream.average_rate] == [*SIZE, Fraction(24)]
        assert stream.time_base == Fraction(1, 24_000)
    assert [frame.pts for frame in frames] == list(range(0, 60_000, 1000))
    assert [index for index, frame in enumerate(frames) if frame.key_frame] == [0, 48]
    assert {frame.colorspace for frame in frames} == {1}


def test_a_dissolve_goes_from_the_last_frame_of_the_shot_before_to_this_shot(
    painted: Callable[..., bytes],
) -> None:
    before = list(render_frames(Still(painted(2)), ClipPlan(30, 24, SIZE, "pan_left"), None))
    plain = list(render_frames(Still(painted(1)), ClipPlan(30, 24, SIZE), None))
    dissolved = list(
        render_frames(
            Still(painted(1)), ClipPlan(30, 24, SIZE, previous=Ending("pan_left", 30)), Still(painted(2))
        )
    )

    for index in range(10):
        share = (index + 1) / 11
        assert (
            np.abs(
                luma(dissolved[index]) - (luma(plain[index]) * share + luma(before[-1]) * (1 - share))
            ).max()
            <= 1
        )
    assert all(np.array_equal(one, two) for one, two in zip(dissolved[10:], plain[10:], strict=True))


def test_fades_begin_dark_and_end_black(painted: Callable[..., bytes]) -> None:
    made = list(render_frames(Still(painted(1)), ClipPlan(48, 24, SIZE, fade_in=True, fade_out=True), None))

    assert luma(made[0]).mean() < luma(made[20]).mean() / 3
    assert (luma(made[-1]) == 16).all()
    assert (made[-1][SIZE[1] :] == 128).all()


def test_cues_are_burned_only_while_they_are_shown(painted: Callable[..., bytes]) -> None:
    plain = list(render_frames(Still(painted(1)), ClipPlan(24, 24, SIZE), None))
    burned = list(
        render_frames(Still(painted(1)), ClipPlan(24, 24, SIZE, cues=(Cue(0.25, 0.5, "Now"),)), None)
    )

    changed = [index for index in range(24) if not np.array_equal(plain[index], burned[index])]
    assert changed == list(range(6, 12))


def test_what_on_frame_raises_stops_the_work_and_leaves_no_file(
    painted: Callable[..., bytes], tmp_path: Path
) -> None:
    def stop(frames: int) -> None:
        if frames == 5:
            raise TimeoutError

    with pytest.raises(TimeoutError):
        render_clip(Still(painted(1)), ClipPlan(60, 24, SIZE), None, tmp_path / "a.mp4", stop)

    assert list(tmp_path.iterdir()) == []
