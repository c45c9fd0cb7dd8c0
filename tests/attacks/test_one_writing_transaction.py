"""A request has one writing transaction at a time, because a second one would wait for the first.

Other tests share one connection and can't show it. Here every route that writes is called on connections of
its own, with an Idempotency-Key, once with a valid request and twice with one that is refused.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pymysql
import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from app.core.database import engine, unit_of_work
from app.main import create_app
from app.modules.auth.models import User
from app.modules.project.models import Project
from tests.accounts import ADA, PASSWORD, bearer, header, register
from tests.files import begin, image, send
from tests.openapi import SCHEMA

MISSING = 9_007_199_254_740_991
STORY = {"title": "Lantern", "story_text": "Mara found a lantern.\n\nAt night she carried it home."}
GRACE = "grace@example.org"
SAFE = {"get", "head", "options"}
ADMIN = {"email": GRACE, "password": PASSWORD}


class SecondTransaction(Exception):
    """A writing transaction began while another one was open."""


@pytest.fixture
def one_at_a_time(real_database: None) -> Iterator[list[Connection]]:
    """Fail when a writing transaction begins while another one is open; the open ones are returned."""
    open_now: list[Connection] = []

    def begin_one(connection: Connection) -> None:
        if not connection.get_execution_options().get("is_writing"):
            return
        if open_now:
            raise SecondTransaction
        open_now.append(connection)

    def end_one(connection: Connection) -> None:
        if connection in open_now:
            open_now.remove(connection)

    listeners: dict[str, Callable[[Connection], None]] = {
        "begin": begin_one,
        "commit": end_one,
        "rollback": end_one,
    }
    for name, listener in listeners.items():
        event.listen(engine(), name, listener, insert=True)
    yield open_now
    for name, listener in listeners.items():
        event.remove(engine(), name, listener)


class World:
    """Ada with a project, scenes, shots, characters, a job and an upload, and Grace, who is an admin."""

    def __init__(self) -> None:
        visitor = TestClient(create_app())
        register(visitor)
        register(visitor, GRACE)
        with unit_of_work() as session:
            session.query(User).filter_by(email=GRACE).update({"role": "admin"})
        self.tokens = bearer(visitor)
        self.ada = TestClient(create_app(), headers=header(self.tokens["access_token"]))
        self.grace = TestClient(create_app(), headers=header(bearer(visitor, GRACE)["access_token"]))
        self.ids: dict[str, int] = {"user_id": self._create_bob()}

    def request(self, path: str, method: str, body: Any = None, key: str = "") -> Response:
        """Send a request as Ada, or as Grace to the routes of admins."""
        client = self.grace if "/admin/" in path else self.ada
        form = {"data": body} if path.endswith("/token") else {"json": body}
        return client.request(method, path, headers={"Idempotency-Key": key} if key else {}, **form)

    def create_rows(self) -> None:
        """Create the rows whose ids are in the paths of Ada's routes."""
        project = self.ada.post("/projects", json=STORY).json()["id"]
        scenes = [
            self.ada.post(f"/projects/{project}/scenes", json={"description": text}).json()
            for text in ("Mara woke and went home.", "She sang.")
        ]
        shot = scenes[0]["shots"][0]
        path = f"/projects/{project}/scenes/{shot['scene_id']}/shots/{shot['id']}/split"
        self.ada.post(path, json={"at": 10}).raise_for_status()
        characters = [
            self.ada.post(f"/projects/{project}/characters", json={"name": name}).json()["id"]
            for name in ("Otto", "Rosa")
        ]
        other = self.ada.post("/projects", json=STORY).json()["id"]
        begun = begin(self.ada, project, image()).json()
        send(self.ada, begun["upload"], image())
        self.ids |= {
            "project_id": project,
            "scene_id": scenes[0]["id"],
            "other_scene_id": scenes[1]["id"],
            "shot_id": shot["id"],
            "character_id": characters[0],
            "other_character_id": characters[1],
            "job_id": self.ada.post("/jobs", json={"project_id": other}).json()["id"],
            "asset_id": begun["asset_id"],
            "session_id": self.ada.get("/auth/sessions").json()["data"][0]["id"],
            "verdict_id": MISSING,
        }

    def _create_bob(self) -> int:
        body = {"fullName": "Bob Tester", "email": "bob@example.org", "password": PASSWORD, "role": "user"}
        return int(self.grace.post("/admin/users", json=body).json()["data"]["id"])


