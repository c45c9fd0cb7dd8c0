"""What may go wrong with scenes."""

from app.core.errors import Invalid, NotFound


class SceneNotFound(NotFound):
    code, title = "scene.not_found", "Scene not found"
    detail = "There is no such scene."


class IncompleteOrder(Invalid):
    code, title = "scene.incomplete_order", "Incomplete order"
    detail = "scene_ids must hold every scene of the project exactly once."


class TooManyScenes(Invalid):
    code, title = "scene.too_many", "Too many scenes"
    detail = "A project holds at most 2,000 scenes."
