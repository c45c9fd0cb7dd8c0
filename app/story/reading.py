"""What a reader finds in a story, sentence by sentence: its cast, mentions, speeches, moments and beats."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.story.beat import Beat
from app.story.location import Location
from app.story.people import Mention, Person
from app.story.speech import Speech
from app.vocabulary.light import Weather

_WORTH_SHOWING = 0.25  # of a scene's time


@dataclass(frozen=True, slots=True)
class Moment:
    """Where and when one sentence plays; `is_told` says whether the sentence itself names the place."""

    location: Location
    weather: Weather | None = None
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class StoryReading:
    """A story as it was understood.

    `mentions` and `moments` have an entry for each sentence; a reader that does not follow places has no
    moments. `speeches` are in the order of the story, as are `beats`, whose offsets count from its beginning.
    """

    people: tuple[Person, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    speeches: tuple[Speech, ...]
    moments: tuple[Moment, ...] = ()
    beats: tuple[Beat, ...] = ()

    def list_beats(self, start: int, end: int) -> tuple[Beat, ...]:
        """Return the beats of a part of the story, with offsets into that part."""
        low = bisect_left(self.beats, start, key=lambda beat: beat.start)
        high = bisect_left(self.beats, end, key=lambda beat: beat.start)
        return tuple(
            replace(beat, start=beat.start - start, end=min(beat.end, end) - start)
            for beat in self.beats[low:high]
        )


def summarize_moments(moments: Sequence[Moment], seconds: Sequence[float]) -> Moment:
    """Return where and when most of some sentences play, by the seconds that they take."""
    places: dict[tuple[str, bool], float] = {}
    times: dict[str, float] = {}
    weathers: dict[Weather | None, float] = {}
    for moment, length in zip(moments, seconds, strict=True):
        key = moment.location.setting, moment.location.indoors
        places[key] = places.get(key, 0.0) + length + (1.0 if moment.is_told else 0.0)
        time = moment.location.time_of_day
        times[time] = times.get(time, 0.0) + length
        weathers[moment.weather] = weathers.get(moment.weather, 0.0) + length
    best = max(places, key=lambda key: places[key])
    chosen = next(one for one in moments if (one.location.setting, one.location.indoors) == best)
    location = replace(chosen.location, time_of_day=max(times, key=lambda time: times[time]))
    return Moment(location, _choose_weather(weathers), chosen.is_told)


def _choose_weather(seconds: Mapping[Weather | None, float]) -> Weather | None:
    """Return the weather of most of the time; rain is worth showing if it falls for a quarter of it."""
    told = {weather: length for weather, length in seconds.items() if weather is not None}
    if not told:
        return None
    # Rain and snow are seen better than the wind that comes before them.
    falling: dict[Weather, float] = {
        weather: length for weather, length in told.items() if weather is not Weather.WIND
    }
    if falling and max(falling.values()) >= _WORTH_SHOWING * sum(seconds.values()):
        told = falling
    longest = max(told, key=lambda weather: told[weather])
    return longest if told[longest] >= _WORTH_SHOWING * sum(seconds.values()) else None
