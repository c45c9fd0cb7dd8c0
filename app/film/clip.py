"""A clip: one scene's still, filmed and encoded so that clips join by copying packets."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.stream import VideoStream

from app.film.camera import Plane, frame, planes, split
from app.film.captions import Caption, burn, caption
from app.film.subtitles import Cue

DISSOLVE_FRAMES = 10
TIMESCALE = 24_000
_FADE_IN_SEC, _FADE_OUT_SEC = 0.6, 0.8
_BLACK = (16, 128, 128)
_BT709, _LIMITED = 1, 1
# From OpenCV's cv::CpuFeatures, which its Python module does not name.
_CPU_AVX_512F = 13


@dataclass(frozen=True, slots=True)
class Ending:
    """How the scene before ends: its camera move and length decide what its last frame shows."""

    move: str
    frames: int


@dataclass(frozen=True, slots=True)
class ClipPlan:
    """Everything a clip is made of besides its stills.

    `cues` are burned in and count from the clip's first frame. With `previous` the clip's first frames
    dissolve from the last frame of the scene before. Fades are from and to black.
    """

    frames: int
    fps: int
    size: tuple[int, int]
    move: str = "static"
    cues: tuple[Cue, ...] = ()
    previous: Ending | None = None
    fade_in: bool = False
    fade_out: bool = False


def render_clip(
    still_png: bytes,
    plan: ClipPlan,
    previous_still: bytes | None,
    path: Path,
    on_frame: Callable[[int], None] | None = None,
    threads: int = 1,
) -> None:
    """Film a still into an H.264 clip at `path`, silent, with closed groups of pictures.

    `on_frame` is told the number of frames made; whatever it raises ends the work, and no half-written
    file stays behind. The bytes depend on the arguments alone (`threads`, the encoder's own, among them).
    """
    encode(pictures(still_png, plan, previous_still), plan, path, on_frame, threads)


def encode(
    frames: Iterable[Plane],
    plan: ClipPlan,
    path: Path,
    on_frame: Callable[[int], None] | None = None,
    threads: int = 1,
) -> None:
    """Encode ready frames as `render_clip` does; see there."""
    try:
        with av.open(path, "w", format="mp4", options=_container_options()) as file:
            stream = _stream(file, plan, threads)
            for index, picture in enumerate(frames):
                image = av.VideoFrame.from_numpy_buffer(picture, format="yuv420p")
                image.pts, image.time_base = index, Fraction(1, plan.fps)
                file.mux(stream.encode(image))
                if on_frame:
                    on_frame(index + 1)
            file.mux(stream.encode())
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def pictures(still_png: bytes, plan: ClipPlan, previous_still: bytes | None) -> Iterator[Plane]:
    """Film a still frame by frame: camera, dissolve, fades, captions; see `camera.frame` for the shape."""
    still = planes(still_png, plan.size)
    filmed = (frame(still, plan.move, index, plan.frames, plan.size) for index in range(plan.frames))
    return finished(filmed, plan, _last_frame(previous_still, plan))


def finished(filmed: Iterable[Plane], plan: ClipPlan, before: Plane | None = None) -> Iterator[Plane]:
    """Lay over a shot's frames, which may be changed in place, the dissolve, the captions and the fades."""
    captions = _burned(plan)
    for index, picture in enumerate(filmed):
        if before is not None and index < DISSOLVE_FRAMES:
            share = (index + 1) / (DISSOLVE_FRAMES + 1)
            picture = _plane(cv2.addWeighted(picture, share, before, 1 - share, 0))
        for shown, drawn in captions:
            if index in shown:
                burn(picture, drawn)
        _fade(picture, _brightness(plan, index))
        yield picture


def _last_frame(still: bytes | None, plan: ClipPlan) -> Plane | None:
    if still is None or plan.previous is None:
        return None
    ending = plan.previous
    return frame(planes(still, plan.size), ending.move, ending.frames - 1, ending.frames, plan.size)


def _burned(plan: ClipPlan) -> list[tuple[range, Caption]]:
    set_cues = ((cue, caption(cue.text, plan.size)) for cue in plan.cues)
    return [
        (range(round(cue.start_sec * plan.fps), round(cue.end_sec * plan.fps)), drawn)
        for cue, drawn in set_cues
        if drawn
    ]


def _brightness(plan: ClipPlan, index: int) -> float:
    opening = (index + 1) / (_FADE_IN_SEC * plan.fps) if plan.fade_in else 1.0
    closing = (plan.frames - 1 - index) / (_FADE_OUT_SEC * plan.fps) if plan.fade_out else 1.0
    return min(1.0, opening, closing)


def _fade(picture: Plane, brightness: float) -> None:
    if brightness < 1.0:
        for plane, black in zip(split(picture), _BLACK, strict=True):
            plane[:] = cv2.convertScaleAbs(plane, alpha=brightness, beta=black * (1 - brightness))


def _container_options() -> dict[str, str]:
    return {"video_track_timescale": str(TIMESCALE), "fflags": "+bitexact"}


def _stream(file: av.container.OutputContainer, plan: ClipPlan, threads: int) -> VideoStream:
    stream = file.add_stream("libx264", rate=plan.fps)
    stream.width, stream.height = plan.size
    stream.pix_fmt = "yuv420p"
    encoder = stream.codec_context
    encoder.time_base = Fraction(1, plan.fps)
    encoder.thread_count, encoder.thread_type = threads, "FRAME"
    encoder.gop_size = 2 * plan.fps
    encoder.color_range, encoder.colorspace = _LIMITED, _BT709
    encoder.color_primaries, encoder.color_trc = _BT709, _BT709
    stream.options = {"preset": "veryfast", "crf": "20", "x264-params": _x264_parameters()}
    return stream


def _x264_parameters() -> str:
    # Within one still there are no cuts to look for, and a fixed rhythm of B-frames serves a gliding camera
    # as well as a sought one, in less time.
    parameters = "open-gop=0:scenecut=0:b-adapt=0"
    # x264's AVX-512 look-ahead takes in memory it has not written: the same clip would come out in other
    # bytes from one time to the next. AVX2 is as fast here.
    return f"{parameters}:asm=AVX2" if cv2.checkHardwareSupport(_CPU_AVX_512F) else parameters


def _plane(picture: object) -> Plane:
    return np.asarray(picture, np.uint8)
