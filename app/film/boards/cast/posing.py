"""The posing of a cast: each member in the pose of its own figure, pairs and groups together."""

from collections.abc import Sequence
from dataclasses import replace

from app.film.boards.cast.blocking import Member
from app.film.boards.cast.duos import AT_ONE_TABLE, DUOS, Duo
from app.film.boards.cast.gestures import GAZE, ON_CANE, REST, STUDY, find_gesture
from app.film.boards.cast.pose import combine, strike_pose
from app.film.boards.cast.stances import ON_GROUND, STANCES
from app.film.boards.cast.traits import Traits, choose_traits, stand_upright
from app.vocabulary.actions import Action
from app.vocabulary.look_reader import read_look
from app.vocabulary.staging import Extra, Facing, Figure, Posture, Side, Staging
from app.vocabulary.things.furniture import FURNITURE
from app.vocabulary.things.table import find_thing
from app.vocabulary.words import listed

# Postures that a whole cast takes together, where only the scene's is told.
_SHARED_POSTURES = (Posture.WALK, Posture.RUN, Posture.SIT, Posture.DANCE, Posture.RIDE)
# What babies, and those whom a text puts on the ground, do instead of sitting high or standing.
_DOWN_FOR = {
    Posture.SIT: Posture.SIT,
    Posture.STAND: Posture.SIT,
    Posture.WALK: Posture.CRAWL,
    Posture.RUN: Posture.CRAWL,
}
_FURNITURE = frozenset(thing.name for thing in FURNITURE)
_ON_FOUR_LEGS = {Posture.LUNGE: Posture.RUN, Posture.SIT: Posture.STAND, Posture.CLIMB: Posture.JUMP}
_GROUND = listed(
    "ground, floor, grass, sand, snow, earth, carpet, rug, deck, pavement, sidewalk, doorstep, step, kerb, "
    "dirt, mud, hill, bank, shore, beach, roof, lawn, meadow, moss, straw, hay, blanket, cliff, quay, pier, "
    "jetty, dock, platform, threshold, mat"
)
# What an animal does on two legs, with hands.
_HANDY = frozenset(
    [
        *(Action.HOLD, Action.TAKE, Action.GIVE, Action.PUT, Action.CARRY, Action.THROW, Action.CATCH),
        *(Action.DRINK, Action.READ, Action.WRITE, Action.PHONE, Action.COOK, Action.OPEN, Action.CLOSE),
        *(Action.POINT, Action.WAVE, Action.BOW, Action.SHAKE, Action.EMBRACE, Action.DANCE, Action.WORK),
        *(Action.CUT, Action.PUSH, Action.PULL, Action.WEAR, Action.PLAY, Action.DRIVE, Action.TALK),
    ]
)
# The share of old people who lean on a cane where their hands are free.
_WITH_CANE = 0.6


def stage_members(traits: Sequence[Traits], staging: Staging) -> tuple[Member, ...]:
    """Return the members of a cast, each in the pose of its own figure.

    One without a figure stands, or does as the unnamed figure does where that is done together.
    """
    members = tuple(_stage_member(one, place, staging) for place, one in enumerate(traits))
    ridden = {one.figure.target for one in members if one.pose.posture is Posture.RIDE}
    members = tuple(one for one in members if one.traits.species is None or one.traits.name not in ridden)
    together = _pair_up(members)
    return tuple(one for member in together for one in (member, *_list_companions(member)))


