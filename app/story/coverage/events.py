"""The coverage of events: the one who acts, those who act together, the thing that matters, the reveal."""

import re
from dataclasses import replace

from app.story.beat import Beat
from app.story.coverage.axis import TRAVELS
from app.story.coverage.extras import has_pronoun
from app.story.coverage.framing import FEELINGS, Intent, choose_angle, choose_move, rank_sizes
from app.story.coverage.pictures import Picture
from app.story.coverage.referred import find_referred
from app.story.coverage.sentences import describe_beat, quote_words
from app.story.coverage.stage import Stage, find_visible_action, is_boating
from app.story.coverage.stretches import Stretch, choose_main_beat
from app.story.coverage.told_nouns import find_things, has_people
from app.vocabulary.actions import Action
from app.vocabulary.shots import ShotType
from app.vocabulary.staging import CROWD_WORDS
from app.vocabulary.things.table import find_thing
from app.vocabulary.words import Words, listed

MOST_IN_FRAME = 5
_MOST_TOGETHER = 3
_SHOTS_BETWEEN_INSERTS = 5
_LONGEST_INSERT_SEC = 5.0
_REVEAL_HOLD_SEC = 0.8
_LONGEST_REVEAL_SEC = 4.0
# What is done so near that a close view of the hand tells it; other deeds want the whole person.
_HANDLED = frozenset([Action.TAKE, Action.PUT, Action.OPEN, Action.HOLD, Action.READ, Action.WRITE])
_REVEALING = frozenset(listed("find, discover, appear, notice, spot, reveal, uncover, recognize, recognise"))
_SUDDEN = re.compile(r"\b(?:suddenly|all at once|all of a sudden)\b", re.IGNORECASE)
# A shot that begins with a verb goes on telling of the one in the shot before: "and crept outside".
_ELLIPSIS = re.compile(
    r"\s*(?:and |then |but )*(?!(?:the|an?|his|her|its|their|our|my|your|he|she|it|they|we|i|you|there|this"
    r"|that|these|those|all|some|one|two|three|no|in|on|at|to|from|with|by|for|of|up|down|out|as|so|when|while|after"
    r"|before|if|because|who|which|what|how|where|not|only)\b)[a-z]+"
)
_DENIAL = re.compile(r"\b(?:no|not|nothing|never|without|neither|nor|if)\b|n['’]t\b", re.IGNORECASE)
# Words for the characters together.
_PEOPLE = re.compile(r"\b(?:the (?:two|three|four|five|others?)|everyone|everybody|each)\b(?! \w+s\b)", re.I)
_AFLOAT: tuple[ShotType, ...] = ("full", "wide", "extreme_wide")
_CLOSER: dict[ShotType, ShotType] = {
    "extreme_wide": "wide",
    "wide": "full",
    "full": "medium",
    "medium": "medium_close_up",
    "medium_close_up": "close_up",
}
_FIXTURES = frozenset(
    listed("door, window, wall, floor, gate, roof, ceiling, stair, step, ground, bed, house")
)


