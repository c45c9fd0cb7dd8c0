"""The shots of scenes as clients read and edit them."""

import pytest
from sqlalchemy.orm import Session

from app.modules.scene.drafts import scene_from
from app.modules.scene.schemas import MAX_SCENES_WITH_SHOTS
from app.story.segmentation import complete
from tests.files import fetch, image, upload
from tests.modules.scene.shots import Screenplay

PNG = image(size=(1200, 800))


def test_a_scene_is_read_with_its_shots_in_order(play: Screenplay) -> None:
    scene = play.scenes()[1]

    shots = scene["shots"]
    assert shots == play.shots(1)
    assert [shot["number"] for shot in shots[:2]] == ["2A", "2B"]
    assert [shot["shot_index"] for shot in shots] == list(range(len(shots)))
    assert "".join(shot["text"] for shot in shots) == scene["narration"]
    assert (scene["shot_type"], scene["camera_move"]) == (shots[0]["shot_type"], shots[0]["camera_move"])
    assert scene["duration_sec"] == pytest.approx(sum(shot["duration_sec"] for shot in shots), abs=0.01)


def test_a_shot_is_edited_and_the_edit_is_marked(play: Screenplay) -> None:
    before = play.shots()[1]

    answer = play.change(0, 1, shot_type="close_up", angle="low", camera_move="push_in", prompt="a red key")

    after = answer.json()
    assert (after["shot_type"], after["angle"], after["camera_move"]) == ("close_up", "low", "push_in")
    assert (before["is_edited"], after["is_edited"], after["prompt"]) == (False, True, "a red key")
    assert (after["text"], after["id"]) == (before["text"], before["id"])


def test_characters_of_a_shot_are_those_of_the_cast(play: Screenplay) -> None:
    known = play.change(0, 1, characters=["tom", "MARA", "Tom"])
    unknown = play.change(0, 1, characters=["Rex"])

    assert known.json()["characters"] == ["Tom", "Mara"]
    assert (unknown.status_code, unknown.json()["code"]) == (422, "shot.unknown_character")
    assert "Rex" in unknown.json()["detail"]
    assert play.shots()[1]["characters"] == ["Tom", "Mara"]


def test_an_empty_word_of_a_shot_is_derived_from_its_beats(play: Screenplay) -> None:
    before = play.shots()[1]
    play.change(0, 1, shot_type="extreme_wide", camera_move="tilt_down")

    answer = play.change(0, 1, shot_type="", camera_move="")

    after = answer.json()
    assert (after["shot_type"], after["camera_move"]) == (before["shot_type"], before["camera_move"])


def test_a_word_outside_the_vocabulary_is_refused_with_the_list(play: Screenplay) -> None:
    answer = play.change(0, 0, angle="dutch")

    assert answer.status_code == 422
    assert "overhead" in str(answer.json()["errors"])


def test_a_shot_is_split_at_the_nearest_word_and_joined_again(play: Screenplay) -> None:
    before = play.shots()[0]

    split = play.api.post(f"{play.place()}/split", json={"at": 12})
    parts = split.json()
    joined = play.api.post(f"{play.place()}/join").json()

    assert (split.status_code, [part["number"] for part in parts]) == (201, ["1A", "1B"])
    assert parts[0]["text"] + parts[1]["text"] == before["text"] == joined["text"]
    assert parts[0]["text"].endswith(" ")
    assert parts[0]["id"] == before["id"]
    assert joined["duration_sec"] == pytest.approx(before["duration_sec"], abs=0.01)
    assert [shot["shot_index"] for shot in play.shots()] == list(range(len(play.shots())))


@pytest.mark.parametrize("at", [0, 100_000])
def test_a_split_that_leaves_a_part_without_words_is_refused(play: Screenplay, at: int) -> None:
    before = play.shots()

    answer = play.api.post(f"{play.place()}/split", json={"at": at})

    assert (answer.status_code, answer.json()["code"]) == (422, "shot.empty")
    assert play.shots() == before


def test_the_last_shot_has_none_to_be_joined_with(play: Screenplay) -> None:
    answer = play.api.post(f"{play.place(0, -1)}/join")

    assert (answer.status_code, answer.json()["code"]) == (409, "shot.no_next")


def test_shots_that_are_not_there_or_not_ones_own_are_not_found(play: Screenplay) -> None:
    scene, *_, other = play.scenes()
    wrong = f"{play.path}/{other['id']}/shots/{scene['shots'][0]['id']}"

    answers = [play.api.get(wrong), play.api.patch(wrong, json={"action": "x"}), play.api.get(f"{wrong}99")]

    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(404, "shot.not_found")}


def test_an_edited_narration_keeps_the_shots_whose_text_is_unchanged(play: Screenplay) -> None:
    before = play.shots()
    play.change(0, 1, action="Mara climbs the hill.")
    changed = play.scenes()[0]["narration"].replace(before[-1]["text"], "The door stayed shut.")

    play.change_scene(0, narration=changed)

    after = play.shots()
    assert [shot["id"] for shot in after[:-1]] == [shot["id"] for shot in before[: len(after) - 1]]
    assert (after[1]["action"], after[1]["is_edited"]) == ("Mara climbs the hill.", True)
    assert after[-1]["id"] != before[-1]["id"]
    assert "".join(shot["text"] for shot in after) == changed


