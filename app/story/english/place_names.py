"""What the nouns for places mean in one story: its shop is a bakery, its deck is that of a bus."""

from spacy.tokens import Span, Token

from app.story.english.clauses import get_lemma
from app.story.english.fixtures import find_trades
from app.story.english.place_parts import PARTS_OF_PLACES, PARTS_OF_ROOMS, ROOMS_OF_BUILDINGS, WATERS
from app.story.lexicon.english_fixtures import TRADE_WORDS
from app.story.lexicon.entries import words
from app.story.location import Location
from app.vocabulary.place_words import list_place_words
from app.vocabulary.settings import Setting
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun

_FITTINGS = words("window door table floor wall counter sink bed ceiling light stove clock lamp")
_SPORTS = frozenset(["referee", "goalkeeper", "touchline", "coach", "striker", "kick-off", "scoreboard"])
_PITCHES = frozenset(["field", "pitch", "ground"])
_SPACE_WORDS = words("mars martian astronaut cosmonaut orbit spacecraft spaceship starship airlock spacesuit")
_SMALL_BOATS = words("rowboat rowing-boat canoe dinghy raft kayak punt gondola")
_ROWING = words("row paddle punt")
_ADVERBS = {"ashore": Setting.BEACH, "upstairs": Setting.BEDROOM, "aboard": Setting.SHIP}
# What somebody is on who is no farther in than that.
_ON = {"roof": Setting.ROOFTOP, "rooftop": Setting.ROOFTOP, "ferry": Setting.SHIP, "liner": Setting.SHIP}
_BESIDE = words("behind beside by near past")
_ONTO = frozenset(["on", "onto", "across", "along", "over", "aboard"])
# Short words that mean another place in a story of such people or things.
_LEARNT: tuple[tuple[frozenset[str], dict[str, Setting]], ...] = (
    (words("train railway"), {"carriage": Setting.TRAIN_CARRIAGE, "station": Setting.STATION}),
    (words("bus"), {"deck": Setting.BUS}),
    (words("detective inspector police policeman"), {"station": Setting.POLICE_STATION}),
    (words("school pupil principal teacher classroom headmaster"), {"yard": Setting.SCHOOL_YARD}),
    (words("castle palace king queen knight"), {"yard": Setting.COURTYARD}),
    (
        _SPACE_WORDS,
        dict.fromkeys(sorted(words("station base outpost habitat module")), Setting.SPACE_STATION),
    ),
    (words("sprinter relay hurdle lap heat sprint"), dict.fromkeys(("lane", "track"), Setting.STADIUM)),
    (_SPORTS, dict.fromkeys(sorted(_PITCHES), Setting.STADIUM)),
)
_KINDS_BEFORE_NAMES = {
    **dict.fromkeys(("mount", "mt", "mt.", "monte"), Setting.MOUNTAIN),
    **dict.fromkeys(("lake", "loch", "lago"), Setting.LAKE),
    **dict.fromkeys(("rue", "via", "calle", "place", "piazza"), Setting.CITY_STREET),
    **dict.fromkeys(("fort", "castle", "château", "chateau"), Setting.CASTLE),
    **dict.fromkeys(("isle", "isla"), Setting.ISLAND),
    **dict.fromkeys(("cape", "point"), Setting.CLIFF),
    "river": Setting.RIVER,
    "port": Setting.HARBOUR,
    "camp": Setting.CAMPSITE,
    "villa": Setting.HOUSE,
    "hotel": Setting.HOTEL,
    "café": Setting.CAFE,
    "cafe": Setting.CAFE,
}
_WORDS = list_place_words()


