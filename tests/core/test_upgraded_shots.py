"""The upgrade that gives each scene a shot, which takes over what the scene itself showed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from alembic import command
from app.core import migrations
from app.core.database import engine, reading
from app.modules.character.cast import Cast
from app.modules.scene.drafts import draft_of_shot
from app.modules.scene.models import Scene
from app.pipeline.briefs import make_brief
from app.vocabulary.staging import Figure, Posture, Staging
from tests.core.test_upgraded_casts import PROJECT, USER, insert
from tests.databases import empty_database

pytestmark = pytest.mark.services

SCENE: dict[str, Any] = {
    **{"project_id": 1, "scene_index": 0, "heading": "EXT. SHORE - NIGHT", "description": "Mara ran."},
    **{"narration": "Mara ran home.", "background_prompt": "a shore", "setting": "shore", "notes": []},
    **{"time_of_day": "night", "mood": "tense", "shot_type": "full", "camera_move": "pan_left"},
    **{"duration_sec": 4.5, "background_key": "stills/1.png", "character_keys": {}, "dialogue": []},
    **{"characters": ["Mara"], "character_prompts": ["Mara in red"], "looks": [None], "place": None},
    "staging": {"posture": "run", "held_prop": "lantern", "has_crowd": True},
    "beats": [{"start": 0, "end": 9, "verb": "run", "agents": ["Mara"]}],
}
PLAIN = SCENE | {"scene_index": 1, "staging": None, "beats": None, "background_key": None}
MANY = 1_203


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[None]:
    """A database with scenes of before, after its upgrade."""
    with empty_database(tmp_path):
        command.upgrade(migrations.config(), "0018")
        insert("users", USER)
        insert("projects", PROJECT)
        insert("scenes", SCENE)
        insert("scenes", PLAIN)
        command.upgrade(migrations.config(), "head")
        yield


def read_scene(number: int) -> Scene:
    """Return a scene with its shots."""
    with reading() as session:
        return session.get_one(Scene, number)


def test_the_shot_shows_what_the_scene_showed(upgraded: None) -> None:
    scene = read_scene(1)

    (shot,) = scene.shots
    assert (shot.text, shot.shot_type, shot.camera_move, shot.angle) == (
        "Mara ran home.",
        "full",
        "pan_left",
        "eye",
    )
    assert (shot.still_key, shot.duration_sec, shot.characters, shot.is_edited) == (
        "stills/1.png",
        4.5,
        ["Mara"],
        False,
    )
    assert (scene.shot_type, scene.camera_move, scene.duration_sec) == ("full", "pan_left", 4.5)


def test_staging_and_beats_stay_data(upgraded: None) -> None:
    staged, plain = (draft_of_shot(read_scene(number).first_shot) for number in (1, 2))

    running = Figure("", Posture.RUN, "lantern")
    assert staged.staging == Staging((running,), has_crowd=True)
    assert [beat.verb for beat in staged.beats] == ["run"]
    assert (plain.staging, plain.beats) == (None, ())


def test_the_still_is_described_as_before(upgraded: None) -> None:
    scene = read_scene(1)

    brief = make_brief(scene, scene.first_shot, Cast([]))

    assert (brief.description, brief.background_prompt) == ("Mara ran.", "a shore")
    assert (brief.characters, brief.character_prompts) == (("Mara",), ("Mara in red",))
    assert (brief.angle, brief.props, brief.is_directed) == ("eye", (), False)


def test_a_downgrade_gives_the_scene_back_what_its_shot_shows(upgraded: None) -> None:
    command.downgrade(migrations.config(), "0018")

    with engine().connect() as connection:
        row = connection.execute(text("SELECT shot_type, duration_sec, background_key FROM scenes")).first()
    assert row == ("full", 4.5, "stills/1.png")


def test_an_upgrade_of_many_scenes_gives_each_one_shot(tmp_path: Path) -> None:
    with empty_database(tmp_path):
        command.upgrade(migrations.config(), "0021")
        insert("users", USER)
        insert("projects", PROJECT)
        insert("scenes", SCENE)
        names = ", ".join(name for name in [*SCENE, "created_at", "updated_at"] if name != "scene_index")
        copy = f"INSERT INTO scenes (scene_index, {names}) SELECT :index, {names} FROM scenes WHERE id = 1"  # noqa: S608
        with engine().execution_options(is_writing=True).begin() as connection:
            connection.execute(text(copy), [{"index": index} for index in range(1, MANY)])

        command.upgrade(migrations.config(), "head")

        with engine().connect() as connection:
            count = text("SELECT COUNT(*), COUNT(DISTINCT scene_id) FROM shots")
            assert connection.execute(count).first() == (MANY, MANY)
