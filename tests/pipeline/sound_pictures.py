"""Draw the sound of gold stories: `python -m tests.pipeline.sound_pictures FOLDER NAME…`.

Each picture has a spectrogram of a film's sound, below it the levels of its stems and the starts of scenes.
"""

import argparse
import tempfile
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.film.fonts import font
from app.film.timeline import SAMPLE_RATE
from tests.pipeline.gold_tracks import GoldTrack, make_gold_track
from tests.story.gold.gold import load_folder

WIDTH, HIGH, LOW, HEAD = 1400, 300, 220, 34
LOWEST_HZ, HIGHEST_HZ = 50.0, 12_000.0
QUIETEST_DB = -70.0
COLOURS = {
    "narration": "#33415c",
    "dialogue": "#c1440e",
    "music": "#2a9d8f",
    "ambience": "#8a6fb0",
    "effects": "#d4a017",
}
_WINDOW = 4096


def main() -> None:
    """Draw the stories that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="+")
    choice = parser.parse_args()
    for text in load_folder():
        if text.name in choice.names:
            with tempfile.TemporaryDirectory() as folder:
                track = make_gold_track(text, Path(folder))
                draw(track, text.name).save(choice.folder / f"sound-{text.name}.png", optimize=True)


def draw(track: GoldTrack, title: str) -> Image.Image:
    """Return the picture of a track."""
    picture = Image.new("RGB", (WIDTH, HEAD + HIGH + LOW), "white")
    picture.paste(_draw_spectrogram(_decode(track.path, 0)), (0, HEAD))
    pen = ImageDraw.Draw(picture)
    _write_head(pen, track, title)
    with av.open(track.stems) as file:
        names = [stream.metadata["handler_name"].partition(":")[0] for stream in file.streams.audio]
    for number, name in enumerate(names):
        levels = _measure_levels(_decode(track.stems, number))
        points = [(x, HEAD + HIGH + _height(level)) for x, level in enumerate(levels) if level > QUIETEST_DB]
        pen.point(points, fill=COLOURS[name])
        pen.point([(x, y + 1) for x, y in points], fill=COLOURS[name])
    for db in range(-60, 0, 20):
        pen.text((4, HEAD + HIGH + _height(db) - 8), f"{db} dB", fill="#888888", font=font("sans", 13))
        pen.line([(0, HEAD + HIGH + _height(db)), (WIDTH, HEAD + HIGH + _height(db))], fill="#dddddd")
    for start in track.starts:
        x = round(start / track.request.timeline.samples * WIDTH)
        pen.line([(x, HEAD + HIGH), (x, HEAD + HIGH + LOW)], fill="#bbbbbb")
    return picture


def _write_head(pen: ImageDraw.ImageDraw, track: GoldTrack, title: str) -> None:
    sound = track.quality
    facts = (
        f"{sound.seconds:.0f} s, {sound.loudness_lufs} LUFS, {sound.range_lu} LU, {sound.true_peak_dbtp} dBTP"
    )
    pen.text(
        (8, 6),
        f"{title}: {facts}; spectrogram 50 Hz to 12 kHz, levels of",
        fill="black",
        font=font("sans", 18),
    )
    x = 850
    for name, colour in COLOURS.items():
        pen.text((x, 6), name, fill=colour, font=font("sans-bold", 18))
        x += 105


def _decode(path: Path, number: int) -> NDArray[np.floating]:
    with av.open(path) as file:
        frames = [frame.to_ndarray().mean(axis=0) for frame in file.decode(file.streams.audio[number])]
    return np.concatenate(frames)


def _draw_spectrogram(sound: NDArray[np.floating]) -> Image.Image:
    starts = np.linspace(0, len(sound) - _WINDOW, WIDTH).astype(int)
    frames = sound[starts[:, np.newaxis] + np.arange(_WINDOW)] * np.hanning(_WINDOW)
    power = 20 * np.log10(np.abs(np.fft.rfft(frames, axis=1)) / _WINDOW + 1e-9)
    hertz = np.geomspace(HIGHEST_HZ, LOWEST_HZ, HIGH)
    rows = power[:, np.round(hertz * _WINDOW / SAMPLE_RATE).astype(int)].T
    shade = np.clip((rows + 120) / 90, 0, 1)
    return Image.fromarray((255 * (1 - shade)).astype(np.uint8)).convert("RGB")


def _measure_levels(sound: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return the RMS level of each column of the picture in decibels."""
    edges = np.linspace(0, len(sound), WIDTH + 1).astype(int)
    power = np.add.reduceat(np.square(sound), edges[:-1]) / np.maximum(np.diff(edges), 1)
    return np.asarray(10 * np.log10(power + 1e-9))


def _height(level: float) -> int:
    return round(LOW * level / QUIETEST_DB)


if __name__ == "__main__":
    main()
