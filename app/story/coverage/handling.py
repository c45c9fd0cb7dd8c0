"""What a scene's characters have in their hands: what they handle, and keep until it is put down."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.story.beat import Beat
from app.vocabulary.actions import Action
from app.vocabulary.staging import Figure, Posture
from app.vocabulary.things.table import find_held
from app.vocabulary.words import listed

_HOLDING = frozenset(
    [
        *(Action.HOLD, Action.CARRY, Action.TAKE, Action.GIVE, Action.CATCH, Action.PUT, Action.THROW),
        *(Action.OPEN, Action.CLOSE, Action.EAT, Action.DRINK, Action.READ, Action.WRITE, Action.PHONE),
        *(Action.COOK, Action.DIG, Action.BREAK, Action.CUT, Action.HIT, Action.FIGHT),
        *(Action.SHAKE, Action.WORK, Action.PLAY, Action.KICK, Action.DROP, Action.POUR),
        *(Action.SEW, Action.ROW, Action.LIGHT, Action.SMOKE, Action.LEAN),
        *(Action.SHOOT, Action.COUNT, Action.BLOW, Action.COMB, Action.PULL, Action.WAVE, Action.RAISE),
        *(Action.TURN, Action.SALUTE, Action.WEAR, Action.HIDE, Action.BOW),
    ]
)
# What is had in the hands until it is put down; other things only in the next shot.
_KEEPING = frozenset(
    [Action.HOLD, Action.CARRY, Action.TAKE, Action.CATCH, Action.LIGHT, Action.PULL, Action.SHOOT]
)
_LONG, _SHORT = 6, 1  # shots
_RELEASING = frozenset([Action.PUT, Action.GIVE, Action.THROW, Action.DROP, Action.KICK, Action.HIDE])
# What is drunk or poured out of something, and who has nothing else in the hands.
_OUT_OF = frozenset([Action.DRINK, Action.EAT, Action.POUR])
_BUSY = frozenset(
    [
        *(Action.CLAP, Action.RAISE, Action.EMBRACE, Action.CLIMB, Action.SWIM, Action.CRAWL, Action.FALL),
        *(Action.SLEEP, Action.LIE, Action.RIDE, Action.DRIVE, Action.FOLD_ARMS, Action.COVER_FACE),
        *(Action.PUSH, Action.TYPE, Action.PRAY, Action.SHRUG, Action.JUMP, Action.DANCE, Action.FIGHT),
    ]
)
_BUSY_POSTURES = (Posture.SLEEP, Posture.LIE, Posture.SWIM, Posture.DRIVE, Posture.RIDE)
# What one pours a drink from; the thing of its noun is the glass that it is drunk from.
_POURED_FROM = {
    **dict.fromkeys(["teacup", "cup"], "teapot"),
    **dict.fromkeys(["wine glass", "whisky glass", "goblet", "champagne"], "wine bottle"),
    **dict.fromkeys(["milk", "glass", "soft drink", "juice", "beer", "mug"], "jug"),
}
# Verbs of looking by which one has the thing in the hands.
_STUDYING = frozenset(listed("study, examine, inspect, check, look over, leaf, look through, weigh, admire"))


class Hands:
    """What each character of a scene holds by what was told so far, and for how many shots more."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, int]] = {}

    def fill(self, figure: Figure, beats: Sequence[Beat]) -> Figure:
        """Return a figure with what it handles by some beats, or else has in its hands still."""
        own = [beat for beat in beats if figure.name in beat.agents]
        told = next((held for beat in own if (held := find_held_prop(beat))), None)
        is_busy = figure.action in _BUSY or figure.posture in _BUSY_POSTURES
        kept = None if is_busy or figure.name not in self._held else self._held[figure.name][0]
        return replace(figure, held_prop=told or kept)

    def remember(self, beats: Iterable[Beat], cast: frozenset[str]) -> None:
        """Keep what some beats leave in hands: what is picked up is held until it is put down."""
        self._held = {name: (held, left - 1) for name, (held, left) in self._held.items() if left > 1}
        for beat in beats:
            held = find_held_prop(beat)
            for name in beat.agents:
                if (held and beat.action in _RELEASING) or beat.action in _BUSY:
                    self._held.pop(name, None)
                elif held:
                    is_long = beat.action in _KEEPING or beat.instrument
                    self._held[name] = held, _LONG if is_long else _SHORT
            if held and beat.action is Action.GIVE:
                taker = next((name for name in beat.patients if name in cast), "")
                self._held[taker] = held, _LONG


def find_held_prop(beat: Beat) -> str | None:
    """Return what the agent of a beat holds in the hand: what it is done with, or what is handled."""
    source = beat.landmark if beat.relation == "from" and beat.action in _OUT_OF else ""
    is_handled = beat.action in _HOLDING or beat.verb in _STUDYING
    things = [beat.instrument, source, *(beat.patients if is_handled else ())]
    held = next((held for thing in things if thing and (held := find_held(thing))), None)
    return _POURED_FROM.get(held, held) if held and beat.action is Action.POUR else held
