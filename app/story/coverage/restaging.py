"""The staging of a shot after a person has edited it: by its own characters, things and words."""

import re
from dataclasses import replace

from app.story.beat import Beat
from app.story.coverage.events import has_crowd
from app.story.coverage.stage import Stage
from app.story.coverage.stretches import NamePattern, compile_names, find_names
from app.story.scene import SceneDraft
from app.story.shot import ShotDraft
from app.vocabulary.actions import Action
from app.vocabulary.conjugation import list_infinitives
from app.vocabulary.staging import Posture, Staging
from app.vocabulary.staging_reader import read_staging
from app.vocabulary.wordnet.verb_class import Verb
from app.vocabulary.wordnet.verbs import find_verb

_WORD = re.compile(r"[^\W_]+")
# After one of these words stands a noun, not a verb.
_NOUN_MARKS = frozenset(
    ["a", "an", "the", "his", "her", "its", "their", "this", "that", "of", "in", "on", "at", "with", "by"]
)

_SOMEONE = "someone"
_IN_TALK = (Action.TALK, Action.LISTEN)  # who talks and who listens just stands there


def stage_shot(shot: ShotDraft, scene: SceneDraft) -> ShotDraft:
    """Return a shot staged anew by its size, characters, things and the English words of its action.

    The first character does what the first verb says, to those named beside it. All stand on the sides that
    they have in the other shots of the scene. An insert shows things only.
    """
    crowd = has_crowd(shot.action)
    if shot.shot_type == "insert" and shot.props:
        return replace(shot, staging=Staging((), shot.props, crowd))
    stage = Stage(scene)
    stage.remember(_list_beats_before(shot, scene))
    names = compile_names(tuple(dict.fromkeys((*shot.characters, *scene.characters))))
    beat = _read_beat(shot, names)
    speaker = beat.agents[0] if beat and beat.action is Action.TALK else ""
    partner = next(iter(beat.patients), "") if beat else ""
    acts = [] if beat is None or beat.action in _IN_TALK else [beat]
    figures = stage.place_figures(shot.characters, acts, speaker=speaker, partner=partner)
    read = read_staging(_blank_names(shot.action, names)).find("", is_first=True) if beat is None else None
    if figures and read is not None and read.posture is not Posture.STAND:
        figures = (replace(figures[0], posture=read.posture), *figures[1:])
    return replace(shot, staging=Staging(figures, shot.props, crowd))


def _list_beats_before(shot: ShotDraft, scene: SceneDraft) -> list[Beat]:
    """Return what is seen before a shot, which tells who sits or lies in it."""
    beats: list[Beat] = []
    for other in scene.shots:
        if (other.text, other.beats) == (shot.text, shot.beats):
            return beats
        beats += [beat for beat in other.beats if beat.status == "seen"]
    return beats


def _read_beat(shot: ShotDraft, names: NamePattern | None) -> Beat | None:
    """Return the first visible act that a shot's words tell of its characters, None where they tell none."""
    if not shot.characters:
        return None
    words = _WORD.findall(_blank_names(shot.action, names))
    for at, word in enumerate(words):
        found = _find_verb(word, *words[at + 1 : at + 2])
        if found is None or (at and words[at - 1] in _NOUN_MARKS):
            continue
        infinitive, verb = found
        told = find_names(shot.action, names)
        before = [name for name in told[: words[:at].count(_SOMEONE)] if name in shot.characters]
        agents = tuple(before) or shot.characters[:1]
        others = [name for name in told if name not in agents]
        return Beat(0, 0, infinitive, verb.action, agents, (*others, *shot.props))
    return None


def _blank_names(action: str, names: NamePattern | None) -> str:
    return names[0].sub(_SOMEONE, action.casefold()) if names else action.casefold()


def _find_verb(word: str, particle: str = "") -> tuple[str, Verb] | None:
    for infinitive in list_infinitives(word):
        for following in (particle, ""):
            verb = find_verb(infinitive, following)
            if verb is not None and verb.action is not None:
                return infinitive, verb
    return None
