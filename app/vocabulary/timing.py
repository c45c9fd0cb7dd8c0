"""The pauses around a scene's narration, and the shortest scene, in seconds."""

from typing import Final

LEAD_SEC: Final = 0.4
"""Silence before the narration begins."""
TAIL_SEC: Final = 0.5
"""Silence after the narration has ended."""
SHORTEST_SHOT_SEC: Final = 2.5
"""The screen time of a scene with little or no narration."""
