"""A whole job with every OpenAI adapter, in one process."""

from collections import Counter
from collections.abc import Callable

from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.modules.billing.models import ProviderCall
from tests.outbox import Outbox
from tests.pipeline.films import make_film, run_to_end, start_job
from tests.vendors.answers import error
from tests.vendors.openai_server import Fault, OpenAIServer


def test_a_whole_film_is_made_with_openai(ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer) -> None:
    job = make_film(ada_api, outbox)

    assert (job["status"], job["error_message"]) == ("completed", None)
    assert vendor.count("responses") == 1
    assert vendor.count("generations") == 1, "one portrait of Mara, for both scenes"
    assert vendor.count("edits") == 2, "each panel goes by her portrait"
    assert vendor.count("speech") == 4, "narrator; narrator, Mara, narrator"


def test_every_call_is_stored_with_its_outcome(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, session: Session
) -> None:
    make_film(ada_api, outbox)

    rows = session.scalars(select(ProviderCall)).all()
    assert len(rows) == len(vendor.calls)
    assert Counter((row.outcome, row.answer_key) for row in rows) == {("done", None): len(rows)}
    assert all(row.user_id and row.project_id and row.job_id and row.ended_at for row in rows)


def test_the_vendor_gets_one_hash_in_place_of_the_user(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    make_film(ada_api, outbox)

    bodies = vendor.bodies("responses") + vendor.bodies("generations") + vendor.bodies("edits")
    assert {len(body["safety_identifier"]) for body in bodies} == {64}
    assert len({body["safety_identifier"] for body in bodies}) == 1


def test_a_job_completes_in_spite_of_transient_faults(
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

    job = make_film(ada_api, outbox)

    assert (job["status"], job["error_message"], vendor.faults) == ("completed", None, [])


def test_an_exhausted_quota_fails_the_job_at_once(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    quota = error("No money.", "insufficient_quota", "insufficient_quota")
    vendor.faults.append(Fault("generations", "status", 429, body=quota))

    job = make_film(ada_api, outbox)

    assert (job["status"], job["error_code"]) == ("failed", "provider.quota")
    assert job["error_message"].startswith("Mara, portrait: ")
    assert vendor.count("generations") == 1


def test_a_retry_makes_only_the_calls_that_are_missing(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    vendor.faults += [Fault("edits", "status", 400, body=error("No.", "bad"))]
    failed = make_film(ada_api, outbox)
    before = {path: vendor.count(path) for path in ("responses", "generations", "speech")}

    retried = ada_api.post(f"/jobs/{failed['id']}/retry").json()
    job = run_to_end(ada_api, outbox, retried["id"])

    assert (failed["status"], job["status"]) == ("failed", "completed")
    assert vendor.count("generations") == before["generations"]
    assert vendor.count("responses") == before["responses"]


def test_another_film_of_the_same_scenes_makes_no_paid_call(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer
) -> None:
    first = make_film(ada_api, outbox)
    before = len(vendor.calls) - vendor.count("moderations")

    second = run_to_end(ada_api, outbox, start_job(ada_api, first["project_id"], resolution="720p")["id"])

    assert second["status"] == "completed"
    assert len(vendor.calls) - vendor.count("moderations") == before
