"""The coverage of scenes: the shots in which they are filmed, chosen as a director and an editor do.

A new place is established, the one who acts is seen as large as the action asks, things that matter get an
insert, talk is cut in shot and reverse shot on a fixed axis, and no set-up stands twice in a row.
"""

from app.story.coverage.scene import cover_scene
from app.story.coverage.seconds import list_natural_seconds
from app.story.coverage.story import cover_story

__all__ = ["cover_scene", "cover_story", "list_natural_seconds"]
