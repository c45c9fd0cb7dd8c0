"""Audio filters of libavfilter, applied block by block, so that a film of any length needs little memory."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import av
import av.filter
import numpy as np
from numpy.typing import NDArray

from app.film.timeline import SAMPLE_RATE

Block = NDArray[np.float32]
"""Samples of shape (channels, samples), one channel or two, full scale at ±1."""

Step = tuple[str, str]
"""A filter's name and its arguments in FFmpeg's notation."""

BLOCK_SAMPLES = SAMPLE_RATE


def split_blocks(sound: Block) -> Iterator[Block]:
    """Yield views of sound at the film's rate, each of one second."""
    for start in range(0, sound.shape[1], BLOCK_SAMPLES):
        yield sound[:, start : start + BLOCK_SAMPLES]


def fade_ends(sound: Block, samples: int) -> None:
    """Fade sound in and out over `samples` at both ends, in place."""
    ramp = np.linspace(0, 1, min(samples, sound.shape[1] // 2), dtype=np.float32)
    if ramp.size:
        sound[:, : ramp.size] *= ramp
        sound[:, -ramp.size :] *= ramp[::-1]


def apply_filters(sound: Iterable[Block], steps: Sequence[Step], rate: int = SAMPLE_RATE) -> Iterator[Block]:
    """Yield blocks that have passed through filters, with the same channels and the same rate in hertz."""
    for frame in _run_graph(sound, steps, rate):
        yield np.asarray(frame.to_ndarray(), np.float32)


def collect_metadata(sound: Iterable[Block], step: Step) -> dict[str, str]:
    """Return the last values that a measuring filter reports on blocks, by FFmpeg's metadata keys.

    The last frame may be shorter than the filter's window and then has no values, so earlier ones are kept.
    """
    report: dict[str, str] = {}
    for frame in _run_graph(sound, [step], SAMPLE_RATE):
        report.update(frame.metadata)
    return report


def _run_graph(sound: Iterable[Block], steps: Sequence[Step], rate: int) -> Iterator[av.AudioFrame]:
    graph: av.filter.Graph | None = None
    position = 0
    for block in sound:
        if graph is None:
            graph = _build_graph(steps, rate, _channel_layout(block))
        graph.push(_make_frame(block, position, rate))
        position += block.shape[1]
        yield from _pull_frames(graph)
    if graph is not None:
        graph.push(None)
        yield from _pull_frames(graph)


def _build_graph(steps: Sequence[Step], rate: int, layout: str) -> av.filter.Graph:
    graph = av.filter.Graph()
    last = graph.add_abuffer(sample_rate=rate, format="fltp", layout=layout, time_base=Fraction(1, rate))
    shape = ("aformat", f"sample_fmts=fltp:sample_rates={rate}:channel_layouts={layout}")
    for name, arguments in [*steps, shape, ("abuffersink", "")]:
        following = graph.add(name, arguments or None)
        last.link_to(following)
        last = following
    graph.configure()
    return graph


def _pull_frames(graph: av.filter.Graph) -> Iterator[av.AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        if isinstance(frame, av.AudioFrame):
            yield frame


def _make_frame(block: Block, position: int, rate: int) -> av.AudioFrame:
    layout = _channel_layout(block)
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block, np.float32), format="fltp", layout=layout)
    frame.sample_rate, frame.pts, frame.time_base = rate, position, Fraction(1, rate)
    return frame


def _channel_layout(block: Block) -> str:
    return "mono" if block.shape[0] == 1 else "stereo"
