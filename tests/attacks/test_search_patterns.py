"""Searches for parts of texts: no character is a pattern, letters of every script have two cases."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.modules.auth.models import User

TITLES = ["École Über", "éCOLE", "100% Night", "a_b", "back\\slash", "ΟΔΟΣ", "Straße", "Ялта", "Plain"]
CASES = [
    ("École", ["École Über", "éCOLE"]),
    ("ÉCOLE", ["École Über", "éCOLE"]),
    ("ecole", []),
    ("ÜBER", ["École Über"]),
    ("%", ["100% Night"]),
    ("_", ["a_b"]),
    ("a%b", []),
    ("\\", ["back\\slash"]),
    ("\\%", []),
    ("/", []),
    ("οδοσ", ["ΟΔΟΣ"]),
    ("οδος", []),
    ("STRASSE", []),
    ("ялТА", ["Ялта"]),
    ("\x00", []),
    ("Plain\x00", []),
    ("\x00Plain", []),
    ("' OR 1=1 --", []),
    ("*", []),
    ("\ud7ff\U0001f600", []),
]


@pytest.mark.parametrize(("part", "found"), CASES)
def test_a_title_is_found_by_its_own_characters_alone(
    ada_api: TestClient, part: str, found: list[str]
) -> None:
    for title in TITLES:
        ada_api.post("/projects", json={"title": title, "story_text": "A story."})

    answer = ada_api.get("/projects", params={"q": part})

    assert sorted(project["title"] for project in answer.json()) == sorted(found)
    assert answer.headers["X-Total-Count"] == str(len(found))


def test_a_title_with_a_zero_byte_is_found_by_it_alone(ada_api: TestClient) -> None:
    for title in ("Night\x00train", "Night train"):
        ada_api.post("/projects", json={"title": title, "story_text": "A story."})

    found: list[dict[str, Any]] = ada_api.get("/projects", params={"q": "T\x00T"}).json()

    assert [project["title"] for project in found] == ["Night\x00train"]


@pytest.mark.parametrize(("part", "found"), CASES)
def test_a_user_is_found_by_the_characters_of_the_name_alone(
    grace_api: TestClient, session: Session, part: str, found: list[str]
) -> None:
    session.add_all(
        User(full_name=name, email=f"person{number}@example.com", password_hash="x", role="user")
        for number, name in enumerate(TITLES)
    )
    session.commit()

    users = grace_api.get("/admin/users", params={"q": part}).json()["data"]["items"]

    assert {user["fullName"] for user in users} & set(TITLES) == set(found)
