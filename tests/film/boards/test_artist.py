"""The artist: the same scene always gives the same picture, whatever the words."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from app.film.boards.artist import paint_panel, paint_portrait
from app.film.brief import Look, SceneBrief
from app.vocabulary.frame import STYLES, still_size
from app.vocabulary.shots import SHOT_TYPES

LOOK = Look((320, 180))
SCENE = SceneBrief(
    number=3,
    heading="EXT. FOREST - DAWN",
    description="Mara walks between the firs with a lantern.",
    characters=("Mara", "Pip"),
    character_prompts=("a girl in a red cloak", "the dog"),
    setting="a forest",
    time_of_day="dawn",
)


def test_the_same_scene_is_painted_to_the_same_bytes() -> None:
    first, second = paint_panel(SCENE, LOOK), paint_panel(SCENE, LOOK)

    assert first == second


def test_a_scene_put_in_before_others_repaints_none_of_them() -> None:
    later = replace(SCENE, number=4)

    assert paint_panel(later, LOOK) == paint_panel(SCENE, LOOK)


def test_another_seed_paints_another_forest() -> None:
    other = replace(LOOK, seed=7)

    assert paint_panel(SCENE, other) != paint_panel(SCENE, LOOK)


@pytest.mark.parametrize("size", [(320, 180), (180, 320), (200, 200)])
@pytest.mark.parametrize("shot_type", SHOT_TYPES)
def test_every_shot_fills_the_still_of_every_shape(shot_type: str, size: tuple[int, int]) -> None:
    panel = paint_panel(replace(SCENE, shot_type=shot_type), Look(size))

    assert Image.open(BytesIO(panel)).size == still_size(size)


def test_a_still_is_a_quarter_larger_than_its_frame_and_even() -> None:
    assert still_size((1280, 720)) == (1600, 900)
    assert still_size((854, 480)) == (1068, 600)


def test_each_style_has_a_hand_of_its_own() -> None:
    panels = {paint_panel(SCENE, replace(LOOK, style=style)) for style in STYLES}

    assert len(panels) == len(STYLES) >= 3


def test_an_unknown_style_is_a_storybook() -> None:
    cubist = replace(LOOK, style="analytical cubism")

    assert paint_panel(SCENE, cubist) == paint_panel(SCENE, LOOK)


@pytest.mark.parametrize(("name", "prompt"), [("Mara", "a girl"), ("Rusty", "a fox"), ("Bee", ""), ("", "")])
def test_a_portrait_is_a_square_sheet(name: str, prompt: str) -> None:
    sheet = paint_portrait(SceneBrief(1, "", "", (name,), (prompt,)), LOOK)

    assert Image.open(BytesIO(sheet)).size == (768, 768)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    heading=st.text(max_size=40), words=st.text(max_size=80), names=st.lists(st.text(max_size=12), max_size=7)
)
def test_no_words_in_any_script_stop_the_artist(heading: str, words: str, names: list[str]) -> None:
    brief = SceneBrief(1, heading, words, tuple(names), (words,), words, words, words, words, words, words)

    panel = paint_panel(brief, Look((96, 54)))

    assert panel.startswith(b"\x89PNG")
