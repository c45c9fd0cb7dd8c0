"""The portraits of a film: one for each character of the project, drawn, uploaded or rendered before."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.files import fetch, image, upload
from tests.outbox import Outbox
from tests.pipeline.films import create_project, run_to_end, start_job
from tests.vendors.endpoints import FORBIDDEN
from tests.vendors.openai_server import OpenAIServer

PNG = image()


@pytest.fixture
def mara(ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer) -> str:
    """The address of Mara, who is on both scenes of a project that OpenAI has segmented."""
    project = create_project(ada_api)
    ada_api.post(f"/projects/{project}/segment")
    outbox.deliver_all()
    (character,) = ada_api.get(f"/projects/{project}/characters").json()
    return f"/projects/{project}/characters/{character['id']}"


def get_ids(mara: str) -> tuple[int, int]:
    """Return the ids of the project and the character."""
    return int(mara.split("/")[2]), int(mara.split("/")[4])


def film(api: TestClient, outbox: Outbox, mara: str) -> dict[str, Any]:
    """Make the project's film and return its completed job."""
    job = run_to_end(api, outbox, start_job(api, get_ids(mara)[0])["id"])
    assert (job["status"], job["error_message"]) == ("completed", None)
    return job


def test_a_film_draws_one_portrait_for_all_scenes_and_shows_it(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, mara: str
) -> None:
    job = film(ada_api, outbox, mara)

    assert vendor.count("generations") == 1
    (portrait,) = [
        one for one in ada_api.get(f"/jobs/{job['id']}/assets").json() if one["type"] == "character"
    ]
    assert (portrait["character_id"], portrait["scene_id"]) == (get_ids(mara)[1], None)
    scenes = ada_api.get(f"/projects/{get_ids(mara)[0]}/scenes").json()
    shown = {path for scene in scenes for path in scene["character_paths"]}
    assert shown == {ada_api.get(mara).json()["portrait_path"]}


def test_a_scene_that_shows_a_character_otherwise_has_a_portrait_of_its_own(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, mara: str
) -> None:
    project = get_ids(mara)[0]
    scene = ada_api.get(f"/projects/{project}/scenes").json()[1]["id"]
    ada_api.patch(f"/projects/{project}/scenes/{scene}", json={"character_prompts": ["a woman in rags"]})

    film(ada_api, outbox, mara)

    prompts = [body["prompt"] for body in vendor.bodies("generations")]
    assert sorted("in rags" in prompt for prompt in prompts) == [False, True]


def test_an_edited_look_is_in_the_words_of_portrait_and_panels(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, mara: str
) -> None:
    ada_api.patch(mara, json={"look": {"clothes": "coat", "clothes_colour": "yellow"}})

    film(ada_api, outbox, mara)

    bodies = vendor.bodies("generations") + vendor.bodies("edits")
    assert len(bodies) == 3
    assert all("yellow coat" in body["prompt"] for body in bodies)


def test_a_portrait_that_was_rendered_before_is_not_paid_again(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, mara: str
) -> None:
    ada_api.post(f"{mara}/render")
    outbox.deliver_all()

    film(ada_api, outbox, mara)

    assert vendor.count("generations") == 1


@pytest.mark.parametrize("kind", ["character", "reference"])
def test_an_uploaded_picture_replaces_the_portrait(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, mara: str, kind: str
) -> None:
    project, character = get_ids(mara)
    upload(ada_api, project, PNG, type=kind, filename="m.png", character_id=character)
    before = ada_api.get(mara).json()["portrait_path"]

    film(ada_api, outbox, mara)

    assert vendor.count("generations") == 0
    assert [body["image[]"] for body in vendor.bodies("edits")] == [[PNG], [PNG]]
    assert ada_api.get(mara).json()["portrait_path"] == before
    assert before is None or fetch(ada_api, before).content == PNG


def test_an_uploaded_photo_goes_to_the_vendor_as_png(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, mara: str
) -> None:
    project, character = get_ids(mara)
    photo = {"filename": "m.jpg", "content_type": "image/jpeg"}
    upload(ada_api, project, image("JPEG"), type="reference", character_id=character, **photo)

    film(ada_api, outbox, mara)

    assert all(body["image[]"][0].startswith(PNG[:8]) for body in vendor.bodies("edits"))


def test_an_estimate_knows_the_portrait_that_was_rendered(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, mara: str
) -> None:
    body = {"project_id": get_ids(mara)[0], "config": {"resolution": "480p"}}
    before = ada_api.post("/jobs/estimate", json=body).json()["stages"][2]
    ada_api.post(f"{mara}/render")
    outbox.deliver_all()

    after = ada_api.post("/jobs/estimate", json=body).json()["stages"][2]

    assert (before["tasks"], before["cached"], after["tasks"], after["cached"]) == (3, 0, 3, 1)


def test_a_flagged_description_is_not_drawn(
    ada_api: TestClient, outbox: Outbox, vendor: OpenAIServer, mara: str
) -> None:
    ada_api.patch(mara, json={"prompt": f"a {FORBIDDEN} thing"})

    location = ada_api.post(f"{mara}/render").headers["location"]
    outbox.deliver_all()

    render = ada_api.get(location).json()
    assert (render["status"], render["error_code"]) == ("failed", "moderation.flagged")
    assert "the character “Mara”" in render["error_message"]
    assert vendor.count("generations") == 0
