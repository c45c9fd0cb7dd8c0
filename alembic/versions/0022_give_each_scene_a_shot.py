"""give each scene a shot, which takes over what the scene itself showed."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

BATCH = 500
_NULLABLE = sa.JSON(none_as_null=True)
SCENES = sa.table(
    "scenes",
    *(sa.column(name) for name in ("id", "narration", "shot_type", "camera_move", "background_key")),
    *(sa.column(name, sa.Float()) for name in ("duration_sec",)),
    *(sa.column(name, _NULLABLE) for name in ("characters", "staging", "beats")),
    *(sa.column(name, sa.DateTime()) for name in ("created_at", "updated_at")),
)
SHOTS = sa.table(
    "shots",
    *(sa.column(name, sa.Integer()) for name in ("scene_id", "shot_index")),
    *(sa.column(name) for name in ("text", "action", "shot_type", "angle", "camera_move", "prompt")),
    *(sa.column(name) for name in ("still_key", "duration_sec", "is_edited")),
    *(sa.column(name, sa.JSON()) for name in ("characters", "props")),
    *(sa.column(name, _NULLABLE) for name in ("staging", "beats")),
    *(sa.column(name, sa.DateTime()) for name in ("created_at", "updated_at")),
)
MOVED = ("shot_type", "camera_move", "duration_sec")


def upgrade() -> None:
    connection = op.get_bind()
    for scenes in _list_batches(connection):
        connection.execute(sa.insert(SHOTS), [_make_shot(scene) for scene in scenes])


def downgrade() -> None:
    connection = op.get_bind()
    first = sa.select(SHOTS).where(SHOTS.c.shot_index == 0)
    for shot in connection.execute(first).mappings().all():
        values = {name: shot[name] for name in MOVED} | {"background_key": shot["still_key"]}
        connection.execute(sa.update(SCENES).where(SCENES.c.id == shot["scene_id"]).values(values))
    op.execute("DELETE FROM shots")


def _list_batches(connection: sa.Connection) -> Iterator[Sequence[Any]]:
    """Yield the scenes that have no shot, some at a time; after an interruption the rest is left."""
    last = 0
    while True:
        is_left = (SCENES.c.id > last) & ~sa.exists().where(SHOTS.c.scene_id == SCENES.c.id)
        statement = sa.select(SCENES).where(is_left).order_by(SCENES.c.id).limit(BATCH)
        scenes = connection.execute(statement).mappings().all()
        if not scenes:
            return
        yield scenes
        last = scenes[-1]["id"]


def _make_shot(scene: Any) -> dict[str, Any]:
    return {
        **{name: scene[name] for name in (*MOVED, "beats", "created_at", "updated_at")},
        "scene_id": scene["id"],
        "shot_index": 0,
        "text": scene["narration"],
        "action": "",
        "characters": scene["characters"] or [],
        "props": [],
        "angle": "eye",
        "prompt": "",
        "still_key": scene["background_key"],
        "is_edited": False,
        "staging": _stage(scene["staging"]),
    }


def _stage(staging: Any) -> dict[str, Any] | None:
    """Return the staging of a shot: until now it was what the first character does and holds."""
    if staging is None:
        return None
    first = {"name": "", "posture": staging["posture"], "held_prop": staging["held_prop"]}
    is_still = staging["posture"] == "stand" and staging["held_prop"] is None
    return {"figures": [] if is_still else [first], "things": [], "has_crowd": staging["has_crowd"]}
