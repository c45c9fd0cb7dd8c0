"""Characters that segmentation finds, and what stays of them when a story is segmented again."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.modules.scene.models import Scene
from app.vocabulary import closed
from tests.modules.character.casts import Cast
from tests.modules.character.conftest import STORY


def test_segmentation_finds_the_cast_in_the_order_of_importance(cast: Cast) -> None:
    assert cast.names[0] == "Mara"
    assert set(cast.names) >= {"Mara", "Tom"}
    assert [one["lines"] for one in cast.list_all() if one["name"] in {"Mara", "Tom"}] == [2, 1]


def test_all_names_on_scenes_are_those_of_the_cast(cast: Cast) -> None:
    assert {name for scene in cast.scenes() for name in scene["characters"]} == set(cast.names)


def test_a_found_character_says_what_it_looks_like(cast: Cast) -> None:
    mara = cast.get("Mara")

    assert (mara["kind"], mara["is_edited"], mara["portrait_path"]) == ("person", False, None)
    assert mara["age"] in closed.AGE.words
    assert mara["gender"] in closed.GENDER.words
    assert mara["look"]["hair"]
    assert set(mara["look"]) == {
        *("build", "skin", "hair", "hair_colour", "beard"),
        *("clothes", "clothes_colour", "headwear", "carries"),
    }
    assert cast.prompts("Mara") == [mara["prompt"]] * len(cast.prompts("Mara"))


def test_the_beats_of_the_story_are_stored_with_the_names_of_its_cast(cast: Cast, session: Session) -> None:
    scenes = session.scalars(
        select(Scene).where(Scene.project_id == cast.project).order_by(Scene.scene_index)
    ).all()
    beats = [(scene, beat) for scene in scenes for beat in scene.beats or ()]

    assert any(beat["status"] == "seen" for _, beat in beats)
    assert {name for _, beat in beats for name in beat["agents"]} <= set(cast.names)
    assert all(scene.description[beat["start"] : beat["end"]].strip() for scene, beat in beats)


def test_a_second_segmentation_keeps_the_ids(cast: Cast) -> None:
    before = {one["name"]: one["id"] for one in cast.list_all()}

    cast.segment()

    assert {one["name"]: one["id"] for one in cast.list_all()} == before


def test_what_was_edited_stays_and_is_shown_on_the_new_scenes(cast: Cast) -> None:
    cast.change("Mara", look={"clothes": "coat", "clothes_colour": "yellow"})
    edited = cast.get("Mara")

    cast.segment()

    after = cast.get("Mara")
    assert (after["id"], after["look"], after["prompt"]) == (edited["id"], edited["look"], edited["prompt"])
    assert set(cast.prompts("Mara")) == {edited["prompt"]}


def test_a_renamed_character_is_found_again_by_its_alias(cast: Cast) -> None:
    before = cast.get("Mara")
    cast.change("Mara", name="Nora")

    cast.segment()

    after = cast.get("Nora")
    assert (after["id"], after["aliases"], after["lines"]) == (before["id"], ["Mara"], before["lines"])
    assert "Mara" not in cast.names
    assert "Nora" in cast.scenes()[0]["characters"]


def test_a_merged_character_is_not_found_apart_again(cast: Cast) -> None:
    cast.merge("Tom", "Mara")

    cast.segment()

    assert "Tom" not in cast.names
    assert (cast.get("Mara")["aliases"], cast.get("Mara")["lines"]) == (["Tom"], 3)


def test_an_edited_character_leaves_with_the_last_word_for_it(cast: Cast) -> None:
    cast.change("Mara", role="sailor")
    cast.change("Tom", role="sailor")

    cast.segment("Rosa and Otto met Tom at the harbour. “Hello,” said Rosa. Otto waved.")

    assert "Mara" not in cast.names
    assert "Tom" in cast.names


def test_an_edited_character_whom_the_reader_overlooks_stays(cast: Cast) -> None:
    cast.api.post(cast.path, json={"name": "The Lantern", "kind": "other"})

    cast.segment()

    assert cast.names[-1] == "The Lantern"


def test_a_deleted_character_is_not_found_again(cast: Cast) -> None:
    cast.delete("Mara")

    cast.segment()

    assert "Mara" not in cast.names
    assert not [scene for scene in cast.scenes() if "Mara" in scene["characters"]]


def test_a_deleted_character_is_not_found_by_an_alias_either(cast: Cast) -> None:
    cast.change("Mara", name="Nora")
    cast.delete("Nora")

    cast.segment()

    assert not {"Mara", "Nora"} & set(cast.names)


def test_a_new_story_has_a_new_cast(cast: Cast) -> None:
    cast.segment("Rosa met Otto at the harbour. “Hello,” said Rosa. Otto waved.")

    assert set(cast.names) == {"Rosa", "Otto"}


@pytest.mark.parametrize("story", ["The sea was calm.", STORY])
def test_lines_count_the_dialogue_of_all_scenes(cast: Cast, story: str) -> None:
    cast.segment(story)

    spoken = [line["character"] for scene in cast.scenes() for line in scene["dialogue"]]
    assert {one["name"]: one["lines"] for one in cast.list_all()} == {
        name: spoken.count(name) for name in cast.names
    }
