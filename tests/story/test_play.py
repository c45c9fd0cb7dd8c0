"""Plays, transcripts and stories of nothing but talk."""

import pytest

from app.story.play import read
from app.story.segmentation import cut
from app.story.timing import plan
from app.story.wording import strip_spaces

PLAY = """ACT I

SCENE I. A forest.

ROMEO. But soft! What light
through yonder window breaks?

JULIET. (aside) Ay me!

[Exit Romeo.]

ROMEO. O, speak again.
"""


def list_lines(text: str) -> list[tuple[str, str]]:
    return [(line.character, line.line) for scene in cut(text) for line in scene.dialogue]


def test_a_play_has_its_speakers_its_scenes_and_every_word() -> None:
    scenes = cut(PLAY)

    assert list_lines(PLAY) == [
        ("ROMEO", "But soft! What light through yonder window breaks?"),
        ("JULIET", "Ay me!"),
        ("ROMEO", "O, speak again."),
    ]
    assert [scene.setting for scene in scenes] == ["a forest"]
    assert strip_spaces("".join(scene.description for scene in scenes)) == strip_spaces(PLAY)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A: Hi there.\nB: Hello.", [("A", "Hi there."), ("B", "Hello.")]),
        ("Ada (laughing): No.\n\nBob: Yes.", [("Ada", "No."), ("Bob", "Yes.")]),
        ("Ada [laughing]: No.\nBob: Yes.\nAda: Oh.", [("Ada", "No."), ("Bob", "Yes."), ("Ada", "Oh.")]),
        ("ROMEO\nBut soft.\n\nJULIET\nAy me.", [("ROMEO", "But soft."), ("JULIET", "Ay me.")]),
        ("Old Woman: Come in.\nHansel: No!", [("Old Woman", "Come in."), ("Hansel", "No!")]),
        ("Ärztin: Guten Tag.\nÉlodie: Bonjour.", [("Ärztin", "Guten Tag."), ("Élodie", "Bonjour.")]),
    ],
)
def test_a_name_and_a_colon_say_who_speaks(text: str, lines: list[tuple[str, str]]) -> None:
    assert list_lines(text) == lines


def test_action_between_the_lines_is_narrated() -> None:
    scene = cut("Ada: Stop!\nBob: Why?\nAda closes the door.\n\nThe light goes out.\n\nAda: That is why.")[0]

    assert scene.narration == "Stop! Why? Ada closes the door. The light goes out. That is why."


def test_quotations_alone_are_two_people_in_turn() -> None:
    assert list_lines("“Where are you?”\n\n“Here.”\n\n“Stay.”") == [
        ("First Voice", "Where are you?"),
        ("Second Voice", "Here."),
        ("First Voice", "Stay."),
    ]


def test_a_name_that_is_called_is_the_others() -> None:
    assert list_lines("“Where are you, Ben?”\n\n“At home, Ada.”") == [
        ("Ada", "Where are you, Ben?"),
        ("Ben", "At home, Ada."),
    ]


def test_a_condensed_play_is_given_back_by_a_longer_plan() -> None:
    scenes = cut(PLAY + "\n\nJULIET. " + "What man art thou that stumblest on my counsel? " * 5)

    assert plan(plan(scenes, 12.0), None) == scenes
    assert "JULIET" not in "".join(scene.narration for scene in scenes)


@pytest.mark.parametrize(
    "text",
    [
        "Once upon a time there was a king.\n\nHe said: no.\n\nShe said: yes.",
        "Title: The Fox\nAuthor: Grace\n\nA fox met a cat.",
        "“Go,” said the fox.\n\n“No,” said the cat.",
        "“Where are you?”",
        "See https://example.org\nAnd ftp://example.org\nThe end came.",
        "Chapter One: The Start\n\nA fox ran.\n\nChapter Two: The End\n\nIt stopped. It slept.",
        "",
    ],
)
def test_prose_is_no_play(text: str) -> None:
    assert read(text) == []
