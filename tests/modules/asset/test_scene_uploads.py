"""Uploads that are shown on a scene."""

from fastapi.testclient import TestClient

from tests.files import begin, fetch, image, upload

PNG = image()


def test_a_background_named_after_a_scene_is_shown_on_it(ada_api: TestClient, project: int) -> None:
    asset = upload(ada_api, project, PNG, type="background", filename="scene-2.png")

    scenes = ada_api.get(f"/projects/{project}/scenes").json()
    assert asset["scene_id"] == scenes[1]["id"]
    assert fetch(ada_api, scenes[1]["background_path"]).content == PNG
    assert scenes[0]["background_path"] is None


def test_a_portrait_named_after_a_character_is_shown_for_it(ada_api: TestClient, project: int) -> None:
    scene = ada_api.get(f"/projects/{project}/scenes").json()[0]
    ada_api.patch(f"/projects/{project}/scenes/{scene['id']}", json={"characters": ["Otto", "Mara"]})

    upload(ada_api, project, PNG, type="character", filename="mara.png", scene_id=scene["id"])

    paths = ada_api.get(f"/projects/{project}/scenes").json()[0]["character_paths"]
    assert paths[0] is None
    assert fetch(ada_api, paths[1]).content == PNG


def test_an_upload_for_a_scene_that_the_project_lacks_is_refused(ada_api: TestClient, project: int) -> None:
    answer = begin(ada_api, project, PNG, type="background", scene_id=999_999)

    assert answer.json()["code"] == "scene.not_found"
