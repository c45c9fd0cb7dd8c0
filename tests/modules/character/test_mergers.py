"""Characters that are joined or deleted: what moves to the survivor, and what leaves the scenes."""

from tests.modules.character.casts import Cast


def test_a_merger_moves_names_lines_and_scenes(cast: Cast) -> None:
    lines = cast.get("Mara")["lines"] + cast.get("Tom")["lines"]
    old = cast.place("Tom")

    answer = cast.merge("Tom", "Mara")

    assert (answer.status_code, answer.json()["name"]) == (200, "Mara")
    assert (answer.json()["aliases"], answer.json()["lines"]) == (["Tom"], lines)
    assert all(scene["characters"].count("Mara") <= 1 for scene in cast.scenes())
    assert "Mara" in cast.scenes()[-1]["characters"]
    assert not [scene for scene in cast.scenes() if "Tom" in scene["characters"]]
    assert cast.api.get(old).status_code == 404


def test_a_scene_that_shows_both_shows_the_survivor_as_it_is_there(cast: Cast) -> None:
    cast.change_scene(0, characters=["Tom", "Mara"], character_prompts=["", "Mara in rags"])

    cast.merge("Tom", "Mara")

    scene = cast.scenes()[0]
    assert (scene["characters"], scene["character_prompts"]) == (["Mara"], ["Mara in rags"])


def test_a_character_can_not_be_merged_into_itself(cast: Cast) -> None:
    answer = cast.merge("Mara", "Mara")

    assert (answer.status_code, answer.json()["code"]) == (422, "character.merged_with_itself")


def test_a_character_of_another_project_is_no_place_to_merge_into(cast: Cast) -> None:
    other = cast.api.post("/projects", json={"title": "B", "story_text": "The sea."}).json()["id"]
    rosa = cast.api.post(f"/projects/{other}/characters", json={"name": "Rosa"}).json()["id"]

    answer = cast.api.post(f"{cast.place('Mara')}/merge", json={"into": rosa})

    assert (answer.status_code, answer.json()["code"]) == (404, "character.not_found")
    assert cast.get("Mara")["aliases"] == []


def test_a_deleted_character_leaves_the_scenes_and_its_lines_are_still_spoken(cast: Cast) -> None:
    place = cast.place("Mara")

    answer = cast.delete("Mara")

    assert (answer.status_code, answer.content) == (204, b"")
    assert cast.api.get(place).status_code == 404
    assert not [scene for scene in cast.scenes() if "Mara" in scene["characters"]]
    assert all(len(scene["characters"]) == len(scene["character_prompts"]) for scene in cast.scenes())
    assert "Mara" in {line["character"] for scene in cast.scenes() for line in scene["dialogue"]}


def test_a_deleted_name_may_be_given_again(cast: Cast) -> None:
    cast.delete("Mara")

    answer = cast.api.post(cast.path, json={"name": "Mara"})
    cast.segment()

    assert answer.status_code == 201
    assert "Mara" in cast.scenes()[0]["characters"]
