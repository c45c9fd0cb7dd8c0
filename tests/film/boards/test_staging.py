"""The staging of shots: who stands where, looks where, does what and holds what."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.film.boards.cast.busts import find_shoulder, list_shown
from app.film.boards.cast.posing import stage_members
from app.film.boards.cast.traits import choose_traits
from app.film.boards.composition import compose
from app.film.brief import Look
from app.vocabulary.looks import CharacterLook
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species
from app.vocabulary.staging import Figure, Posture, Side, Staging
from tests.film.boards.shots import FRAMES, LOOKS, brief, draw, mara, members_of, middles, paths, tobias

CLOSE_SHOTS = ("medium", "medium_close_up", "two_shot")


@pytest.mark.parametrize("posture", Posture)
def test_each_member_takes_its_own_posture(posture: Posture) -> None:
    first, second = members_of(mara(Posture.WALK), tobias(posture))

    assert (first.pose.posture, second.pose.posture) == (Posture.WALK, posture)


def test_a_member_without_a_figure_stands_while_another_runs() -> None:
    traits = [choose_traits(name, LOOKS[name]) for name in ("Mara", "Tobias")]

    alone, together = (
        stage_members(traits, Staging((figure,))) for figure in (mara(Posture.RUN), Figure("", Posture.RUN))
    )

    assert [member.pose.posture for member in alone] == [Posture.RUN, Posture.STAND]
    assert [member.pose.posture for member in together] == [Posture.RUN, Posture.RUN]


@pytest.mark.parametrize("shot_type", ["full", "medium"])
def test_only_the_one_whose_figure_says_so_holds_a_prop(shot_type: str) -> None:
    holder = replace(tobias(), held_prop="axe")
    first, second = members_of(mara(), holder)

    bare, armed = (draw(shot_type, mara(), figure) for figure in (tobias(), holder))

    assert (first.held_prop, second.held_prop) == (None, "axe")
    assert len(paths(armed)) > len(paths(bare))


def test_a_sleeper_holds_nothing() -> None:
    (sleeper,) = members_of(replace(mara(Posture.SLEEP), held_prop="axe"))

    assert sleeper.held_prop is None


@pytest.mark.parametrize("size", FRAMES)
@pytest.mark.parametrize("shot_type", ["extreme_wide", "wide", "full", *CLOSE_SHOTS])
def test_two_stand_at_their_sides_whoever_is_named_first(shot_type: str, size: tuple[int, int]) -> None:
    one, other = mara(side="left"), tobias(side="right")

    shots = [draw(shot_type, *pair, size=size) for pair in ((one, other), (other, one))]

    middle = shots[0].canvas.width / 2
    assert [sorted(x < middle for x in middles(shot)) for shot in shots] == [[False, True]] * 2
    assert sorted(middles(shots[0])) == pytest.approx(sorted(middles(shots[1])), rel=0.03)


@pytest.mark.parametrize("shot_type", ["wide", "full", "medium", "medium_close_up", "close_up"])
def test_one_alone_stands_at_its_side(shot_type: str) -> None:
    sides: tuple[Side, ...] = ("left", "middle", "right")

    places = [middles(draw(shot_type, mara(side=side)))[0] for side in sides]

    assert all(later - earlier > 60 for earlier, later in pairwise(places))


def test_the_members_of_one_side_share_its_room() -> None:
    painting = draw("full", mara(side="left"), tobias(side="left"), Figure("Rusty", side="right"))

    left, middle, right = sorted(middles(painting))

    assert middle - left > 100
    assert middle < painting.canvas.width / 2 < right


@pytest.mark.parametrize(
    ("figure", "looks_left"),
    [
        (mara(facing="left"), True),
        (mara(facing="right"), False),
        (mara(side="left"), False),
        (mara(side="right"), True),
        (mara(side="right", facing="right"), False),
        (mara(side="left", facing="left"), True),
    ],
)
@pytest.mark.parametrize("otherwise", [False, True])
def test_a_figure_looks_where_it_is_told_or_else_into_the_frame(
    figure: Figure, looks_left: bool, otherwise: bool
) -> None:
    (member,) = members_of(figure)

    assert member.faces_left(otherwise=otherwise) is looks_left


@pytest.mark.parametrize("shot_type", ["extreme_wide", "wide", "full"])
def test_a_runner_leans_to_where_it_faces(shot_type: str) -> None:
    left, right = (
        middles(draw(shot_type, mara(Posture.RUN, facing=facing)))[0] for facing in ("left", "right")
    )

    assert left < right


@pytest.mark.parametrize("shot_type", ["medium", "medium_close_up", "close_up", "over_the_shoulder"])
def test_a_face_leaves_room_on_the_side_to_which_it_looks(shot_type: str) -> None:
    left, right = (draw(shot_type, mara(facing=facing)) for facing in ("left", "right"))

    assert middles(right)[0] < middles(left)[0]
    assert left.heads[0].top == pytest.approx(right.heads[0].top)


def test_two_runners_who_face_the_same_way_run_the_same_way() -> None:
    painting = draw("full", mara(Posture.RUN, "left", "right"), tobias(Posture.RUN, "right", "right"))
    parted = draw("full", mara(Posture.RUN, "left", "right"), tobias(Posture.RUN, "right", "left"))

    own, other = (len(set(paths(shot)) - set(paths(painting))) for shot in (painting, parted))

    assert (own, other > 10) == (0, True)


@pytest.mark.parametrize("shot_type", ["full", "medium"])
def test_one_who_is_turned_away_has_no_face(shot_type: str) -> None:
    seen, away = (draw(shot_type, mara(facing=facing)) for facing in ("camera", "away"))

    assert len(paths(away)) < len(paths(seen))
    assert len(away.heads) == 1


def test_a_speaker_opens_the_mouth() -> None:
    silent, speaking = (draw("close_up", mara(speaks=speaks)) for speaks in (False, True))

    assert silent.heads == speaking.heads
    assert paths(silent) != paths(speaking)


@pytest.mark.parametrize(
    ("figures", "shoulder", "seen"),
    [
        ((mara(), tobias()), "Mara", "Tobias"),
        ((mara(), tobias(facing="away")), "Tobias", "Mara"),
        ((mara(speaks=True), tobias()), "Tobias", "Mara"),
        ((mara(), tobias(speaks=True)), "Mara", "Tobias"),
        ((mara(facing="away", speaks=True), tobias()), "Mara", "Tobias"),
    ],
)
def test_the_camera_looks_over_the_listeners_shoulder(
    figures: tuple[Figure, ...], shoulder: str, seen: str
) -> None:
    members = members_of(*figures)

    assert find_shoulder(members).traits.name == shoulder
    assert [member.traits.name for member in list_shown(members, "over_the_shoulder")] == [seen]


@pytest.mark.parametrize("size", FRAMES)
@pytest.mark.parametrize(("side", "is_left"), [("left", True), ("right", False)])
def test_the_shoulder_is_on_its_side_and_the_speaker_across(
    side: Side, is_left: bool, size: tuple[int, int]
) -> None:
    painting = draw("over_the_shoulder", mara(side=side, facing="away"), tobias(speaks=True), size=size)

    middle = painting.canvas.width / 2
    shoulder = [shape.box.centre[0] < middle for shape in painting["foreground"].shapes]
    assert shoulder.count(is_left) > shoulder.count(not is_left)
    assert (middles(painting)[0] > middle) is is_left


@pytest.mark.parametrize("species", [Species.FOX, Species.DUCK])
@pytest.mark.parametrize("side", ["left", "right"])
def test_an_animal_that_listens_is_in_the_foreground_too(
    side: Side, species: Species, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LOOKS, "Rusty", CharacterLook(kind="animal", species=species))

    painting = draw("over_the_shoulder", Figure("Rusty", side=side), mara(speaks=True))

    assert painting["foreground"].shapes
    assert len(painting.heads) == 1


def test_those_in_a_boat_keep_their_sides() -> None:
    one, other = mara(side="left"), tobias(side="right")
    sea = Place(Setting.SEA, indoors=False)

    shots = [
        compose(replace(brief("wide", *pair), place=sea), Look(FRAMES[0]))
        for pair in ((one, other), (other, one))
    ]

    assert [middles(shot) == sorted(middles(shot)) for shot in shots] == [True, False]


def test_two_who_talk_have_other_parts_of_the_set_behind_them() -> None:
    left, right = (draw("close_up", mara(side=side)) for side in ("left", "right"))

    assert left.window.left < right.window.left


def test_a_small_animal_and_a_person_are_both_in_a_two_shot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LOOKS, "Rusty", CharacterLook(kind="animal", species=Species.FROG))

    painting = draw("two_shot", Figure("Rusty", side="left"), mara(side="right"))

    assert len(painting.heads) == 2


def test_a_point_of_view_shows_the_first_where_the_staging_names_it() -> None:
    named, unnamed = (
        compose(replace(brief("point_of_view", mara(), tobias()), staging=staging), Look(FRAMES[0]))
        for staging in (Staging((mara(), tobias())), Staging())
    )

    assert (len(named.heads), len(unnamed.heads)) == (2, 1)
