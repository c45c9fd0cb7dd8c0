"""The coverage of a whole story, within the number of shots that a project may have."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.story.coverage.scene import cover_scene
from app.story.coverage.seconds import sum_seconds
from app.story.scene import SceneDraft
from app.story.shot import MAX_SHOTS, MAX_SHOTS_OF_SCENE, ShotDraft

LIMIT_NOTE = "Longer shots"


def cover_story(
    scenes: Iterable[SceneDraft], language: str = "en", most: int = MAX_SHOTS
) -> tuple[SceneDraft, ...]:
    """Return the scenes with their shots, `most` of them at most, and with notes where a limit bit.

    A scene lasts as long as its shots. The last shot of several scenes pulls out.
    """
    given = tuple(scenes)
    covered = _cover(given, language, [MAX_SHOTS_OF_SCENE] * len(given))
    total = sum(len(scene.shots) for scene in covered)
    if total > most:
        shares = [max(1, len(scene.shots) * most // total) for scene in covered]
        covered = _cover(given, language, shares)
    if len(covered) > 1:
        covered[-1] = replace(covered[-1], shots=pull_out(covered[-1].shots))
    return tuple(covered)


def _cover(scenes: Sequence[SceneDraft], language: str, limits: Sequence[int]) -> list[SceneDraft]:
    covered: list[SceneDraft] = []
    before: SceneDraft | None = None
    for scene, most in zip(scenes, limits, strict=True):
        before = give_shots(scene, cover_scene(scene, before, language, most), most)
        covered.append(before)
    return covered


def give_shots(scene: SceneDraft, shots: tuple[ShotDraft, ...], most: int = MAX_SHOTS_OF_SCENE) -> SceneDraft:
    """Return a scene with shots, as long as they are, and with a note where there may be no more of them."""
    notes = tuple(note for note in scene.notes if not note.startswith(LIMIT_NOTE))
    if len(shots) == most and most > 1:
        notes += (f"{LIMIT_NOTE}: a scene or a project may not have more, so this one has {most}.",)
    return replace(scene, shots=shots, duration_sec=sum_seconds(shots), notes=notes)


def pull_out(shots: tuple[ShotDraft, ...]) -> tuple[ShotDraft, ...]:
    """Return the shots of a story's last scene, of which the last one pulls out."""
    return shots if len(shots) < 2 else (*shots[:-1], replace(shots[-1], camera_move="pull_out"))
