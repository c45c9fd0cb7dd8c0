"""A story becomes a film, from the first request to the download."""

from fastapi.testclient import TestClient

from tests.files import fetch
from tests.outbox import Outbox

STORY = "Mara found a lantern on the shore at dawn.\n\nAt night she carried it into the dark forest."


def test_a_story_becomes_a_film_that_can_be_downloaded(ada_api: TestClient, outbox: Outbox) -> None:
    project = ada_api.post("/projects", json={"title": "Lantern", "story_text": STORY}).json()
    job = ada_api.post("/jobs", json={"project_id": project["id"], "config": {"resolution": "480p"}}).json()

    outbox.deliver_all()

    done = ada_api.get(f"/jobs/{job['id']}").json()
    assert (done["status"], done["progress"], done["error_message"]) == ("completed", 100, None)
    download = ada_api.get(f"/jobs/{job['id']}/download-url").json()
    film = fetch(ada_api, download["download_url"], Range="bytes=4-7")
    assert (film.status_code, film.content) == (206, b"ftyp")
