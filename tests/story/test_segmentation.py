"""Prose cut into scenes: nothing lost, sane lengths, sane words, in any language."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.story.coverage.opening import Framing, SceneCoverage, choose_framing
from app.story.errors import StoryError
from app.story.lexicon import LEXICONS
from app.story.segmentation import complete, cut
from app.vocabulary.light import MOODS, TIMES_OF_DAY
from app.vocabulary.shots import CAMERA_MOVES, SHOT_TYPES
from app.vocabulary.speech_clock import speaking_seconds

TALE = """The Weather Box

At dawn Ilka carried the box down to the harbour. The boats were asleep and the water was grey.

"Open it," said the captain. "I want wind." But Ilka shook her head. "It is not for sale," she answered.

The next morning she climbed the mountain with her dog. Snow lay upon the ridge, and the dog was afraid.

Inside the hut an old woman sat by the hearth. "I made that box," whispered the old woman. She wept.

That night they opened it together in the forest. A warm wind came out and laughed, and Ilka danced.
"""
LANGUAGES = {
    "de": "Es war einmal ein König im Wald. „Wo bist du?“, fragte der König. Am Abend kam die Hexe.",
    "fr": "Il était une fois un roi dans la forêt. « Où es-tu ? » demanda le roi. Le soir vint la sorcière.",
    "es": "Había una vez un rey en el bosque.\n\n—¿Dónde estás? —preguntó el rey.\n\nDe noche vino la bruja.",
    "zh": "从前有一个国王。他住在森林里。“你在哪里？”国王问。晚上女巫来了。",
    "ja": "昔々、王様がいました。「どこにいるの？」と王様は言いました。夜になりました。",
    "ar": "كان يا ما كان ملك في الغابة. قال الملك: «أين أنت؟» وفي المساء جاءت الساحرة.",
    "hi": "एक राजा जंगल में रहता था। राजा ने पूछा, “तुम कहाँ हो?” रात को चुड़ैल आई।",
}


def compact(text: str) -> str:
    return "".join(text.split())


def test_no_character_of_a_story_is_dropped() -> None:
    scenes = cut(TALE)

    assert compact("".join(scene.description for scene in scenes)) == compact(TALE)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=300).filter(lambda text: text.strip()))
def test_any_text_at_all_is_kept_whole(text: str) -> None:
    scenes = cut(text)

    assert compact("".join(scene.description for scene in scenes)) == compact(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_in_any_language_gives_sane_scenes(language: str) -> None:
    story = "\n\n".join([LANGUAGES[language]] * 12)

    scenes = cut(story, "prose", language)

    assert len(scenes) > 2
    assert compact("".join(scene.description for scene in scenes)) == compact(story)
    assert all(speaking_seconds(scene.narration, language) <= 30.5 for scene in scenes)


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_a_cue_table_finds_place_people_and_speakers(language: str) -> None:
    scenes = cut(LANGUAGES[language], "prose", language)

    assert scenes[0].setting == "forest"
    assert scenes[0].dialogue[0].character == scenes[0].characters[0]


def test_scenes_change_with_place_and_time() -> None:
    scenes = cut(TALE)

    assert [scene.heading for scene in scenes] == [
        "EXT. HARBOUR - DAWN",
        "EXT. MOUNTAIN - MORNING",
        "INT. COTTAGE - MORNING",
        "EXT. FOREST - NIGHT",
    ]


def test_a_scene_inherits_the_place_it_does_not_name() -> None:
    scenes = cut(
        "In the castle the king slept.\n\nThe next day the king wept. " + "He wept all day long. " * 12
    )

    assert {scene.setting for scene in scenes} == {"castle"}


def test_places_are_whole_words() -> None:
    scenes = cut("The lighthouse stood alone. A fridge hummed in it.")

    assert scenes[0].setting == "lighthouse"


def test_people_keep_one_name_and_one_look_over_the_story() -> None:
    looks: dict[str, set[str]] = {}
    for scene in cut(TALE):
        for name, prompt in zip(scene.characters, scene.character_prompts, strict=True):
            looks.setdefault(name, set()).add(prompt)

    assert set(looks) == {"Ilka", "The Captain", "The Dog", "The Old Woman"}
    assert all(len(prompts) == 1 for prompts in looks.values())


def test_the_lexicons_speak_of_every_time_and_mood_and_of_no_other() -> None:
    times = {value for language in LEXICONS.values() for value in language.times.values() if value}
    moods = {mood for language in LEXICONS.values() for mood in language.moods.values()}

    assert times == set(TIMES_OF_DAY)
    assert moods == set(MOODS)


@pytest.mark.parametrize("shot_type", SHOT_TYPES)
def test_each_size_of_shot_is_followed_by_another_size_and_another_move(shot_type: str) -> None:
    before = Framing(shot_type, "static")

    after = choose_framing(SceneCoverage("forest", False, "calm", 1, 0, is_new_place=False), before)

    assert after.shot_type in set(SHOT_TYPES) - {shot_type}
    assert after.camera_move in set(CAMERA_MOVES) - {"static"}


def test_no_shot_or_move_stands_twice_in_a_row() -> None:
    scenes = cut(TALE * 10)

    for before, after in pairwise(scenes):
        assert before.shot_type != after.shot_type
        assert before.camera_move != after.camera_move


def test_a_fairy_tale_wears_no_modern_clothes() -> None:
    prompts = " ".join(p for scene in cut("The king met Anna. " * 9) for p in scene.character_prompts)

    assert "crown" in prompts
    assert "jeans" not in prompts


def test_a_heading_is_kept_and_not_spoken_for_it_is_a_card() -> None:
    scene = cut("# The *Weather* Box\n\nIlka opened it.")[0]

    assert scene.narration == "Ilka opened it."
    assert "Weather" in scene.description


def test_narration_of_a_scene_stays_under_thirty_seconds() -> None:
    scenes = cut(TALE * 20)

    assert max(speaking_seconds(scene.narration) for scene in scenes) <= 30
    assert all(scene.narration for scene in scenes)


@pytest.mark.parametrize("piece", ["word ", "a", ".", "“a. ", "好。", "🙂", "\x00", "\n", "# a\n"])
def test_two_hundred_thousand_characters_of_anything_are_kept(piece: str) -> None:
    check_kept(piece, 200_000)


# Each mark is a word to the parser, which would take 20 seconds for the longest story.
@pytest.mark.parametrize("piece", ["'a' ", "—a ", "*a "])
def test_ten_thousand_quoted_or_marked_words_are_kept(piece: str) -> None:
    check_kept(piece, 10_000 * len(piece))


def check_kept(piece: str, length: int) -> None:
    story = "x" + (piece * (length // len(piece)))[: length - 1]

    scenes = cut(story)

    assert compact("".join(scene.description for scene in scenes)) == compact(story)


@pytest.mark.parametrize("story", ["", "  \n\t "])
def test_an_empty_story_is_refused(story: str) -> None:
    with pytest.raises(StoryError, match="empty"):
        cut(story)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(StoryError, match="choose prose"):
        cut("Once.", "docx")


def test_completing_a_scene_inherits_what_its_description_does_not_say() -> None:
    before = cut("At night the king sat in the kitchen and wept.")[0]

    scene = complete("The king stood up.", {}, before, "en")

    assert (scene.setting, scene.time_of_day, scene.heading) == ("kitchen", "night", "INT. KITCHEN - NIGHT")
    assert scene.characters == before.characters
    assert scene.character_prompts == before.character_prompts


def test_completing_a_scene_keeps_what_the_writer_gave() -> None:
    scene = complete("The king stood up.", {"mood": "tense", "characters": ["Rex"], "setting": None}, None)

    assert (scene.mood, scene.characters, scene.setting) == ("tense", ("Rex",), "open country")


@pytest.mark.parametrize("description", ["", "  ", "***", "🙂"])
def test_completing_a_scene_that_says_nothing_gives_a_quiet_one(description: str) -> None:
    scene = complete(description, {}, None)

    assert scene.description == description
    assert scene.duration_sec == 2.5


def test_completing_a_scene_with_a_heading_takes_place_and_time_from_it() -> None:
    scene = complete("The king stood up.", {"heading": "INT. CAVE - NIGHT"}, None)

    assert (scene.setting, scene.time_of_day) == ("cave", "night")
    assert scene.background_prompt.startswith("cave interior by candlelight")


def test_completing_a_scene_describes_everybody_it_is_given() -> None:
    before = cut("At night the king sat in the kitchen and wept.")[0]

    scene = complete("They waited.", {"characters": ["Rex", "The King"]}, before)

    assert scene.character_prompts[0].startswith("Rex: ")
    assert scene.character_prompts[1] == before.character_prompts[0]


def test_a_sketch_of_three_places_gets_three_scenes() -> None:
    scenes = cut(
        "Mara found a lantern on the shore at dawn.\n\nAt night she walked into the forest.\n\n"
        "In the morning they came to the castle."
    )

    assert [scene.heading for scene in scenes] == [
        "EXT. BEACH - DAWN",
        "EXT. FOREST - NIGHT",
        "EXT. CASTLE - MORNING",
    ]
    assert scenes[0].characters == ("Mara",)
