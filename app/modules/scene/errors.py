"""What may go wrong with scenes."""

from app.core.errors import Invalid, NotFound
from app.story.scene import MAX_SCENES


class SceneNotFound(NotFound):
    code, title = "scene.not_found", "Scene not found"
    detail = "There is no such scene."


class IncompleteOrder(Invalid):
    code, title = "scene.incomplete_order", "Incomplete order"
    detail = "scene_ids must hold every scene of the project exactly once."


class TooManyScenes(Invalid):
    code, title = "scene.too_many", "Too many scenes"
    detail = f"A project may have at most {MAX_SCENES:,} scenes."
