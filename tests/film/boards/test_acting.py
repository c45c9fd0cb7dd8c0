"""The acting of people: heads that turn, two who act on each other, seats, beds, groups and faces."""

from dataclasses import replace

import pytest

from app.film.boards.cast.expression import choose_expression
from app.film.boards.cast.furnishing import choose_bed, choose_seat, choose_table
from app.film.boards.cast.posing import share_vehicles, stage_extras, stage_members
from app.film.boards.cast.seats import find_support
from app.film.boards.cast.skull import HeadTurn
from app.film.boards.cast.traits import choose_traits, count_group
from app.film.boards.cast.turning import turn_head
from app.film.boards.composition import compose
from app.film.brief import Look
from app.vocabulary.actions import Action
from app.vocabulary.looks import CharacterLook
from app.vocabulary.places import Place
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species
from app.vocabulary.staging import Extra, Facing, Figure, Posture, Staging
from tests.film.boards.shots import FRAMES, LOOKS, brief, draw, mara, members_of, middles, tobias

DINING_ROOM = Place(Setting.DINING_ROOM, indoors=True)
TRAITS = (choose_traits("Mara", CharacterLook()), choose_traits("Tobias", CharacterLook()))
FOREST = Place(Setting.FOREST, indoors=False)


@pytest.mark.parametrize(
    ("facing", "least", "most"), [("camera", 0, 15), ("left", 25, 90), ("right", 25, 90), ("away", 180, 180)]
)
def test_only_who_faces_the_camera_looks_into_it(facing: Facing, least: float, most: float) -> None:
    (member,) = members_of(mara(facing=facing))

    turn = turn_head(member.figure, member.pose, is_close=True)

    assert least <= turn.yaw <= most
    assert turn.is_away is (facing == "away")


def test_features_swing_with_the_head_until_they_are_hidden() -> None:
    front, aside, profile = (HeadTurn(yaw) for yaw in (0.0, 35.0, 90.0))

    eyes = [(turn.swing(-15), turn.swing(15)) for turn in (front, aside, profile)]

    assert eyes[0][0] == pytest.approx(-eyes[0][1])
    assert [left for left, _ in eyes] == sorted(left for left, _ in eyes)
    assert profile.find_width(15) == 0.0 < profile.find_width(-15)


def test_a_grown_person_looks_down_at_a_child_and_a_child_up() -> None:
    child = replace(mara(side="left", facing="right"), target="Tobias")
    grown = replace(tobias(side="right", facing="left"), target="Mara")
    members = members_of(child, grown)

    pitches = [
        turn_head(one.figure, one.pose, is_close=True, rise=other.eyes - one.eyes).pitch
        for one, other in (members, members[::-1])
    ]

    assert pitches[0] < 0 < pitches[1]


@pytest.mark.parametrize("action", [Action.EMBRACE, Action.KISS, Action.GIVE, Action.FIGHT, Action.WHISPER])
def test_two_who_act_on_each_other_come_together(action: Action) -> None:
    apart = draw("full", mara(side="left"), tobias(side="right"))
    together = draw("full", Figure("Mara", action=action, side="left", target="Tobias"), tobias(side="right"))

    first, second = sorted(middles(together))
    assert second - first < 0.6 * (max(middles(apart)) - min(middles(apart)))


def test_one_who_is_carried_lies_in_the_arms_of_the_other() -> None:
    carrier = Figure("Tobias", action=Action.CARRY, side="left", target="Mara")

    first, second = members_of(carrier, mara(side="right"))

    assert (first.pose.posture, second.pose.posture) == (Posture.STAND, Posture.LIE)
    assert second.is_carried
    assert not first.is_carried


def test_an_action_on_a_thing_poses_nobody_else() -> None:
    first, second = members_of(Figure("Mara", action=Action.PUSH, target="door"), tobias())

    assert (first.duo, second.duo) == (None, None)


def test_one_who_eats_in_a_dining_room_sits_on_a_chair_at_a_table() -> None:
    (member,) = members_of(Figure("Mara", Posture.SIT, action=Action.EAT))

    seat, table = choose_seat(member, DINING_ROOM), choose_table(member, DINING_ROOM)

    assert (seat, table) == ("chair", "table")
    assert find_support(member, DINING_ROOM).rise > 0


