"""The artist: the same scene always gives the same picture, whatever the words."""

import hashlib
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from app.film.boards.artist import paint_panel, paint_portrait
from app.film.boards.canvas import Box
from app.film.boards.composition import choose_cast, compose
from app.film.boards.layers import Painting, write_svg
from app.film.brief import Look, ShotBrief
from app.vocabulary.frame import STYLES, still_size
from app.vocabulary.light import Weather
from app.vocabulary.looks import CharacterLook
from app.vocabulary.places import Feature, Place
from app.vocabulary.settings import Setting
from app.vocabulary.shots import SHOT_TYPES
from app.vocabulary.species import Species
from tests.interpreter import run_python

LOOK = Look((320, 180))
LOOKS = (CharacterLook(age="child", gender="female", hair="braided"), CharacterLook(species=Species.DOG))
PLACE = Place(Setting.HARBOUR, indoors=False, weather=Weather.FOG, features=(Feature.PORT,))
SCENE = ShotBrief(
    number="3A",
    heading="EXT. FOREST - DAWN",
    description="Mara walks between the firs with a lantern.",
    characters=("Mara", "Pip"),
    character_prompts=("a girl in a red cloak", "the dog"),
    setting="a forest",
    time_of_day="dawn",
)
CLOSE_UP = replace(SCENE, shot_type="close_up", angle="low")


SCRIPT = """
import sys, hashlib
from tests.film.boards.test_artist import CLOSE_UP, LOOK, SCENE
from app.film.boards.artist import paint_panel
from tests.interpreter import run_python
print(hashlib.sha256(paint_panel(CLOSE_UP, LOOK) + paint_panel(SCENE, LOOK)).hexdigest())
"""


def digest_of(painting: Painting) -> str:
    """Return the SHA-256 of a display list, its numbers rounded as the renderer gets them."""
    view = Box(0, 0, painting.canvas.width, painting.canvas.height)
    layers = "".join(write_svg(layer.shapes, view, (320, 180)) for layer in painting.layers.values())
    return hashlib.sha256(layers.encode()).hexdigest()


def test_another_process_paints_the_same_shots_in_any_order_to_the_same_bytes() -> None:
    other = run_python("-c", SCRIPT)

    wide, close = paint_panel(SCENE, LOOK), paint_panel(CLOSE_UP, LOOK)
    assert other == hashlib.sha256(close + wide).hexdigest()


@pytest.mark.parametrize(
    ("scene", "digest"),
    [
        (SCENE, "9c8286a33e190b9f35ec93e2a70772ee7c81fa378f9fca3637776f4833a87050"),
        (
            replace(SCENE, looks=LOOKS, place=PLACE),
            "ae266a2f49365bb34e3870c5a906509ac467cc73d727e94a63af2792bc849342",
        ),
    ],
    ids=["read off the words", "given as data"],
)
def test_a_display_list_is_the_same_on_every_machine(scene: ShotBrief, digest: str) -> None:
    painting = compose(scene, LOOK)

    assert digest_of(painting) == digest


def test_data_overrules_the_words() -> None:
    fox = replace(SCENE, looks=(CharacterLook(kind="animal", species=Species.FOX), None))

    assert [traits.species for traits in choose_cast(fox)] == [Species.FOX, Species.DOG]
    assert [traits.species for traits in choose_cast(SCENE)] == [None, Species.DOG]


def test_a_scene_put_in_before_others_repaints_none_of_them() -> None:
    later = replace(SCENE, number="4A")

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
    sheet = paint_portrait(ShotBrief("1A", "", "", (name,), (prompt,)), LOOK)

    assert Image.open(BytesIO(sheet)).size == (768, 768)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    heading=st.text(max_size=40), words=st.text(max_size=80), names=st.lists(st.text(max_size=12), max_size=7)
)
def test_no_words_in_any_script_stop_the_artist(heading: str, words: str, names: list[str]) -> None:
    brief = ShotBrief("1A", heading, words, tuple(names), (words,), words, words, words, words, words, words)

    panel = paint_panel(brief, Look((96, 54)))

    assert panel.startswith(b"\x89PNG")
