"""The segmenter that ships in the app: rules and lexical cohesion, no model."""

from app.providers.ledger import ProviderCallLedger
from app.providers.text.base import StoryRequest, TextCapabilities
from app.story import segmentation
from app.story.scene import StoryDraft


class LocalSegmenter:
    """Cuts where place, time or cast change."""

    capabilities = TextCapabilities("local", "rules-3")

    def cut(self, story: StoryRequest, ledger: ProviderCallLedger) -> StoryDraft:  # noqa: ARG002 - no call
        """Return the scenes and the cast; a thousand words take tens of milliseconds. Raises StoryError."""
        return segmentation.read_story(story.text, story.story_format, story.language, story.duration_sec)

    def estimate_units(self, story: StoryRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units: the rules cost nothing."""
        return {}
