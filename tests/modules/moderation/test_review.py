"""The review of verdicts by admins, and the moderation of stories when they are stored."""

from collections.abc import Callable

from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.audit import AuditEvent
from tests.outbox import Outbox
from tests.pipeline.films import make_film
from tests.vendors.answers import error
from tests.vendors.endpoints import FORBIDDEN
from tests.vendors.openai_server import Fault, OpenAIServer

BAD = f"A thing {FORBIDDEN} happened."


def test_verdicts_are_listed_newest_first(ada_api: TestClient, grace_api: TestClient, outbox: Outbox) -> None:
    job = make_film(ada_api, outbox)

    data = grace_api.get("/admin/moderation", params={"project_id": job["project_id"]}).json()["data"]

    ids = [item["id"] for item in data["items"]]
    assert ids == sorted(ids, reverse=True)
    assert (data["total"], data["page"], data["limit"]) == (len(ids), 1, 50)
    assert {item["job_id"] for item in data["items"]} == {job["id"]}
    assert data["items"][-1]["subject"] == "story"


def test_verdicts_are_filtered_and_paged(ada_api: TestClient, grace_api: TestClient, outbox: Outbox) -> None:
    make_film(ada_api, outbox)

    flagged = grace_api.get("/admin/moderation", params={"flagged": "true"}).json()["data"]
    second = grace_api.get("/admin/moderation", params={"page": 2, "limit": 1}).json()["data"]

    assert flagged["total"] == 0
    assert (len(second["items"]), second["page"]) == (1, 2)


def test_only_admins_list_verdicts(ada_api: TestClient, browser: TestClient) -> None:
    codes = [api.get("/admin/moderation").status_code for api in (ada_api, browser)]

    assert codes == [403, 401]


def test_an_override_needs_a_reason_and_is_audited(
    ada_api: TestClient, grace_api: TestClient, outbox: Outbox, vendor: OpenAIServer, session: Session
) -> None:
    make_film(ada_api, outbox, BAD)
    verdict = grace_api.get("/admin/moderation").json()["data"]["items"][0]
    place = f"/admin/moderation/{verdict['id']}/override"

    without = grace_api.post(place, json={})
    answer = grace_api.post(place, json={"reason": "A fairy tale."}).json()

    assert without.status_code == 422
    assert answer["data"]["override_reason"] == "A fairy tale."
    event = session.scalars(select(AuditEvent).filter_by(action="moderation.override")).one()
    assert (event.target, event.detail) == (f"verdict:{verdict['id']}", {"reason": "A fairy tale."})


def test_a_verdict_that_passed_can_not_be_overridden(
    ada_api: TestClient, grace_api: TestClient, outbox: Outbox
) -> None:
    make_film(ada_api, outbox)
    verdict = grace_api.get("/admin/moderation").json()["data"]["items"][0]

    answer = grace_api.post(f"/admin/moderation/{verdict['id']}/override", json={"reason": "Why not"})

    assert (answer.status_code, answer.json()["code"]) == (409, "moderation.not_flagged")


def test_a_flagged_story_is_refused_where_writing_is_moderated(
    ada_api: TestClient, vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    setting(MODERATION_ON_WRITE="true")

    answer = ada_api.post("/projects", json={"title": "Tale", "story_text": BAD})

    assert (answer.status_code, answer.json()["code"]) == (400, "moderation.flagged")
    assert answer.headers["X-Moderation-Categories"] == "violence/graphic"
    assert answer.json()["spans"][0]["field"] == "story_text"
    assert ada_api.get("/projects").json() == []


def test_a_flagged_change_is_refused_where_writing_is_moderated(
    ada_api: TestClient, vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    setting(MODERATION_ON_WRITE="true")
    project = ada_api.post("/projects", json={"title": "Tale", "story_text": "A calm day."}).json()

    answer = ada_api.put(f"/projects/{project['id']}", json={"story_text": BAD})

    assert answer.status_code == 400
    assert ada_api.get(f"/projects/{project['id']}").json()["story_text"] == "A calm day."


def test_a_change_without_texts_is_not_moderated(
    ada_api: TestClient, vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    setting(MODERATION_ON_WRITE="true")
    project = ada_api.post("/projects", json={"title": "Tale", "story_text": "A calm day."}).json()
    before = len(vendor.calls)

    answer = ada_api.patch(f"/projects/{project['id']}", json={"duration_sec": 60})

    assert (answer.status_code, len(vendor.calls)) == (200, before)


def test_a_story_is_not_stored_while_moderation_is_unavailable(
    ada_api: TestClient, vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    setting(MODERATION_ON_WRITE="true")
    vendor.faults.append(Fault("moderations", "status", 500, body=error("Oops.", "server_error")))

    answer = ada_api.post("/projects", json={"title": "Tale", "story_text": "A calm day."})

    assert (answer.status_code, answer.json()["code"]) == (503, "moderation.unavailable")
    assert "Retry-After" in answer.headers


def test_writing_is_not_moderated_by_default(ada_api: TestClient, vendor: OpenAIServer) -> None:
    answer = ada_api.post("/projects", json={"title": "Tale", "story_text": BAD})

    assert (answer.status_code, vendor.calls) == (201, [])
