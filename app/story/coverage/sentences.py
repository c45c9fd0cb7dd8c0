"""What a shot shows, as an English sentence in the present tense, from which image models draw."""

import re
from collections.abc import Collection, Sequence

from app.story.beat import Beat
from app.story.lexicon.entries import words
from app.story.scene import SceneDraft
from app.vocabulary.actions import Action
from app.vocabulary.conjugation import write_present
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun

_AT = words("look gaze stare glance peer smile laugh shout point growl bark wave shoot nod wink")
_TO = words("talk speak listen whisper sing bow call return")
_AFTER = words("run rush hurry race dash walk go come creep sneak sprint swim")
_ON = words("sit knock step climb stand lie lean")
_FOR = words("wait search ask look")
_TIMES = {
    "dawn": "at dawn",
    "morning": "in the morning",
    "day": "by day",
    "sunset": "at sunset",
    "dusk": "at dusk",
    "night": "at night",
}
_ON_PLACES = re.compile(
    r"\b(?:hill|mountain|cliff|beach|road|street|bridge|island|rooftop|ship|farm|balcony|moon|train|bus|"
    r"staircase|stairs|path|field|motorway|playground|sea|square|deck)$"
)
_AT_PLACES = re.compile(r"\b(?:harbour|station|airport|stop|campsite|well|table|lake|river|waterfall|mill)$")
_OBJECTLESS = frozenset([Action.CRY, Action.LAUGH, Action.SIGH, Action.SLEEP, Action.LIE])
_LONGEST = 200


def write_name(name: str) -> str:
    """Return a character's name as it stands within a sentence: "the old man" for "The Old Man"."""
    if name.startswith("The "):
        return name.lower()
    return name.title() if name.isupper() and len(name) > 2 else name


def write_names(names: Sequence[str]) -> str:
    """Return names with commas and "and"."""
    written = [write_name(name) for name in names]
    return " and ".join(filter(None, [", ".join(written[:-1]), *written[-1:]]))


def describe_beat(beat: Beat, cast: Collection[str], groups: Collection[str]) -> str:
    """Return what a beat's agents do, "" where none of them is in the cast."""
    agents = [name for name in beat.agents if name in cast]
    if not agents or not beat.verb:
        return ""
    is_plural = len(agents) > 1 or agents[0] in groups
    targets = [name for name in beat.patients if name not in agents and _can_be_target(beat, name, cast)]
    parts = [write_names(agents), write_present(beat.verb, is_plural=is_plural)]
    if targets:
        people = [name for name in targets if name in cast]
        target = write_names(people) if people else f"the {targets[0]}"
        parts += [_choose_preposition(beat.verb, is_person=bool(people)), target]
    if beat.instrument and beat.instrument not in beat.patients:
        parts.append(f"with the {beat.instrument}")
    names = " ".join((*agents, *beat.patients)).casefold()
    if beat.relation and is_visible(beat.landmark) and beat.landmark not in names:
        parts.append(f"{beat.relation} the {beat.landmark}")
    return _end_sentence(" ".join(filter(None, parts)))


def quote_words(text: str) -> str:
    """Return a stretch of the story as a sentence, "" for one with something spoken in it."""
    words = " ".join(text.split()).strip(" ,;:—–-.")
    words = re.sub(
        r"^(?:and|but|as|while|when|that|so|then)\s|\s(?:and|but|as|while)$", "", words, flags=re.I
    )
    has_quotation = any(mark in words for mark in '“”„«»"')
    return "" if has_quotation or not words else _end_sentence(words[:_LONGEST])


def describe_presence(scene: SceneDraft, names: Sequence[str], groups: Collection[str]) -> str:
    """Return who is in the scene's place, and when; the place alone where there is nobody."""
    where = f"{write_place(scene)} {_TIMES.get(scene.time_of_day, '')}".strip()
    if not names:
        return _end_sentence(f"a view {where.replace('in the', 'of the', 1)}")
    verb = "are" if len(names) > 1 or names[0] in groups else "is"
    return _end_sentence(f"{write_names(names)} {verb} {where}")


def write_place(scene: SceneDraft) -> str:
    """Return where a scene plays, with its preposition: "in the kitchen", "on the bridge"."""
    setting = scene.setting.lower()
    is_room = scene.heading.upper().startswith("INT")
    relation = "on" if _ON_PLACES.search(setting) and not is_room else "in"
    relation = "at" if _AT_PLACES.search(setting) and not is_room else relation
    article = "" if "'s" in setting or "’s" in setting or not setting.isascii() else "the "
    return f"{relation} {article}{setting}"


def describe_talk(speaker: str, partner: str) -> str:
    """Return who talks to whom."""
    return _end_sentence(f"{write_name(speaker)} talks" + (f" to {write_name(partner)}" if partner else ""))


def describe_listening(listener: str, speaker: str) -> str:
    """Return who listens to whom."""
    return _end_sentence(f"{write_name(listener)} listens to {write_name(speaker)}")


def describe_thought(name: str, *, is_plural: bool) -> str:
    """Return that somebody is lost in thought."""
    return _end_sentence(f"{write_name(name)} {'think' if is_plural else 'thinks'} quietly")


def _can_be_target(beat: Beat, name: str, cast: Collection[str]) -> bool:
    """Return whether something is done to a patient: nobody weeps a tear or sleeps a nap."""
    return name in cast or (beat.action not in _OBJECTLESS and is_visible(name))


def is_visible(noun: str) -> bool:
    """Return whether an English noun names something that can be seen; unknown ones may."""
    found = find_noun(noun)
    return bool(noun) and (found is None or found.noun_class is not NounClass.NOTHING)


def _choose_preposition(verb: str, *, is_person: bool) -> str:
    if verb in _AT:
        return "at"
    if verb in _TO:
        return "to"
    if verb in _FOR:
        return "for"
    if verb in _ON and not is_person:
        return "on"
    return "after" if verb in _AFTER and is_person else ""


def _end_sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
