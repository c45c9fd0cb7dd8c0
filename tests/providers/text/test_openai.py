"""Stories cut by a model: complete over all windows, and repaired where the model is wrong."""

import json
from collections.abc import Callable, Sequence

import pytest

from app.providers.errors import ProviderBusy
from app.providers.ledger import UnrecordedCalls
from app.providers.text.base import StoryRequest
from app.providers.text.openai import OpenAISegmenter
from app.story.errors import StoryError
from app.story.scene import SceneDraft, StoryDraft
from app.vocabulary.actions import Action
from app.vocabulary.light import Weather
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species
from tests.providers.ledgers import RecordingLedger
from tests.vendors.answers import LOOK, beat, cut, error, member, responses_answer
from tests.vendors.openai_server import Fault, OpenAIServer

PATH = "responses"
LONG = "\n\n".join(
    f"Mara saw boat number {i}. It was red. She waved, and nobody on board waved back." for i in range(60)
)
SHORT = "Mara woke. The sea was calm.\n\nShe ran down. “Wait for me!” called Tom. They left."


def read_story(text: str, story_format: str = "prose") -> StoryDraft:
    return OpenAISegmenter().cut(StoryRequest(text, story_format, "en"), UnrecordedCalls())


def cut_story(text: str, story_format: str = "prose") -> list[SceneDraft]:
    return list(read_story(text, story_format).scenes)


def compact(text: str) -> str:
    return "".join(text.split())


def whole(scenes: list[SceneDraft]) -> str:
    return compact("".join(scene.description for scene in scenes))


def answer(*scenes: dict[str, object], cast: Sequence[dict[str, object]] = (member("Mara", LOOK),)) -> Fault:
    """Give the model another answer."""
    breakdown = {"scenes": list(scenes), "cast": list(cast)}
    return Fault(PATH, "answer", body=responses_answer(json.dumps(breakdown)))


def test_no_sentence_of_a_long_story_is_dropped(vendor: OpenAIServer, setting: Callable[..., None]) -> None:
    setting(TEXT_WINDOW_CHARACTERS="1000")

    scenes = cut_story(LONG)

    assert whole(scenes) == compact(LONG)
    assert vendor.count(PATH) > 4


