"""The grammar of pictures: who and what is in frame, how large, from where and looking which way."""

from itertools import pairwise

import pytest

from app.story.coverage import cover_scene
from app.story.shot import ShotDraft
from app.vocabulary.actions import Action
from app.vocabulary.staging import Figure, Posture
from tests.story.coverage.scenes import make_beat, make_scene

CAST = ["Mara", "Ole"]
TALK = (
    "“Where is the boat?” asked Mara, and she waited. “It has gone down the river,” said Ole. "
    "“Who took it away?” asked Mara at once. “The old man took it away,” said Ole and sighed. "
    "“We must follow him,” said Mara. “It is too dark now,” said Ole to her."
)
LINES = [
    ("Mara", "Where is the boat?"),
    ("Ole", "It has gone down the river,"),
    ("Mara", "Who took it away?"),
    ("Ole", "The old man took it away,"),
    ("Mara", "We must follow him,"),
    ("Ole", "It is too dark now,"),
]


def cover(text: str, action: Action, agents: list[str], patients: list[str], **more: str) -> ShotDraft:
    """Return the shot of one event that follows an opening."""
    opening = "It was a quiet day in the old kitchen by the sea. "
    whole = opening + text
    scene = make_scene(whole, CAST, [make_beat(whole, text, action, agents, patients, **more)])
    return cover_scene(scene, None, "en")[-1]


def find_figure(shot: ShotDraft, name: str) -> Figure:
    """Return the figure of a character in frame."""
    assert shot.staging is not None
    return next(figure for figure in shot.staging.figures if figure.name == name)


def test_the_first_shot_has_the_size_and_the_move_of_its_scene() -> None:
    shots = cover_scene(make_scene("Mara sat in the kitchen.", CAST, camera_move="tilt_up"), None, "en")

    assert (shots[0].shot_type, shots[0].camera_move) == ("wide", "tilt_up")
    assert shots[0].action.startswith("Mara is in the kitchen by day.")


@pytest.mark.parametrize(
    ("action", "sizes"),
    [
        (Action.RUN, {"full", "wide"}),
        (Action.CRY, {"close_up", "medium_close_up"}),
        (Action.EAT, {"medium", "medium_close_up"}),
        (Action.LOOK, {"medium_close_up", "close_up"}),
    ],
)
def test_one_who_acts_is_framed_by_the_action(action: Action, sizes: set[str]) -> None:
    shot = cover("Mara did it all day long.", action, ["Mara"], [])

    assert shot.shot_type in sizes
    assert shot.characters == ("Mara",)


def test_two_who_embrace_are_in_one_frame_and_look_at_each_other() -> None:
    shot = cover("Mara embraced Ole for a while.", Action.EMBRACE, ["Mara"], ["Ole"])

    assert shot.shot_type in ("two_shot", "full")
    assert {find_figure(shot, name).facing for name in CAST} == {"left", "right"}


def test_a_thing_belongs_to_the_one_who_holds_it() -> None:
    shot = cover("Ole hit the wood with his axe.", Action.HIT, ["Ole"], ["Mara"], instrument="axe")

    assert find_figure(shot, "Ole").held_prop == "axe"
    assert find_figure(shot, "Mara").held_prop is None


def test_an_action_is_aimed_at_a_person_before_a_thing() -> None:
    embrace = cover("Mara embraced Ole at the door.", Action.EMBRACE, ["Mara"], ["door", "Ole"])
    push = cover("Mara pushed the cart.", Action.PUSH, ["Mara"], ["cart"])

    assert find_figure(embrace, "Mara").target == "Ole"
    assert find_figure(push, "Mara").target == "cart"


def test_one_rides_what_the_scene_tells_of() -> None:
    shot = cover("The motorcycle howled. Mara rode in front.", Action.RIDE, ["Mara"], [])

    assert find_figure(shot, "Mara").target == "motorcycle"


