from itertools import pairwise

import pysubs2
from hypothesis import given
from hypothesis import strategies as st

from app.film.subtitles import Cue, count_columns, cut_cues, cut_turns, write_srt, write_vtt
from app.film.turns import Turn, find_turns
from app.film.words import Word, join_words, time_words

TALE = (
    "Long ago, at the edge of a grey and restless sea, a fisherman lived with his wife in a hut so small "
    "that the wind came in. “Who is there?” she said. Nobody answered; only the gulls wheeled above them."
)
VOCABULARY = (
    "a",
    "of",
    "hut,",
    "gulls",
    "lighthouse.",
    "restless",
    "extraordinary",
    "went?",
    "said—",
    "海",
    "王。",
)
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=1)


@given(WORDS, st.floats(8, 22))
def test_cues_keep_every_word_in_order_and_fit_two_lines(words: list[str], letters_a_second: float) -> None:
    text = join_words(words)
    made = cut_cues(time_words(text, len(text) / letters_a_second + 0.5))

    lines = [line for cue in made for line in cue.text.split("\n")]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(count_columns, lines)) <= 42
    assert all(cue.text.count("\n") <= 1 for cue in made)


@given(WORDS, st.floats(8, 22))
def test_cues_do_not_overlap_and_last_at_most_seven_seconds(
    words: list[str], letters_a_second: float
) -> None:
    text = join_words(words)
    made = cut_cues(time_words(text, len(text) / letters_a_second + 0.5))

    assert all(0 < cue.end_sec - cue.start_sec <= 7.001 for cue in made)
    assert all(one.end_sec < two.start_sec for one, two in pairwise(made))


def test_cues_can_be_read_and_end_where_sentences_do() -> None:
    made = cut_cues(time_words(TALE, 17.0))

    assert all(cue.end_sec - cue.start_sec >= 5 / 6 for cue in made)
    assert max(cue.cps for cue in made) < 20
    assert "“Who is there?” she said." in [cue.text for cue in made]


def test_two_lines_are_balanced_and_broken_after_punctuation() -> None:
    (cue,) = cut_cues(time_words("When he came up the path to the shore, the hut was gone.", 4.0))

    assert cue.text == "When he came up the path to the shore,\nthe hut was gone."


def test_a_short_word_stays_long_enough_to_be_seen() -> None:
    (cue,) = cut_cues([Word("No!", 0.0, 0.2)])

    assert cue.end_sec >= 0.83


def test_no_cue_outlasts_its_shot() -> None:
    assert cut_cues(time_words(TALE, 17.0), until=17.1)[-1].end_sec <= 17.1


def test_a_word_longer_than_a_line_is_cut() -> None:
    made = cut_cues([Word("Donau" * 20, 0.0, 6.0)])

    assert max(count_columns(line) for cue in made for line in cue.text.split("\n")) <= 42


def test_wide_characters_take_two_columns_and_no_spaces() -> None:
    made = cut_cues(
        time_words("从前有一个国王，他有三个儿子。大儿子很聪明，二儿子很勇敢，小儿子什么也不懂。", 14.0)
    )

    assert all(count_columns(line) <= 42 and " " not in line for cue in made for line in cue.text.split("\n"))


def test_right_to_left_text_keeps_its_logical_order() -> None:
    text = "كان يا ما كان في قديم الزمان ملك له ثلاثة أبناء، وكان أصغرهم ساذجا."

    assert " ".join(cue.text.replace("\n", " ") for cue in cut_cues(time_words(text, 6.0))) == text


def test_files_read_back_as_they_were_written() -> None:
    made = [Cue(0.4, 2.0, "He said {softly} “<b>?”\nC:\\new & old"), Cue(3661.5, 3663.25, "End.")]

    for text, form in ((write_srt(made), "srt"), (write_vtt(made), "vtt")):
        events = list(pysubs2.SSAFile.from_string(text, format_=form))
        assert [(event.start, event.end) for event in events] == [(400, 2000), (3661500, 3663250)]
        assert "(softly)" in text
        assert "new" in text
    assert "&lt;b&gt;" in write_vtt(made)


def test_no_words_give_no_cues_and_valid_files() -> None:
    assert cut_cues([]) == ()
    assert write_srt([]) == ""
    assert write_vtt([]).strip() == "WEBVTT"


def test_each_cue_is_of_one_speaker() -> None:
    text = "“Who is there?” she said. “Only me,” said the old man at the door."
    turns = find_turns(text, [("She", "Who is there?"), ("Man", "Only me,")])

    cues = cut_turns(time_words(text, 6.0), turns, until=6.5)

    assert [cue.text for cue in cues] == [
        "“Who is there?”",
        "she said.",
        "“Only me,”",
        "said the old man at the door.",
    ]
    assert all(one.end_sec < two.start_sec for one, two in pairwise(cues))


@given(WORDS, st.lists(st.integers(1, 9), min_size=1))
def test_turns_of_any_length_lose_no_word(words: list[str], lengths: list[int]) -> None:
    text = join_words(words)

    cues = cut_turns(time_words(text, len(text) / 15 + 0.5), [Turn("", length) for length in lengths])

    shown = "".join(cue.text for cue in cues).replace("\n", "").replace(" ", "")
    assert shown == text.replace(" ", "")


def test_a_scene_without_words_has_no_cues() -> None:
    assert cut_turns((), (), until=3.0) == ()
