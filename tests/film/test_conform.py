from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from app.film.clip import ClipPlan, render_clip
from app.film.conform import ClipEmpty, conform
from app.film.motion.moving_picture import Still
from app.film.subtitles import Cue
from tests.vendors.video_server import any_clip

SIZE = (320, 180)


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A vendor's clip: one second that grows brighter, 400 × 400 pixels at 15 a second, in another codec."""
    (tmp_path / "foreign.mp4").write_bytes(any_clip({}))
    return tmp_path / "foreign.mp4"


def brightness(clip: Path) -> list[float]:
    with av.open(clip) as file:
        return [frame.to_ndarray(format="yuv420p")[: SIZE[1]].mean() for frame in file.decode(video=0)]


def test_a_foreign_clip_gets_the_size_rate_and_length_of_its_plan(foreign: Path, tmp_path: Path) -> None:
    conform(foreign, ClipPlan(40, 24, SIZE), tmp_path / "ours.mp4")

    with av.open(tmp_path / "ours.mp4") as clip:
        stream = clip.streams.video[0]
        assert [stream.width, stream.height, stream.average_rate, stream.frames] == [*SIZE, Fraction(24), 40]


def test_a_foreign_clip_keeps_its_tempo_and_holds_its_last_picture(foreign: Path, tmp_path: Path) -> None:
    conform(foreign, ClipPlan(40, 24, SIZE), tmp_path / "ours.mp4")

    light = brightness(tmp_path / "ours.mp4")
    assert light[0] < light[12] < light[22]
    assert np.ptp(light[24:]) < 1.5


def test_a_foreign_clip_that_is_too_long_is_cut(foreign: Path, tmp_path: Path) -> None:
    conform(foreign, ClipPlan(6, 24, SIZE), tmp_path / "ours.mp4")

    assert len(brightness(tmp_path / "ours.mp4")) == 6


def test_a_foreign_clip_joins_with_ours(foreign: Path, painted: Callable[..., bytes], tmp_path: Path) -> None:
    plan = ClipPlan(12, 24, SIZE)
    conform(foreign, plan, tmp_path / "ours.mp4")
    render_clip(Still(painted(1)), plan, None, tmp_path / "camera.mp4")

    with av.open(tmp_path / "ours.mp4") as one, av.open(tmp_path / "camera.mp4") as other:
        headers = {clip.streams.video[0].codec_context.extradata for clip in (one, other)}
    assert len(headers) == 1


def test_a_foreign_clip_gets_captions_and_fades(foreign: Path, tmp_path: Path) -> None:
    plan = ClipPlan(24, 24, SIZE, cues=(Cue(0.3, 1.0, "Somebody waved."),), fade_in=True)
    conform(foreign, plan, tmp_path / "captioned.mp4")
    conform(foreign, ClipPlan(24, 24, SIZE), tmp_path / "plain.mp4")

    captioned, plain = brightness(tmp_path / "captioned.mp4"), brightness(tmp_path / "plain.mp4")
    assert captioned[0] < plain[0] - 20, "it begins in black"
    assert abs(captioned[20] - plain[20]) > 0.5, "words are shown"


def test_a_file_without_pictures_is_refused(tmp_path: Path) -> None:
    with av.open(tmp_path / "sound.mp4", "w") as file:
        stream = file.add_stream("aac", rate=24_000, layout="mono")
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        silence.rate = 24_000
        file.mux([*stream.encode(silence), *stream.encode(None)])

    with pytest.raises(ClipEmpty):
        conform(tmp_path / "sound.mp4", ClipPlan(6, 24, SIZE), tmp_path / "ours.mp4")


def test_a_file_that_is_no_clip_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "words.mp4").write_bytes(b"no clip at all")

    with pytest.raises(av.FFmpegError):
        conform(tmp_path / "words.mp4", ClipPlan(6, 24, SIZE), tmp_path / "ours.mp4")

    assert not (tmp_path / "ours.mp4").exists()
