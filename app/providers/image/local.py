"""The storyboard artist that ships in the app."""

from app.film.boards.artist import ARTIST_VERSION, paint_panel, paint_portrait
from app.providers.image.base import ImageRequest, Picture


class StoryboardArtist:
    """Paints with rules and a seeded hand: the same request gives the same pixels."""

    name = "local"
    model = f"artist-{ARTIST_VERSION}"
    costs_money = False

    def generate(self, request: ImageRequest) -> Picture:
        """Paint one picture, larger than the frame so that the camera has room to move."""
        brief, look = request.brief, request.look
        if request.kind == "portrait":
            return Picture(paint_portrait(brief, look))
        return Picture(paint_panel(brief, look))
