"""What is heard besides speech and music: the ambience of places, and the sounds of visible events."""

from collections.abc import Iterator, Sequence

from app.film.sound.ambience import Ambience, list_textures
from app.film.sound.soundtrack import SpotEffect
from app.film.timeline import Timeline
from app.modules.scene.drafts import draft_of_shot, place_of
from app.modules.scene.models import Scene, Shot
from app.story.beat import Beat
from app.vocabulary.actions import Action
from app.vocabulary.light import Weather
from app.vocabulary.words import listed

# An event is heard where it is seen: a little before the middle of the words that tell of it.
EVENT_SHARE = 0.4
_MOST_EFFECTS = 2
_DOORS = frozenset(listed("door, doors, gate, gates, cupboard, wardrobe, hatch, lid, chest, trapdoor"))
_PHONES = frozenset(listed("phone, telephone, mobile, cell phone, mobile phone"))
_WATERS = frozenset(listed("water, river, sea, lake, pond, well, pool, stream, brook, waves, fountain"))
_WHEELS = frozenset(
    listed("bus, bike, bicycle, train, tram, motorbike, motorcycle, scooter, taxi, car, lift")
)


def _pick(names: str) -> list[Action]:
    return [Action(name) for name in names.split()]


_BY_VERB = {
    "knock": frozenset(listed("knock, rap, hammer")),
    "door": frozenset(listed("slam, bolt, unlock, lock")),
    "splash": frozenset(listed("splash, dive, plunge")),
    "crash": frozenset(listed("shatter, smash, crash, break")),
    "bang": frozenset(listed("explode, shoot, fire, blast")),
    "thunder": frozenset(listed("thunder")),
    "bell": frozenset(listed("toll, chime")),
    "thud": frozenset(listed("thud, collapse, stumble, topple")),
}
_BY_ACTION = {
    Action.WALK: "steps",
    Action.RUN: "running",
    Action.RIDE: "hooves",
    Action.FALL: "thud",
    Action.PHONE: "phone",
    Action.BREAK: "crash",
}
_INTENSITY_OF_MOOD = {
    "sad": -1.0,
    "mysterious": -0.5,
    "warm": 0.0,
    "joyful": 0.7,
    "fearful": 0.7,
    "tense": 1.0,
}
_INTENSE = {
    **dict.fromkeys(_pick("run fight hit fall break shout ride drive throw jump laugh push kick"), 1.0),
    **dict.fromkeys(_pick("whisper sleep lie sigh read listen cry"), -0.7),
}
CARD_INTENSITY = -1.0
"""How intense a card is: as quiet as the saddest scene."""

_DOOR_ACTIONS = frozenset([Action.OPEN, Action.CLOSE, Action.PUSH, Action.PULL])
_LANDINGS = frozenset([Action.FALL, Action.JUMP, Action.THROW, Action.SWIM])
# Nobody's feet are heard where they are not in the picture.
_WHOLE_FIGURES = frozenset(["extreme_wide", "wide", "full", "medium", "two_shot"])


def list_ambiences(scenes: Sequence[tuple[Scene, int]]) -> tuple[Ambience, ...]:
    """Return the ambiences of scenes, each with the sample at which it starts; equal neighbours are one."""
    ambiences: list[Ambience] = []
    for scene, start in scenes:
        textures = list_textures(place_of(scene), scene.time_of_day)
        if not ambiences or textures != ambiences[-1].textures:
            ambiences.append(Ambience(start, textures))
    return tuple(ambiences)


def list_effects(shots: Sequence[tuple[Scene, Shot] | None], timeline: Timeline) -> tuple[SpotEffect, ...]:
    """Return the spot effects of a film whose clips are shots, or None for cards, which are silent.

    The first shot of a stormy scene thunders.
    """
    effects: list[SpotEffect] = []
    stormy: set[int] = set()
    for number, shown in enumerate(shots):
        if shown is None:
            continue
        scene, shot = shown
        names = list(_name_effects(shot))
        place = place_of(scene)
        if place and place.weather is Weather.STORM and scene.id not in stormy:
            stormy.add(scene.id)
            names.insert(0, "thunder")
        length = timeline.start_sample(number + 1) - timeline.start_sample(number)
        for at, name in enumerate(dict.fromkeys(names[:_MOST_EFFECTS])):
            share = EVENT_SHARE + at * (1 - EVENT_SHARE) / _MOST_EFFECTS
            effects.append(SpotEffect(timeline.start_sample(number) + round(share * length), name))
    return tuple(effects)


def rate_intensity(scene: Scene, shot: Shot) -> float:
    """Return how intense a shot is by its scene's mood and by what is done in it: 0 is calm."""
    beats = [beat for beat in draft_of_shot(shot).beats if beat.status == "seen"]
    deeds = [_INTENSE.get(beat.action, 0.0) for beat in beats if beat.action]
    return _INTENSITY_OF_MOOD.get(scene.mood, 0.0) + max(deeds, default=0.0) + min([*deeds, 0.0])


def _name_effects(shot: Shot) -> Iterator[str]:
    """Yield the effects of the events that are seen in a shot."""
    draft = draft_of_shot(shot)
    for beat in draft.beats:
        if beat.status != "seen":
            continue
        name = find_effect(beat)
        if name in ("steps", "running", "hooves") and draft.shot_type not in _WHOLE_FIGURES:
            continue
        if name:
            yield name


def find_effect(beat: Beat) -> str:
    """Return the name of the effect that an event has; "" for a silent one."""
    things = {thing.casefold() for thing in (*beat.patients, *beat.agents, beat.instrument, beat.landmark)}
    if beat.verb == "ring":
        return "phone" if things & _PHONES else "bell"
    if beat.action in _LANDINGS and things & _WATERS:
        return "splash"
    if beat.action in _DOOR_ACTIONS:
        return "door" if things & _DOORS else ""
    if beat.action is Action.RIDE and things & _WHEELS:
        return ""
    by_verb = next((name for name, verbs in _BY_VERB.items() if beat.verb in verbs), "")
    return by_verb or (_BY_ACTION.get(beat.action, "") if beat.action else "")
