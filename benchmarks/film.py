"""`studio film` on the sample story, against encoding the same frames with the same settings on all cores.

Run with `python -m benchmarks.film`. The aim is to take at most twice the encoder's own time.
"""

import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import av
import numpy as np

from app.film.clip import ClipPlan, encode_clip

LIMIT = 2.0
STORY = Path(__file__).parent.parent / "examples" / "the-bell-under-the-harbour.txt"


def _filmed(folder: Path) -> float:
    """Make the film, keeping its clips; gives the wall seconds."""
    begin = time.monotonic()
    command = [sys.executable, "-m", "app.cli", "film", str(STORY), "--data", str(folder / "data")]
    subprocess.run([*command, "--out", str(folder / "film.mp4")], check=True)
    seconds = time.monotonic() - begin
    subprocess.run([*command, "--out", str(folder / "film.mp4"), "--keep", str(folder / "parts")], check=True)
    return seconds


def _encoded(clip: Path) -> tuple[int, float]:
    """Decode a clip, and encode its frames again; gives their number and the seconds of the encoding."""
    with av.open(clip) as file:
        stream = file.streams.video[0]
        size, rate = (stream.width, stream.height), int(stream.average_rate or 24)
        frames = [np.ascontiguousarray(f.to_ndarray(format="yuv420p"), np.uint8) for f in file.decode(stream)]
    begin = time.monotonic()
    encode_clip(frames, ClipPlan(len(frames), rate, size), clip.with_suffix(".again.mp4"))
    return len(frames), time.monotonic() - begin


def main() -> int:
    """Print both times and their ratio; the exit status tells whether the aim is met."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = _filmed(folder)
        clips = sorted((folder / "parts").glob("clip-*.mp4"))
        cores = os.cpu_count() or 1
        with multiprocessing.get_context("spawn").Pool(cores) as pool:
            results = pool.map(_encoded, clips, chunksize=1)
    frames = sum(count for count, _ in results)
    encoding = sum(seconds for _, seconds in results) / cores
    print(f"{frames} frames: film {whole:.1f} s, encoder alone on {cores} cores {encoding:.1f} s")
    print(f"ratio {whole / encoding:.2f} (aim: at most {LIMIT})")
    return 0 if whole / encoding <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
