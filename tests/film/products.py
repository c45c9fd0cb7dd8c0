"""Digests of everything of a film that must be the same in every process.

`python -m tests.film.products` prints them as JSON.
"""

import hashlib
import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from app.film.clip import ClipPlan, Ending, render_clip, render_frames
from app.film.compose import FilmSettings, compose
from app.film.conform import conform
from app.film.motion.moving_picture import Still
from app.film.sound.ambience import Ambience
from app.film.sound.bed import compose_chords, synthesize_chord
from app.film.sound.mix import mix, write_track
from app.film.sound.soundtrack import Soundtrack, SpotEffect, Take
from app.film.subtitles import Cue
from app.film.thumbnail import make_thumbnail
from app.providers.ledger import UnrecordedCalls
from app.providers.speech.base import SpeechRequest
from app.providers.speech.local import EspeakNarrator
from tests.film.material import SIZE, TIMELINE, film_clips, paint, write_speech

PLAN = ClipPlan(30, 25, SIZE, "pan_left", (Cue(0.2, 1.0, "Again."),), Ending("push_in", 40), fade_out=True)
CUES = (Cue(0.4, 1.5, "Hello\nthere."), Cue(2.0, 3.0, "“世界” — أهلا"))
TALE = "Long ago, at the edge of a restless sea, a fisherman lived in a hut. “Who is there?” she said."


def _render_pixels(folder: Path) -> bytes:
    return np.concatenate(list(render_frames(Still(paint(1)), PLAN, Still(paint(2))))).tobytes()


def _render_clip(folder: Path) -> bytes:
    render_clip(Still(paint(1)), PLAN, Still(paint(2)), folder / "clip.mp4")
    return (folder / "clip.mp4").read_bytes()


def _conform_clip(folder: Path) -> bytes:
    render_clip(Still(paint(1)), ClipPlan(12, 30, (160, 120)), None, folder / "source.mp4")
    conform(folder / "source.mp4", ClipPlan(10, 24, SIZE), folder / "conformed.mp4")
    return (folder / "conformed.mp4").read_bytes()


def _synthesize_chord(folder: Path) -> bytes:
    return synthesize_chord(next(compose_chords(TIMELINE, ("sad",)))).tobytes()


def _hear(folder: Path) -> Soundtrack:
    takes = (Take(write_speech(folder, 2.2)), None, Take(write_speech(folder, 1.7)))
    ambiences, effects = (Ambience(0, ("rain", "birds")),), (SpotEffect(96_000, "knock"),)
    return Soundtrack(takes, "bed", ("sad", "tense", "calm"), ambiences, effects)


def _mix_sound(folder: Path) -> bytes:
    sound = np.zeros((2, TIMELINE.samples), np.float32)
    mix(TIMELINE, _hear(folder), sound)
    return sound.tobytes()


def _write_track(folder: Path) -> bytes:
    write_track(TIMELINE, _hear(folder), folder / "sound.m4a", folder / "stems.m4a")
    return (folder / "sound.m4a").read_bytes() + (folder / "stems.m4a").read_bytes()


def _compose_film(folder: Path) -> bytes:
    _write_track(folder)
    settings = FilmSettings("T", "de", CUES)
    compose(film_clips(folder), folder / "sound.m4a", TIMELINE, settings, folder / "film.mp4")
    return (folder / "film.mp4").read_bytes()


def _make_thumbnail(folder: Path) -> bytes:
    return make_thumbnail(paint(1))


def _speak_take(folder: Path) -> bytes:
    return EspeakNarrator().speak(SpeechRequest(TALE, "", "en"), UnrecordedCalls()).wav


def _speak_second_take(folder: Path) -> bytes:
    EspeakNarrator().speak(SpeechRequest("Quelque chose d’autre.", "", "fr"), UnrecordedCalls())
    return _speak_take(folder)


PRODUCTS: dict[str, Callable[[Path], bytes]] = {
    "pixels": _render_pixels,
    "clip": _render_clip,
    "conformed": _conform_clip,
    "chord": _synthesize_chord,
    "mix": _mix_sound,
    "track": _write_track,
    "film": _compose_film,
    "thumbnail": _make_thumbnail,
    "take": _speak_take,
    "take after another": _speak_second_take,
}


def digest(name: str) -> str:
    """Make a product and return the SHA-256 of its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        return hashlib.sha256(PRODUCTS[name](Path(folder))).hexdigest()


if __name__ == "__main__":
    print(json.dumps({name: digest(name) for name in reversed(PRODUCTS)}))