def test_a_sleeper_has_a_bed_indoors_and_the_ground_outdoors() -> None:
    (member,) = members_of(mara(Posture.SLEEP))

    beds = [choose_bed(member, place) for place in (Place(Setting.BEDROOM, indoors=True), FOREST)]

    assert beds == ["bed", ""]


def test_a_king_sits_on_a_throne_in_his_castle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LOOKS, "Otto", CharacterLook(role=Role.KING))
    (member,) = members_of(Figure("Otto", Posture.SIT))

    assert choose_seat(member, Place(Setting.CASTLE, indoors=True)) == "throne"


def test_a_rider_sits_on_what_is_ridden() -> None:
    horse, bicycle = (
        find_support(members_of(Figure("Mara", Posture.RIDE, action=Action.RIDE, target=target))[0], FOREST)
        for target in ("", "bicycle")
    )

    assert (horse.mount, bicycle.thing) == (Species.HORSE, "bicycle")


@pytest.mark.parametrize(
    ("name", "count"), [("The Seven Dwarfs", 7), ("Die drei Soldaten", 3), ("The Guests", 3)]
)
def test_a_group_is_as_many_as_its_name_says(name: str, count: int) -> None:
    traits = choose_traits(name, CharacterLook(is_group=True))

    members = stage_members([traits], Staging((Figure(name, Posture.WALK, is_speaking=True),)))

    assert count_group(name) == len(members) == count
    assert {member.pose.posture for member in members} == {Posture.WALK}
    assert [member.figure.is_speaking for member in members].count(True) == 1


def test_those_of_a_group_have_faces_of_their_own() -> None:
    traits = choose_traits("The Guests", CharacterLook(is_group=True))

    assert len({one.face for one in (traits, *traits.companions)}) == 3


@pytest.mark.parametrize("figure", [mara(Posture.SLEEP), mara(facing="away")])
def test_who_sleeps_or_turns_away_has_no_eyes_that_blink(figure: Figure) -> None:
    assert draw("close_up", figure).faces == []


def test_a_face_that_speaks_is_told_by_its_features() -> None:
    (face,) = draw("close_up", mara(facing="right", speaks=True)).faces

    assert face.is_speaking
    assert face.eyes.bottom <= face.mouth.bottom
    assert face.eyes.top < face.mouth.top


def test_what_one_does_shows_on_the_face_more_than_the_mood() -> None:
    crying, calm = choose_expression("joyful", Action.CRY), choose_expression("joyful")

    assert crying.has_tears
    assert crying.mouth < 0 < calm.mouth
    assert choose_expression("sad", Action.DANCE).mouth < 0


def test_a_ghost_lets_the_set_shine_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LOOKS, "Mara", CharacterLook(role=Role.GHOST))

    painting = compose(brief("full", mara()), Look(FRAMES[0]))

    flat = [shape.opacity for shape in painting["cast"].shapes if isinstance(shape.fill, str)]
    assert max(flat) < 0.8


def test_extras_stand_on_the_side_that_the_cast_leaves_free() -> None:
    members = stage_members((TRAITS[0],), Staging((Figure("Mara", side="left"),)))

    extras = stage_extras((Extra("nurse", 2), Extra("dog", action=Action.HOLD)), members)

    looks = [(one.traits.role, one.traits.species, one.figure.side) for one in extras]
    assert looks == [(Role.NURSE, None, "right")] * 2 + [(None, Species.DOG, "right")]
    assert not any(one.traits.is_upright for one in extras)


def test_two_who_drive_share_a_car() -> None:
    driving = Staging((Figure("Mara", Posture.DRIVE), Figure("Tobias", Posture.DRIVE, target="car")))

    (driver,) = share_vehicles(stage_members(TRAITS, driving))

    assert (driver.figure.target, [one.traits.name for one in driver.passengers]) == ("car", ["Tobias"])


@pytest.mark.parametrize(("noun", "draught", "hides"), [("cart", Species.HORSE, False), ("car", None, True)])
def test_a_cart_is_pulled_and_a_car_hides_its_driver(
    noun: str, draught: Species | None, *, hides: bool
) -> None:
    (driver,) = stage_members(TRAITS[:1], Staging((Figure("Mara", Posture.DRIVE, target=noun),)))

    support = find_support(driver, FOREST)

    assert (support.thing, support.draught, support.hides_body) == (noun, draught, hides)
