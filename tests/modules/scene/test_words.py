"""The closed vocabularies of scenes and projects: other words are refused, older ones are mapped."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.main import create_app
from app.vocabulary import closed
from tests.visitor import STORY

WORDS = {
    "time_of_day": closed.TIME_OF_DAY.words,
    "mood": closed.MOOD.words,
    "shot_type": closed.SHOT_TYPE.words,
    "camera_move": closed.CAMERA_MOVE.words,
}
NEW = {"title": "Lantern", "story_text": STORY}


@pytest.fixture
def scene(ada_api: TestClient) -> dict[str, Any]:
    """A scene of Ada's."""
    project = ada_api.post("/projects", json=NEW).json()["id"]
    body = {"description": "At midnight a wolf howled in the forest.", "mood": "joyful"}
    return ada_api.post(f"/projects/{project}/scenes", json=body).json()


@pytest.mark.parametrize("name", WORDS)
def test_a_word_outside_a_vocabulary_is_refused_with_the_list(
    ada_api: TestClient, scene: dict, name: str
) -> None:
    scenes = f"/projects/{scene['project_id']}/scenes"
    wrong = {name: "bananas"}

    answers = [
        ada_api.post(scenes, json={"description": "A scene."} | wrong),
        ada_api.patch(f"{scenes}/{scene['id']}", json=wrong),
    ]

    sentence = f"{name}: The value must be one of {', '.join(WORDS[name])}."
    assert [(answer.status_code, answer.json()["detail"]) for answer in answers] == [(422, sentence)] * 2
    assert ada_api.get(scenes).json() == [scene]


@pytest.mark.parametrize(("name", "word"), [(name, word) for name in WORDS for word in WORDS[name]])
def test_every_word_of_a_vocabulary_is_accepted(
    ada_api: TestClient, scene: dict, name: str, word: str
) -> None:
    path = f"/projects/{scene['project_id']}/scenes/{scene['id']}"

    assert ada_api.patch(path, json={name: word}).json()[name] == word


@pytest.mark.parametrize("name", WORDS)
def test_an_empty_word_is_derived_from_the_description(ada_api: TestClient, scene: dict, name: str) -> None:
    scenes = f"/projects/{scene['project_id']}/scenes"
    derived = ada_api.post(scenes, json={"description": scene["description"], "scene_index": 0}).json()

    created = ada_api.post(
        scenes, json={"description": scene["description"], "scene_index": 0, name: ""}
    ).json()
    changed = ada_api.patch(f"{scenes}/{scene['id']}", json={name: ""}).json()

    assert (created[name], changed[name]) == (derived[name], derived[name])


def test_an_unknown_style_is_refused_with_the_list(ada_api: TestClient, scene: dict) -> None:
    path = f"/projects/{scene['project_id']}"

    created = ada_api.post("/projects", json=NEW | {"style": "cubist"})
    changed = ada_api.patch(path, json={"style": "cubist"})

    sentence = "style: The value must be one of storybook, pencil, noir."
    assert (created.json()["detail"], changed.json()["detail"]) == (sentence, sentence)


def test_an_empty_style_is_the_default_one(ada_api: TestClient) -> None:
    project = ada_api.post("/projects", json=NEW | {"style": "noir"}).json()["id"]

    created = ada_api.post("/projects", json=NEW | {"style": ""}).json()
    changed = ada_api.patch(f"/projects/{project}", json={"style": ""}).json()

    assert (created["style"], changed["style"]) == ("storybook", "storybook")


def test_words_that_are_stored_from_before_are_read_as_the_nearest(
    ada_api: TestClient, scene: dict, session: Session
) -> None:
    session.execute(text("UPDATE scenes SET mood = 'Happy', time_of_day = 'midnight'"))
    session.execute(text("UPDATE shots SET shot_type = 'bananas', camera_move = 'Zoom in'"))
    session.execute(text("UPDATE projects SET style = 'Film Noir'"))
    session.commit()

    project = ada_api.get(f"/projects/{scene['project_id']}").json()

    found = {name: project["scenes"][0][name] for name in WORDS}
    assert found == {"shot_type": "wide", "camera_move": "push_in", "mood": "joyful", "time_of_day": "night"}
    assert project["style"] == "noir"


def test_the_vocabularies_are_among_the_options_and_in_the_schema(ada_api: TestClient) -> None:
    options = ada_api.get("/jobs/options").json()
    schemas = create_app().openapi()["components"]["schemas"]

    assert set(options["vocabularies"]) == {*WORDS, "style", "angle", "age", "gender", "kind"}
    assert options["vocabularies"]["shot_type"] == list(closed.SHOT_TYPE.words)
    assert options["exports"] == {"project": [], "job": []}
    assert set(options["understood_languages"]) == {"en", "de", "fr", "es"}
    for name in WORDS:
        assert schemas["SceneRead"]["properties"][name]["enum"] == list(WORDS[name])
        assert schemas["SceneUpdate"]["properties"][name]["enum"] == [*WORDS[name], ""]
