"""The location of a scene: its setting, indoors or outdoors, its time of day and its weather."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.story.lexicon.entries import Lexicon, PlaceCue
from app.story.prose import Sentence
from app.vocabulary.clothes import Era
from app.vocabulary.light import Weather
from app.vocabulary.place_reader import find_setting
from app.vocabulary.places import Place, find_features
from app.vocabulary.settings import Setting

_WITHOUT_AIR = (Setting.SPACESHIP, Setting.SPACE_STATION, Setting.MOON, Setting.OUTER_SPACE)
_REACH = 4  # words from a preposition to the noun it governs
_ENOUGH = 0.9  # how sure a mention must be to move the story to another place


@dataclass(frozen=True, slots=True)
class Location:
    """Where and when the story stands: what a scene inherits when it doesn't say.

    `setting` is the place's name, a `Setting` or the words of a slug line; `building` is the last one
    named: a room is in it.
    """

    setting: str = Setting.OPEN_COUNTRY.value
    indoors: bool = False
    time_of_day: str = "day"
    building: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a sentence and how surely the story is there."""

    place: PlaceCue
    certainty: float


def find_places(sentence: Sentence, lexicon: Lexicon) -> list[PlaceMention]:
    """List the places a sentence names outside its quotations, each with a certainty from 0 to 2."""
    words = sentence.narrated
    return [
        PlaceMention(found.value, found.value.weight * _weigh_position(words, found.index, lexicon))
        for found in lexicon.places.find(words)
        if not sentence.is_heading
    ]


def _weigh_position(words: Sequence[str], index: int, lexicon: Lexicon) -> float:
    """Weigh by the preposition: "into the forest" is there, "out of the forest" is leaving it."""
    for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if words[back] in lexicon.leavings:
            return 0.3
        if words[back] in lexicon.locatives:
            return 2.0
    return 0.7


def find_times(sentence: Sentence, lexicon: Lexicon) -> list[str]:
    """List the times of day a sentence names outside its quotations, in order."""
    if sentence.is_heading:
        return []
    return [found.value for found in lexicon.times.find(sentence.narrated) if found.value]


def find_weather(sentences: Sequence[Sentence], lexicon: Lexicon) -> Weather | None:
    """Return the weather spoken of most outside quotations, or None."""
    counts = Counter(found.value for s in sentences for found in lexicon.weathers.find(s.narrated))
    return counts.most_common(1)[0][0] if counts else None


def find_location(sentences: Sequence[Sentence], before: Location, lexicon: Lexicon) -> Location:
    """Find the setting of a scene; what it doesn't say holds from the scene before it."""
    votes: dict[str, float] = {}
    building = before.building
    places: dict[str, PlaceCue] = {}
    for index, sentence in enumerate(sentences):
        for at in find_places(sentence, lexicon):
            vote = at.certainty * (1.5 if index == 0 else 1.0)
            name = at.place.setting.value
            votes[name] = votes.get(name, 0.0) + vote
            places.setdefault(name, at.place)
            if building == before.building and at.place.indoors is None and at.place.weight >= 1:
                building = at.place.setting.value
    times = [time for sentence in sentences for time in find_times(sentence, lexicon)]
    setting, indoors = before.setting, before.indoors
    sure = [(name, votes[name]) for name in votes if votes[name] >= _ENOUGH]
    if sure:
        setting = max(sure, key=lambda item: item[1])[0]
        indoors = _is_indoors(places[setting], before, sentences, lexicon)
        if setting == Setting.ROOM and building:
            setting = building
    return Location(setting, indoors, times[0] if times else before.time_of_day, building)


def describe_place(
    location: Location, weather: Weather | None, era: Era, description: str, heading: str = ""
) -> Place:
    """Return a scene's place as data, with the features that its description speaks of."""
    setting = _name_setting(location)
    return Place(
        setting=setting,
        indoors=location.indoors,
        weather=None if setting in _WITHOUT_AIR else weather,
        era=era,
        features=find_features(description, location.setting, heading),
    )


def _name_setting(location: Location) -> Setting:
    """Return the setting that a location's name means; slug lines name places in words of their own."""
    try:
        return Setting(location.setting)
    except ValueError:
        return find_setting((location.setting,), indoors=location.indoors)


def find_last_time(sentences: Sequence[Sentence], lexicon: Lexicon) -> str:
    """Return the time of day a scene ends in, which the next one inherits; empty where it names none."""
    times = [time for sentence in sentences for time in find_times(sentence, lexicon)]
    return times[-1] if times else ""


def _is_indoors(place: PlaceCue, before: Location, sentences: Sequence[Sentence], lexicon: Lexicon) -> bool:
    if place.indoors is not None:
        return place.indoors
    words = list(_iterate_narrated(sentences))
    inside = sum(word in lexicon.inside_words for word in words)
    outside = sum(word in lexicon.outside_words for word in words)
    into = any(a in ("in", "into", "inside", "im", "dans", "en") for a in words) and inside > 0
    stays = before.indoors and before.setting == place.setting
    return inside + stays + into > outside


def _iterate_narrated(sentences: Sequence[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        yield from sentence.narrated
