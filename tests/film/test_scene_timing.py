"""The timing of a scene's shots by the words of its take."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.film.scene_timing import SceneLength, place_words, time_shots
from app.film.timeline import shot_frames
from app.film.words import Word, time_words

TAKE = time_words("The door was open. Nobody was in the room, and the lamp burned.", 6.0)
COUNTS = (4, 5, 4)


def length(*minimums: float | None, frames: int | None = None) -> SceneLength:
    return SceneLength(COUNTS, minimums or (None, None, None), frames)


def test_a_scene_of_one_shot_is_as_long_as_its_take_with_lead_and_tail() -> None:
    (shot,) = time_shots(SceneLength((13,), (None,)), TAKE, 6.0, 24)

    assert (shot.frames, shot.narration_sec, shot.take_sec, shot.lead_sec) == (
        shot_frames(6.0, 24),
        6.0,
        0.0,
        0.4,
    )


def test_cuts_come_shortly_before_the_first_word_of_a_shot() -> None:
    shots = time_shots(length(), TAKE, 6.0, 24)

    cuts = list(accumulate(shot.frames / 24 for shot in shots))
    for cut, word in zip(cuts, (TAKE[4], TAKE[9]), strict=False):
        assert 0 <= word.start_sec + 0.4 - cut < 0.25
    assert sum(shot.frames for shot in shots) == shot_frames(6.0, 24)


def test_shots_without_holds_play_their_take_without_a_gap() -> None:
    shots = time_shots(length(), TAKE, 6.0, 24)

    start = 0.0
    for shot in shots:
        assert start + shot.lead_sec - shot.take_sec == pytest.approx(0.4)
        start += shot.frames / 24
    assert place_words(length(), TAKE, shots, 24)[9].start_sec == pytest.approx(TAKE[9].start_sec + 0.4)


def test_a_shot_is_held_for_its_minimum_and_the_words_after_it_come_later() -> None:
    shots = time_shots(length(None, 5.0, None), TAKE, 6.0, 24)

    plain = time_shots(length(), TAKE, 6.0, 24)
    held = (shots[1].frames - plain[1].frames) / 24
    assert shots[1].frames == 120
    assert [shots[0], shots[2]] == [plain[0], plain[2]]
    words = place_words(length(), TAKE, shots, 24)
    assert words[8].start_sec == pytest.approx(TAKE[8].start_sec + 0.4)
    assert words[9].start_sec == pytest.approx(TAKE[9].start_sec + 0.4 + held)


def test_without_words_a_scene_is_shared_out_evenly() -> None:
    shots = time_shots(SceneLength((0, 0), (None, 3.0)), (), None, 24)

    assert [(shot.frames, shot.narration_sec) for shot in shots] == [(30, None), (72, None)]


@given(
    counts=st.lists(st.integers(0, 12), min_size=1, max_size=40),
    seconds=st.floats(0.1, 60),
    frames=st.none() | st.integers(40, 2000),
    fps=st.sampled_from((24, 25, 30)),
)
def test_every_shot_has_a_frame_and_a_fixed_length_is_met(
    counts: list[int], seconds: float, frames: int | None, fps: int
) -> None:
    words: tuple[Word, ...] = time_words(" ".join(["word"] * sum(counts)), seconds)

    shots = time_shots(SceneLength(tuple(counts), (None,) * len(counts), frames), words, seconds, fps)

    assert min(shot.frames for shot in shots) >= 1
    assert frames is None or sum(shot.frames for shot in shots) == frames
