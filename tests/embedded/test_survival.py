"""Whatever is killed, the job goes on, and each scene is in the film once."""

import signal

import pytest

from tests.embedded.studio import Studio

KILLED = {
    "editor": "-Q compose",
    "artist": "-Q images",
    "clerk": "-Q emails",
    "dispatcher": "app.cli dispatcher",
    "api": "uvicorn",
    "valkey": "valkey-server",
}


@pytest.mark.parametrize("victim", KILLED)
def test_a_job_survives_the_kill_of(studio: Studio, victim: str) -> None:
    seed = list(KILLED).index(victim) + 1
    job_id = studio.start_job(seed=seed)
    seen = []

    for event in studio.events(job_id):
        seen.append(event["id"])
        if event.get("stage") == "generating_images" and event["done"] == 1:
            studio.kill(KILLED[victim])

    job = studio.client.get(f"/jobs/{job_id}").json()
    assert (job["status"], job["error_message"]) == ("completed", None)
    assert seen == list(range(1, len(seen) + 1))
    clips = [a for a in studio.client.get(f"/jobs/{job_id}/assets").json() if a["type"] == "clip"]
    assert sorted(clip["scene_id"] for clip in clips) == sorted({clip["scene_id"] for clip in clips})
    assert sum(clip["meta"]["frames"] for clip in clips) == round(job["film"]["duration_sec"] * 24)


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
