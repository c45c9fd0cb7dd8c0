"""Scenes as clients see them."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.film.boards.composition import choose_cast
from app.modules.character.service import CharacterService
from app.modules.scene.drafts import draft_of
from app.modules.scene.models import Scene, Shot
from app.pipeline.briefs import make_brief
from app.story.scene import SceneDraft
from app.vocabulary.actions import Action
from app.vocabulary.species import Species
from app.vocabulary.staging import Figure, Posture
from tests.files import fetch
from tests.outbox import Outbox
from tests.visitor import STORY


@pytest.fixture
def project(ada_api: TestClient) -> int:
    """Ada's project."""
    return int(ada_api.post("/projects", json={"title": "Lantern", "story_text": STORY}).json()["id"])


@pytest.fixture
def segmented(ada_api: TestClient, project: int, outbox: Outbox) -> int:
    """Ada's project, cut into scenes."""
    ada_api.post("/projects/segment", json={"projectId": project})
    outbox.deliver_all()
    return project


def test_segmenting_runs_on_its_queue_and_drops_no_sentence(
    ada_api: TestClient, project: int, outbox: Outbox
) -> None:
    started = ada_api.post("/projects/segment", json={"projectId": project})
    queues = [message.queue for message in outbox.messages]
    outbox.deliver_all()

    done = ada_api.get(f"/projects/{project}").json()
    assert (started.status_code, started.json()["status"], queues) == (202, "segmenting", ["segmentation"])
    assert done["status"] == "segmented"
    assert " ".join(" ".join(s["description"] for s in done["scenes"]).split()) == " ".join(STORY.split())
    assert [scene["scene_index"] for scene in done["scenes"]] == [0, 1, 2]


def test_nothing_is_changed_while_a_project_is_segmented(ada_api: TestClient, segmented: int) -> None:
    scene = ada_api.get(f"/projects/{segmented}/scenes").json()[0]["id"]
    ada_api.post(f"/projects/{segmented}/segment")

    answers = [
        ada_api.post(f"/projects/{segmented}/segment"),
        ada_api.post(f"/projects/{segmented}/scenes", json={"description": "New."}),
        ada_api.patch(f"/projects/{segmented}/scenes/{scene}", json={"mood": "calm"}),
        ada_api.delete(f"/projects/{segmented}/scenes/{scene}"),
        ada_api.put(f"/projects/{segmented}/scenes/order", json={"scene_ids": [scene]}),
        ada_api.post(f"/projects/{segmented}/scenes/{scene}/render", json={"what": "all"}),
        ada_api.patch(f"/projects/{segmented}", json={"title": "New"}),
    ]

    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(409, "project.busy")}


def test_a_scene_by_hand_needs_only_its_description(ada_api: TestClient, segmented: int) -> None:
    answer = ada_api.post(
        f"/projects/{segmented}/scenes",
        json={"description": "At midnight a wolf howled in the forest.", "scene_index": 1},
    )

    scene = answer.json()
    assert (answer.status_code, scene["scene_index"], scene["time_of_day"]) == (201, 1, "night")
    assert "FOREST" in scene["heading"]
    assert [s["scene_index"] for s in ada_api.get(f"/projects/{segmented}/scenes").json()] == [0, 1, 2, 3]


def test_an_edited_scene_keeps_the_rest(ada_api: TestClient, segmented: int) -> None:
    before = ada_api.get(f"/projects/{segmented}/scenes").json()[1]

    after = ada_api.patch(
        f"/projects/{segmented}/scenes/{before['id']}",
        json={"mood": "joyful", "dialogue": [{"character": "Mara", "line": "Look!"}]},
    ).json()

    assert (after["mood"], after["dialogue"]) == ("joyful", [{"character": "Mara", "line": "Look!"}])
    assert after["description"] == before["description"]


def test_words_that_an_owner_edits_are_read_and_what_was_known_before_is_dropped(
    ada_api: TestClient, segmented: int, session: Session
) -> None:
    stored = select(Scene).where(Scene.project_id == segmented).order_by(Scene.scene_index).limit(1)
    before = draft_of(session.scalars(stored).one())
    path = f"/projects/{segmented}/scenes/{ada_api.get(f'/projects/{segmented}/scenes').json()[0]['id']}"
    prompts = ["a dragon", *before.character_prompts[1:]]

    ada_api.patch(path, json={"mood": "joyful", "narration": "Another one."})
    session.expire_all()
    kept = draft_of(session.scalars(stored).one())
    ada_api.patch(path, json={"background_prompt": "a castle at night", "character_prompts": prompts})
    session.expire_all()
    edited = session.scalars(stored).one()

    assert (kept.looks, kept.place) == (before.looks, before.place)
    assert draft_of(edited).place is None
    assert draft_of(edited).looks[1:] == before.looks[1:]
    assert draft_of(edited).shots[0].staging == kept.shots[0].staging
    brief = make_brief(edited, edited.first_shot, CharacterService(session).get_cast(segmented))
    assert choose_cast(replace(brief, characters=tuple(edited.characters)))[0].species is Species.DRAGON


