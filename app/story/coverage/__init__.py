"""The coverage of scenes: the shots in which they are filmed, chosen as a director and an editor do.

A new place is established, the one who acts is seen as large as the action asks, things that matter get an
insert, talk is cut in shot and reverse shot on a fixed axis, and no set-up stands twice in a row.
"""

from app.story.coverage.editing import EmptyShotError, join_shots, split_shot
from app.story.coverage.restaging import stage_shot
from app.story.coverage.scene import cover_scene
from app.story.coverage.seconds import list_natural_seconds
from app.story.coverage.story import cover_story

__all__ = [
    "EmptyShotError",
    "cover_scene",
    "cover_story",
    "join_shots",
    "list_natural_seconds",
    "split_shot",
    "stage_shot",
]
