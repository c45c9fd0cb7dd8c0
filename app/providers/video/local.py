"""A camera that moves over stills, in process."""

from collections.abc import Callable
from pathlib import Path

from app.film.camera import CAMERA_VERSION
from app.film.clip import render_clip
from app.providers.video.base import ClipRequest


class CameraOnStills:
    """Renders each clip at once."""

    name = "local"
    model = f"camera-{CAMERA_VERSION}"
    costs_money = False
    keeps_to_plan = True

    def submit(self, request: ClipRequest, target: Path, on_frame: Callable[[int], None]) -> str | None:
        """Render the clip; `on_frame` is called for each frame and may raise to stop."""
        previous = request.previous_still.read_bytes() if request.previous_still else None
        render_clip(request.still.read_bytes(), request.plan, previous, target, on_frame)
        return None

    def poll(self, handle: str, target: Path) -> bool:
        """Never asked: every clip is made at once."""
        raise NotImplementedError(f"{handle} at {target}: clips are made at once")

    def cancel(self, handle: str) -> None:
        """Do nothing: every clip is made at once."""
