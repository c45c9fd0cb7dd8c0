"""give each project the cast of its scenes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

LONGEST_NAME = 200
TRAITS = ("kind", "species", "age", "gender", "role")
SCENES = sa.table(
    "scenes",
    *(sa.column(name, sa.Integer()) for name in ("project_id", "scene_index")),
    *(
        sa.column(name, sa.JSON())
        for name in ("characters", "character_prompts", "character_keys", "looks", "dialogue")
    ),
)
CHARACTERS = sa.table(
    "characters",
    *(sa.column(name) for name in ("project_id", "position", "name", *TRAITS, "prompt", "portrait_key")),
    *(sa.column(name, sa.Boolean()) for name in ("is_prompt_written", "is_edited", "is_deleted")),
    *(sa.column(name, sa.JSON(none_as_null=True)) for name in ("aliases", "look")),
    *(sa.column(name, sa.DateTime()) for name in ("created_at", "updated_at")),
)


def upgrade() -> None:
    connection = op.get_bind()
    for project_id in connection.scalars(sa.select(SCENES.c.project_id).distinct()).all():
        of_project = sa.select(SCENES).where(SCENES.c.project_id == project_id)
        scenes = connection.execute(of_project.order_by(SCENES.c.scene_index)).mappings().all()
        rows = list(_list_rows(project_id, scenes))
        if rows:
            connection.execute(sa.insert(CHARACTERS), rows)


def downgrade() -> None:
    op.execute("DELETE FROM characters")


def _list_rows(project_id: int, scenes: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Yield a project's characters, those first who speak and appear most often."""
    weights: Counter[str] = Counter()
    members: dict[str, dict[str, Any]] = {}
    for scene in scenes:
        weights.update(_fold(line["character"]) for line in scene["dialogue"] or ())
        for at, name in enumerate(scene["characters"] or ()):
            weights[_fold(name)] += 1
            member = _read_member(scene, at, name)
            known = members.get(_fold(name))
            # A look that a person has not overridden is what the character looks like on most scenes.
            if name.strip() and (known is None or (member["look"] and not known["look"])):
                key = known and known["portrait_key"]
                members[_fold(name)] = member | {"portrait_key": key or member["portrait_key"]}
    now = datetime.now(UTC).replace(tzinfo=None)
    ordered = sorted(members, key=lambda folded: -weights[folded])
    for position, folded in enumerate(ordered):
        place = {"project_id": project_id, "position": position, "created_at": now, "updated_at": now}
        yield members[folded] | place


def _read_member(scene: Any, at: int, name: str) -> dict[str, Any]:
    """Return a character as a scene shows it; without a look its prompt is read when it is needed."""
    look, prompts = _get_at(scene["looks"], at), scene["character_prompts"] or []
    traits = {trait: (look or {}).get(trait) for trait in TRAITS}
    words = look and {"carries": None, **{word: look[word] for word in look if word not in TRAITS}}
    return {
        **traits,
        "kind": traits["kind"] or "person",
        "age": traits["age"] or "adult",
        "gender": traits["gender"] or "neutral",
        "name": name[:LONGEST_NAME],
        "aliases": [],
        "look": words,
        "prompt": _get_at(prompts, at) or "",
        "portrait_key": (scene["character_keys"] or {}).get(name),
        # Where other looks of the scene are data, a person has written this one's words.
        "is_prompt_written": look is None and any(scene["looks"] or ()),
        "is_edited": False,
        "is_deleted": False,
    }


def _get_at(values: Sequence[Any] | None, at: int) -> Any:
    return values[at] if values and at < len(values) else None


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
