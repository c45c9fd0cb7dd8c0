"""Places: where the story is, by the nouns and the movement that the narration tells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from app.story.english.place_claims import LOOKING, find_governing_verb, is_real, score_place
from app.story.lexicon.entries import words
from app.story.location import Location
from app.vocabulary.place_words import list_place_words
from app.vocabulary.setting_facts import SETTINGS
from app.vocabulary.settings import Setting
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun
from app.vocabulary.wordnet.verbs import find_verb

_INTO = frozenset(["in", "into", "inside", "within"])
_GOALS = frozenset(["into", "onto", "to", "across", "through"])
# Adverbs that name a place: "well" does so as a noun only.
_ADVERBS = words("home upstairs downstairs ashore aboard underground")
_FITTINGS = words("window door table floor wall counter sink bed ceiling light stove clock lamp")
_DWELLINGS = frozenset([Setting.COTTAGE, Setting.HOUSE, Setting.FLAT, Setting.CASTLE, Setting.FARM])
# Places under a roof that one is "on".
_DECKS = frozenset(
    [
        *(Setting.BUS, Setting.TRAIN_CARRIAGE, Setting.UNDERGROUND_TRAIN, Setting.AEROPLANE, Setting.SHIP),
        *(Setting.STAIRCASE, Setting.STAIRWELL, Setting.SPACESHIP, Setting.SPACE_STATION),
    ]
)
_ROOMS_OF_BUILDINGS: dict[str, dict[Setting, Setting]] = {
    Setting.HOSPITAL.value: {
        Setting.CORRIDOR: Setting.HOSPITAL_CORRIDOR,
        Setting.ROOM: Setting.HOSPITAL_WARD,
        Setting.BEDROOM: Setting.HOSPITAL_WARD,
    },
    Setting.CASTLE.value: {Setting.ROOM: Setting.GREAT_HALL},
    Setting.HOTEL.value: {Setting.ROOM: Setting.HOTEL_ROOM, Setting.BEDROOM: Setting.HOTEL_ROOM},
    Setting.SCHOOL.value: {Setting.ROOM: Setting.CLASSROOM},
}
_ROOMS_OF_FURNITURE = {"bed": Setting.BEDROOM, "throne": Setting.GREAT_HALL}
# Houses that people go to in order to be inside, and where one is who is outside them all the same.
_PUBLIC_ROOMS = frozenset(
    [
        *(
            Setting.CAFE,
            Setting.RESTAURANT,
            Setting.INN,
            Setting.SUPERMARKET,
            Setting.BAKERY,
            Setting.PHARMACY,
        ),
        *(Setting.POST_OFFICE, Setting.CINEMA, Setting.THEATRE, Setting.MUSEUM, Setting.POLICE_STATION),
    ]
)
_BESIDE = frozenset(["outside", "before", "behind", "past", "near", "by", "opposite", "of", "from", "at"])
_SPORTS = frozenset(["referee", "goalkeeper", "touchline", "coach", "striker", "kick-off", "scoreboard"])
_PITCHES = frozenset(["field", "pitch", "ground"])
_WITHIN = frozenset(["inside", "indoors", "within"])
_WITHOUT = frozenset(["outside", "outdoors"])
# Words for places out of doors that are parts of a room or a house for whoever is inside.
_PARTS_OF_ROOMS = frozenset(["gallery", "balcony", "stall", "aisle", "platform", "deck", "bar"])
_WORDS = list_place_words()
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
        self._home: Setting | None = None
        self._is_known = False
        self._short_names: dict[str, Setting] = {}
        self._outside = before if not before.indoors else Location()

    def read(self, sentence: Span) -> bool:
        """Move to where a sentence plays; return whether it names that place."""
        self._notice_building(sentence)
        self._learn_words(sentence)
        if _is_laid_table(sentence):
            self._is_known = True
            self.here = replace(self.here, setting=Setting.TEA_TABLE.value)
            return True
        room = next((room for token in sentence if (room := _find_room_of(token))), None)
        if room is not None and not self.here.indoors:
            self._is_known = True
            self._move(self._home or room if room is Setting.BEDROOM else room, is_entered=True)
            return True
        claims = [claim for token in sentence for claim in self._find_claims(token)]
        best = max(claims, key=lambda claim: claim.score, default=None)
        if best is not None and best.score >= (_LEAST if self._is_known else _TENTATIVE):
            self._is_known = True
            # Of equally sure places, and of those moved to, the last is where the sentence ends.
            best = [
                one for one in claims if one.score == best.score or (one.is_goal and one.score >= _LEAST)
            ][-1]
            self._move(best.setting, is_entered=best.is_entered)
            return True
        return self._read_direction(sentence)

    def _move(self, setting: Setting, *, is_entered: bool) -> None:
        if setting is Setting.ROOM and self.here.indoors and self.here.setting != Setting.ROOM.value:
            return  # "The room" is the one that the story is in.
        under_roof = SETTINGS[setting].indoors
        indoors = under_roof if under_roof is not None else is_entered
        if under_roof is None and setting.value == self.here.setting and not is_entered:
            indoors = self.here.indoors
        self.here = replace(self.here, setting=setting.value, indoors=indoors)
        if setting in _DWELLINGS and self._home is None:
            self._home = setting
        if under_roof is None:
            self._building = self.here
            self.here = replace(self.here, building=setting.value)
        if not indoors:
            self._outside = self.here

    def _learn_words(self, sentence: Span) -> None:
        """Learn what short words mean in this story: a carriage of a train, a field of football."""
        lemmas = {token.lemma_.lower() for token in sentence}
        if "train" in lemmas:
            self._short_names["carriage"] = Setting.TRAIN_CARRIAGE
        if lemmas & _SPORTS:
            self._short_names.update(dict.fromkeys(_PITCHES, Setting.STADIUM))

    def _notice_building(self, sentence: Span) -> None:
        """Remember a building that comes in sight: the next "inside" may mean it."""
        for token in sentence:
            if token.dep_ in ("nsubj", "attr", "dobj") and token.pos_ == "NOUN":
                setting = self._name_setting(token)
                if setting is not None and SETTINGS[setting].indoors is None:
                    self._building = replace(self.here, setting=setting.value, building=setting.value)

    def _read_direction(self, sentence: Span) -> bool:
        """Go in or out where a sentence says so without a place: "inside, the widow sat"."""
        for token in sentence:
            if token.lower_ not in _WITHIN | _WITHOUT or not is_real(token):
                continue
            if self._building is not None and not self.here.indoors and _leads_in(token):
                self.here = replace(self._building, indoors=True)
                return True
            if self.here.indoors and _leads_out(token):
                self.here = replace(self._outside, time_of_day=self.here.time_of_day)
                return True
        return False

    def _find_claims(self, token: Token) -> Iterator[_Claim]:
        is_adverb = token.pos_ == "ADV" and token.lower_ in _ADVERBS
        if not (token.pos_ in ("NOUN", "PROPN") or is_adverb) or token.dep_ == "compound":
            return
        setting = self._name_setting(token)
        if setting is None:
            return
        score = score_place(token)
        preposition = token.head.lower_ if token.dep_ == "pobj" else ""
        if preposition in ("on", "onto") and SETTINGS[setting].indoors and setting not in _DECKS:
            return
        if self._is_left(token, setting):
            yield _Claim(setting, 2, is_entered=False, is_goal=False)
        elif score > 0:
            is_entered = preposition in _INTO or (token.dep_ == "dobj" and token.head.lemma_ == "enter")
            is_entered = is_entered or token.lower_ == "home"
            is_entered = is_entered or (setting in _PUBLIC_ROOMS and preposition not in _BESIDE)
            yield _Claim(setting, score, is_entered, preposition in _GOALS)

    def _is_left(self, token: Token, setting: Setting) -> bool:
        """Return whether somebody comes out of a building, and is before it then."""
        preposition = token.head
        if token.dep_ != "pobj" or SETTINGS[setting].indoors is not None:
            return False
        is_out = preposition.lower_ == "of" and preposition.nbor(-1).lower_ == "out"
        verb = find_governing_verb(token)
        known = find_verb(verb.lemma_.lower()) if verb is not None else None
        return is_out and known is not None and known.is_motion and is_real(token)

    def _name_setting(self, token: Token) -> Setting | None:
        """Return the setting that a noun names, its compound first: "hospital corridor", "kitchen window"."""
        lemma = token.lemma_.lower()
        if lemma in _PARTS_OF_ROOMS and self.here.indoors and self._is_known:
            return None
        if lemma == "home" and token.dep_ in ("advmod", "npadvmod", "pobj"):
            return self._home or Setting.HOUSE
        compounds = [child for child in token.children if child.dep_ in ("compound", "amod", "nmod", "poss")]
        for child in compounds:
            for joint in (" ", "-"):
                pair = find_noun(f"{child.lower_}{joint}{lemma}")
                if pair is not None and pair.setting is not None:
                    self._short_names[lemma] = pair.setting
                    return pair.setting
        if lemma in self._short_names and any(child.lower_ == "the" for child in token.children):
            return self._short_names[lemma]
        noun = find_noun(lemma)
        if noun is not None and noun.setting is not None and noun.noun_class is not NounClass.PERSON:
            return self._place_in_building(_WORDS.get(lemma, noun.setting))
        if lemma in _FITTINGS:
            rooms = (find_noun(child.lemma_.lower()) for child in compounds)
            return next(
                (room.setting for room in rooms if room is not None and room.setting is not None), None
            )
        return None

    def _place_in_building(self, setting: Setting) -> Setting:
        """Return the room of a building that a word means there: a hospital's corridor is its own."""
        building = self._building.setting if self._building is not None else ""
        return _ROOMS_OF_BUILDINGS.get(building, {}).get(setting, setting)


def _find_room_of(token: Token) -> Setting | None:
    """Return the room of a piece of furniture that somebody is in or on: a bed's, a throne's."""
    is_compound = any(child.dep_ in ("compound", "prep") for child in token.children)
    is_in = token.dep_ == "pobj" and token.head.lower_ in ("in", "into", "on", "onto")
    return (
        _ROOMS_OF_FURNITURE.get(token.lemma_.lower())
        if is_in and not is_compound and is_real(token)
        else None
    )


def _is_laid_table(sentence: Span) -> bool:
    """Return whether people have tea at a table."""
    words = {token.lemma_.lower() for token in sentence}
    return "table" in words and bool(words & {"tea", "teapot", "teacup"})


def _leads_in(token: Token) -> bool:
    return token.lower_ in _WITHIN and token.dep_ in ("advmod", "prep", "npadvmod", "prt")


def _leads_out(token: Token) -> bool:
    is_adverb = token.lower_ in _WITHOUT and token.dep_ in ("advmod", "npadvmod", "prt")
    return is_adverb and token.head.lemma_.lower() not in LOOKING
