"""A text at the limit of its field is stored whole by every database, in characters of four bytes each."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import String, Text
from sqlalchemy.dialects import mysql

from app.models import Base
from tests.openapi import SCHEMA
from tests.pipeline.films import create_project

EMOJI = "😀"
TABLES = {
    "SceneCreate": "scenes",
    "CharacterCreate": "characters",
    "ProjectCreate": "projects",
    "UserCreate": "users",
    "UserRegister": "users",
    "UploadRequest": "assets",
}
"""The tables in which the texts of requests are stored."""


def list_texts(schema: str) -> list[tuple[str, int]]:
    """Return the fields of a request that take any characters, with their greatest lengths."""
    fields = SCHEMA["components"]["schemas"][schema]["properties"]
    return [
        (name, one["maxLength"])
        for name, field in fields.items()
        for one in [field, *field.get("anyOf", [])]
        if name != "style"
        and one.get("type") == "string"
        and "maxLength" in one
        and not {"pattern", "format"} & one.keys()
    ]


@pytest.mark.parametrize(("field", "length"), list_texts("SceneUpdate"))
def test_each_text_of_a_scene_at_its_limit_is_stored(ada_api: TestClient, field: str, length: int) -> None:
    project = create_project(ada_api)
    scene = ada_api.post(f"/projects/{project}/scenes", json={"description": "A wave came."}).json()["id"]

    answer = ada_api.patch(f"/projects/{project}/scenes/{scene}", json={field: EMOJI * length})

    assert (answer.status_code, answer.json()[field] == EMOJI * length) == (200, True)


@pytest.mark.parametrize(("field", "length"), list_texts("CharacterUpdate"))
def test_each_text_of_a_character_at_its_limit_is_stored(
    ada_api: TestClient, field: str, length: int
) -> None:
    path = f"/projects/{create_project(ada_api)}/characters"
    character = ada_api.post(path, json={"name": "Mara"}).json()["id"]

    answer = ada_api.patch(f"{path}/{character}", json={field: EMOJI * length})

    is_unknown_voice = field == "voice" and answer.json().get("code") == "character.voice_not_offered"
    assert is_unknown_voice or answer.json()[field] == EMOJI * length


@pytest.mark.parametrize(("field", "length"), list_texts("LookUpdate"))
def test_each_word_of_a_look_at_its_limit_is_stored(ada_api: TestClient, field: str, length: int) -> None:
    path = f"/projects/{create_project(ada_api)}/characters"

    character = ada_api.post(path, json={"name": "Mara", "look": {field: EMOJI * length}}).json()

    assert character["look"][field] == EMOJI * length


@pytest.mark.parametrize(("field", "length"), list_texts("ProjectUpdate"))
def test_each_text_of_a_project_at_its_limit_is_stored(ada_api: TestClient, field: str, length: int) -> None:
    project = create_project(ada_api)

    answer = ada_api.patch(f"/projects/{project}", json={field: EMOJI * length})

    assert (answer.status_code, answer.json()[field] == EMOJI * length) == (200, True)


def test_every_text_column_holds_as_many_bytes_as_a_request_may_have() -> None:
    columns = [column for table in Base.metadata.tables.values() for column in table.columns]
    texts = [column for column in columns if isinstance(column.type, Text)]

    narrow = [
        f"{column.table}.{column.name}"
        for column in texts
        if not isinstance(column.type.dialect_impl(mysql.dialect()), mysql.MEDIUMTEXT)
    ]

    assert texts
    assert narrow == []


@pytest.mark.parametrize(("schema", "table"), TABLES.items())
def test_no_field_is_longer_than_its_column(schema: str, table: str) -> None:
    columns = Base.metadata.tables[table].columns
    lengths = {column.name: column.type.length for column in columns if isinstance(column.type, String)}
    texts = {"full_name" if name == "fullName" else name: length for name, length in list_texts(schema)}

    stored = {name: (length, lengths[name]) for name, length in texts.items() if name in lengths}

    assert stored
    assert [name for name, (sent, held) in stored.items() if held is not None and sent > held] == []
