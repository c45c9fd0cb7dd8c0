"""The shots of scenes whose narration has changed: covered anew, or cut down to what is still told."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.story.beat import Beat
from app.story.coverage.editing import join_shots
from app.story.coverage.scene import cover_scene
from app.story.coverage.stage import have_same_setup
from app.story.coverage.story import give_shots, pull_out
from app.story.scene import SceneDraft
from app.story.shot import ShotDraft

_SAID = re.compile(r"[^\W_]")
_LONGEST_JOINED_SEC = 6.0


def refit_story(scenes: Sequence[SceneDraft], language: str) -> list[SceneDraft]:
    """Return the scenes with shots that tell their narrations.

    Shots that do so already are kept; of others, those are kept whose text is still a shot's.
    """
    fitted: list[SceneDraft] = []
    for number, scene in enumerate(scenes):
        before = fitted[-1] if fitted else None
        is_ending = 0 < number == len(scenes) - 1
        fitted.append(
            scene if has_fitting_shots(scene) else _recover(scene, before, language, is_ending=is_ending)
        )
    return fitted


def has_fitting_shots(scene: SceneDraft) -> bool:
    """Return whether a scene has shots, and their texts are its narration."""
    return bool(scene.shots) and "".join(shot.text for shot in scene.shots) == scene.narration


def _recover(scene: SceneDraft, before: SceneDraft | None, language: str, *, is_ending: bool) -> SceneDraft:
    """Return a scene with new shots; one with the words of an old one is the old one, as long as the new."""
    shots = cover_scene(scene, before, language)
    known = _index_by_words(scene.shots)
    fresh = _index_by_words(shots)  # of repeated words it is not known which shot was theirs
    return give_shots(
        scene,
        tuple(
            replace(known[words], text=shot.text, duration_sec=shot.duration_sec, beats=shot.beats)
            if (words := shot.text.strip()) in known and words in fresh
            else shot
            for shot in (pull_out(shots) if is_ending else shots)
        ),
    )


def _index_by_words(shots: Sequence[ShotDraft]) -> dict[str, ShotDraft]:
    counts = Counter(shot.text.strip() for shot in shots)
    return {words: shot for shot in shots if counts[words := shot.text.strip()] == 1}


def abridge_shots(shots: Sequence[ShotDraft], told: Sequence[tuple[int, int]]) -> tuple[ShotDraft, ...]:
    """Return the shots that tell some spans of a narration, which are told with a space between them.

    A shot of which nothing is told vanishes, and its beats go to the one before it, for the whole may be told
    again later. The first shot stays where nothing is told at all.
    """
    kept: list[ShotDraft] = []
    untold: tuple[Beat, ...] = ()
    for shot, text in zip(shots, _cut_pieces(shots, told), strict=True):
        if not _SAID.search(text) and (kept or not text):
            if kept:
                kept[-1] = _add(kept[-1], text, shot.beats)
            else:
                untold += shot.beats
        elif kept and not _SAID.search(kept[-1].text):
            kept[-1] = replace(shot, text=kept[-1].text + text, beats=(*kept[-1].beats, *shot.beats))
        elif kept and have_same_setup(kept[-1], shot):
            kept[-1] = join_shots(kept[-1], replace(shot, text=text))
        else:
            kept.append(replace(shot, text=text, beats=(*untold, *shot.beats)))
            untold = ()
    return tuple(kept) or (replace(shots[0], text="", beats=untold),)


def _add(shot: ShotDraft, text: str, beats: Sequence[Beat]) -> ShotDraft:
    return replace(shot, text=shot.text + text, beats=(*shot.beats, *beats))


def _cut_pieces(shots: Sequence[ShotDraft], told: Sequence[tuple[int, int]]) -> list[str]:
    """Return what is told of each shot's text, with the space between spans at the end of the earlier one."""
    pieces, at, number = [], 0, 0
    for shot in shots:
        end, text = at + len(shot.text), ""
        while number < len(told):
            start, stop = told[number]
            if start >= end:
                break
            text += shot.text[max(start, at) - at : min(stop, end) - at]
            if stop > end:
                break
            number += 1
            text += " " if number < len(told) else ""
        pieces.append(text)
        at = end
    return pieces
