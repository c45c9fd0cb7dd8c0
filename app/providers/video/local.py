"""A camera that moves over stills, in process."""

from collections.abc import Callable
from pathlib import Path

from app.film.camera import CAMERA_VERSION
from app.film.clip import render_clip
from app.film.image_file import ImageUnfit
from app.film.motion.moving_picture import Still
from app.providers.errors import ProviderRefused
from app.providers.ledger import ProviderCallLedger
from app.providers.video.base import ClipRequest, VideoCapabilities


class CameraOnStills:
    """Renders each clip in `submit`, without a vendor."""

    capabilities = VideoCapabilities("local", f"camera-{CAMERA_VERSION}", follows_plan=True)

    def submit(
        self,
        request: ClipRequest,
        target: Path,
        on_frame: Callable[[int], None],
        ledger: ProviderCallLedger,  # noqa: ARG002 - no vendor is called
    ) -> str | None:
        """Render the clip to `target` and return None. Raises ProviderRefused for a still out of bounds."""
        still, previous = Still(request.still.read_bytes(), request.is_layered), None
        if request.previous_still:
            previous = Still(request.previous_still.read_bytes(), request.is_previous_layered)
        try:
            render_clip(still, request.plan, previous, target, on_frame)
        except ImageUnfit as error:
            raise ProviderRefused(str(error), "asset.rejected") from error
        return None

    def poll(self, handle: str, target: Path) -> bool:
        """Raise NotImplementedError: `submit` returns no handle."""
        raise NotImplementedError(f"{handle} at {target}: clips are made at once")

    def cancel(self, handle: str) -> None:
        """Do nothing: `submit` returns no handle."""

    def estimate_units(self, request: ClipRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units: rendering costs nothing."""
        return {}
