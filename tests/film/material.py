"""Small things to film: stills, takes and clips that take milliseconds to make."""

import io
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.film.clip import ClipPlan, Ending, render_clip
from app.film.motion.moving_picture import Still
from app.film.timeline import TimedShot, Timeline, shot_frames

SIZE = (320, 180)
TAKES_SEC = (2.2, None, 1.7)
MOVES = ("push_in", "static", "pan_left")
TIMELINE = Timeline(24, tuple(TimedShot(shot_frames(take, 24, minimum=1.5), take) for take in TAKES_SEC))


def paint(seed: int, size: tuple[int, int] = (400, 224)) -> bytes:
    """Paint smooth coloured clouds as PNG, something for a camera to see."""
    coarse = np.random.default_rng(seed).integers(30, 225, (9, 16, 3)).astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC).save(file, "PNG")
    return file.getvalue()


def write_speech(folder: Path, seconds: float) -> Path:
    """Write a take of something like speech: a buzzing voice in syllables, 22 kHz mono."""
    time = np.arange(int(22_050 * seconds)) / 22_050
    # Phases after Schroeder: a throat spreads its pulses too, and a train of spikes is no speech.
    buzz = sum(np.sin(2 * np.pi * 130 * k * time - np.pi * k * k / 23) / k for k in range(1, 24))
    rhythm = np.clip(np.sin(2 * np.pi * 0.7 * time) + 0.9, 0, 1)
    syllables = np.clip(np.sin(2 * np.pi * 4 * time), 0, 1) * rhythm
    path = folder / f"take-{seconds}.wav"
    with wave.open(str(path), "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(22_050)
        wav.writeframes((buzz * syllables * 8_000).astype("<i2").tobytes())
    return path


def film_clips(folder: Path) -> list[Path]:
    """Film three shots that dissolve into each other."""
    paths: list[Path] = []
    before: Ending | None = None
    for number, (shot, move) in enumerate(zip(TIMELINE.shots, MOVES, strict=True)):
        plan = ClipPlan(shot.frames, TIMELINE.fps, SIZE, move, (), before)
        paths.append(folder / f"{number}.mp4")
        render_clip(Still(paint(number)), plan, Still(paint(number - 1)) if before else None, paths[-1])
        before = Ending(move, shot.frames)
    return paths


def hum(pitch_hz: float, seconds: float, rate: int = 22_050) -> NDArray[np.floating]:
    """Return a voiced sound at a rate in hertz: partials that get weaker, as those of a vowel do."""
    time = np.arange(round(seconds * rate)) / rate
    return np.sum([np.sin(2 * np.pi * pitch_hz * n * time + n) / n for n in range(1, 9)], axis=0)
