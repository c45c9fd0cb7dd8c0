"""The supervisor restarts every killed process, and the job continues."""

import signal

from tests.embedded.studio import Studio

KILLED = ["-Q emails", "-Q images", "app.cli dispatcher", "uvicorn", "valkey-server", "-Q compose"]


def test_every_killed_process_is_started_again(studio: Studio) -> None:
    job_id, victims = studio.start_job(seed=1), iter(KILLED)
    seen = []

    for event in studio.events(job_id):
        seen.append(event["id"])
        if event.get("done") and (victim := next(victims, None)):
            studio.kill(victim)

    job = studio.read(f"/jobs/{job_id}")
    assert (job["status"], job["error_message"], next(victims, None)) == ("completed", None, None)
    assert seen == list(range(1, len(seen) + 1))


def test_a_job_continues_after_the_whole_studio_was_killed(studio: Studio) -> None:
    job_id = studio.start_job(seed=100)
    for event in studio.events(job_id):
        if event.get("stage") == "generating_images":
            break

    studio.stop(signal.SIGKILL)
    studio.start()

    assert [e["status"] for e in studio.events(job_id, event["id"])][-1] == "completed"


def test_a_retry_reuses_finished_parts(studio: Studio) -> None:
    job_id = studio.start_job(seed=200)
    for event in studio.events(job_id):
        if event.get("stage") == "generating_images" and event["done"] == 1:
            studio.client.post(f"/jobs/{job_id}/cancel")

    retry = studio.client.post(f"/jobs/{job_id}/retry").json()
    list(studio.events(retry["id"]))

    job = studio.client.get(f"/jobs/{retry['id']}").json()
    drawn = next(stage for stage in job["stages"] if stage["stage"] == "generating_images")
    assert (job["status"], job["retry_of"], drawn["cached"] >= 1) == ("completed", job_id, True)