def test_who_has_sat_down_sits_until_they_rise() -> None:
    text = "It was a quiet day by the sea. Ole sat down on the old bench. Ole read for a long time there."
    beats = [
        make_beat(text, "Ole sat down", Action.SIT, ["Ole"]),
        make_beat(text, "Ole read for", Action.LOOK, ["Ole"]),
    ]

    shots = cover_scene(make_scene(text, CAST, beats), None, "en")

    assert find_figure(shots[-1], "Ole").posture is Posture.SIT


def test_a_thing_that_matters_gets_an_insert() -> None:
    text = "Mara looked about the room for a long while. Mara found a small key in it."
    beats = [
        make_beat(text, "Mara looked", Action.LOOK, ["Mara"]),
        make_beat(text, "Mara found", Action.TAKE, ["Mara"], ["key"], verb="find"),
    ]

    shot = cover_scene(make_scene(text, CAST, beats, shot_type="medium"), None, "en")[-1]

    assert (shot.shot_type, shot.props, shot.characters) == ("insert", ("key",), ("Mara",))


@pytest.mark.parametrize("status", ["negated", "unreal", "earlier", "reported", "mental"])
def test_what_is_not_seen_is_not_staged(status: str) -> None:
    shot = cover("Mara ran and ran and ran.", Action.RUN, ["Mara"], [], status=status)

    assert all(figure.posture is Posture.STAND for figure in shot.staging.figures) if shot.staging else False
    assert len(shot.beats) == 1


def test_who_chases_and_who_is_chased_face_the_same_way() -> None:
    shot = cover("Mara ran after Ole down the hill.", Action.RUN, ["Mara"], ["Ole"])

    facing = find_figure(shot, "Mara").facing
    assert facing in ("left", "right")
    assert shot.camera_move == f"pan_{facing}"


def test_coming_home_goes_the_other_way() -> None:
    out = cover("Mara walked to the wood.", Action.WALK, ["Mara"], [])
    home = cover("Mara returned from the wood.", Action.WALK, ["Mara"], [], verb="return")

    assert {find_figure(shot, "Mara").facing for shot in (out, home)} == {"left", "right"}


def test_talk_is_shot_and_reverse_shot_on_one_axis() -> None:
    shots = cover_scene(make_scene(TALK, CAST, (), LINES, shot_type="two_shot"), None, "en")

    facings = {(f.name, f.facing) for shot in shots if shot.staging for f in shot.staging.figures}
    assert len(facings) == 2
    assert {facing for _, facing in facings} == {"left", "right"}
    assert all(shot.camera_move == "static" for shot in shots[1:])


def test_a_set_up_that_returns_in_talk_is_the_same() -> None:
    shots = cover_scene(make_scene(TALK * 2, CAST, (), LINES * 2, shot_type="two_shot"), None, "en")

    setups = [(shot.shot_type, shot.angle, shot.characters, shot.props, shot.staging) for shot in shots]
    assert len({str(setup) for setup in setups}) < len(setups)
    assert all(a != b for a, b in pairwise(setups))


def test_on_a_long_line_the_listener_is_seen() -> None:
    line = "I went down to the river, and there was no boat, and nobody knew where it had gone, so I came."

    shots = cover_scene(make_scene(f"“{line}”", CAST, (), [("Mara", line)], shot_type="two_shot"), None, "en")

    listening = [shot for shot in shots if shot.characters == ("Ole",)]
    assert listening
    assert not any(find_figure(shot, "Ole").is_speaking for shot in listening)


def test_the_next_scene_does_not_begin_with_the_set_up_that_ends_the_last() -> None:
    scene = make_scene("Mara sat.", ["Mara"], shot_type="medium")
    before = cover_scene(scene, None, "en")
    from dataclasses import replace

    after = cover_scene(scene, replace(scene, shots=before), "en")

    assert after[0].shot_type != before[-1].shot_type or after[0].angle != before[-1].angle
