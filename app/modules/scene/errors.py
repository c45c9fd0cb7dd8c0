"""What may go wrong with scenes and shots."""

from app.core.errors import Conflict, Invalid, NotFound
from app.story.scene import MAX_SCENES
from app.story.shot import MAX_SHOTS, MAX_SHOTS_OF_SCENE


class SceneNotFound(NotFound):
    code, title = "scene.not_found", "Scene not found"
    detail = "There is no such scene."


class IncompleteOrder(Invalid):
    code, title = "scene.incomplete_order", "Incomplete order"
    detail = "scene_ids must hold every scene of the project exactly once."


class TooManyScenes(Invalid):
    code, title = "scene.too_many", "Too many scenes"
    detail = f"A project may have at most {MAX_SCENES:,} scenes."


class ShotNotFound(NotFound):
    code, title = "shot.not_found", "Shot not found"
    detail = "There is no such shot."


class NoNextShot(Conflict):
    code, title = "shot.no_next", "No next shot"
    detail = "The last shot of a scene has none after it to be joined with."


class UnknownCharacter(Invalid):
    code, title = "shot.unknown_character", "Unknown character"
    detail = "A shot shows characters of the project's cast only; add the character to it first."


class EmptyShot(Invalid):
    code, title = "shot.empty", "Empty shot"
    detail = "A part of the shot would have no words; split it between two words of its text."


class TooManyShots(Invalid):
    code, title = "shot.too_many", "Too many shots"
    detail = f"A scene may have at most {MAX_SHOTS_OF_SCENE} shots, and a project {MAX_SHOTS:,}."