def share_vehicles(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """Return the members with those who drive together, or sit beside a driver, in one vehicle."""
    driver = next((one for one in members if one.pose.posture is Posture.DRIVE), None)
    if driver is None:
        return members
    inside = tuple(one for one in members if one is not driver and _rides_with(one, driver))
    vehicle = next((one.figure.target for one in (driver, *inside) if one.figure.target), "")
    leader = replace(driver, figure=replace(driver.figure, target=vehicle), passengers=inside)
    return tuple(leader if one is driver else one for one in members if one not in inside)


def _rides_with(member: Member, driver: Member) -> bool:
    is_seated = member.pose.posture is Posture.SIT and member.figure.target == driver.traits.name
    return member.traits.is_person and (member.pose.posture is Posture.DRIVE or is_seated)


def stage_extras(extras: Sequence[Extra], members: Sequence[Member]) -> tuple[Member, ...]:
    """Return those who are no characters, on the side of the frame that the members leave free."""
    sides = {member.figure.side for member in members}
    side: Side = "right" if sides == {"left"} else "left" if sides == {"right"} else "middle"
    return tuple(
        _stage_extra(extra, number, side) for extra in extras for number in range(1, extra.count + 1)
    )


def _stage_extra(extra: Extra, number: int, side: Side) -> Member:
    name = f"{extra.noun} {number}"
    traits = choose_traits(name, read_look(extra.noun, ""))
    action, posture = extra.action, extra.posture
    if traits.species is not None:
        # Animals that are told of by their kind are animals, and go on all fours.
        action, posture = None, _ON_FOUR_LEGS.get(posture, posture)
    facing: Facing = "camera" if extra.action is None else "left" if side == "right" else "right"
    figure = Figure(name, posture, None, action, side, facing, target=extra.target)
    return _stage_member(traits, number, Staging((figure,)))


def _list_companions(member: Member) -> list[Member]:
    """Return the others of a group, who do what its first one does; an arm's length has room for one."""
    if member.duo is not None:
        return []
    figure, action = replace(member.figure, is_speaking=False, held_prop=None), member.figure.action
    return [
        Member(one, replace(figure, name=one.name), strike_pose(one, member.pose.posture, action))
        for one in member.traits.companions
    ]


def _stage_member(traits: Traits, place: int, staging: Staging) -> Member:
    own = staging.find(traits.name, is_first=place == 0)
    shared = next((figure for figure in staging.figures if not figure.name), None)
    if own is None:
        posture = shared.posture if shared and shared.posture in _SHARED_POSTURES else Posture.STAND
        own = Figure(posture=posture)
    action = own.action
    if _needs_cane(traits, own):
        leaning = combine(traits, STANCES[own.posture], ON_CANE)
        return Member(traits, replace(own, held_prop="cane"), leaning)
    if action is None and own.held_prop:
        action = Action.HOLD
    elif action is None and own.is_speaking:
        action = Action.TALK
    # An animal of no clothes stays on its four legs, whatever it says or does.
    is_handy = action in _HANDY or bool(own.held_prop)
    if traits.is_dressed and (is_handy or (own.posture is Posture.SIT and _has_seat(traits, own))):
        traits = stand_upright(traits)
    if own.posture in _DOWN_FOR and _is_down(traits, own):
        posture = _DOWN_FOR[own.posture]
        stance = ON_GROUND if posture is Posture.SIT else STANCES[posture]
        return Member(traits, own, combine(traits, stance, find_gesture(posture, action)))
    if action is Action.LOOK and own.held_prop:
        return Member(traits, own, combine(traits, STANCES[own.posture], STUDY))
    if action is Action.LOOK and own.posture is Posture.STAND and not own.target:
        return Member(traits, own, combine(traits, STANCES[Posture.STAND], GAZE))
    return Member(traits, own, strike_pose(traits, own.posture, action))


def _has_seat(traits: Traits, figure: Figure) -> bool:
    """Return whether one sits as people do: an animal in clothes, or on a seat or at a table."""
    return traits.is_dressed or (find_thing(figure.target) if figure.target else None) in _FURNITURE


def _is_down(traits: Traits, figure: Figure) -> bool:
    return traits.age == "baby" or (figure.posture is Posture.SIT and figure.target in _GROUND)


def _needs_cane(traits: Traits, figure: Figure) -> bool:
    is_free = figure.held_prop is None and find_gesture(figure.posture, figure.action) is REST
    is_up = figure.posture in (Posture.STAND, Posture.WALK)
    return traits.age == "old" and traits.is_person and is_free and is_up and traits.face < _WITH_CANE


def _pair_up(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """Return the members with those posed together of whom one acts on the other."""
    for member in members:
        duo = DUOS.get(member.figure.action) if member.figure.action else None
        other = next(
            (one for one in members if one is not member and one.traits.name == member.figure.target), None
        )
        if duo and other and member.traits.is_person and other.traits.is_person:
            pair = {id(member): _lead(member, other, duo), id(other): _answer(other, member, duo)}
            return tuple(pair.get(id(one), one) for one in members)
    sitting = [one for one in members if one.pose.posture is Posture.SIT and one.traits.is_person]
    if len(sitting) == 2 and len(members) == 2:
        first, second = sitting
        return _lead(first, second, AT_ONE_TABLE), _answer(second, first, AT_ONE_TABLE)
    return members


def _lead(member: Member, other: Member, duo: Duo) -> Member:
    pose = combine(member.traits, member.pose.stance, duo.own) if duo.own else member.pose
    return replace(member, pose=pose, partner=other.traits.name, duo=duo, is_leading=True)


def _answer(member: Member, other: Member, duo: Duo) -> Member:
    stance = STANCES[duo.posture] if duo.posture else member.pose.stance
    pose = combine(member.traits, stance, duo.other or member.pose.gesture)
    return replace(member, pose=pose, partner=other.traits.name, duo=duo)
