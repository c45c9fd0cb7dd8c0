"""The storyboard artist that ships in the app."""

from app.film.boards.artist import ARTIST_VERSION, CREDIT, paint_panel, paint_portrait
from app.providers.image.base import ImageCapabilities, ImageRequest, Picture
from app.providers.ledger import ProviderCallLedger


class StoryboardArtist:
    """Paints by rules and a seeded random generator: the same request gives the same pixels."""

    capabilities = ImageCapabilities("local", f"artist-{ARTIST_VERSION}")

    def generate(self, request: ImageRequest, ledger: ProviderCallLedger) -> Picture:  # noqa: ARG002 - no call
        """Return one picture; a panel is of `still_size`, so that the camera has room to move."""
        brief, look = request.brief, request.look
        if request.kind == "portrait":
            return Picture(paint_portrait(brief, look))
        return Picture(paint_panel(brief, look), is_layered=True, credit=CREDIT)

    def picture_size(self, request: ImageRequest) -> tuple[int, int]:
        """Return the frame's width and height in pixels; the painting itself is larger."""
        return request.look.size

    def estimate_units(self, request: ImageRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units: painting costs nothing."""
        return {}
