"""The parameters of open tasks that were stored before scenes had shots, as the present stages read them."""

from collections.abc import Mapping
from typing import Any

from app.film.scene_timing import SceneLength
from app.film.words import split_words
from app.modules.scene.models import Scene
from app.modules.task.state import StageName
from app.pipeline.film_plan import ClipParams, ClipSource, SceneSource
from app.pipeline.graph import name_of_scene
from app.pipeline.inputs import StageInput


def read_clip_params(source: StageInput) -> ClipParams:
    """Return the parameters of a task that animates, also of an older one, whose clip is a whole scene."""
    params = source.params
    if "source" in params:
        return ClipParams.load(params)
    before = source.session.get(Scene, params["before_scene_id"]) if params.get("before_scene_id") else None
    return ClipParams(
        _take_scene(source, source.scene, params),
        _take_scene(source, before, params["before"]) if before else None,
        is_first=params["is_first"],
        is_last=params["is_last"],
    )


def list_scene_sources(source: StageInput) -> list[SceneSource]:
    """Return the scenes of a film, also of an older task, whose clips are whole scenes."""
    if "scenes" in source.params:
        return [SceneSource.load(scene) for scene in source.params["scenes"]]
    return [_join_scene(source, scene) for scene in source.scenes]


def _take_scene(source: StageInput, scene: Scene, timing: Mapping[str, Any]) -> ClipSource:
    length = SceneLength((_count_words(scene),), (timing["minimum_sec"],), timing["frames"])
    take = name_of_scene(StageName.NARRATE, scene.id) if source.config.audio else None
    still = name_of_scene(StageName.DRAW, scene.id)
    return ClipSource(scene.id, still, take, length, 0, scene.camera_move)


def _join_scene(source: StageInput, scene: Scene) -> SceneSource:
    clip = name_of_scene(StageName.ANIMATE, scene.id)
    length = SceneLength((_count_words(scene),), (None,), source.products.get(clip).meta["frames"])
    take = name_of_scene(StageName.NARRATE, scene.id) if source.config.audio else None
    return SceneSource(scene.id, length, (clip,), take)


def _count_words(scene: Scene) -> int:
    return len(split_words(scene.narration))
