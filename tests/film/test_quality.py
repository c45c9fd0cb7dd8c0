import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.film.clip import ClipPlan, render_clip
from app.film.compose import FilmSettings, compose
from app.film.quality import inspect
from app.film.subtitles import Cue
from app.film.thumbnail import make_thumbnail
from app.film.timeline import TimedShot, Timeline


def test_a_film_of_another_length_than_planned_is_reported(
    clips: list[Path], timeline: Timeline, tmp_path: Path
) -> None:
    compose(clips, [None] * 3, timeline, FilmSettings(has_audio=False), tmp_path / "film.mp4")

    report = inspect(tmp_path / "film.mp4", Timeline(24, (TimedShot(100),)), audio_volume=None)

    assert report.problems == (f"The film has {timeline.frames} frames instead of 100.",)
    assert report.duration_error_ms == pytest.approx((timeline.frames - 100) / 24 * 1000, abs=0.1)


def test_black_and_frozen_pictures_are_reported(tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.new("RGB", (64, 36)).save(file, "PNG")
    render_clip(file.getvalue(), ClipPlan(240, 24, (160, 90)), None, tmp_path / "clip.mp4")

    report = inspect(tmp_path / "clip.mp4", Timeline(24, (TimedShot(240),)), audio_volume=None)

    assert report.picture.black_share == report.picture.frozen_share == 1.0
    assert len(report.problems) == 2


def test_even_the_calmest_move_is_not_taken_for_a_frozen_picture(
    painted: Callable[..., bytes], tmp_path: Path
) -> None:
    render_clip(painted(5), ClipPlan(480, 24, (320, 180), "static"), None, tmp_path / "clip.mp4")

    assert inspect(tmp_path / "clip.mp4", Timeline(24, (TimedShot(480),)), audio_volume=None).problems == ()


def test_missing_sound_and_hurried_subtitles_are_reported(clips: list[Path], timeline: Timeline) -> None:
    shot = Timeline(24, timeline.shots[:1])

    report = inspect(clips[0], shot, (Cue(0, 1, "Far too many letters for a second."),))

    assert report.problems == (
        "The film has no sound.",
        "A subtitle must be read at 34.0 characters a second.",
    )


def test_sound_that_is_not_as_loud_as_asked_is_reported(
    clips: list[Path], timeline: Timeline, speech: Callable[[float], Path], tmp_path: Path
) -> None:
    takes = [speech(2.2), None, None]
    compose(clips, takes, timeline, FilmSettings(audio_volume=0.5), tmp_path / "film.mp4")

    assert inspect(tmp_path / "film.mp4", timeline, audio_volume=0.5).problems == ()
    assert "LUFS instead of -16.0" in inspect(tmp_path / "film.mp4", timeline).problems[0]


def test_a_thumbnail_is_a_small_jpeg_of_a_film_or_a_still(
    clips: list[Path], painted: Callable[..., bytes]
) -> None:
    for source in (clips[0], painted(1, (1600, 900))):
        image = Image.open(io.BytesIO(make_thumbnail(source)))
        assert image.format == "JPEG"
        assert max(image.size) <= 640
        assert np.asarray(image).std() > 10
