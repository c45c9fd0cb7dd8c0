"""Whatever is killed, the studio starts it again, and the job goes on."""

import signal

from tests.embedded.studio import Studio

KILLED = ["-Q emails", "-Q images", "app.cli dispatcher", "uvicorn", "valkey-server", "-Q compose"]


def test_whatever_child_is_killed_is_started_again(studio: Studio) -> None:
    job_id, victims = studio.start_job(seed=1), iter(KILLED)
    seen = []

    for event in studio.events(job_id):
        seen.append(event["id"])
        if event.get("done") and (victim := next(victims, None)):
            studio.kill(victim)

    job = studio.read(f"/jobs/{job_id}")
    assert (job["status"], job["error_message"], next(victims, None)) == ("completed", None, None)
    assert seen == list(range(1, len(seen) + 1))


def test_a_whole_studio_killed_and_started_again_goes_on(studio: Studio) -> None:
    job_id = studio.start_job(seed=100)
    for event in studio.events(job_id):
        if event.get("stage") == "generating_images":
            break

    studio.stop(signal.SIGKILL)
    studio.start()

    assert [e["status"] for e in studio.events(job_id, event["id"])][-1] == "completed"


def test_a_retry_makes_nothing_again(studio: Studio) -> None:
    job_id = studio.start_job(seed=200)
    for event in studio.events(job_id):
        if event.get("stage") == "generating_images" and event["done"] == 1:
            studio.client.post(f"/jobs/{job_id}/cancel")

    retry = studio.client.post(f"/jobs/{job_id}/retry").json()
    list(studio.events(retry["id"]))

    job = studio.client.get(f"/jobs/{retry['id']}").json()
    drawn = next(stage for stage in job["stages"] if stage["stage"] == "generating_images")
    assert (job["status"], job["retry_of"], drawn["cached"] >= 1) == ("completed", job_id, True)