class EventCoverage:
    """Covers what happens in a scene."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._shown: set[str] = set()
        self._since_insert = _SHOTS_BETWEEN_INSERTS
        self._has_revealed = False

    def cover(self, stretch: Stretch, before: tuple[str, ...]) -> Picture | None:
        """Return the picture of a stretch's main event, None where nothing is seen to happen.

        `before` are those in the last frame.
        """
        main = choose_main_beat(stretch.seen, self._stage.scene.characters)
        self._since_insert += 1
        if main is None:
            return None
        if not main.agents and before and _ELLIPSIS.match(stretch.text):
            main = replace(main, agents=before[:1])
        things = self._stage.list_things([main])
        thing = next((noun for noun in things if noun in main.patients and noun not in _FIXTURES), "")
        names = self.list_people(stretch, main)
        is_handled = find_thing(thing) is not None and main.action in _HANDLED and thing not in self._shown
        self._shown.update(things)
        if not names:
            return self._cover_things(stretch, main)
        agents = {name for name in main.agents if name in self._stage.cast}
        may_insert = is_handled and self._since_insert >= _SHOTS_BETWEEN_INSERTS
        if (
            may_insert
            and len(stretch.seen) == 1
            and agents <= set(before)
            and stretch.seconds <= _LONGEST_INSERT_SEC
            and not stretch.speaker
        ):
            return self._insert(main, thing)
        return self._cover_people(stretch, main, names, things, before)

    def show_thing(self, stretch: Stretch) -> Picture | None:
        """Return an insert of the thing that an eventless English stretch tells of, None for no thing."""
        may_insert = self._since_insert >= _SHOTS_BETWEEN_INSERTS and stretch.seconds <= _LONGEST_INSERT_SEC
        is_of_people = bool(stretch.beats or stretch.named) or has_people(stretch.text)
        if not may_insert or is_of_people or _DENIAL.search(stretch.text):
            return None
        things = [
            thing
            for thing in find_things(stretch.text)
            if find_thing(thing) and thing not in self._shown | _FIXTURES
        ]
        if not things:
            return None
        self._since_insert = 0
        self._shown.add(things[0])
        action = f"A close view of the {things[0]}."
        return Picture(Intent.INSERT, ("insert",), action, things=(things[0],))

    def list_people(self, stretch: Stretch, main: Beat) -> tuple[str, ...]:
        """Return who is in frame for a beat, who acts first: its agents, its patients, and who is named."""
        cast = self._stage.cast
        names = [name for name in main.agents if name in cast]
        if main.action not in FEELINGS:
            names += [name for name in main.patients if name in cast]
        beside = [name for beat in stretch.seen for name in beat.agents if name in cast]
        heard = [one for one in (stretch.speaker, *stretch.named) if one in cast]
        together = dict.fromkeys([*names, *beside, *heard])
        chosen = list(together) if len(together) <= _MOST_TOGETHER else list(dict.fromkeys(names))
        return tuple(chosen[:MOST_IN_FRAME]) if any(name in cast for name in main.agents) else ()

    def _cover_people(
        self,
        stretch: Stretch,
        main: Beat,
        names: tuple[str, ...],
        things: tuple[str, ...],
        before: tuple[str, ...],
    ) -> Picture:
        stage, is_reveal = self._stage, self._is_reveal(stretch, main)
        targets = [name for name in main.patients if name in stage.cast]
        referred = "" if targets else self._find_referred(stretch, main, before)
        if referred and len(names) < _MOST_TOGETHER:
            names, targets = tuple(dict.fromkeys((*names, referred))), [referred]
        beats = [main, *(beat for beat in stretch.seen if beat is not main)]
        action = find_visible_action(main)
        sizes = _AFLOAT if is_boating(main) else rank_sizes(action, stage.count_people(names))
        if is_reveal:
            sizes = tuple(dict.fromkeys(_CLOSER.get(size, size) for size in sizes))
        feeling = Intent.FEELING if main.action in FEELINGS and len(names) == 1 else Intent.ACTION
        intent = Intent.REVEAL if is_reveal else feeling
        other = stage.get_power(targets[0]) if targets else 0
        return Picture(
            intent,
            sizes,
            describe_beat(main, stage.cast, stage.groups),
            stage.place_figures(names, beats, speaker=stretch.speaker, partner=targets[0] if targets else ""),
            things,
            choose_angle(action, stage.get_power(names[0]), other, stage.scene.mood),
            choose_move(intent, action, stage.axis.travel),
            has_crowd=len(names) > 1 and has_crowd(stretch.text),
            hold_sec=self._choose_hold(stretch) if is_reveal else 0.0,
        )

    def _find_referred(self, stretch: Stretch, main: Beat, before: tuple[str, ...]) -> str:
        """Return whom the words mean by a pronoun: one who was in frame last, or else of the scene."""
        known = dict.fromkeys((*before, *self._stage.scene.characters))
        return find_referred(stretch.text, main.agents, known, self._stage.looks)

    def _is_reveal(self, stretch: Stretch, main: Beat) -> bool:
        if main.action in TRAVELS and main.verb != "appear":
            return False
        return main.verb in _REVEALING or bool(_SUDDEN.search(stretch.text))

    def _choose_hold(self, stretch: Stretch) -> float:
        """Return how long a reveal stands beyond its words: the first of a scene does, if it is short."""
        is_first, self._has_revealed = not self._has_revealed, True
        return _REVEAL_HOLD_SEC if is_first and stretch.seconds < _LONGEST_REVEAL_SEC else 0.0

    def _insert(self, main: Beat, thing: str) -> Picture:
        self._since_insert = 0
        stage = self._stage
        holders = tuple(name for name in main.agents if name in stage.cast)[:1]
        return Picture(
            Intent.INSERT,
            ("insert",),
            f"A close view of the {thing}. {describe_beat(main, stage.cast, stage.groups)}",
            stage.place_figures(holders, [main]),
            things=(thing,),
        )

    def _cover_things(self, stretch: Stretch, main: Beat) -> Picture | None:
        """Return the picture of an event without a character: the thing that moves, close or in its place."""
        stage = self._stage
        things = find_things(stretch.text)
        is_of_someone = bool(stretch.named or stretch.speaker) or has_pronoun(stretch.text)
        is_of_cast = is_of_someone and not main.agents
        if (not things and is_of_someone) or is_of_cast or _PEOPLE.search(stretch.text):
            return None
        action = quote_words(stretch.text)
        move = choose_move(Intent.ACTION, main.action, stage.axis.travel)
        may_insert = bool(things) and self._since_insert >= _SHOTS_BETWEEN_INSERTS
        may_insert = may_insert and find_thing(things[0]) is not None
        is_still = main.action not in TRAVELS and not has_people(stretch.text)
        if may_insert and is_still and things[0] not in _FIXTURES:
            self._since_insert = 0
            return Picture(Intent.INSERT, ("insert",), action, things=things[:1])
        return Picture(Intent.ACTION, ("wide", "full", "extreme_wide"), action, (), things, move=move)


def has_crowd(text: str) -> bool:
    """Return whether an English text tells of more people than it names."""
    return Words(text).has_any(*CROWD_WORDS)
