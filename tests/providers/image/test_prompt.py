"""Prompts of panels: a shot's direction in words, and not one word more for a brief without it."""

from dataclasses import replace

import pytest

from app.film.brief import Look, ShotBrief
from app.providers.image.base import CastPicture, ImageRequest
from app.providers.image.prompt import write_prompt
from app.vocabulary.actions import Action
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting
from app.vocabulary.staging import Extra, Figure, Posture, Staging

BRIEF = ShotBrief("1A", "EXT. SHORE", "Mara walks.", ("Mara",), ("red scarf",), "a wide shore")
PLAIN = """Storyboard panel for an animated film, warm storybook illustration, soft gouache and ink lines, \
rich light, textured paper.
Shot: wide shot, whole figures in the place. Mood: calm. Time: day.
Place: a wide shore
Mara: red scarf
What happens: Mara walks.
No text, no letters, no captions, no frame, no watermark. One single picture."""
FIGURES = (
    Figure("Mara", Posture.RUN, "lantern", Action.RUN, "left", "right"),
    Figure("Tobias", action=Action.PUSH, side="right", facing="away", is_speaking=True),
)


def prompt(brief: ShotBrief, cast: tuple[CastPicture, ...] = (), set_picture: bytes | None = None) -> str:
    """Return the prompt of a brief's panel."""
    return write_prompt(ImageRequest("panel", brief, Look((1280, 720)), cast, set_picture))


@pytest.mark.parametrize(
    "brief",
    [
        BRIEF,
        replace(BRIEF, place=Place(Setting.BEACH, indoors=False)),
        replace(BRIEF, staging=Staging()),
        replace(BRIEF, staging=Staging((Figure("", Posture.RUN, "axe"),), has_crowd=True)),
        replace(BRIEF, staging=Staging((Figure("Mara", held_prop="lantern"),))),
    ],
)
def test_a_brief_without_direction_keeps_the_prompt_that_its_picture_is_stored_under(
    brief: ShotBrief,
) -> None:
    assert prompt(brief) == PLAIN


def test_a_direction_only_adds_words() -> None:
    directed = replace(
        BRIEF, angle="low", props=("key",), staging=Staging(FIGURES, ("boat",), has_crowd=True)
    )

    lines = prompt(directed).splitlines()

    plain = [line for line in PLAIN.splitlines() if not line.startswith("Shot:")]
    assert [line for line in lines if line in plain] == plain
    assert (
        "Shot: wide shot, whole figures in the place, from a low angle, looking up. Mood: calm." in lines[1]
    )
    assert lines[-4:-1] == [
        "In frame: Mara runs, on the left, looking to the right of the picture, holding the lantern; "
        "Tobias pushes, on the right, seen from behind, speaking.",
        "A crowd is behind.",
        "Things that matter: boat, key.",
    ]


def test_the_heading_of_a_directed_shot_stays_out() -> None:
    bare = replace(BRIEF, background_prompt="", place=Place(Setting.CITY_STREET, indoors=False))

    told, directed = prompt(bare), prompt(replace(bare, staging=Staging(FIGURES)))

    assert "Place: EXT. SHORE" in told
    assert "EXT. SHORE" not in directed
    assert "Place: city street" in directed


def test_a_directed_point_of_view_leaves_out_no_character() -> None:
    shot = replace(BRIEF, shot_type="point_of_view")

    told, directed = prompt(shot), prompt(replace(shot, staging=Staging(FIGURES)))

    assert "the first person, who is not in the picture" in told
    assert "first person" not in directed


@pytest.mark.parametrize(
    ("portraits", "line"),
    [
        (0, "Picture 1 shows the place: keep it."),
        (1, "Picture 1 shows how these people look: keep face, hair and clothes."),
        (3, "Pictures 1 to 3 show how these people look: keep face, hair and clothes."),
        (20, "Pictures 1 to 7 show how these people look: keep face, hair and clothes."),
    ],
)
def test_a_prompt_says_what_each_reference_shows(portraits: int, line: str) -> None:
    words = prompt(BRIEF, cast=(CastPicture("Mara", b"png"),) * portraits, set_picture=b"png")

    assert line in words
    assert f"Picture {min(portraits, 7) + 1} shows the place: keep it." in words


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Action.CARRY, "carries"),
        (Action.PUSH, "pushes"),
    ],
)
def test_an_action_is_said_of_one_person(action: Action, words: str) -> None:
    staged = replace(BRIEF, staging=Staging((Figure("", action=action),)))

    assert f"In frame: Mara {words}." in prompt(staged)


def test_a_prompt_names_extras_with_their_number_and_what_they_do() -> None:
    dogs = Staging((Figure("Mara"),), extras=(Extra("dog", 3, Action.RUN, Posture.RUN), Extra("nurse")))

    assert "In frame: Mara; dog x 3, who run; one nurse." in prompt(replace(BRIEF, staging=dogs))
