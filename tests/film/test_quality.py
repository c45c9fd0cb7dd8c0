import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from app.film.cards.card import CardKind
from app.film.clip import ClipPlan, render_clip
from app.film.compose import Chapter, FilmSettings, compose
from app.film.motion.moving_picture import Still
from app.film.quality import (
    ClipQuality,
    FilmForm,
    Measurements,
    QualityReport,
    ShotLengths,
    inspect,
    measure_clip,
)
from app.film.sound.ambience import QUIET, Ambience
from app.film.sound.mix import write_track
from app.film.sound.soundtrack import Soundtrack, Take
from app.film.subtitles import Cue
from app.film.thumbnail import make_thumbnail
from app.film.timeline import TimedShot, Timeline
from app.film.track_quality import TrackQuality, measure_track


def inspect_film(
    path: Path, timeline: Timeline, measured: Measurements | None = None, cues: tuple[Cue, ...] = ()
) -> QualityReport:
    """Inspect a film of one clip without sound, unless other measurements are given."""
    clip = measure_clip(path, fades_in=False)
    return inspect(path, timeline, measured or Measurements((clip,), None, None), cues)


def compose_with_sound(
    clips: list[Path], timeline: Timeline, path: Path, *takes: Path, **heard: Any
) -> TrackQuality:
    """Compose a film at half volume, and return what was measured on its track."""
    track, soundtrack = path.with_name("sound.m4a"), Soundtrack(tuple(map(Take, takes)), volume=0.5, **heard)
    mixed = write_track(timeline, soundtrack, track)
    compose(clips, track, timeline, FilmSettings(), path)
    return measure_track(track, mixed)


def test_a_film_of_another_length_than_planned_is_reported(
    clips: list[Path], timeline: Timeline, tmp_path: Path
) -> None:
    compose(clips, None, timeline, FilmSettings(), tmp_path / "film.mp4")

    report = inspect_film(tmp_path / "film.mp4", Timeline(24, (TimedShot(100),)))

    assert report.problems == (f"The film has {timeline.frames} frames instead of 100.",)
    assert report.duration_error_ms == pytest.approx((timeline.frames - 100) / 24 * 1000, abs=0.1)


def test_black_and_frozen_pictures_are_reported(tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.new("RGB", (64, 36)).save(file, "PNG")
    render_clip(Still(file.getvalue()), ClipPlan(240, 24, (160, 90)), None, tmp_path / "clip.mp4")

    report = inspect_film(tmp_path / "clip.mp4", Timeline(24, (TimedShot(240),)))

    assert report.picture.black_share == report.picture.frozen_share == 1.0
    assert len(report.problems) == 2


@pytest.mark.parametrize("frames", [40, 480])
def test_even_the_calmest_move_is_not_taken_for_a_frozen_picture(
    painted: Callable[..., bytes], tmp_path: Path, frames: int
) -> None:
    render_clip(Still(painted(5)), ClipPlan(frames, 24, (320, 180), "push_in"), None, tmp_path / "clip.mp4")

    measured = measure_clip(tmp_path / "clip.mp4", fades_in=False)

    assert (measured.black, measured.frozen) == (0, 0)
    assert measured.pairs > 0


def test_the_fades_of_a_film_are_not_taken_for_black_pictures(
    painted: Callable[..., bytes], tmp_path: Path
) -> None:
    plan = ClipPlan(72, 24, (320, 180), fade_in=True, fade_out=True)
    render_clip(Still(painted(5)), plan, None, tmp_path / "clip.mp4")

    measured = measure_clip(tmp_path / "clip.mp4", fades_in=True)

    assert (measured.frames, measured.black, measured.frozen) == (1, 0, 0)


def test_what_was_measured_on_the_clips_is_summed_up(clips: list[Path], timeline: Timeline) -> None:
    measured = Measurements((ClipQuality(3, 0, 2, 1), ClipQuality(1, 1, 0, 0)), None, None)

    report = inspect(clips[0], timeline, measured)

    assert (report.picture.black_share, report.picture.frozen_share) == (0.25, 0.5)
    assert "25% of the frames are black." in report.problems
    assert "50% of the frames are the same as the one before." in report.problems


def test_the_report_has_the_lengths_of_the_shots(clips: list[Path]) -> None:
    timeline = Timeline(24, (TimedShot(48), TimedShot(24 * 8), TimedShot(24 * 8 + 1)))

    report = inspect_film(clips[0], timeline)

    assert report.shots == ShotLengths(3, 6.01, 2.0, 8.04, 1)


def test_missing_sound_and_hurried_subtitles_are_reported(clips: list[Path], timeline: Timeline) -> None:
    measured = Measurements((measure_clip(clips[0], fades_in=False),), None, 1.0)
    cues = (Cue(0, 1, "Far too many letters for a second."),)

    report = inspect_film(clips[0], Timeline(24, timeline.shots[:1]), measured, cues)

    assert report.problems == (
        "The film has no sound.",
        "A subtitle must be read at 34.0 characters a second.",
    )


def test_sound_that_is_not_as_loud_as_asked_is_reported(
    clips: list[Path], timeline: Timeline, speech: Callable[[float], Path], tmp_path: Path
) -> None:
    film, picture = tmp_path / "film.mp4", tuple(measure_clip(clip, fades_in=False) for clip in clips)
    sound = compose_with_sound(clips, timeline, film, speech(2.2), ambiences=(Ambience(0, QUIET),))

    quiet, loud = (inspect(film, timeline, Measurements(picture, sound, volume)) for volume in (0.5, 1.0))

    assert quiet.problems == ()
    assert "LUFS instead of -16.0" in loud.problems[0]
    assert quiet.sound == sound
    assert sound.seconds == timeline.seconds


def test_a_film_without_narration_is_reported_as_silent(
    clips: list[Path], timeline: Timeline, tmp_path: Path
) -> None:
    sound = compose_with_sound(clips, timeline, tmp_path / "film.mp4")

    report = inspect(tmp_path / "film.mp4", timeline, Measurements((), sound, 0.5))

    assert report.problems == ("Nothing at all is heard for 7.24 s.", "The sound track is silent.")


def test_a_thumbnail_is_a_small_jpeg_of_a_film_or_a_still(
    clips: list[Path], painted: Callable[..., bytes]
) -> None:
    for source in (clips[0], painted(1, (1600, 900))):
        image = Image.open(io.BytesIO(make_thumbnail(source)))
        assert image.format == "JPEG"
        assert max(image.size) <= 640
        assert np.asarray(image).std() > 10


def test_cards_and_chapters_are_reported_and_cards_are_no_shots(
    clips: list[Path], timeline: Timeline, tmp_path: Path
) -> None:
    settings = FilmSettings(chapters=(Chapter(0, "One"), Chapter(timeline.start_frame(1), "Two")))
    compose(clips, None, timeline, settings, tmp_path / "film.mp4")

    cards = {0: CardKind.TITLE}
    report = inspect(tmp_path / "film.mp4", timeline, Measurements((), None, None, cards))

    assert report.form == FilmForm(has_title_card=True, has_end_card=False, chapters=2)
    assert report.shots.count == len(timeline.shots) - 1
