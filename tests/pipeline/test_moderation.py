"""Moderation: before a film is made, and before an edited scene or a picture is used."""

from collections.abc import Callable

from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.modules.moderation.models import ModerationVerdict
from tests.outbox import Outbox
from tests.pipeline.films import create_project, make_film, run_to_end, start_job
from tests.vendors.answers import error
from tests.vendors.endpoints import FORBIDDEN, RED, image_answer, picture
from tests.vendors.openai_server import Fault, OpenAIServer

BAD = f"Mara woke. The sea was calm.\n\nA thing {FORBIDDEN} happened. She wept."


def segment_project(api: TestClient, outbox: Outbox) -> tuple[int, list[dict[str, object]]]:
    """Create a project and segment it; return its id and its scenes."""
    project_id = create_project(api)
    api.post("/projects/segment", json={"projectId": project_id})
    outbox.deliver_all()
    return project_id, api.get(f"/projects/{project_id}/scenes").json()


def list_verdicts(session: Session, **match: object) -> list[ModerationVerdict]:
    return list(session.scalars(select(ModerationVerdict).filter_by(**match)))


def test_a_flagged_story_fails_with_category_and_span(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    job = make_film(ada_api, outbox, BAD)

    assert (job["status"], job["error_code"]) == ("failed", "moderation.flagged")
    assert f"A thing {FORBIDDEN} happened." in job["error_message"]
    found = job["error_details"]["scenes"][0]
    assert (found["subject"], found["categories"]) == ("story", ["violence/graphic"])
    span = found["spans"][0]
    assert BAD[span["start"] : span["end"]] == span["text"] == f"A thing {FORBIDDEN} happened."
    assert {call.path for call in vendor.calls} == {"/v1/moderations"}, "no other endpoint was called"


def test_a_flagged_scene_is_named_with_its_field(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    project_id, scenes = segment_project(ada_api, outbox)
    place = f"/projects/{project_id}/scenes/{scenes[1]['id']}"
    ada_api.patch(place, json={"background_prompt": f"{FORBIDDEN} woods"})

    job = run_to_end(ada_api, outbox, start_job(ada_api, project_id)["id"])

    found = job["error_details"]["scenes"]
    assert [(one["scene_index"], one["spans"][0]["field"]) for one in found] == [(1, "background_prompt")]
    assert "scene 2" in job["error_message"]


def test_there_is_a_verdict_for_each_scene_and_for_each_picture(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, session: Session
) -> None:
    make_film(ada_api, outbox)

    stored = [(v.subject, v.flagged, v.provider) for v in list_verdicts(session)]
    assert stored.count(("scene", False, "openai")) == 2
    assert stored.count(("picture", False, "openai")) == 3


def test_a_flagged_portrait_fails_the_job_and_names_its_character(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, session: Session
) -> None:
    project_id, _ = segment_project(ada_api, outbox)
    vendor.faults.append(Fault("generations", "answer", body=make_red_picture()))

    job = run_to_end(ada_api, outbox, start_job(ada_api, project_id)["id"])

    assert (job["status"], job["error_code"]) == ("failed", "moderation.flagged")
    assert job["error_details"]["scenes"][0]["subject"] == "picture"
    assert "the character “Mara”’s picture" in job["error_message"]
    assert [v.scene_id for v in list_verdicts(session, flagged=True)] == [None]


def make_red_picture() -> dict[str, object]:
    """Return an image response whose picture the moderation endpoint flags."""
    return image_answer(picture((1024, 1024), RED))


def test_an_edited_scene_is_moderated_before_it_is_drawn(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, session: Session
) -> None:
    project_id, scenes = segment_project(ada_api, outbox)
    place = f"/projects/{project_id}/scenes/{scenes[0]['id']}"
    ada_api.patch(place, json={"description": f"A {FORBIDDEN} thing."})

    ada_api.post(f"{place}/render", json={"what": "background"})
    outbox.deliver_all()

    assert vendor.count("generations") == 0
    assert len(list_verdicts(session, flagged=True)) == 1
    assert ada_api.get(f"/projects/{project_id}/scenes").json()[0]["background_path"] is None


def test_a_story_is_moderated_before_a_model_segments_it(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    project_id = create_project(ada_api, BAD)

    ada_api.post("/projects/segment", json={"projectId": project_id})
    outbox.deliver_all()

    project = ada_api.get(f"/projects/{project_id}").json()
    assert (project["status"], project["error_code"]) == ("draft", "moderation.flagged")
    assert vendor.count("responses") == 0


def test_while_moderation_is_unavailable_nothing_passes(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    setting(STAGE_ATTEMPTS="2")
    down = error("Oops.", "server_error")
    vendor.faults += [Fault("moderations", "status", 500, body=down) for _ in range(2)]

    job = make_film(ada_api, outbox)

    assert (job["status"], job["error_code"]) == ("failed", "moderation.unavailable")
    assert {call.path for call in vendor.calls} == {"/v1/moderations"}


def test_nothing_passes_when_the_moderation_provider_refuses_the_request(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    vendor.faults.append(Fault("moderations", "status", 401, body=error("No.", "invalid_api_key")))

    job = make_film(ada_api, outbox)

    assert (job["status"], job["error_code"]) == ("failed", "moderation.unavailable")


def test_content_whose_verdict_an_admin_has_overridden_passes(
    ada_api: TestClient, grace_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    failed = make_film(ada_api, outbox, BAD)
    listed = grace_api.get("/admin/moderation", params={"flagged": True}).json()["data"]
    verdict = listed["items"][0]

    grace_api.post(f"/admin/moderation/{verdict['id']}/override", json={"reason": "It is a fairy tale."})
    project_id = failed["project_id"]
    ada_api.put(f"/projects/{project_id}", json={"duration_sec": 30})
    job = run_to_end(ada_api, outbox, start_job(ada_api, project_id)["id"])

    assert listed["total"] == 1
    assert job["error_details"]["scenes"][0]["subject"] == "scene", "the story passed, its scene is flagged"


def test_disabled_moderation_is_logged(
    ada_api: TestClient,
    outbox: Outbox,
    vendor: OpenAIServer,
    setting: Callable[..., None],
    capsys: object,
) -> None:
    setting(MODERATION_ENABLED="false")

    job = make_film(ada_api, outbox, BAD)

    assert job["status"] == "completed"
    assert vendor.count("moderations") == 0
    assert "moderation.disabled" in capsys.readouterr().out  # type: ignore[attr-defined]


def test_verdicts_of_the_local_provider_name_it(
    ada_api: TestClient, outbox: Outbox, session: Session
) -> None:
    make_film(ada_api, outbox, "Mara woke. The sea was calm. She sang to the gulls until night came.")

    assert {(v.provider, v.flagged) for v in list_verdicts(session)} == {("local", False)}
