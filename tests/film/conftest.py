"""Small things to film: stills, takes and clips that take milliseconds to make."""

import io
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.film.clip import ClipPlan, Ending, render_clip
from app.film.timeline import TimedShot, Timeline, shot_frames

SIZE = (320, 180)


Painter = Callable[..., bytes]


@pytest.fixture(scope="session")
def painted() -> Painter:
    """Paint smooth coloured clouds, something for a camera to see, as PNG."""

    def paint(seed: int, size: tuple[int, int] = (400, 224)) -> bytes:
        coarse = np.random.default_rng(seed).integers(30, 225, (9, 16, 3)).astype(np.uint8)
        file = io.BytesIO()
        Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC).save(file, "PNG")
        return file.getvalue()

    return paint


@pytest.fixture
def speech(tmp_path: Path) -> Callable[[float], Path]:
    """Write a take of something like speech: a buzzing voice in syllables, 22 kHz mono."""

    def write(seconds: float) -> Path:
        time = np.arange(int(22_050 * seconds)) / 22_050
        # Phases after Schroeder: a throat spreads its pulses too, and a train of spikes is no speech.
        buzz = sum(np.sin(2 * np.pi * 130 * k * time - np.pi * k * k / 23) / k for k in range(1, 24))
        syllables = np.clip(np.sin(2 * np.pi * 4 * time), 0, 1) * np.clip(
            np.sin(2 * np.pi * 0.7 * time) + 0.9, 0, 1
        )
        path = tmp_path / f"take-{seconds}.wav"
        with wave.open(str(path), "wb") as wav:
            wav.setnchannels(1)
            wav.setsampwidth(2)
            wav.setframerate(22_050)
            wav.writeframes((buzz * syllables * 8_000).astype("<i2").tobytes())
        return path

    return write


@pytest.fixture(scope="session")
def timeline() -> Timeline:
    takes = (2.2, None, 1.7)
    return Timeline(24, tuple(TimedShot(shot_frames(take, 24, minimum=1.5), take) for take in takes))


@pytest.fixture(scope="session")
def clips(timeline: Timeline, painted: Painter, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Film three shots that dissolve into each other."""
    folder, paths, before = tmp_path_factory.mktemp("clips"), [], None
    for number, (shot, move) in enumerate(
        zip(timeline.shots, ("push_in", "static", "pan_left"), strict=True)
    ):
        plan = ClipPlan(shot.frames, timeline.fps, SIZE, move, (), before)
        previous = painted(number - 1) if before else None
        paths.append(folder / f"{number}.mp4")
        render_clip(painted(number), plan, previous, paths[-1])
        before = Ending(move, shot.frames)
    return paths
