"""The segmenter that ships in the app: rules and lexical cohesion, no model."""

from app.providers.ledger import ProviderCallLedger
from app.providers.text.base import StoryRequest, TextCapabilities
from app.story import segmentation
from app.story.scene import SceneDraft


class LocalSegmenter:
    """Cuts where place, time or cast change."""

    capabilities = TextCapabilities("local", "rules-1")

    def cut(self, story: StoryRequest, ledger: ProviderCallLedger) -> list[SceneDraft]:  # noqa: ARG002 - no call
        """Return the scenes; it takes tens of milliseconds for a thousand words. Raises StoryError."""
        return segmentation.cut(story.text, story.story_format, story.language, story.duration_sec)

    def estimate_units(self, story: StoryRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units: the rules cost nothing."""
        return {}
