"""The stretches of a scene that are a shot each: what is told, spoken and seen to happen in each."""

import re
from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass

from app.story.beat import Beat
from app.story.coverage.alignment import Alignment
from app.story.coverage.clauses import Clause, split_clauses
from app.story.coverage.cuts import choose_cuts
from app.story.scene import SceneDraft
from app.vocabulary.actions import Action
from app.vocabulary.speech_clock import speaking_seconds
from app.vocabulary.wordnet.verbs import find_verb

# Actions that hardly change a picture, so that another one in the same shot is drawn instead.
FAINT = frozenset(
    [
        *(Action.LOOK, Action.TALK, Action.STAND, Action.TURN, Action.LISTEN, Action.SHAKE),
        *(Action.NOD, Action.SHAKE_HEAD, Action.SHRUG, Action.SMILE, Action.SIGH),
    ]
)
# What one does on the way to something else, which tells more.
_PASSING = frozenset([Action.WALK, Action.RISE, Action.KNEEL])
_IN_SPEECH = frozenset([Action.TALK, Action.CRY, Action.SIGH, Action.LAUGH, Action.SMILE])
_REACH = 40  # characters before a line in which "said to Hansel" stands
_CALLING = r"(?:\bto (?:the )?|[,—] ?|[“‘\"«„»])", r"(?=[,.!?:;…—”’])"
_MOST_OF_A_SHOT = 0.45
NamePattern = tuple[re.Pattern[str], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A part of a spoken line that is heard in a shot; `speaker` is not always a character of the scene."""

    speaker: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is heard and happens in one shot.

    `named` are the characters that its words name, `addressed` those who are spoken to by name.
    """

    text: str
    seconds: float
    beats: tuple[Beat, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    named: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()

    @property
    def seen(self) -> tuple[Beat, ...]:
        """The beats that happen before the camera; those that only say who speaks are heard, not seen."""
        speakers = {utterance.speaker for utterance in self.utterances}
        return tuple(beat for beat in self.beats if is_seen(beat) and not _is_saying(beat, speakers))

    @property
    def speaker(self) -> str:
        """Who speaks for most of the shot, or at all where nothing happens; "" where the narrator does."""
        spoken: dict[str, float] = {}
        for utterance in self.utterances:
            spoken[utterance.speaker] = spoken.get(utterance.speaker, 0.0) + utterance.seconds
        longest = max(spoken, key=lambda name: spoken[name], default="")
        is_most = sum(spoken.values()) >= _MOST_OF_A_SHOT * self.seconds
        return longest if is_most or not any(beat.agents for beat in self.seen) else ""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    speaker: str


def list_stretches(scene: SceneDraft, language: str, most: int) -> list[Stretch]:
    """Return the stretches of a scene's narration, `most` of them at most, in time linear in its length."""
    lines = list(_locate_lines(scene))
    clauses = split_clauses(scene.narration, [(line.start, line.end) for line in lines], language)
    beats = _place_beats(scene, clauses, lines)
    speakers = [_find_speaker(clause, lines) for clause in clauses]
    pictures = [
        _name_picture(speaker, at, scene.characters) for speaker, at in zip(speakers, beats, strict=True)
    ]
    cuts = choose_cuts(clauses, pictures, most)
    ends = [*cuts[1:], len(clauses)]
    names = compile_names(scene.characters)
    calls = compile_names(scene.characters, *_CALLING)
    stretches = []
    for first, end in zip(cuts, ends, strict=True):
        span = clauses[first].start, clauses[end - 1].end
        text = scene.narration[span[0] : span[1]]
        before = scene.narration[max(0, span[0] - _REACH) : span[0]]
        stretches.append(
            Stretch(
                text=text,
                seconds=sum(clause.seconds for clause in clauses[first:end]),
                beats=tuple(beat for at in beats[first:end] for beat in at),
                utterances=tuple(_list_utterances(scene.narration, span, lines, language)),
                named=find_names(text, names),
                addressed=find_names(f"{before}{text}", calls),
            )
        )
    return stretches


def _locate_lines(scene: SceneDraft) -> Iterator[_Line]:
    position = 0
    for line in scene.dialogue:
        at = scene.narration.find(line.line, position) if line.line else -1
        if at >= 0:
            position = at + len(line.line)
            yield _Line(at, position, line.character)


def _place_beats(scene: SceneDraft, clauses: Sequence[Clause], lines: Sequence[_Line]) -> list[list[Beat]]:
    """Return the beats of each clause: a beat belongs where its words begin, after what is spoken in them."""
    placed: list[list[Beat]] = [[] for _ in clauses]
    alignment = Alignment(scene.description, scene.narration)
    starts, openings = [clause.start for clause in clauses], [line.start for line in lines]
    for beat in scene.beats:
        at, end = alignment.find(beat.start), alignment.find(beat.end)
        near = bisect_right(openings, at) - 1
        if near >= 0 and at < lines[near].end < end:
            at = lines[near].end + 1
        placed[max(0, bisect_right(starts, at) - 1)].append(beat)
    return placed


def _find_speaker(clause: Clause, lines: Sequence[_Line]) -> str:
    """Return whose line begins in a clause or takes most of it, "" for nobody's."""
    near = bisect_right(lines, clause.end - 1, key=lambda line: line.start) - 1
    if near < 0:
        return ""
    is_spoken = lines[near].start >= clause.start or lines[near].end > (clause.start + clause.end) // 2
    return lines[near].speaker if is_spoken else ""


def _name_picture(speaker: str, beats: Sequence[Beat], cast: Sequence[str]) -> Hashable:
    """Return what is to be seen in a clause: who speaks or acts, and whether it is a strong action."""
    if speaker:
        return speaker
    seen = [beat for beat in beats if is_seen(beat)]
    if not seen:
        return None
    main = choose_main_beat(seen, cast)
    who = tuple(name for name in main.agents if name in cast) if main else ()
    return who, bool(main and main.action in FAINT)


def is_seen(beat: Beat) -> bool:
    """Return whether a beat can be seen: without a character in it, only if things can do it."""
    return (
        beat.status == "seen" and beat.action is not None and (bool(beat.agents) or beat.action not in FAINT)
    )


def _is_saying(beat: Beat, speakers: Collection[str]) -> bool:
    """Return whether a beat is the "cried" of a line: who cries out does not weep."""
    if beat.action not in _IN_SPEECH or not any(name in speakers for name in beat.agents):
        return False
    verb = find_verb(beat.verb)
    return verb is not None and verb.is_speech


def choose_main_beat(seen: Sequence[Beat], cast: Sequence[str]) -> Beat | None:
    """Return the beat that a shot shows: of someone in the scene, and of a strong action if possible."""
    return max(
        seen,
        key=lambda beat: (
            any(name in cast for name in beat.agents),
            beat.action not in FAINT,
            beat.action not in _PASSING,
            any(name in cast for name in beat.patients),
        ),
        default=None,
    )


def _list_utterances(
    narration: str, span: tuple[int, int], lines: Sequence[_Line], language: str
) -> Iterator[Utterance]:
    at = max(0, bisect_right(lines, span[0], key=lambda line: line.start) - 1)
    while at < len(lines) and lines[at].start < span[1]:
        line = lines[at]
        start, end = max(span[0], line.start), min(span[1], line.end)
        if start < end:
            yield Utterance(line.speaker, speaking_seconds(narration[start:end], language))
        at += 1


def compile_names(
    cast: Sequence[str], before: str = r"(?<!\w)", after: str = r"(?!\w)"
) -> NamePattern | None:
    """Return a pattern of some characters' names, and the names by what it finds; None for no names.

    `before` and `after` are patterns of what stands about a name.
    """
    called = {name.casefold().removeprefix("the "): name for name in cast}
    words = "|".join(map(re.escape, sorted(filter(None, called), key=len, reverse=True)))
    return (re.compile(f"{before}({words}){after}"), called) if words else None


def find_names(text: str, names: NamePattern | None) -> tuple[str, ...]:
    """Return the characters whom a text names, in its order."""
    if names is None:
        return ()
    pattern, called = names
    return tuple(dict.fromkeys(called[word] for word in pattern.findall(text.casefold())))
