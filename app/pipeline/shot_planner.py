"""The planning of a film's clips: which shots are filmed, which share a still, and how long they are."""

from collections.abc import Mapping, Sequence, Set

from app.film.brief import Look, ShotBrief
from app.film.scene_timing import SceneLength
from app.film.words import split_words
from app.modules.character.cast import Cast
from app.modules.job.schemas import JobConfig
from app.modules.scene.models import Scene, Shot
from app.modules.scene.shooting import list_minimums
from app.modules.task.coverage import films_shots
from app.pipeline.briefs import list_cast, make_brief
from app.pipeline.drawing_recipe import make_drawing_recipe
from app.pipeline.film_plan import PlannedScene, PlannedShot
from app.pipeline.speakers import cast_speakers
from app.pipeline.stage import digest_values
from app.providers.image.base import ImageRequest
from app.providers.registry import image_provider, speech_provider


class ShotPlanner:
    """Plans the scenes of one film; `uploaded` are the storage keys of stills that the owner has uploaded."""

    def __init__(self, config: JobConfig, look: Look, cast: Cast, language: str, uploaded: Set[str]) -> None:
        self._config, self._look, self._cast = config, look, cast
        self._language, self._uploaded = language, uploaded
        self._provider = image_provider()
        self._films_shots = films_shots(config.coverage)

    def plan(self, scenes: Sequence[Scene], frames: Sequence[int | None]) -> list[PlannedScene]:
        """Return the scenes of a film, each with its length in frames where that is fixed."""
        voices = cast_speakers(scenes, self._cast, self._config, self._language, speech_provider())
        return [
            self._plan_scene(scene, before, count, voices)
            for scene, before, count in zip(scenes, [None, *scenes], frames, strict=False)
        ]

    def _plan_scene(
        self, scene: Scene, before: Scene | None, frames: int | None, voices: Mapping[str, str]
    ) -> PlannedScene:
        speakers = {line["character"] for line in scene.dialogue}
        filmed = scene.shots if self._films_shots else [scene.first_shot]
        return PlannedScene(
            scene.id,
            scene.narration,
            tuple(self._plan_shot(scene, shot) for shot in filmed),
            self._measure(scene, frames),
            dissolves=self._config.transition == "crossfade" and _is_elsewhere(scene, before),
            voices={name: voice for name, voice in voices.items() if name in speakers},
        )

    def _plan_shot(self, scene: Scene, shot: Shot) -> PlannedShot:
        brief = make_brief(scene, shot, self._cast)
        takes_portraits = self._provider.capabilities.takes_portraits
        has_set = takes_portraits and self._films_shots and not shot.prompt
        return PlannedShot(
            shot.id if self._films_shots else None,
            shot.id,
            self._identify_setup(shot, brief),
            shot.camera_move,
            list_cast(scene, shot, self._cast) if takes_portraits else (),
            f"{scene.setting}/{scene.background_prompt}" if has_set else "",
        )

    def _identify_setup(self, shot: Shot, brief: ShotBrief) -> str:
        """Return what identifies the picture of a shot, by its content; an uploaded one is that shot's."""
        if shot.still_key in self._uploaded:
            return f"upload/{shot.id}"
        request = ImageRequest("panel", brief, self._look)
        return digest_values(make_drawing_recipe(self._provider, request, {}))

    def _measure(self, scene: Scene, frames: int | None) -> SceneLength:
        if self._films_shots:
            words = tuple(len(split_words(shot.text)) for shot in scene.shots)
            return SceneLength(words, tuple(list_minimums(scene, self._language)), frames)
        held_sec = list_minimums(scene, self._language, as_one=True)
        return SceneLength((len(split_words(scene.narration)),), tuple(held_sec), frames)


def _is_elsewhere(scene: Scene, before: Scene | None) -> bool:
    """Return whether a scene plays at another place or another time of day than the one before it."""
    if before is None:
        return False
    return (scene.setting, scene.time_of_day) != (before.setting, before.time_of_day)
