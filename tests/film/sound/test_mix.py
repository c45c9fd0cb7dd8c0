"""The mix of a film: voices on their samples, everything else under them, as loud as all films are."""

import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from app.film.sound.ambience import QUIET, Ambience
from app.film.sound.bed import compose_chords, synthesize_chord
from app.film.sound.effects import EFFECTS
from app.film.sound.loudness import measure_loudness
from app.film.sound.mix import MixReport, mix, name_stems, write_track
from app.film.sound.soundtrack import Soundtrack, SpotEffect, Take
from app.film.sound.source import load_sound
from app.film.timeline import TimedShot, Timeline
from tests.film.material import hum

FILM = Timeline(24, (TimedShot(72, 2.0), TimedShot(60), TimedShot(72, 2.0)))
SILENT = (None, None, None)


def render(timeline: Timeline = FILM, **heard: Any) -> np.ndarray:
    """Return the mix of a film."""
    sound = np.zeros((2, timeline.samples), np.float32)
    mix(timeline, Soundtrack(**heard), sound)
    return sound


def level(sound: np.ndarray, start_sec: float, end_sec: float) -> float:
    """Return the RMS of a part of sound."""
    return float(np.sqrt(np.mean(sound[:, int(start_sec * 48_000) : int(end_sec * 48_000)] ** 2)))


