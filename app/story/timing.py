"""The timing plan: the length of every scene, and its narration when time is short."""

from collections.abc import Sequence
from dataclasses import replace

from app.story.condensing import Candidate, choose_sentences, list_candidates
from app.story.coverage.refitting import abridge_shots, refit_story
from app.story.coverage.seconds import hold_shots, stretch_shots, sum_seconds
from app.story.origin import restore_dialogue, restore_narration
from app.story.scene import SceneDraft
from app.vocabulary.speech_clock import natural_seconds, speaking_seconds
from app.vocabulary.timing import LEAD_SEC, TAIL_SEC

__all__ = ["natural_seconds", "plan", "speaking_seconds"]

SHORTEST_PLANNED = 1.0
_STEP = 0.125  # eighths of a second add up exactly in binary
_CONDENSED_NOTE = "Narration condensed"


def plan(
    scenes: Sequence[SceneDraft], duration_sec: float | None = None, language: str = "en"
) -> list[SceneDraft]:
    """Return the scenes with their shots and seconds, and with `duration_sec` narrations that fit into them.

    Without `duration_sec` each shot lasts as long as its words, or longer where it is held, and each scene as
    long as its shots. With it the durations add up to it, none
    under one second while there are seconds enough; narration too long for the film is condensed to whole
    sentences, and `notes` say so. Planning again starts from the descriptions, so nothing is lost; a
    narration that a writer wrote by hand is kept, or condensed from itself.
    """
    whole = refit_story([_restore(scene) for scene in scenes], language)
    if duration_sec is None or not whole:
        return [_hold(scene, language) for scene in whole]
    if sum(_least_seconds(scene, language) for scene in whole) > duration_sec:
        whole = _condense(whole, duration_sec, language)
    spans = _spread_seconds([_least_seconds(scene, language) for scene in whole], duration_sec)
    return [set_seconds(scene, span, language) for scene, span in zip(whole, spans, strict=True)]


def set_seconds(scene: SceneDraft, duration_sec: float, language: str = "en") -> SceneDraft:
    """Return a scene that lasts so many seconds, shared out among its shots by what their words need."""
    return replace(scene, duration_sec=duration_sec, shots=stretch_shots(scene.shots, duration_sec, language))


def _hold(scene: SceneDraft, language: str) -> SceneDraft:
    shots = hold_shots(scene.shots, language)
    return replace(scene, shots=shots, duration_sec=sum_seconds(shots))


def _restore(scene: SceneDraft) -> SceneDraft:
    narration = restore_narration(scene)
    is_own = narration == scene.narration
    notes = tuple(note for note in scene.notes if is_own or not note.startswith(_CONDENSED_NOTE))
    return replace(scene, narration=narration, dialogue=restore_dialogue(scene, narration), notes=notes)


def _least_seconds(scene: SceneDraft, language: str) -> float:
    """Return the seconds a scene can't do without, in whole steps."""
    if not scene.narration:
        return SHORTEST_PLANNED
    needed = LEAD_SEC + speaking_seconds(scene.narration, language) + TAIL_SEC
    return max(SHORTEST_PLANNED, -(-needed // _STEP) * _STEP)


def _condense(scenes: Sequence[SceneDraft], duration_sec: float, language: str) -> list[SceneDraft]:
    """Keep the sentences that tell most in the seconds that are left beside leads and tails."""
    offered = [list_candidates(scene, language) for scene in scenes]
    # One step a scene is kept back, for durations are rounded up to whole steps.
    chosen = choose_sentences(
        offered, duration_sec - _STEP * len(scenes), LEAD_SEC + TAIL_SEC, SHORTEST_PLANNED
    )
    return [_abridge(scene, every, some) for scene, every, some in zip(scenes, offered, chosen, strict=True)]


def _abridge(scene: SceneDraft, every: Sequence[Candidate], chosen: Sequence[Candidate]) -> SceneDraft:
    if len(chosen) == len(every):
        return scene
    narration = " ".join(candidate.text for candidate in chosen)
    note = f"{_CONDENSED_NOTE}: {len(chosen)} of {len(every)} sentences are told, to fit the film's length."
    return replace(
        scene,
        narration=narration,
        dialogue=tuple(line for line in scene.dialogue if line.line in narration),
        notes=(*(n for n in scene.notes if not n.startswith(_CONDENSED_NOTE)), note),
        shots=abridge_shots(scene.shots, [(one.start, one.start + len(one.text)) for one in chosen]),
    )


def _spread_seconds(least: Sequence[float], duration_sec: float) -> list[float]:
    """Share out the seconds by need, in steps of an eighth; the longest scene takes what is left over."""
    if duration_sec <= SHORTEST_PLANNED * len(least):
        return [duration_sec / len(least)] * len(least)
    total = sum(least)
    if total <= duration_sec:
        spans = [span + _round_down((duration_sec - total) * span / total) for span in least]
    else:
        room = (duration_sec - SHORTEST_PLANNED * len(least)) / (total - SHORTEST_PLANNED * len(least))
        spans = [SHORTEST_PLANNED + _round_down((span - SHORTEST_PLANNED) * room) for span in least]
    spans[spans.index(max(spans))] += duration_sec - sum(spans)
    return spans


def _round_down(seconds: float) -> float:
    return seconds // _STEP * _STEP
