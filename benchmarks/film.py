"""`studio film` on the sample story, against encoding the same frames with the same settings on all cores.

Run with `python -m benchmarks.film`. The limit is twice the encoder's own time.
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


def _make_film(folder: Path) -> float:
    """Make the film and copy its parts; return the wall-clock seconds of making it."""
    begin = time.monotonic()
    command = [sys.executable, "-m", "app.cli", "film", str(STORY), "--data", str(folder / "data")]
    subprocess.run([*command, "--out", str(folder / "film.mp4")], check=True)
    seconds = time.monotonic() - begin
    subprocess.run([*command, "--out", str(folder / "film.mp4"), "--keep", str(folder / "parts")], check=True)
    return seconds


def _encode_again(clip: Path) -> tuple[int, float]:
    """Decode a clip and encode its frames again; return their number and the seconds of encoding."""
    with av.open(clip) as file:
        stream = file.streams.video[0]
        size, rate = (stream.width, stream.height), int(stream.average_rate or 24)
        frames = [np.ascontiguousarray(f.to_ndarray(format="yuv420p"), np.uint8) for f in file.decode(stream)]
    begin = time.monotonic()
    encode_clip(frames, ClipPlan(len(frames), rate, size), clip.with_suffix(".again.mp4"))
    return len(frames), time.monotonic() - begin


def main() -> int:
    """Print both times and their ratio; return 0 if it is within the limit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        film_seconds = _make_film(folder)
        clips = sorted((folder / "parts").glob("clip-*.mp4"))
        cores = os.cpu_count() or 1
        with multiprocessing.get_context("spawn").Pool(cores) as pool:
            results = pool.map(_encode_again, clips, chunksize=1)
    frames = sum(count for count, _ in results)
    encoding = sum(seconds for _, seconds in results) / cores
    print(f"{frames} frames: film {film_seconds:.1f} s, encoder alone on {cores} cores {encoding:.1f} s")
    print(f"ratio {film_seconds / encoding:.2f} (limit {LIMIT})")
    return 0 if film_seconds / encoding <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