def test_a_narration_without_its_first_shot_keeps_the_others(play: Screenplay) -> None:
    before = play.shots()

    play.change_scene(0, narration="".join(shot["text"] for shot in before[1:]))

    assert [shot["id"] for shot in play.shots()] == [shot["id"] for shot in before[1:]]


def test_mood_and_order_only_stage_the_shots_anew(play: Screenplay) -> None:
    before = play.shots()
    ids = [scene["id"] for scene in play.scenes()]

    play.change_scene(0, mood="calm", time_of_day="night")
    play.api.put(f"{play.path}/order", json={"scene_ids": ids[::-1]})

    after = play.shots(-1)
    assert [(shot["id"], shot["text"]) for shot in after] == [(shot["id"], shot["text"]) for shot in before]
    assert [shot["number"] for shot in after[:2]] == [f"{len(ids)}A", f"{len(ids)}B"]


def test_the_length_of_a_scene_scales_its_shots_and_a_shot_lengthens_its_scene(play: Screenplay) -> None:
    before = play.scenes()[0]

    scaled = play.change_scene(0, duration_sec=60)
    play.change(0, 0, duration_sec=scaled["shots"][0]["duration_sec"] + 2)

    ratio = 60 / before["duration_sec"]
    assert scaled["duration_sec"] == 60
    assert scaled["shots"][0]["duration_sec"] == pytest.approx(
        before["shots"][0]["duration_sec"] * ratio, rel=0.01
    )
    assert play.scenes()[0]["duration_sec"] == pytest.approx(62)


def test_size_and_move_of_a_scene_are_written_to_its_first_shot(play: Screenplay) -> None:
    scene = play.change_scene(0, shot_type="full", camera_move="tilt_up")

    assert (scene["shots"][0]["shot_type"], scene["shots"][0]["camera_move"]) == ("full", "tilt_up")
    assert scene["shots"][0]["is_edited"]


def test_a_deleted_character_is_in_no_shot_any_more(play: Screenplay) -> None:
    characters = play.api.get(f"/projects/{play.project}/characters").json()
    mara = next(one for one in characters if one["name"] == "Mara")

    play.api.delete(f"/projects/{play.project}/characters/{mara['id']}")

    shown = {name for scene in play.scenes() for shot in scene["shots"] for name in shot["characters"]}
    assert "Mara" not in shown
    assert "".join(shot["text"] for shot in play.shots()) == play.scenes()[0]["narration"]


def test_a_renamed_character_is_renamed_in_its_shots(play: Screenplay) -> None:
    characters = play.api.get(f"/projects/{play.project}/characters").json()
    mara = next(one for one in characters if one["name"] == "Mara")
    before = [shot["characters"] for shot in play.shots()]

    play.api.patch(f"/projects/{play.project}/characters/{mara['id']}", json={"name": "Nora"})

    after = [shot["characters"] for shot in play.shots()]
    assert after == [["Nora" if name == "Mara" else name for name in names] for names in before]
    assert any("Nora" in names for names in after)


def test_a_still_is_drawn_on_demand_and_an_uploaded_board_takes_its_place(play: Screenplay) -> None:
    rendered = play.api.post(f"{play.place(0, 1)}/render")
    play.outbox.deliver_all()
    drawn = play.shots()[1]["still_path"]
    board = upload(play.api, play.project, PNG, type="board", shot_id=play.shots()[1]["id"])
    shown = play.shots()[1]["still_path"]
    play.api.delete(f"/assets/{board['id']}")

    render = play.api.get(rendered.headers["Location"]).json()
    assert (rendered.status_code, render["status"], render["shot_id"]) == (202, "done", board["shot_id"])
    assert drawn
    assert fetch(play.api, shown).content == PNG
    assert play.shots()[1]["still_path"] == drawn
    assert play.shots()[0]["still_path"] is None


def test_a_board_needs_a_shot_of_the_project(play: Screenplay) -> None:
    request = {
        "project_id": play.project,
        "type": "board",
        "filename": "board.png",
        "content_type": "image/png",
        "size_bytes": len(PNG),
    }

    without = play.api.post("/assets/upload-url", json=request)
    unknown = play.api.post("/assets/upload-url", json=request | {"shot_id": 999_999})

    assert without.status_code == 422
    assert (unknown.status_code, unknown.json()["code"]) == (404, "shot.not_found")


def test_nothing_of_a_shot_is_changed_while_a_project_is_segmented(play: Screenplay) -> None:
    place = play.place()
    play.api.post(f"/projects/{play.project}/segment")

    answers = [
        play.api.patch(place, json={"action": "x"}),
        play.api.post(f"{place}/split", json={"at": 9}),
        play.api.post(f"{place}/join"),
        play.api.post(f"{place}/render"),
    ]

    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(409, "project.busy")}


def test_shots_of_many_scenes_are_read_by_scene(play: Screenplay, session: Session) -> None:
    draft = complete("Tom waited.", {}, None, "en")
    have = len(play.scenes())
    rows = [scene_from(draft, play.project, index) for index in range(have, MAX_SCENES_WITH_SHOTS + 1)]
    session.add_all(rows)
    session.commit()

    scenes = play.scenes()

    assert len(scenes) == MAX_SCENES_WITH_SHOTS + 1
    assert {str(scene["shots"]) for scene in scenes} == {"None"}
    assert {scene["shot_type"] for scene in scenes}
    assert len(play.shots(-1)) == len(draft.shots)
