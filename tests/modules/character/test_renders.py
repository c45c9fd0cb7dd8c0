"""Portraits of characters: drawn on demand, uploaded, shown on all scenes, and removed."""

from fastapi.testclient import TestClient

from tests.files import fetch, image, upload
from tests.modules.character.casts import Cast

PNG = image()


def list_portraits(cast: Cast, name: str) -> list[str | None]:
    """Return the addresses of a character's portrait on all scenes that show it."""
    return [
        scene["character_paths"][scene["characters"].index(name)]
        for scene in cast.scenes()
        if name in scene["characters"]
    ]


def test_a_rendered_portrait_is_shown_on_all_scenes(cast: Cast) -> None:
    answer = cast.api.post(f"{cast.place('Mara')}/render")
    queued = cast.api.get(answer.headers["location"]).json()
    cast.outbox.deliver_all()

    done = cast.api.get(answer.headers["location"]).json()
    mara = cast.get("Mara")
    assert (answer.status_code, answer.json(), queued["status"]) == (202, queued, "queued")
    assert (queued["character_id"], queued["scene_id"], queued["completed_at"]) == (mara["id"], None, None)
    assert (done["status"], done["error_code"]) == ("done", None)
    assert done["completed_at"]
    assert set(list_portraits(cast, "Mara")) == {mara["portrait_path"]}
    assert fetch(cast.api, mara["portrait_path"]).headers["content-type"] == "image/png"


def test_a_portrait_stays_with_its_character_when_the_story_is_segmented_again(cast: Cast) -> None:
    cast.api.post(f"{cast.place('Mara')}/render")
    cast.outbox.deliver_all()
    before = cast.get("Mara")["portrait_path"]

    cast.segment()

    assert before
    assert cast.get("Mara")["portrait_path"] == before


def test_a_portrait_of_a_scene_is_that_of_the_character(cast: Cast) -> None:
    scene = cast.scenes()[0]
    path = f"/projects/{cast.project}/scenes/{scene['id']}/render"

    cast.api.post(path, json={"what": "characters"})
    cast.outbox.deliver_all()

    assert all(cast.get(name)["portrait_path"] for name in scene["characters"])
    assert set(list_portraits(cast, "Mara")) == {cast.get("Mara")["portrait_path"]}


def test_a_scene_on_which_a_character_looks_otherwise_has_a_portrait_of_its_own(cast: Cast) -> None:
    scene = cast.change_scene(0, characters=["Mara"], character_prompts=["Mara in rags"])
    path = f"/projects/{cast.project}/scenes/{scene['id']}/render"

    cast.api.post(path, json={"what": "characters"})
    cast.outbox.deliver_all()

    own, *others = list_portraits(cast, "Mara")
    assert own
    assert set(others) == {None}
    assert cast.get("Mara")["portrait_path"] is None


def test_a_character_that_was_deleted_is_not_drawn(cast: Cast) -> None:
    location = cast.api.post(f"{cast.place('Mara')}/render").headers["location"]
    cast.delete("Mara")

    cast.outbox.deliver_all()

    assert cast.api.get(location).json()["status"] != "done"


def test_an_uploaded_portrait_is_shown_until_it_is_deleted(cast: Cast) -> None:
    mara = cast.get("Mara")["id"]

    asset = upload(cast.api, cast.project, PNG, type="character", filename="m.png", character_id=mara)
    shown = list_portraits(cast, "Mara")
    cast.api.delete(f"/assets/{asset['id']}")

    assert asset["character_id"] == mara
    assert all(shown)
    assert fetch(cast.api, shown[0] or "").content == PNG
    assert set(list_portraits(cast, "Mara")) == {None}


def test_an_uploaded_reference_is_named_by_its_character_until_it_is_deleted(cast: Cast) -> None:
    mara = cast.get("Mara")["id"]

    asset = upload(cast.api, cast.project, PNG, type="reference", filename="m.png", character_id=mara)
    named = cast.get("Mara")["reference_asset_id"]
    cast.api.delete(f"/assets/{asset['id']}")

    assert (named, cast.get("Mara")["reference_asset_id"]) == (asset["id"], None)


def test_a_reference_is_chosen_among_the_pictures_of_the_project(cast: Cast) -> None:
    asset = upload(cast.api, cast.project, PNG, type="reference", filename="m.png")
    tune = upload(cast.api, cast.project, PNG, type="background", filename="b.png")

    chosen = cast.change("Mara", reference_asset_id=asset["id"]).json()
    refused = cast.change("Mara", reference_asset_id=tune["id"])

    assert chosen["reference_asset_id"] == asset["id"]
    assert (refused.status_code, refused.json()["code"]) == (422, "character.reference_unfit")
    assert cast.change("Mara", reference_asset_id=None).json()["reference_asset_id"] is None


def test_a_merger_moves_pictures(cast: Cast) -> None:
    tom, mara = cast.get("Tom")["id"], cast.get("Mara")["id"]
    asset = upload(cast.api, cast.project, PNG, type="character", filename="t.png", character_id=tom)

    merged = cast.merge("Tom", "Mara").json()

    assert fetch(cast.api, merged["portrait_path"]).content == PNG
    assert cast.api.get(f"/assets/{asset['id']}").json()["character_id"] == mara


def test_a_render_of_somebody_else_is_not_there(cast: Cast, bob_api: TestClient) -> None:
    location = cast.api.post(f"{cast.place('Mara')}/render").headers["location"]

    assert bob_api.get(location).status_code == 404


def test_what_a_character_carries_is_drawn_in_its_hand(cast: Cast) -> None:
    scene = cast.scenes()[2]
    place, pictures = f"/projects/{cast.project}/scenes/{scene['id']}/render", []

    for thing in ("sword", "basket"):
        cast.change("Tom", prompt="a boy", look={"carries": thing})
        cast.api.post(place, json={"what": "background"})
        cast.outbox.deliver_all()
        pictures.append(fetch(cast.api, cast.scenes()[2]["background_path"]).content)

    assert scene["characters"][0] == "Tom"
    assert pictures[0] != pictures[1]
