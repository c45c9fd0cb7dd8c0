"""Workers that store stills of one scene at the same moment lose none of them, on any database."""

import ast
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

import app
from app.core.database import in_transaction, reading
from app.modules.auth.service import AuthService
from app.modules.project.schemas import ProjectCreate
from app.modules.project.service import ProjectService
from app.modules.scene.models import Scene
from app.modules.scene.schemas import SceneCreate, SceneUpdate
from app.modules.scene.service import SceneService
from tests.threads import run_at_once

NAMES = [f"Sailor {number}" for number in range(8)]
ROUNDS = 5
FOLDER = Path(app.__file__).parent


@pytest.fixture
def scene_id(real_database: None) -> int:
    """A scene on which many characters look otherwise than elsewhere, on a database that commits."""

    def create(session: Session) -> int:
        user = AuthService(session).create_user("Ada Tester", "ada@example.org", None)
        story = ProjectCreate(title="Sea", story_text="The sea was calm.", language="en")
        project = ProjectService(session).create(story, user)
        scenes = SceneService(session)
        scene = scenes.create(project.id, SceneCreate(description="A wave came.", characters=NAMES), user)
        own = SceneUpdate(character_prompts=[f"{name} in a red coat" for name in NAMES])
        return scenes.update(project.id, scene.id, own, user).id

    return in_transaction(create)


def show_alike(scene_id: int, session: Session) -> None:
    """Let the scene's characters look as they do on all scenes."""
    scene = session.get_one(Scene, scene_id)
    scene.character_prompts = [""] * len(NAMES)


def store_portrait(scene_id: int, name: str, session: Session) -> None:
    """Read the scene, as a worker does, and store a portrait of one of its characters."""
    assert session.get(Scene, scene_id) is not None
    SceneService(session).show_portrait(scene_id, name, f"portraits/{name}.png")


@pytest.mark.parametrize("number", range(ROUNDS))
def test_portraits_that_are_stored_at_once_are_all_shown(scene_id: int, number: int) -> None:
    run_at_once([partial(in_transaction, partial(store_portrait, scene_id, name)) for name in NAMES])

    with reading() as session:
        assert sorted(session.get_one(Scene, scene_id).character_keys) == NAMES


@pytest.mark.parametrize("number", range(ROUNDS))
def test_portraits_of_characters_that_look_alike_on_all_scenes_are_all_shown(
    scene_id: int, number: int
) -> None:
    in_transaction(lambda session: show_alike(scene_id, session))

    run_at_once([partial(in_transaction, partial(store_portrait, scene_id, name)) for name in NAMES])

    with reading() as session:
        shown = SceneService(session).read(session.get_one(Scene, scene_id)).character_paths
    assert all(shown)


def test_stills_are_assigned_only_where_the_scene_is_locked() -> None:
    writers = {
        str(path.relative_to(FOLDER))
        for path in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and node.attr in {"background_key", "character_keys", "portrait_key"}
    }

    # The preview plans with scenes that are never stored; members are changed on locked scenes.
    assert writers == {
        "modules/character/service.py",
        "modules/scene/members.py",
        "modules/scene/service.py",
        "pipeline/preview.py",
    }