class PlaceNames:
    """Learns the short names of a story's places and says which settings its nouns name."""

    def __init__(self) -> None:
        self.home: Setting | None = None
        self.trade: Setting | None = None
        self._short_names: dict[str, Setting] = {}

    def learn(self, sentence: Span) -> None:
        """Learn what short words mean in this story: a carriage of a train, a field of football."""
        lemmas = {token.lemma_.lower() for token in sentence}
        self.trade = self.trade or next(find_trades(sentence), None)
        for signs, names in _LEARNT:
            if signs & lemmas:
                self._short_names.update(names)

    def rename(self, setting: Setting) -> Setting:
        """Return what the name of a setting means in this story: a station on Mars is no railway's."""
        return self._short_names.get(setting.value, setting)

    def find(self, token: Token, here: Location, building: str, *, is_known: bool) -> Setting | None:
        """Return the setting that a noun names, its compound first: "hospital corridor", "kitchen window"."""
        lemma = token.lemma_.lower()
        if token.pos_ == "ADV" or lemma in _ADVERBS:
            return self._find_adverb(lemma, here)
        part = PARTS_OF_PLACES.get(here.setting, {}).get(lemma) if is_known else None
        if part is not None:
            return part
        if lemma in _ON and token.dep_ == "pobj" and token.head.lower_ in _ONTO:
            return _ON[lemma] if here.setting not in PARTS_OF_PLACES or lemma != "roof" else None
        if lemma == "shed" and token.head.lower_ in _BESIDE and here.setting != Setting.FARM.value:
            return Setting.GARDEN
        is_whole = any(child.lower_ == "of" for child in token.children)
        if lemma in PARTS_OF_ROOMS and here.indoors and is_known and not is_whole:
            return None
        if lemma in TRADE_WORDS and self.trade is not None and not _has_kind(token):
            return self.trade
        if lemma == "home" and token.dep_ in ("advmod", "npadvmod", "pobj"):
            return self.home or Setting.HOUSE
        found = self._find_compound(token) or self._find_noun(token, here, building)
        return found or (_find_named(token) if token.pos_ == "PROPN" else None)

    def _find_adverb(self, lemma: str, here: Location) -> Setting | None:
        if lemma == "home":
            return self.home or Setting.HOUSE
        if lemma == "ashore" and here.setting == Setting.HARBOUR.value:
            return Setting.HARBOUR
        return None if lemma == "upstairs" and not here.indoors else _ADVERBS.get(lemma)

    def _find_compound(self, token: Token) -> Setting | None:
        lemma = token.lemma_.lower()
        for child in token.children:
            if child.dep_ not in ("compound", "amod", "nmod", "poss"):
                continue
            for joint in (" ", "-"):
                pair = find_noun(f"{child.lower_}{joint}{lemma}")
                if pair is not None and pair.setting is not None:
                    self._short_names[lemma] = pair.setting
                    return pair.setting
        return None

    def _find_noun(self, token: Token, here: Location, building: str) -> Setting | None:
        lemma = token.lemma_.lower()
        if lemma in self._short_names and any(child.lower_ == "the" for child in token.children):
            return self._short_names[lemma]
        if lemma in _SMALL_BOATS or (lemma == "boat" and _is_rowed(token)):
            return WATERS.get(here.setting) or WATERS.get(building, Setting.LAKE)
        noun = find_noun(lemma)
        if noun is not None and noun.setting is not None and noun.noun_class is not NounClass.PERSON:
            setting = _WORDS.get(lemma, noun.setting)
            return ROOMS_OF_BUILDINGS.get(building, {}).get(setting, setting)
        return _find_room_of_fitting(token) if lemma in _FITTINGS else None


def _has_kind(token: Token) -> bool:
    """Return whether a compound tells which shop or office it is."""
    return any(child.dep_ in ("compound", "amod", "nmod") for child in token.children)


def _find_named(name: Token) -> Setting | None:
    """Return the place whose kind stands before its name: Mount Ida, Lake Orrin, Fort Hale."""
    kinds = [child.lower_ for child in name.children if child.dep_ == "compound" and child.text[0].isupper()]
    return next((_KINDS_BEFORE_NAMES[kind] for kind in kinds if kind in _KINDS_BEFORE_NAMES), None)


def _is_rowed(boat: Token) -> bool:
    return any(get_lemma(token) in _ROWING for token in boat.sent if token.pos_ == "VERB")


def _find_room_of_fitting(token: Token) -> Setting | None:
    """Return the room that a fitting's compound names: the kitchen of a kitchen table."""
    compounds = (child for child in token.children if child.dep_ in ("compound", "amod", "nmod", "poss"))
    rooms = (find_noun(child.lemma_.lower()) for child in compounds)
    return next((room.setting for room in rooms if room is not None and room.setting is not None), None)
