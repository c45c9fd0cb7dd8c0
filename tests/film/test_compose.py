from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from app.film.clip import ClipPlan, render_clip
from app.film.compose import Chapter, ClipMismatch, FilmSettings, TrackMismatch, compose
from app.film.motion.moving_picture import Still
from app.film.sound.loudness import measure_loudness
from app.film.sound.mix import write_track
from app.film.sound.soundtrack import Soundtrack, Take
from app.film.sound.source import decode_blocks
from app.film.subtitles import Cue
from app.film.timeline import TimedShot, Timeline

CUES = (Cue(0.4, 1.5, "Hello\nthere."), Cue(2.0, 3.0, "“世界” — أهلا"))


@pytest.fixture
def film(clips: list[Path], timeline: Timeline, speech: Callable[[float], Path], tmp_path: Path) -> Path:
    """Compose the three clips with two narrations, a bed and subtitles."""
    path = tmp_path / "film.mp4"
    track = record(timeline, [speech(2.2), None, speech(1.7)], tmp_path)
    compose(
        clips, track, timeline, FilmSettings("The Hut: “a tale”", "de", CUES, ("After A.", "After B.")), path
    )
    return path


def record(timeline: Timeline, takes: Sequence[Path | None], folder: Path) -> Path:
    """Write the sound track of a film with a bed."""
    heard = Soundtrack(tuple(Take(take) if take else None for take in takes), "bed", ("sad", "tense"))
    write_track(timeline, heard, folder / "sound.m4a")
    return folder / "sound.m4a"


def read_packets(path: Path) -> list[tuple[int | None, bytes]]:
    """Return the sound packets of a file with their times."""
    with av.open(path) as file:
        return [(packet.pts, bytes(packet)) for packet in file.demux(audio=0) if packet.size]


def test_clips_join_without_losing_or_adding_a_frame(film: Path, timeline: Timeline) -> None:
    with av.open(film) as file:
        stamps = [(packet.pts, packet.dts) for packet in file.demux(video=0) if packet.pts is not None]
    with av.open(film) as file:
        decodable = sum(1 for _ in file.decode(video=0))

    assert sorted(pts for pts, _ in stamps) == list(range(0, timeline.frames * 1000, 1000))
    assert np.all(np.diff([dts for _, dts in stamps]) > 0)
    assert decodable == timeline.frames


def test_sound_and_picture_are_exactly_as_long_as_the_timeline(film: Path, timeline: Timeline) -> None:
    with av.open(film) as file:
        lengths = {one.type: (one.duration or 0) * (one.time_base or 0) for one in file.streams}

    assert lengths["video"] == Fraction(timeline.frames, 24)
    assert lengths["audio"] == Fraction(timeline.frames, 24)


def test_subtitles_read_back_with_their_times_and_language(film: Path) -> None:
    with av.open(film) as file:
        track = file.streams.subtitles[0]
        packets = [
            (float(packet.pts * packet.time_base), bytes(packet)[2:].decode())
            for packet in file.demux(track)
            if packet.pts is not None
        ]
        language = track.metadata["language"]

    assert [(start, text) for start, text in packets if text] == [(0.4, CUES[0].text), (2.0, CUES[1].text)]
    assert language == "deu"


def test_the_film_carries_its_title_and_credits_and_starts_before_it_is_loaded(film: Path) -> None:
    with av.open(film) as file:
        metadata = file.metadata

    assert metadata["title"] == "The Hut: “a tale”"
    assert metadata["copyright"] == "After A. After B."
    assert film.read_bytes().index(b"moov") < film.read_bytes().index(b"mdat")


def test_the_film_is_as_loud_as_promised(film: Path) -> None:
    level = measure_loudness(decode_blocks(film, channels=2))

    assert level.integrated == pytest.approx(-16, abs=0.5)
    assert level.true_peak <= -1.0


def test_the_packets_of_the_track_are_copied(film: Path) -> None:
    assert read_packets(film) == read_packets(film.with_name("sound.m4a"))


def test_a_film_without_sound_has_no_sound_track(
    clips: list[Path], timeline: Timeline, tmp_path: Path
) -> None:
    compose(clips, None, timeline, FilmSettings(), tmp_path / "mute.mp4")

    with av.open(tmp_path / "mute.mp4") as file:
        assert [stream.type for stream in file.streams] == ["video"]


def test_a_clip_that_is_too_long_or_made_otherwise_is_refused(
    clips: list[Path], timeline: Timeline, painted: Callable[..., bytes], tmp_path: Path
) -> None:
    longer = Timeline(24, (*timeline.shots[:2], TimedShot(10)))
    render_clip(
        Still(painted(1)), ClipPlan(timeline.shots[2].frames, 24, (160, 90)), None, tmp_path / "small.mp4"
    )

    with pytest.raises(ClipMismatch, match="clip 2 has"):
        compose(clips, None, longer, FilmSettings(), tmp_path / "film.mp4")
    with pytest.raises(ClipMismatch, match="differently"):
        compose([*clips[:2], tmp_path / "small.mp4"], None, timeline, FilmSettings(), tmp_path / "film.mp4")
    assert not (tmp_path / "film.mp4").exists()


def test_a_track_of_another_length_is_refused(clips: list[Path], timeline: Timeline, tmp_path: Path) -> None:
    track = record(Timeline(24, timeline.shots[:2]), [None, None], tmp_path)

    with pytest.raises(TrackMismatch, match="the sound has"):
        compose(clips, track, timeline, FilmSettings(), tmp_path / "film.mp4")
    assert not (tmp_path / "film.mp4").exists()


def test_progress_rises_to_one_and_may_stop_the_work(
    clips: list[Path], timeline: Timeline, tmp_path: Path
) -> None:
    shares: list[float] = []
    compose(clips, None, timeline, FilmSettings(), tmp_path / "film.mp4", shares.append)

    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_chapters_begin_at_their_frames_and_last_until_the_next(
    clips: list[Path], timeline: Timeline, tmp_path: Path
) -> None:
    starts = (0, timeline.start_frame(1))
    chapters = (Chapter(starts[0], "Beach"), Chapter(starts[1], "Kapitel 2: Größe"))

    compose(clips, None, timeline, FilmSettings("Hut", chapters=chapters), tmp_path / "film.mp4")
    compose(clips, None, timeline, FilmSettings("Hut", chapters=chapters), tmp_path / "again.mp4")

    with av.open(tmp_path / "film.mp4") as film:
        found = [
            (one["start"] * Fraction(one["time_base"] or 0), one["metadata"]["title"])
            for one in film.chapters()
        ]
        end = film.chapters()[-1]["end"] * Fraction(film.chapters()[-1]["time_base"] or 0)
    assert found == [
        (Fraction(at, timeline.fps), one.title) for at, one in zip(starts, chapters, strict=True)
    ]
    assert end == Fraction(timeline.frames, timeline.fps)
    assert (tmp_path / "film.mp4").read_bytes() == (tmp_path / "again.mp4").read_bytes()