def bodies(world: World) -> dict[str, Any]:
    """Return a valid request body by operation id for each operation that writes; None for no body."""
    project, scene = {"project_id": world.ids["project_id"]}, {"description": "Mara ran."}
    person = {"fullName": "Eve Tester", "email": "eve@example.org", "password": PASSWORD}
    return {
        "register": person, "login": {"email": ADA, "password": PASSWORD},
        "issue_token": {"username": ADA, "password": PASSWORD},
        "refresh_token_by_cookie": None, "refresh_token": {"refresh_token": world.tokens["refresh_token"]},
        "refresh_admin_token": None, "logout": None, "delete_me": {"password": PASSWORD},
        "rename_me": {"fullName": "Ada Renamed"},
        "change_password": {"old_password": PASSWORD, "new_password": f"{PASSWORD} too"},
        "forgot_password": {"email": ADA}, "reset_password": {"token": "1.x", "newPassword": PASSWORD},
        "close_session": None, "create_project": STORY, "update_project": {"title": "Lamp"},
        "replace_project": {"title": "Lamp"}, "delete_project": None,
        "change_project_status": {"status": "segmented"}, "segment_project": project,
        "segment_project_by_path": None, "create_scene": scene,
        "reorder_scenes": {"scene_ids": [world.ids["other_scene_id"], world.ids["scene_id"]]},
        "update_scene": scene, "delete_scene": None, "render_scene": {"what": "all"},
        "update_shot": {"action": "Mara runs."}, "split_shot": {"at": 5}, "join_shot": None,
        "render_shot": None,
        "create_character": {"name": "Tom"}, "update_character": {"name": "Ottilie"},
        "delete_character": None, "merge_character": {"into": world.ids["other_character_id"]},
        "render_character": None,
        "start_job": project, "estimate_job": project, "change_job_status": {"status": "cancelled"},
        "cancel_job": None, "retry_job": None,
        "start_upload": project | {
            "type": "reference", "filename": "a.png", "content_type": "image/png", "size_bytes": 9,
        },
        "complete_upload": None, "delete_asset": None,
        "admin_login": ADMIN, "admin_logout": None,
        "register_admin": person | {"email": "eva@example.org"},
        "create_user": person | {"email": "ewa@example.org", "role": "user"},
        "update_user": {"fullName": "Bob Renamed"}, "delete_user": None, "change_role": {"role": "user"},
        "set_password": {"password": f"{PASSWORD} four"}, "set_disabled": {"disabled": True},
        "override_verdict": None, "cancel_any_job": None, "requeue_job": None,
    }  # fmt: skip


def operations() -> list[tuple[str, str, str]]:
    """Return the operations that write, as (operation id, method, path): all unsafe ones, and the refresh."""
    return [
        (operation["operationId"], method.upper(), path)
        for path, methods in SCHEMA["paths"].items()
        for method, operation in methods.items()
        if method not in SAFE or path.endswith("/refresh-token")
    ]


@pytest.fixture
def world(one_at_a_time: list[Connection]) -> World:
    """The users and rows that the routes name."""
    created = World()
    created.create_rows()
    return created


@pytest.mark.parametrize(("name", "method", "path"), operations(), ids=lambda value: value)
def test_every_route_writes_in_one_transaction_at_a_time(
    world: World, one_at_a_time: list[Connection], name: str, method: str, path: str
) -> None:
    wrong = {"project_id": MISSING} if name in {"start_job", "segment_project"} else {"bananas": 1}
    elsewhere = path.format(**dict.fromkeys(world.ids, MISSING))

    refused = [world.request(elsewhere, method, wrong, "refused") for _ in range(2)]
    done = world.request(path.format(**world.ids), method, bodies(world)[name], "done")

    assert max(answer.status_code for answer in (*refused, done)) < 500
    assert one_at_a_time == []


def test_a_refused_request_releases_its_idempotency_key(world: World) -> None:
    requests = [
        ("/jobs", {"project_id": MISSING}),
        ("/projects", STORY | {"title": ""}),
        ("/projects", STORY),
    ]

    answers = [world.request(path, "POST", body, key="one key") for path, body in requests]

    assert [answer.status_code for answer in answers] == [404, 422, 201]


def test_a_request_that_meets_a_deadlock_is_repeated_and_succeeds(world: World) -> None:
    deadlock = [OperationalError("UPDATE", {}, pymysql.err.OperationalError(1213, "Deadlock found"))]

    def fail_once(*_: object) -> None:
        if deadlock:
            raise deadlock.pop()

    event.listen(Project, "before_insert", fail_once)
    answer = world.request("/projects", "POST", STORY, key="deadlock")
    event.remove(Project, "before_insert", fail_once)

    assert (answer.status_code, deadlock) == (201, [])
