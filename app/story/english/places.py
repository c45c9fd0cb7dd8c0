"""Places: where the story is, by the nouns and the movement that the narration tells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from app.story.english.clauses import find_subject
from app.story.english.fixtures import find_fixtures
from app.story.english.place_claims import find_governing_verb, is_real, score_place
from app.story.english.place_moves import (
    PUBLIC_ROOMS,
    WITHIN,
    WITHOUT,
    find_room_of,
    find_room_of_seat,
    goes_out,
    is_at_hearth,
    is_boarding,
    is_in_public,
    is_laid_table,
    is_left,
    is_room_of,
    is_upon,
    leads_in,
    leads_out,
)
from app.story.english.place_names import PlaceNames
from app.story.english.place_parts import BEDLESS, find_outside, is_off_earth, is_passage, is_staircase
from app.story.lexicon.entries import words
from app.story.location import Location
from app.vocabulary.setting_facts import SETTINGS
from app.vocabulary.settings import Setting
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun

_INTO = frozenset(["in", "into", "inside", "within"])
_GOALS = frozenset(["into", "onto", "to", "across", "through"])
# Adverbs that name a place: "well" does so as a noun only.
_ADVERBS = words("home upstairs downstairs ashore aboard underground")
_DWELLINGS = frozenset([Setting.COTTAGE, Setting.HOUSE, Setting.FLAT, Setting.CASTLE, Setting.FARM])
_VEHICLES = frozenset(
    [
        *(Setting.BUS, Setting.TRAIN_CARRIAGE, Setting.UNDERGROUND_TRAIN, Setting.AEROPLANE, Setting.CAR),
        *(Setting.SHIP, Setting.SHIP_CABIN, Setting.SPACESHIP),
    ]
)
_STOPPING = words("stop arrive come pull draw wait halt roll appear")
_LONGEST_STOP = 8  # sentences within which one gets into what has stopped
_LEAST, _TENTATIVE = 2, 1


@dataclass(frozen=True, slots=True)
class _Claim:
    """A place that a token names, how surely the story is there (0 to 4), and whether it is gone into."""

    setting: Setting
    score: float
    is_entered: bool
    is_goal: bool


class PlaceReader:
    """Follows the place of a story, sentence by sentence."""

    def __init__(self, before: Location) -> None:
        self.here = before
        self._building: Location | None = None
        self._is_known = False
        self._names = PlaceNames()
        self._stopped: Setting | None = None
        self._waiting = 0
        self._outside: Location | None = before if not before.indoors and before.building else None
        self.is_arrival = False

    def read(self, sentence: Span) -> bool:
        """Move to where a sentence plays; return whether it names that place.

        `is_arrival` then says whether the sentence told of going there, from where the story was before.
        """
        self.is_arrival = False
        self._notice_building(sentence)
        self._waiting -= 1
        self._names.learn(sentence)
        if is_laid_table(sentence):
            self._is_known = True
            self.here = replace(self.here, setting=Setting.TEA_TABLE.value)
            return True
        room = next((room for token in sentence if (room := find_room_of(token))), None)
        if room is not None and (not self.here.indoors or self.here.setting in BEDLESS):
            self._is_known = True
            is_home = room is Setting.BEDROOM and not self.here.indoors
            self._move(self._names.home or room if is_home else room, is_entered=True)
            return True
        claims = [claim for token in sentence for claim in self._find_claims(token)]
        best = max(claims, key=lambda claim: claim.score, default=None)
        if best is not None and best.score >= (_LEAST if self._is_known else _TENTATIVE):
            self._is_known = True
            # Of equally sure places, and of those moved to, the last is where the sentence ends.
            best = [
                one for one in claims if one.score == best.score or (one.is_goal and one.score >= _LEAST)
            ][-1]
            self.is_arrival = best.is_goal
            self._move(best.setting, is_entered=best.is_entered)
            return True
        return (
            self._read_direction(sentence) or self._read_furniture(sentence) or self._read_fixtures(sentence)
        )

    def rename(self, setting: Setting) -> Setting:
        """Return what the name of a place means in the story that was read."""
        return self._names.rename(setting)

    def _read_furniture(self, sentence: Span) -> bool:
        """Move to the room or the vehicle in which one sits or is at a hearth."""
        if self.here.indoors and is_passage(self.here.setting):
            room = next((room for token in sentence if (room := find_room_of_seat(token))), None)
        elif not self.here.indoors and any(map(is_at_hearth, sentence)):
            room = self._names.home or Setting.ROOM
        elif not self.here.indoors and any(map(is_boarding, sentence)):
            room = self._stopped if self._waiting > 0 else None
        else:
            room = None
        if room is None:
            return False
        self._is_known, self._stopped = True, None
        self._move(room, is_entered=True)
        return True

    def _read_fixtures(self, sentence: Span) -> bool:
        """Move to the place of the things that a sentence tells of: a blackboard is in a classroom."""
        found = [one for one in find_fixtures(sentence) if not self._is_elsewhere(one[0])]
        sure = [setting for setting, is_sure in found if is_sure]
        if not self._is_known:
            hints = sure or [setting for setting, _ in found]
            # A trade that has its own place works there.
            setting = self._names.trade if self._names.trade in hints else next(iter(hints), None)
        else:
            setting = next(iter(sure), None)
        if setting is None or not self._is_news(setting):
            return False
        self._is_known = True
        self._move(setting, is_entered=True)
        return True

    def _is_elsewhere(self, setting: Setting) -> bool:
        """Return whether a thing's place is on Earth while the story is not."""
        return setting is Setting.SHIP and is_off_earth(self.here.setting)

    def _is_news(self, setting: Setting) -> bool:
        """Return whether a thing's place is another than that of the story."""
        here = self.here.setting
        return not self._is_known or setting.value != here

    def _move(self, setting: Setting, *, is_entered: bool) -> None:
        if setting is Setting.ROOM and self.here.indoors and self.here.setting != Setting.ROOM.value:
            return  # "The room" is the one that the story is in.
        under_roof = SETTINGS[setting].indoors
        indoors = under_roof if under_roof is not None else is_entered
        if under_roof is None and setting.value == self.here.setting and not is_entered:
            indoors = self.here.indoors
        self.here = replace(self.here, setting=setting.value, indoors=indoors)
        if setting in _DWELLINGS and self._names.home is None:
            self._names.home = setting
        if under_roof is None:
            self._building = self.here
            self.here = replace(self.here, building=setting.value)
        if not indoors:
            self._outside = self.here

    def _notice_building(self, sentence: Span) -> None:
        """Remember a building that comes in sight: the next "inside" may mean it."""
        for token in sentence:
            if token.dep_ in ("nsubj", "attr", "dobj") and token.pos_ == "NOUN":
                setting = self._name_setting(token)
                if setting in _VEHICLES and token.dep_ == "nsubj" and token.head.lemma_ in _STOPPING:
                    self._stopped, self._waiting = setting, _LONGEST_STOP
                if setting is not None and SETTINGS[setting].indoors is None:
                    self._building = replace(self.here, setting=setting.value, building=setting.value)

    def _read_direction(self, sentence: Span) -> bool:
        """Go in or out where a sentence says so without a place: "inside, the widow sat"."""
        for token in sentence:
            if self.here.indoors and goes_out(token):
                self._step_out()
                return True
            if token.lower_ not in WITHIN | WITHOUT or not is_real(token):
                continue
            if self._is_known and not self.here.indoors and leads_in(token):
                inside = self._building or Location(Setting.ROOM.value, building=self.here.building)
                self.here = replace(inside, indoors=True)
                return True
            if self.here.indoors and leads_out(token):
                self._step_out()
                return True
        return False

    def _step_out(self) -> None:
        """Move out of doors: to where the story came from, or to what is outside such a place."""
        building = self._building.setting if self._building is not None else ""
        outside = find_outside(self.here.setting, building)
        if outside is not None:
            self.here = replace(self.here, setting=outside.value, indoors=False)
        elif self._outside is not None:
            self.here = replace(self._outside, time_of_day=self.here.time_of_day)
        else:
            self.here = replace(self.here, indoors=False)

    def _name_setting(self, token: Token) -> Setting | None:
        building = self._building.setting if self._building is not None else ""
        return self._names.find(token, self.here, building, is_known=self._is_known)

    def _find_claims(self, token: Token) -> Iterator[_Claim]:
        is_adverb = token.pos_ == "ADV" and token.lower_ in _ADVERBS
        # The parser takes the noun of "in her flat" for an adjective.
        is_owned = any(child.dep_ == "poss" for child in token.children)
        is_noun = token.pos_ in ("NOUN", "PROPN") or (token.dep_ == "pobj" and is_owned)
        if not (is_noun or is_adverb) or token.dep_ == "compound":
            return
        setting = self._name_setting(token)
        if setting is None or self._is_passed(token, setting):
            return
        score = score_place(token)
        if setting is Setting.SKY and token.dep_ != "pobj":
            return
        preposition = token.head.lower_ if token.dep_ == "pobj" else ""
        if is_upon(token, setting):
            return
        if is_left(token, setting):
            yield _Claim(setting, 2, is_entered=False, is_goal=False)
        elif score > 0:
            is_entered = preposition in _INTO or (token.dep_ == "dobj" and token.head.lemma_ == "enter")
            is_entered = is_entered or token.lower_ == "home" or is_room_of(token, setting)
            is_entered = is_entered or (setting in PUBLIC_ROOMS and is_in_public(token, preposition))
            yield _Claim(setting, score, is_entered, preposition in _GOALS)

    def _is_passed(self, token: Token, setting: Setting) -> bool:
        """Return whether a place is only come through: stairs that somebody comes down, a train's tunnel."""
        verb = find_governing_verb(token)
        if verb is None or not self._is_known:
            return False
        if is_staircase(setting):
            return verb.lemma_.lower() == "come"
        subject = find_subject(verb)
        noun = find_noun(subject.lemma_.lower()) if subject is not None and subject.pos_ == "NOUN" else None
        is_carried = noun is not None and noun.noun_class is NounClass.VEHICLE
        return is_carried and self.here.setting in _VEHICLES
