"""Sound through libavfilter, block by block, so that a film of any length needs little memory."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import av
import av.filter
import numpy as np
from numpy.typing import NDArray

from app.film.timeline import SAMPLE_RATE

Block = NDArray[np.float32]
"""Sound of shape (channels, samples), one channel or two, full scale at ±1."""

Step = tuple[str, str]
"""A filter's name and its arguments in FFmpeg's notation."""

BLOCK_SAMPLES = SAMPLE_RATE


def blocks(sound: Block) -> Iterator[Block]:
    """Cut sound into blocks of a second."""
    for start in range(0, sound.shape[1], BLOCK_SAMPLES):
        yield sound[:, start : start + BLOCK_SAMPLES]


def fade_ends(sound: Block, samples: int) -> None:
    """Fade sound in and out over `samples` at either end, in place."""
    ramp = np.linspace(0, 1, min(samples, sound.shape[1] // 2), dtype=np.float32)
    if ramp.size:
        sound[:, : ramp.size] *= ramp
        sound[:, -ramp.size :] *= ramp[::-1]


def filtered(sound: Iterable[Block], steps: Sequence[Step], rate: int = SAMPLE_RATE) -> Iterator[Block]:
    """Send blocks through filters; what comes out has the same channels and rate."""
    for frame in _run(sound, steps, rate):
        yield np.asarray(frame.to_ndarray(), np.float32)


def measured(sound: Iterable[Block], step: Step) -> dict[str, str]:
    """Send blocks through a measuring filter and give its last words, by FFmpeg's metadata keys.

    The last frame may be shorter than what the filter measures by, and then says nothing.
    """
    report: dict[str, str] = {}
    for frame in _run(sound, [step], SAMPLE_RATE):
        report.update(frame.metadata)
    return report


def _run(sound: Iterable[Block], steps: Sequence[Step], rate: int) -> Iterator[av.AudioFrame]:
    graph: av.filter.Graph | None = None
    position = 0
    for block in sound:
        if graph is None:
            graph = _graph(steps, rate, _layout(block))
        graph.push(_frame(block, position, rate))
        position += block.shape[1]
        yield from _ready(graph)
    if graph is not None:
        graph.push(None)
        yield from _ready(graph)


def _graph(steps: Sequence[Step], rate: int, layout: str) -> av.filter.Graph:
    graph = av.filter.Graph()
    last = graph.add_abuffer(sample_rate=rate, format="fltp", layout=layout, time_base=Fraction(1, rate))
    shape = ("aformat", f"sample_fmts=fltp:sample_rates={rate}:channel_layouts={layout}")
    for name, arguments in [*steps, shape, ("abuffersink", "")]:
        following = graph.add(name, arguments or None)
        last.link_to(following)
        last = following
    graph.configure()
    return graph


def _ready(graph: av.filter.Graph) -> Iterator[av.AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        if isinstance(frame, av.AudioFrame):
            yield frame


def _frame(block: Block, position: int, rate: int) -> av.AudioFrame:
    layout = _layout(block)
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block, np.float32), format="fltp", layout=layout)
    frame.sample_rate, frame.pts, frame.time_base = rate, position, Fraction(1, rate)
    return frame


def _layout(block: Block) -> str:
    return "mono" if block.shape[0] == 1 else "stereo"
