"""A whole job with every OpenAI adapter, in one process."""

from collections import Counter
from collections.abc import Callable

from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.modules.billing.models import ProviderCall
from tests.outbox import Outbox
from tests.pipeline.films import film, finished, new_job
from tests.vendors.answers import error
from tests.vendors.openai_server import Fault, OpenAIServer


def test_a_whole_film_is_made_with_openai(ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer) -> None:
    job = film(ada_api, outbox)

    assert (job["status"], job["error_message"]) == ("completed", None)
    assert vendor.count("responses") == 1
    assert vendor.count("generations") == 1, "one portrait of Mara, for both scenes"
    assert vendor.count("edits") == 2, "each panel goes by her portrait"
    assert vendor.count("speech") == 4, "narrator; narrator, Mara, narrator"


def test_every_call_has_a_row_that_says_how_it_ended(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, session: Session
) -> None:
    film(ada_api, outbox)

    rows = session.scalars(select(ProviderCall)).all()
    assert len(rows) == len(vendor.calls)
    assert Counter((row.outcome, row.answer_key) for row in rows) == {("done", None): len(rows)}
    assert all(row.user_id and row.project_id and row.job_id and row.ended_at for row in rows)


def test_the_vendor_learns_a_hash_and_no_user(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    film(ada_api, outbox)

    bodies = vendor.bodies("responses") + vendor.bodies("generations") + vendor.bodies("edits")
    assert {len(body["safety_identifier"]) for body in bodies} == {64}
    assert len({body["safety_identifier"] for body in bodies}) == 1


def test_faults_that_pass_are_survived(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    limited = error("Slow.", "rate_limit_exceeded", "requests")
    vendor.faults += [
        Fault("moderations", "status", 500, body=error("Oops.", "server_error")),
        Fault("responses", "status", 429, {"retry-after": "30"}, limited),
        Fault("generations", "reset"),
        Fault("edits", "truncated"),
        Fault("edits", "status", 503, body=error("Oops.", "server_error")),
        Fault("speech", "status", 429, body=limited),
        Fault("speech", "answer", body=b"no sound"),
    ]

    job = film(ada_api, outbox)

    assert (job["status"], job["error_message"], vendor.faults) == ("completed", None, [])


def test_an_empty_account_fails_the_job_at_once(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    quota = error("No money.", "insufficient_quota", "insufficient_quota")
    vendor.faults.append(Fault("generations", "status", 429, body=quota))

    job = film(ada_api, outbox)

    assert (job["status"], job["error_code"]) == ("failed", "provider.quota")
    assert "Scene 1" in job["error_message"]
    assert vendor.count("generations") == 1


def test_a_retry_pays_only_for_what_is_missing(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    vendor.faults += [Fault("edits", "status", 400, body=error("No.", "bad"))]
    failed = film(ada_api, outbox)
    before = {path: vendor.count(path) for path in ("responses", "generations", "speech")}

    retried = ada_api.post(f"/jobs/{failed['id']}/retry").json()
    job = finished(ada_api, outbox, retried["id"])

    assert (failed["status"], job["status"]) == ("failed", "completed")
    assert vendor.count("generations") == before["generations"]
    assert vendor.count("responses") == before["responses"]


def test_another_film_of_the_same_scenes_costs_nothing(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    first = film(ada_api, outbox)
    before = len(vendor.calls) - vendor.count("moderations")

    second = finished(ada_api, outbox, new_job(ada_api, first["project_id"], resolution="720p")["id"])

    assert second["status"] == "completed"
    assert len(vendor.calls) - vendor.count("moderations") == before