def write_wav(path: Path, samples: np.ndarray, rate: int = 22_050) -> Path:
    """Write mono samples as a 16-bit WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes((samples * 32_767).astype("<i2").tobytes())
    return path


def test_each_narration_begins_on_its_sample(speech: Callable[[float], Path]) -> None:
    sound = render(takes=(Take(speech(2.0)), None, Take(speech(2.0))))

    voiced = np.nonzero(np.abs(sound[0]) > 0.005)[0]
    assert 0 <= voiced[0] - FILM.narration_sample(0) < 1_500
    second = voiced[voiced > FILM.start_sample(1) + 20_000][0]
    assert 0 <= second - FILM.narration_sample(2) < 1_500


@pytest.mark.parametrize(
    ("heard", "lowered_db"),
    [({"music": "bed"}, -8), ({"ambiences": (Ambience(0, ("rain",)),)}, -4)],
    ids=["music", "ambience"],
)
def test_what_is_not_speech_is_ducked_under_it(
    tmp_path: Path, heard: dict[str, Any], lowered_db: float
) -> None:
    hush = Take(write_wav(tmp_path / "hush.wav", np.zeros(44_100)))

    alone, under = render(takes=SILENT, **heard), render(takes=(hush, None, None), **heard)

    ducked, free = (level(under, *span) / level(alone, *span) for span in ((0.5, 2.3), (4.0, 5.0)))
    assert ducked / free == pytest.approx(10 ** (lowered_db / 20), rel=0.02)


def test_speech_is_well_above_everything_else(speech: Callable[[float], Path], tmp_path: Path) -> None:
    take, rain = Take(speech(2.0)), (Ambience(0, ("rain", "storm")),)
    heard = Soundtrack((take, None, take), "bed", ("tense",) * 3, rain, (SpotEffect(30_000, "knock"),))

    measured = write_track(FILM, heard, tmp_path / "sound.m4a")

    assert measured.speech_over_bed_db is not None
    assert measured.speech_over_bed_db > 12


def test_the_film_is_as_loud_as_its_volume(speech: Callable[[float], Path]) -> None:
    takes = (Take(speech(2.0)), None, None)

    full, half = (render(takes=takes, volume=volume) for volume in (1.0, 0.5))

    assert np.allclose(half, full * 0.5)
    assert not render(takes=takes, volume=0.0).any()


def test_a_narration_longer_than_the_film_is_faded_out(speech: Callable[[float], Path]) -> None:
    sound = render(Timeline(24, (TimedShot(48, 6.0),)), takes=(Take(speech(6.0)),))

    assert sound.shape[1] == 96_000
    assert np.abs(sound[:, -5:]).max() < 0.01


def test_a_music_file_repeats_until_the_film_ends(tmp_path: Path) -> None:
    tone = (np.sin(2 * np.pi * 220 * np.arange(32_000) / 32_000) * 9_000).astype(np.int16)[np.newaxis]
    with av.open(tmp_path / "tune.flac", "w") as file:
        stream = file.add_stream("flac", rate=32_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(tone, format="s16", layout="mono")
        frame.sample_rate = 32_000
        file.mux([*stream.encode(frame), *stream.encode()])

    sound = render(takes=SILENT, music=tmp_path / "tune.flac")

    assert min(level(sound, at, at + 0.5) for at in np.arange(1.5, 6.5, 0.5)) > 0.02


def test_silence_in_gives_silence_out() -> None:
    assert not render(takes=SILENT).any()


def test_an_ambience_leaves_no_digital_silence() -> None:
    sound = render(takes=SILENT, ambiences=(Ambience(0, QUIET),))

    assert min(level(sound, at, at + 0.05) for at in np.arange(0.5, 8.0, 0.05)) > 1e-4


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

    write_track(timeline, Soundtrack((None,)), tmp_path / "sound.m4a")

    with av.open(tmp_path / "sound.m4a") as file:
        assert file.streams.audio[0].duration == timeline.samples


def test_a_stopped_track_leaves_nothing_behind(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.7:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_track(FILM, Soundtrack(SILENT, "bed"), tmp_path / "a.m4a", tmp_path / "stems.m4a", stop)

    assert list(tmp_path.iterdir()) == []


def write_dialogue(folder: Path) -> tuple[Soundtrack, MixReport]:
    """Write the track and the stems of a film in which two people and the narrator hum."""
    voices = [hum(96, 0.7, 22_050), hum(220, 0.6, 22_050) * 0.3, hum(140, 0.7, 22_050)]
    take = write_wav(folder / "take.wav", np.concatenate(voices) * 0.2)
    turns = (("", 0.0), ("Ann", 0.7), ("Ben", 1.3))
    heard = Soundtrack((Take(take, turns), None, None), "bed", (), (Ambience(0, QUIET),))
    return heard, write_track(FILM, heard, folder / "sound.m4a", folder / "stems.m4a")


def test_each_part_of_the_sound_is_a_stem(tmp_path: Path) -> None:
    heard, _ = write_dialogue(tmp_path)

    with av.open(tmp_path / "stems.m4a") as file:
        titles = [stream.metadata["handler_name"] for stream in file.streams.audio]
        assert {stream.duration for stream in file.streams.audio} == {FILM.samples}
    assert titles == name_stems(heard)
    assert titles == ["narration", "dialogue: Ann", "dialogue: Ben", "music", "ambience", "effects"]


def test_a_stem_has_its_speaker_and_nobody_else(tmp_path: Path) -> None:
    write_dialogue(tmp_path)

    with av.open(tmp_path / "stems.m4a") as file:
        ann = np.concatenate([frame.to_ndarray() for frame in file.decode(file.streams.audio[1])], axis=1)
    start = FILM.narration_sample(0) / 48_000
    assert level(ann, start + 0.8, start + 1.2) > 0.02
    assert max(level(ann, 0.0, start + 0.6), level(ann, start + 1.5, 8.0)) < 0.001


def test_the_pitch_of_each_speaker_is_measured(tmp_path: Path) -> None:
    _, measured = write_dialogue(tmp_path)

    assert measured.pitches_hz == pytest.approx({"": 96, "Ann": 220, "Ben": 140}, rel=0.02)


def test_speakers_of_one_take_are_equally_loud(tmp_path: Path) -> None:
    write_dialogue(tmp_path)

    sound = load_sound(tmp_path / "sound.m4a", channels=2)
    start = FILM.narration_sample(0) / 48_000
    quiet, loud = (
        measure_loudness([sound[:, round(a * 48_000) : round(b * 48_000)]]).integrated
        for a, b in ((start + 0.72, start + 1.28), (start + 1.32, start + 1.9))
    )
    assert quiet == pytest.approx(loud, abs=3)


@pytest.mark.parametrize("name", EFFECTS)
def test_an_effect_is_heard_at_its_sample(name: str) -> None:
    sound = render(takes=SILENT, effects=(SpotEffect(96_000, name),))

    assert np.abs(sound[:, :95_900]).max() < 1e-6
    assert level(sound, 2.0, 2.4) > 0.005