def test_windows_end_with_whole_paragraphs_and_the_last_scene_is_cut_again(
    vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    setting(TEXT_WINDOW_CHARACTERS="400")

    cut_story(LONG)

    first, second = (body["input"] for body in vendor.bodies(PATH)[:2])
    assert "[14]" in first
    assert "[15]" not in first, "a paragraph has three sentences"
    assert second.count("[14]") == 1, "the last scene of a window is cut again with what follows"


def test_a_person_looks_the_same_in_every_window(vendor: OpenAIServer, setting: Callable[..., None]) -> None:
    setting(TEXT_WINDOW_CHARACTERS="1000")
    vendor.faults.append(answer(cut(0), cut(4), cast=(member("Mara", "a girl in a yellow coat"),)))

    scenes = cut_story(LONG)

    assert {scene.character_prompts for scene in scenes} == {("a girl in a yellow coat",)}
    assert all("a girl in a yellow coat" in body["input"] for body in vendor.bodies(PATH)[1:])


def test_what_the_model_says_of_looks_and_places_is_mapped_to_data(
    vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    scenery = {"setting": "the harbour", "background_prompt": "A quay in drifting fog"}
    looks = ("a tall girl with red hair in a yellow coat", "a small grey squirrel")
    cast = (member("Mara", looks[0]), member("Pip", looks[1], kind="animal", gender="neutral"))
    vendor.faults.append(answer(cut(0, characters=["Mara", "Pip"], **scenery), cast=cast))

    scene = cut_story(SHORT)[0]

    mara, pip = scene.looks
    assert mara is not None
    assert (mara.gender, mara.stature, mara.hair_colour) == ("female", "tall", "red")
    assert (mara.clothes, mara.clothes_colour) == ("coat", "yellow")
    assert pip is not None
    assert (pip.species, pip.hair_colour) == (Species.SQUIRREL, "grey")
    assert scene.place is not None
    assert (scene.place.setting, scene.place.weather) == (Setting.HARBOUR, Weather.FOG)
    assert scene.character_prompts == looks


def test_words_outside_the_vocabularies_are_mapped_to_the_nearest(vendor: OpenAIServer) -> None:
    said = {"shot_type": "POV", "camera_move": "Zoom in", "mood": "eerie", "time_of_day": "bananas"}
    vendor.faults.append(answer(cut(0, **said)))

    scene = cut_story(SHORT)[0]

    assert (scene.shot_type, scene.camera_move) == ("wide", "push_in")
    assert (scene.mood, scene.time_of_day) == ("mysterious", "day")


def test_the_cast_has_names_aliases_and_what_it_is(vendor: OpenAIServer) -> None:
    tom = member(
        "Tom", "a man", aliases=["The Boy", "tom", "Mara"], age="elderly", gender="m", role="fisher man"
    )
    fox = member("Reynard", "red coat", kind="beast", species="foxes", gender="it", role="bananas")
    scene = cut(0, characters=["Mara", "the boy", "Reynard"])
    vendor.faults.append(answer(scene, cast=(member("Mara", LOOK), tom, fox)))

    story = read_story(SHORT)

    assert story.scenes[0].characters == ("Mara", "Tom", "Reynard")
    found = {one.name: one for one in story.cast}
    assert found["Tom"].aliases == ("The Boy",)
    assert (found["Tom"].look.age, found["Tom"].look.gender) == ("old", "male")
    assert found["Tom"].look.role is Role.FISHERMAN
    assert (found["Reynard"].look.kind, found["Reynard"].look.species) == ("animal", Species.FOX)
    assert (found["Reynard"].look.gender, found["Reynard"].look.role) == ("neutral", None)


def test_the_cast_that_is_known_goes_to_the_next_window_as_data(
    vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    setting(TEXT_WINDOW_CHARACTERS="1000")
    vendor.faults.append(
        answer(cut(0), cut(4), cast=(member("Mara", LOOK, aliases=["the girl"], age="teen"),))
    )

    cut_story(LONG)

    known = vendor.bodies(PATH)[1]["input"].split("Known cast:\n")[1].split("\n")[0]
    assert json.loads(known) == member("Mara", LOOK, aliases=["the girl"], age="teen")


def test_a_beat_is_where_its_words_stand_and_one_without_them_is_dropped(vendor: OpenAIServer) -> None:
    run = beat("She  ran\ndown", "run", action="run", manner="fast", relation="down", landmark="stairs")
    call = beat("called Tom", "call", action="shouting", agents=["tom"], patients=["Mara"], status="told")
    vendor.faults.append(answer(cut(0, beats=[run, call, beat("She flew", "fly"), beat(" ", "be")])))

    scene = cut_story(SHORT)[0]

    first, second = scene.beats
    assert scene.description[first.start : first.end] == "She ran down"
    assert (first.verb, first.action, first.agents) == ("run", Action.RUN, ("Mara",))
    assert (first.manner, first.relation, first.landmark) == ("fast", "down", "stairs")
    assert scene.description[second.start : second.end] == "called Tom"
    assert (second.action, second.agents, second.patients) == (Action.SHOUT, ("tom",), ("Mara",))
    assert (first.status, second.status) == ("seen", "reported")


def test_the_beats_of_a_split_scene_are_told_once(vendor: OpenAIServer) -> None:
    vendor.faults.append(answer(cut(0, beats=[beat("She waved", "wave")])))

    scenes = cut_story(LONG)

    assert len(scenes) > 5
    assert sum(len(scene.beats) for scene in scenes) == 1


def test_gaps_overlaps_and_unknown_numbers_are_repaired(vendor: OpenAIServer) -> None:
    vendor.faults.append(answer(cut(1), cut(3), cut(99), cut(-4)))

    scenes = cut_story(SHORT)

    assert whole(scenes) == compact(SHORT)
    assert len(scenes) == 2


def test_a_line_the_model_invented_is_not_spoken(vendor: OpenAIServer) -> None:
    lines = [{"character": "Tom", "line": "Wait for me!"}, {"character": "Mara", "line": "Never!"}]
    vendor.faults.append(answer(cut(0, dialogue=lines)))

    scene = cut_story(SHORT)[0]

    assert [(line.character, line.line) for line in scene.dialogue] == [("Tom", "Wait for me!")]


def test_a_scene_longer_than_thirty_seconds_is_split(vendor: OpenAIServer) -> None:
    vendor.faults.append(answer(cut(0)))

    scenes = cut_story(LONG)

    assert whole(scenes) == compact(LONG)
    assert len(scenes) > 5


BAD_ANSWERS = [
    (responses_answer("", refusal="I can't."), "was a refusal"),
    (responses_answer('{"scenes": [', incomplete="max_output_tokens"), "was cut off"),
    (responses_answer("I'd rather write a poem."), "could not be read"),
    (responses_answer('{"scenes": [], "cast": []}'), "named no scene"),
]


@pytest.mark.parametrize(("body", "reason"), BAD_ANSWERS)
def test_after_a_bad_answer_a_smaller_window_is_tried(
    vendor: OpenAIServer, body: dict[str, object], reason: str
) -> None:
    vendor.faults.append(Fault(PATH, "answer", body=body))

    scenes = cut_story(LONG)

    first, second = vendor.bodies(PATH)[:2]
    assert len(second["input"]) < len(first["input"])
    assert not any(scene.notes for scene in scenes)


@pytest.mark.parametrize(("body", "reason"), BAD_ANSWERS)
def test_after_two_bad_answers_the_scenes_say_what_was_wrong(
    vendor: OpenAIServer, body: dict[str, object], reason: str
) -> None:
    vendor.faults += [Fault(PATH, "answer", body=body), Fault(PATH, "answer", body=body)]

    scenes = cut_story(SHORT)

    assert whole(scenes) == compact(SHORT)
    assert reason in scenes[0].notes[-1]


def test_local_rules_take_over_for_that_window_alone(
    vendor: OpenAIServer, setting: Callable[..., None]
) -> None:
    setting(TEXT_WINDOW_CHARACTERS="1000")
    refusal = responses_answer("", refusal="No.")
    vendor.faults += [Fault(PATH, "answer", body=refusal), Fault(PATH, "answer", body=refusal)]

    scenes = cut_story(LONG)

    assert whole(scenes) == compact(LONG)
    assert scenes[0].notes
    assert not scenes[-1].notes


def test_a_server_error_is_left_to_the_task(vendor: OpenAIServer) -> None:
    vendor.faults.append(Fault(PATH, "status", 500, body=error("Oops.", "server_error")))

    with pytest.raises(ProviderBusy):
        cut_story(SHORT)


def test_a_screenplay_keeps_its_own_scenes(vendor: OpenAIServer) -> None:
    script = "INT. KITCHEN - DAY\n\nTom cooks.\n\nTOM\nSoup!\n\nEXT. GARDEN - NIGHT\n\nMara digs."

    scenes = cut_story(script, "fountain")

    assert [scene.heading for scene in scenes] == ["INT. KITCHEN - DAY", "EXT. GARDEN - NIGHT"]
    assert "Soup!" in scenes[0].narration
    assert scenes[0].background_prompt.startswith("A wide shore")


def test_the_schema_is_strict_and_the_user_is_a_hash(vendor: OpenAIServer) -> None:
    OpenAISegmenter().cut(StoryRequest(SHORT, "prose", "en"), RecordingLedger())

    body = vendor.bodies(PATH)[0]
    assert body["safety_identifier"] == RecordingLedger.customer
    assert body["text"]["format"]["strict"] is True
    assert body["text"]["format"]["schema"]["additionalProperties"] is False
    assert body["store"] is False


def test_a_blank_story_costs_nothing(vendor: OpenAIServer) -> None:
    with pytest.raises(StoryError):
        cut_story("  \n ")

    assert vendor.calls == []
