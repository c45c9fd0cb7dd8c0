"""A clip: one shot's still, filmed and encoded so that clips can be joined by copying packets."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.stream import VideoStream

from app.film.camera import Plane, split_planes
from app.film.captions import Caption, burn_caption, typeset_caption
from app.film.motion.moving_picture import NO_ACTING, Acting, MovingPicture, Still
from app.film.subtitles import Cue

DISSOLVE_FRAMES = 10
TIMESCALE = 24_000
_FADE_IN_SEC, _FADE_OUT_SEC = 0.6, 0.8
_BLACK = (16, 128, 128)
# From libavutil's pixfmt.h: AVCOL_SPC_BT709 and AVCOL_RANGE_MPEG.
_BT709, _LIMITED = 1, 1
# From OpenCV's cv::CpuFeatures, which its Python module does not name.
_CPU_AVX_512F = 13


@dataclass(frozen=True, slots=True)
class Ending:
    """How the shot before ends: its camera move and its length in frames decide its last frame."""

    move: str
    frames: int


@dataclass(frozen=True, slots=True)
class ClipPlan:
    """Everything that decides a clip besides its stills.

    `frames` is its length, `size` the frame's width and height in pixels. `cues` are burned in, at seconds
    from the clip's first frame; `acting` is what happens besides the camera's move. With `previous` the
    clip's first frames dissolve from the last frame of the shot before. Fades are from and to black.
    """

    frames: int
    fps: int
    size: tuple[int, int]
    move: str = "static"
    cues: tuple[Cue, ...] = ()
    previous: Ending | None = None
    fade_in: bool = False
    fade_out: bool = False
    acting: Acting = NO_ACTING


def render_clip(
    still: Still,
    plan: ClipPlan,
    previous_still: Still | None,
    path: Path,
    on_frame: Callable[[int], None] | None = None,
    threads: int = 1,
) -> None:
    """Write a still's clip to `path`: H.264 in MP4, silent, with closed groups of pictures.

    `on_frame` is called with the number of frames made; what it raises stops the work, and no partial file
    stays behind. The bytes depend on the arguments alone, the encoder's `threads` among them. Raises
    PIL.UnidentifiedImageError for a still that is no image.
    """
    encode_clip(render_frames(still, plan, previous_still), plan, path, on_frame, threads)


def encode_clip(
    frames: Iterable[Plane],
    plan: ClipPlan,
    path: Path,
    on_frame: Callable[[int], None] | None = None,
    threads: int = 1,
) -> None:
    """Encode finished frames as `render_clip` does, with the same `on_frame`, `threads` and guarantees."""
    try:
        with av.open(path, "w", format="mp4", options=_container_options()) as file:
            stream = _add_video_stream(file, plan, threads)
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


def render_frames(still: Still, plan: ClipPlan, previous_still: Still | None) -> Iterator[Plane]:
    """Yield a clip's frames in the shape of `camera.sample`, with dissolve, captions and fades."""
    picture = MovingPicture(still, plan.move, plan.frames, plan.fps, plan.size)
    frames = (picture.render(index, plan.acting) for index in range(plan.frames))
    return finish_frames(frames, plan, _render_last_frame(previous_still, plan))


def finish_frames(frames: Iterable[Plane], plan: ClipPlan, before: Plane | None = None) -> Iterator[Plane]:
    """Yield a shot's frames, changed in place: a dissolve from the frame `before`, captions and fades."""
    captions = _typeset_cues(plan)
    for index, picture in enumerate(frames):
        if before is not None and index < DISSOLVE_FRAMES:
            share = (index + 1) / (DISSOLVE_FRAMES + 1)
            picture = _as_plane(cv2.addWeighted(picture, share, before, 1 - share, 0))
        for shown, caption in captions:
            if index in shown:
                burn_caption(picture, caption)
        _darken(picture, _brightness(plan, index))
        yield picture


def _render_last_frame(still: Still | None, plan: ClipPlan) -> Plane | None:
    if still is None or plan.previous is None:
        return None
    ending = plan.previous
    picture = MovingPicture(still, ending.move, ending.frames, plan.fps, plan.size)
    return picture.render(ending.frames - 1, NO_ACTING)


def _typeset_cues(plan: ClipPlan) -> list[tuple[range, Caption]]:
    """Return the plan's captions with the frames on which each is shown."""
    captions = ((cue, typeset_caption(cue.text, plan.size)) for cue in plan.cues)
    return [
        (range(round(cue.start_sec * plan.fps), round(cue.end_sec * plan.fps)), caption)
        for cue, caption in captions
        if caption
    ]


def _brightness(plan: ClipPlan, index: int) -> float:
    opening = (index + 1) / (_FADE_IN_SEC * plan.fps) if plan.fade_in else 1.0
    closing = (plan.frames - 1 - index) / (_FADE_OUT_SEC * plan.fps) if plan.fade_out else 1.0
    return min(1.0, opening, closing)


def _darken(picture: Plane, brightness: float) -> None:
    if brightness < 1.0:
        for plane, black in zip(split_planes(picture), _BLACK, strict=True):
            plane[:] = cv2.convertScaleAbs(plane, alpha=brightness, beta=black * (1 - brightness))


def _container_options() -> dict[str, str]:
    return {"video_track_timescale": str(TIMESCALE), "fflags": "+bitexact"}


def _add_video_stream(file: av.container.OutputContainer, plan: ClipPlan, threads: int) -> VideoStream:
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
    # One still has no cuts to detect, and for a camera that moves steadily a fixed pattern of B-frames is as
    # good as an adaptive one, and faster.
    parameters = "open-gop=0:scenecut=0:b-adapt=0"
    # x264's look-ahead for AVX-512 reads memory that it has not written, so that the same clip would have
    # other bytes each time. AVX2 is as fast here.
    return f"{parameters}:asm=AVX2" if cv2.checkHardwareSupport(_CPU_AVX_512F) else parameters


def _as_plane(picture: object) -> Plane:
    return np.asarray(picture, np.uint8)