def test_a_description_that_an_owner_edits_is_read_for_its_beats(
    ada_api: TestClient, segmented: int, session: Session
) -> None:
    stored = select(Scene).where(Scene.project_id == segmented).order_by(Scene.scene_index).limit(1)
    before = draft_of(session.scalars(stored).one())
    path = f"/projects/{segmented}/scenes/{ada_api.get(f'/projects/{segmented}/scenes').json()[0]['id']}"
    words = "Mara fell asleep with a lantern among the guests."

    ada_api.patch(path, json={"description": words, "narration": words})
    session.expire_all()
    edited = draft_of(session.scalars(stored).one())

    assert (edited.looks, edited.place) == (before.looks, before.place)
    assert {beat.verb for beat in edited.beats} != {beat.verb for beat in before.beats}
    assert Action.SLEEP in {figure.action for figure in list_figures(edited)}


def test_a_scene_by_hand_is_staged_as_the_story_would_be(
    ada_api: TestClient, segmented: int, session: Session
) -> None:
    answer = ada_api.post(f"/projects/{segmented}/scenes", json={"description": "A woman carried a torch."})

    figures = list_figures(draft_of(session.get_one(Scene, answer.json()["id"])))
    assert (Posture.STAND, "torch") in {(figure.posture, figure.held_prop) for figure in figures}


def list_figures(scene: SceneDraft) -> list[Figure]:
    """Return the figures of all shots of a scene."""
    return [figure for shot in scene.shots if shot.staging for figure in shot.staging.figures]


def test_scenes_from_before_data_was_stored_are_drawn_by_their_words(
    ada_api: TestClient, segmented: int, session: Session, outbox: Outbox
) -> None:
    session.execute(update(Scene).values(looks=None, place=None))
    session.execute(update(Shot).values(staging=None, beats=None))
    scene = ada_api.get(f"/projects/{segmented}/scenes").json()[0]

    ada_api.post(f"/projects/{segmented}/scenes/{scene['id']}/render", json={"what": "all"})
    outbox.deliver_all()

    drawn = ada_api.get(f"/projects/{segmented}").json()["scenes"][0]
    assert drawn["background_path"]
    assert all(drawn["character_paths"])


def test_data_is_not_on_the_wire(ada_api: TestClient, segmented: int) -> None:
    scene = ada_api.get(f"/projects/{segmented}/scenes").json()[0]

    assert not {"looks", "place", "staging"} & set(scene)


def test_a_removed_scene_leaves_no_gap(ada_api: TestClient, segmented: int) -> None:
    scenes = ada_api.get(f"/projects/{segmented}/scenes").json()

    answer = ada_api.delete(f"/projects/{segmented}/scenes/{scenes[0]['id']}")

    left = ada_api.get(f"/projects/{segmented}/scenes").json()
    assert (answer.status_code, answer.content) == (204, b"")
    assert [(s["id"], s["scene_index"]) for s in left] == [(scenes[1]["id"], 0), (scenes[2]["id"], 1)]


def test_scenes_are_ordered_by_naming_all_of_them(ada_api: TestClient, segmented: int) -> None:
    ids = [scene["id"] for scene in ada_api.get(f"/projects/{segmented}/scenes").json()]

    turned = ada_api.put(f"/projects/{segmented}/scenes/order", json={"scene_ids": ids[::-1]})
    missing = ada_api.put(f"/projects/{segmented}/scenes/order", json={"scene_ids": ids[1:]})
    twice = ada_api.put(f"/projects/{segmented}/scenes/order", json={"scene_ids": [*ids[1:], ids[1]]})

    assert [scene["id"] for scene in turned.json()] == ids[::-1]
    assert (missing.status_code, twice.status_code) == (422, 422)


def test_stills_of_one_scene_are_drawn_on_demand(ada_api: TestClient, segmented: int, outbox: Outbox) -> None:
    scene = ada_api.get(f"/projects/{segmented}/scenes").json()[0]
    path = f"/projects/{segmented}/scenes/{scene['id']}/render"

    answer = ada_api.post(path, json={"what": "all"})
    outbox.deliver_all()

    drawn = ada_api.get(f"/projects/{segmented}").json()["scenes"][0]
    assert (answer.status_code, ada_api.post(path, json={"what": "nothing"}).status_code) == (202, 422)
    assert len(drawn["character_paths"]) == len(drawn["characters"]) > 0
    for url in (drawn["background_path"], *drawn["character_paths"]):
        picture = fetch(ada_api, url)
        assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")


def test_a_scene_of_somebody_else_is_not_there(
    ada_api: TestClient, bob_api: TestClient, segmented: int
) -> None:
    scene = ada_api.get(f"/projects/{segmented}/scenes").json()[0]["id"]
    own = bob_api.post("/projects", json={"title": "Bob's", "story_text": STORY}).json()["id"]

    assert bob_api.get(f"/projects/{segmented}/scenes").status_code == 404
    assert bob_api.patch(f"/projects/{own}/scenes/{scene}", json={"mood": "sad"}).status_code == 404
    assert bob_api.post("/projects/segment", json={"projectId": segmented}).status_code == 404


def test_a_story_that_can_not_be_read_gives_the_project_back_and_says_why(
    ada_api: TestClient, outbox: Outbox
) -> None:
    broken = {"title": "Broken", "story_text": "<FinalDraft><Oops>", "story_format": "fdx"}
    project = ada_api.post("/projects", json=broken).json()["id"]
    ada_api.post("/projects/segment", json={"projectId": project})

    outbox.deliver_all()

    answer = ada_api.get(f"/projects/{project}").json()
    assert (answer["status"], answer["error_code"]) == ("draft", "story.invalid")
    assert answer["error_message"]
