"""What may go wrong with tasks outside a job."""

from app.core.errors import NotFound


class RenderNotFound(NotFound):
    code, title = "render.not_found", "Render not found"
    detail = "There is no such render."
