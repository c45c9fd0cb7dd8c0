"""The names on scenes: they are those of the cast, and a new one adds a character."""

from sqlalchemy.orm import Session

from app.modules.character.errors import MAX_CHARACTERS
from app.modules.character.models import Character
from tests.modules.character.casts import Cast


def test_a_new_name_on_a_scene_adds_a_character(cast: Cast) -> None:
    scene = cast.change_scene(0, characters=["Mara", "Queen Rosa"])

    rosa = cast.get("Queen Rosa")
    assert scene["characters"] == ["Mara", "Queen Rosa"]
    assert scene["character_prompts"] == [cast.get("Mara")["prompt"], rosa["prompt"]]
    assert (rosa["is_edited"], rosa["gender"], cast.names[-1]) == (False, "female", "Queen Rosa")


def test_a_new_name_with_a_prompt_is_described_by_it(cast: Cast) -> None:
    cast.change_scene(0, characters=["Rex"], character_prompts=["a green dragon"])

    rex = cast.get("Rex")
    assert (rex["prompt"], rex["kind"], rex["species"], rex["is_edited"]) == (
        *("a green dragon", "animal", "dragon"),
        True,
    )


def test_names_are_matched_without_case_and_by_alias(cast: Cast) -> None:
    cast.change("Mara", aliases=["the girl"])
    before = cast.names

    scene = cast.change_scene(0, characters=["TOM", "The Girl", "mara"])

    assert scene["characters"] == ["Tom", "Mara"]
    assert cast.names == before


def test_prompts_stay_with_their_names_when_these_are_ordered_anew(cast: Cast) -> None:
    cast.change_scene(0, characters=["Mara", "Tom"], character_prompts=["Mara in rags", ""])

    scene = cast.change_scene(0, characters=["Tom", "Mara"])

    assert scene["character_prompts"] == [cast.get("Tom")["prompt"], "Mara in rags"]


def test_an_empty_prompt_is_the_characters_own_again(cast: Cast) -> None:
    cast.change_scene(0, characters=["Mara"], character_prompts=["Mara in rags"])

    scene = cast.change_scene(0, character_prompts=[""])

    assert scene["character_prompts"] == [cast.get("Mara")["prompt"]]


def test_a_new_scene_shows_the_cast_as_it_looks_elsewhere(cast: Cast) -> None:
    prompt = cast.change("Mara", look={"hair": "long"}).json()["prompt"]

    scene = cast.api.post(
        f"/projects/{cast.project}/scenes", json={"description": "Mara slept.", "characters": ["mara"]}
    ).json()

    assert (scene["characters"], scene["character_prompts"]) == (["Mara"], [prompt])


def test_a_deleted_character_is_not_found_in_a_new_scene_but_may_be_named_there(cast: Cast) -> None:
    cast.delete("Tom")
    path = f"/projects/{cast.project}/scenes"

    found = cast.api.post(path, json={"description": "Tom ran. Tom sang."}).json()
    named = cast.api.post(path, json={"description": "Tom ran.", "characters": ["Tom"]}).json()

    assert "Tom" not in found["characters"]
    assert named["characters"] == ["Tom"]


def test_lines_that_are_written_on_a_scene_count(cast: Cast) -> None:
    before = cast.get("Mara")["lines"]
    own = len([line for line in cast.scenes()[0]["dialogue"] if line["character"] == "Mara"])

    cast.change_scene(0, dialogue=[{"character": "mara", "line": "Look!"}] * 5)

    assert cast.get("Mara")["lines"] == before - own + 5


def test_a_project_has_room_for_so_many_characters_only(cast: Cast, session: Session) -> None:
    places = range(len(cast.names), MAX_CHARACTERS - 1)
    session.add_all(
        Character(project_id=cast.project, position=place, name=f"Sailor {place}", prompt="a sailor")
        for place in places
    )
    session.flush()
    scene = f"/projects/{cast.project}/scenes/{cast.scenes()[0]['id']}"

    too_many = cast.api.patch(scene, json={"characters": ["Queen Rosa", "King Hugo"]})
    one = cast.api.patch(scene, json={"characters": ["Queen Rosa"]})

    assert (too_many.status_code, too_many.json()["code"]) == (422, "character.too_many")
    assert (one.status_code, cast.names[-1], len(cast.names)) == (200, "Queen Rosa", MAX_CHARACTERS)
