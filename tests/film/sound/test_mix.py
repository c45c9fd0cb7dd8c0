import wave
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from app.film.sound.bed import compose_chords, synthesize_chord
from app.film.sound.loudness import measure_loudness
from app.film.sound.mix import TrackSettings, mix, write_track
from app.film.timeline import TimedShot, Timeline

FILM = Timeline(24, (TimedShot(72, 2.0), TimedShot(60), TimedShot(72, 2.0)))


def level(sound: np.ndarray, start_sec: float, end_sec: float) -> float:
    return float(np.sqrt(np.mean(sound[:, int(start_sec * 48_000) : int(end_sec * 48_000)] ** 2)))


def test_each_narration_begins_on_its_sample(speech: Callable[[float], Path]) -> None:
    sound = mix(FILM, [speech(2.0), None, speech(2.0)])

    voiced = np.nonzero(np.abs(sound[0]) > 0.005)[0]
    assert 0 <= voiced[0] - FILM.narration_sample(0) < 1_500
    second = voiced[voiced > FILM.start_sample(1) + 20_000][0]
    assert 0 <= second - FILM.narration_sample(2) < 1_500
    assert sound.shape == (2, FILM.samples)


def test_music_is_ducked_under_speech(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "hush.wav"), "wb") as hush:
        hush.setparams((1, 2, 22_050, 0, "NONE", ""))
        hush.writeframes(bytes(2 * 44_100))

    alone = mix(FILM, [None] * 3, "bed")
    under = mix(FILM, [tmp_path / "hush.wav", None, None], "bed")

    ducked, free = (level(under, *span) / level(alone, *span) for span in ((0.5, 2.3), (4.0, 5.0)))
    assert ducked / free == pytest.approx(10 ** (-8 / 20), rel=0.02)


def test_music_stays_well_below_the_voice(speech: Callable[[float], Path]) -> None:
    sound = mix(FILM, [speech(2.0), None, speech(2.0)], "bed")

    music, voice = (
        measure_loudness([sound[:, start * 24_000 : end * 24_000]]) for start, end in ((8, 10), (1, 5))
    )
    assert music.integrated < voice.integrated - 8


def test_the_film_is_as_loud_as_its_volume(speech: Callable[[float], Path]) -> None:
    full, half = (mix(FILM, [speech(2.0), None, None], volume=volume) for volume in (1.0, 0.5))

    assert np.allclose(half, full * 0.5)
    assert not mix(FILM, [speech(2.0), None, None], volume=0.0).any()


def test_a_narration_longer_than_the_film_is_faded_out(speech: Callable[[float], Path]) -> None:
    sound = mix(Timeline(24, (TimedShot(48, 6.0),)), [speech(6.0)])

    assert sound.shape[1] == 96_000
    assert np.abs(sound[:, -5:]).max() < 0.01


def test_a_music_file_repeats_until_the_film_ends(tmp_path: Path) -> None:
    tone = (np.sin(2 * np.pi * 220 * np.arange(32_000) / 32_000) * 9_000).astype(np.int16)[np.newaxis]
    with av.open(tmp_path / "tune.flac", "w") as file:
        stream = file.add_stream("flac", rate=32_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(tone, format="s16", layout="mono")
        frame.sample_rate = 32_000
        file.mux([*stream.encode(frame), *stream.encode()])

    sound = mix(FILM, [None] * 3, tmp_path / "tune.flac")

    assert min(level(sound, at, at + 0.5) for at in np.arange(1.5, 6.5, 0.5)) > 0.02


def test_silence_in_gives_silence_out() -> None:
    assert not mix(FILM, [None] * 3).any()


@pytest.mark.parametrize("moods", [("sad", "joyful", "tense"), ("nonsense",), ()])
def test_chords_cover_the_whole_film_and_stay_inside(moods: tuple[str, ...]) -> None:
    chords = list(compose_chords(FILM, moods))

    assert chords[0].start == 0
    assert max(chord.start + chord.length for chord in chords) == FILM.samples
    assert all(synthesize_chord(chord).shape == (2, chord.length) for chord in chords)


def test_moods_sound_different() -> None:
    sad, joyful = (next(compose_chords(FILM, (mood,) * 3)) for mood in ("sad", "joyful"))

    assert sad != joyful
    assert not np.array_equal(synthesize_chord(sad), synthesize_chord(joyful))


@pytest.mark.parametrize("frames", [1, 79, 394])
def test_a_track_is_as_long_as_its_timeline_to_the_sample(tmp_path: Path, frames: int) -> None:
    timeline = Timeline(24, (TimedShot(frames),))

    write_track(timeline, [None], TrackSettings(), tmp_path / "sound.m4a")

    with av.open(tmp_path / "sound.m4a") as file:
        assert file.streams.audio[0].duration == timeline.samples


def test_a_stopped_track_leaves_nothing_behind(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.7:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_track(FILM, [None] * 3, TrackSettings("bed"), tmp_path / "sound.m4a", stop)

    assert list(tmp_path.iterdir()) == []
