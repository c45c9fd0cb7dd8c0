"""The upgrade that gives each project the cast of its scenes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from alembic import command
from app.core import migrations
from app.core.database import engine, reading
from app.modules.character.appearance import find_look, get_appearance
from app.modules.character.models import Character
from app.modules.character.service import CharacterService
from app.modules.scene.drafts import draft_of
from app.modules.scene.models import Scene
from app.vocabulary.species import Species
from tests.databases import empty_database

pytestmark = pytest.mark.services

NOW = "2026-11-21 16:09:04.436000"
USER: dict[str, Any] = {"full_name": "Ada", "email": "ada@example.org", "role": "user", "is_disabled": 0}
PROJECT: dict[str, Any] = {
    **{"user_id": 1, "title": "Lantern", "story_text": "Mara.", "story_format": "prose", "style": "noir"},
    **{"aspect_ratio": "16:9", "language": "en", "status": "segmented"},
}
FOX: dict[str, Any] = {
    **{"kind": "animal", "species": "fox", "age": "adult", "gender": "neutral", "role": None, "build": ""},
    **{"stature": "", "skin": "", "hair": "", "hair_colour": "russet", "beard": "", "clothes": ""},
    **{"clothes_colour": "", "headwear": None, "is_cloaked": False, "adjectives": ["sly"], "feature": ""},
    "is_group": False,
}
OLD: dict[str, Any] = {
    "characters": ["Mara", "The Fox"],
    "character_prompts": ["Mara: an old woman in a red coat"],
    "character_keys": {"Mara": "portraits/mara.png"},
    "dialogue": [{"character": "The Fox", "line": "Yes."}, {"character": "The Fox", "line": "No."}],
    "looks": None,
}
NEW: dict[str, Any] = {
    "characters": ["mara", "The Fox"],
    "character_prompts": ["Mara in rags", "The Fox: a sly russet fox"],
    "character_keys": {},
    "dialogue": [],
    "looks": [None, FOX],
}


def insert(table: str, row: dict[str, Any]) -> None:
    """Insert a row with times into a table of an earlier schema."""
    names = [*row, "created_at", "updated_at"]
    values = {
        name: json.dumps(value) if isinstance(value, list | dict) else value for name, value in row.items()
    }
    statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(':' + name for name in names)})"  # noqa: S608
    with engine().execution_options(is_writing=True).begin() as connection:
        connection.execute(text(statement), {**values, "created_at": NOW, "updated_at": NOW})


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[None]:
    """A database with two scenes of before, after its upgrade."""
    words: dict[str, Any] = dict.fromkeys(
        ("heading", "description", "narration", "background_prompt", "setting"), "A sea."
    )
    shot = {"time_of_day": "day", "mood": "calm", "shot_type": "wide", "camera_move": "static"}
    with empty_database(tmp_path):
        command.upgrade(migrations.config(), "0013")
        insert("users", USER)
        insert("projects", PROJECT)
        for index, scene in enumerate((OLD, NEW)):
            place: dict[str, Any] = {"project_id": 1, "scene_index": index, "duration_sec": 3.0, "notes": []}
            insert("scenes", {**words, **shot, **place, **scene})
        command.upgrade(migrations.config(), "head")
        yield


def list_characters() -> list[Character]:
    """Return the cast of the project."""
    with reading() as session:
        return CharacterService(session).get_cast(1).characters


def test_a_project_gets_the_cast_of_its_scenes_by_importance(upgraded: None) -> None:
    cast = list_characters()

    assert [(one.name, one.is_edited, one.aliases) for one in cast] == [
        ("The Fox", False, []),
        ("Mara", False, []),
    ]
    assert [one.portrait_key for one in cast] == [None, "portraits/mara.png"]


def test_a_look_that_was_data_stays_data(upgraded: None) -> None:
    fox = list_characters()[0]

    look = find_look(fox)
    assert look is not None
    assert (look.kind, look.species, look.hair_colour, look.adjectives) == (
        "animal",
        Species.FOX,
        "russet",
        ("sly",),
    )
    assert fox.prompt == "The Fox: a sly russet fox"


def test_a_look_that_was_words_is_read_when_it_is_needed(upgraded: None) -> None:
    mara = list_characters()[1]

    appearance = get_appearance(mara)
    assert (mara.prompt, find_look(mara)) == ("Mara: an old woman in a red coat", None)
    assert (appearance.age, appearance.gender, appearance.get_word("clothes")) == ("old", "female", "coat")


def test_the_scenes_are_drawn_as_before(upgraded: None) -> None:
    with reading() as session:
        drafts = [draft_of(session.get_one(Scene, number)) for number in (1, 2)]

    assert [draft.character_prompts for draft in drafts] == [
        tuple(OLD["character_prompts"]),
        tuple(NEW["character_prompts"]),
    ]
    assert drafts[0].looks == ()
    assert drafts[1].looks[0] is None
    assert drafts[0].beats == ()


def test_a_downgrade_and_an_upgrade_find_the_same_cast(upgraded: None) -> None:
    before = [one.name for one in list_characters()]

    command.downgrade(migrations.config(), "0013")
    command.upgrade(migrations.config(), "head")

    assert [one.name for one in list_characters()] == before
