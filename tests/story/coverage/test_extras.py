"""Those whom a sentence tells of by a noun: extras, groups, riders, and whom a pronoun means."""

import pytest

from app.story.coverage.extras import list_mentions
from app.story.coverage.referred import find_referred
from app.story.segmentation import cut
from app.story.shot import ShotDraft
from app.vocabulary.actions import Action
from app.vocabulary.looks import CharacterLook
from app.vocabulary.staging import Extra, Posture, Staging

PARK = "In the park a small girl named Ada sat on a bench. Ada laughed. {} Ada looked at the bench."


def find_shot(story: str, words: str) -> ShotDraft:
    """Return the shot of a story that tells some words."""
    shots = [shot for scene in cut(story, "prose", "en") for shot in scene.shots]
    return next(shot for shot in shots if words in shot.text)


def get_staging(shot: ShotDraft) -> Staging:
    assert shot.staging is not None
    return shot.staging


def test_two_boys_who_kick_a_ball_are_the_subject_of_their_shot() -> None:
    shot = find_shot(PARK.format("Two boys were kicking a ball against a tree."), "Two boys")

    boys = Extra("boy", 2, Action.KICK, Posture.KICK, "ball")
    assert (get_staging(shot).extras, shot.characters) == ((boys,), ())


def test_who_tells_of_no_one_has_no_extras() -> None:
    story = PARK.format("There were no dogs in the park.")

    assert not [
        shot for scene in cut(story, "prose", "en") for shot in scene.shots if get_staging(shot).extras
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("seven ravens flew up", [("raven", 7)]),
        ("the horses had stopped", [("horse", 3)]),
        ("a nurse passed the old soldiers", [("nurse", 1), ("soldier", 3)]),
        ("it moved like a bird", []),
        ("he was a cook", []),
        ("the boy 's hat", []),
    ],
)
def test_people_and_animals_are_counted(text: str, found: list[tuple[str, int]]) -> None:
    assert [(one.noun, one.count) for one in list_mentions(text.split())] == found


def test_a_group_has_the_number_that_the_text_tells() -> None:
    story = "The Captain stood on the ship. Two men leaped out of the boat. The men ran. The men shouted."

    shots = [shot for scene in cut(story, "prose", "en") for shot in scene.shots]

    counts = {one.count for shot in shots for one in get_staging(shot).figures if one.name == "The Men"}
    assert counts == {2}


def test_riders_outdoors_are_on_their_horses() -> None:
    story = "On the plain three riders came down from the hill. The riders stopped at the well."

    figure = get_staging(find_shot(story, "stopped")).figures[0]

    assert (figure.posture, figure.count) == (Posture.RIDE, 3)


def test_a_pronoun_means_the_last_one_in_frame_of_its_gender() -> None:
    looks = {"Tom": CharacterLook(gender="male"), "Lena": CharacterLook(gender="female")}

    found = [
        find_referred(text, ["Lena"], ["Lena", "Tom"], looks)
        for text in ("sat down beside him.", "looked at her mother", "“Come to him,” she said")
    ]

    assert found == ["Tom", "", ""]


def test_two_are_seen_where_one_sits_down_beside_the_other() -> None:
    story = "In the kitchen Tom sat down on a chair. Lena sat down beside him. Tom smiled."

    assert find_shot(story, "beside him").characters == ("Lena", "Tom")
