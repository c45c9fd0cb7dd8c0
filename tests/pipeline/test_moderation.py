"""Moderation: before anything is made, again before anything edited is used, and never unasked."""

from collections.abc import Callable

from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.modules.moderation.models import ModerationVerdict
from tests.outbox import Outbox
from tests.pipeline.films import film, finished, new_job, new_project
from tests.vendors.answers import error
from tests.vendors.endpoints import FORBIDDEN
from tests.vendors.openai_server import Fault, OpenAIServer

BAD = f"Mara woke. The sea was calm.\n\nA thing {FORBIDDEN} happened. She wept."


def scenes_of(api: TestClient, outbox: Outbox) -> tuple[int, list[dict[str, object]]]:
    """Give a project that is cut, with its scenes."""
    project_id = new_project(api)
    api.post("/projects/segment", json={"projectId": project_id})
    outbox.deliver_all()
    return project_id, api.get(f"/projects/{project_id}/scenes").json()


def verdicts(session: Session, **match: object) -> list[ModerationVerdict]:
    return list(session.scalars(select(ModerationVerdict).filter_by(**match)))


def test_a_flagged_story_fails_with_category_and_span(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    job = film(ada_api, outbox, BAD)

    assert (job["status"], job["error_code"]) == ("failed", "moderation.flagged")
    assert f"A thing {FORBIDDEN} happened." in job["error_message"]
    found = job["error_details"]["scenes"][0]
    assert (found["subject"], found["categories"]) == ("story", ["violence/graphic"])
    span = found["spans"][0]
    assert BAD[span["start"] : span["end"]] == span["text"] == f"A thing {FORBIDDEN} happened."
    assert {call.path for call in vendor.calls} == {"/v1/moderations"}, "nothing else was asked"


def test_a_flagged_scene_is_named_with_its_field(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    project_id, scenes = scenes_of(ada_api, outbox)
    place = f"/projects/{project_id}/scenes/{scenes[1]['id']}"
    ada_api.patch(place, json={"background_prompt": f"{FORBIDDEN} woods"})

    job = finished(ada_api, outbox, new_job(ada_api, project_id)["id"])

    found = job["error_details"]["scenes"]
    assert [(one["scene_index"], one["spans"][0]["field"]) for one in found] == [(1, "background_prompt")]
    assert "scene 2" in job["error_message"]


def test_there_is_a_verdict_for_each_scene_and_for_each_picture(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, session: Session
) -> None:
    film(ada_api, outbox)

    kept = [(v.subject, v.flagged, v.provider) for v in verdicts(session) if v.scene_id]
    assert kept.count(("scene", False, "openai")) == 2
    assert kept.count(("picture", False, "openai")) == 3


def test_a_flagged_picture_is_not_shown(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, session: Session
) -> None:
    project_id, scenes = scenes_of(ada_api, outbox)
    vendor.faults.append(Fault("generations", "answer", body=red_picture()))

    job = finished(ada_api, outbox, new_job(ada_api, project_id)["id"])

    assert (job["status"], job["error_code"]) == ("failed", "moderation.flagged")
    assert job["error_details"]["scenes"][0]["subject"] == "picture"
    assert [v.scene_id for v in verdicts(session, flagged=True)] == [scenes[0]["id"]]


def red_picture() -> dict[str, object]:
    from tests.vendors.endpoints import RED, image_answer, picture

    return image_answer(picture((1024, 1024), RED))


def test_an_edited_scene_is_judged_before_it_is_drawn(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, session: Session
) -> None:
    project_id, scenes = scenes_of(ada_api, outbox)
    place = f"/projects/{project_id}/scenes/{scenes[0]['id']}"
    ada_api.patch(place, json={"description": f"A {FORBIDDEN} thing."})

    ada_api.post(f"{place}/render", json={"what": "background"})
    outbox.deliver_all()

    assert vendor.count("generations") == 0
    assert len(verdicts(session, flagged=True)) == 1
    assert ada_api.get(f"/projects/{project_id}/scenes").json()[0]["background_path"] is None


def test_a_story_is_judged_before_a_model_cuts_it(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    project_id = new_project(ada_api, BAD)

    ada_api.post("/projects/segment", json={"projectId": project_id})
    outbox.deliver_all()

    project = ada_api.get(f"/projects/{project_id}").json()
    assert (project["status"], project["error_code"]) == ("draft", "moderation.flagged")
    assert vendor.count("responses") == 0


def test_without_a_judge_nothing_passes(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    setting(STAGE_ATTEMPTS="2")
    down = error("Oops.", "server_error")
    vendor.faults += [Fault("moderations", "status", 500, body=down) for _ in range(2)]

    job = film(ada_api, outbox)

    assert (job["status"], job["error_code"]) == ("failed", "moderation.unavailable")
    assert {call.path for call in vendor.calls} == {"/v1/moderations"}


def test_a_judge_that_refuses_us_lets_nothing_pass(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    vendor.faults.append(Fault("moderations", "status", 401, body=error("No.", "invalid_api_key")))

    job = film(ada_api, outbox)

    assert (job["status"], job["error_code"]) == ("failed", "moderation.unavailable")


def test_what_an_admin_lets_pass_passes(
    ada_api: TestClient, grace_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    failed = film(ada_api, outbox, BAD)
    listed = grace_api.get("/admin/moderation", params={"flagged": True}).json()["data"]
    verdict = listed["items"][0]

    grace_api.post(f"/admin/moderation/{verdict['id']}/override", json={"reason": "It is a fairy tale."})
    project_id = failed["project_id"]
    ada_api.put(f"/projects/{project_id}", json={"duration_sec": 30})
    job = finished(ada_api, outbox, new_job(ada_api, project_id)["id"])

    assert listed["total"] == 1
    assert job["error_details"]["scenes"][0]["subject"] == "scene", "the story passed, its scene is judged"


def test_moderation_switched_off_is_loud(
    ada_api: TestClient,
    outbox: Outbox,
    vendor: OpenAIServer,
    setting: Callable[..., None],
    capsys: object,
) -> None:
    setting(MODERATION_ENABLED="false")

    job = film(ada_api, outbox, BAD)

    assert job["status"] == "completed"
    assert vendor.count("moderations") == 0
    assert "moderation.disabled" in capsys.readouterr().out  # type: ignore[attr-defined]


def test_the_local_policy_says_that_it_is_local(
    ada_api: TestClient, outbox: Outbox, session: Session
) -> None:
    film(ada_api, outbox, "Mara woke. The sea was calm. She sang to the gulls until night came.")

    assert {(v.provider, v.flagged) for v in verdicts(session)} == {("local", False)}
