"""What the scorer counts as right, by small predictions of one small text."""

from dataclasses import replace

import pytest

from tests.story.gold.gold import (
    GoldCharacter,
    GoldEvent,
    GoldGroup,
    GoldLine,
    GoldMention,
    GoldParagraph,
    GoldText,
)
from tests.story.gold.prediction import (
    PredictedCharacter,
    PredictedEvent,
    PredictedLine,
    PredictedMention,
    Prediction,
)
from tests.story.gold.report import build_table, list_misses, score_texts
from tests.story.gold.scorer import Score, Share, score

STORY = "Mira took the cup. “Stop!” said the fox. She did not drop it.\n\nIt rained."
GOLD = GoldText(
    name="cup",
    kind="fable",
    language="en",
    story_format="prose",
    text=STORY,
    cast=(
        GoldCharacter("Mira", ("the girl",), "person", "female", "child"),
        GoldCharacter("The Fox", kind="animal", species="fox"),
    ),
    extras=("a waiter",),
    paragraphs=(GoldParagraph(("kitchen", "house"), "night"), GoldParagraph((), "", "rain")),
    lines=(GoldLine(20, "Stop!", "The Fox"),),
    mentions=(GoldMention(41, 44, ("Mira",)), GoldMention(63, 65, ())),
    events=(GoldEvent(5, 17, "take", ("Mira",), ("cup",)),),
    unseen=(GoldEvent(45, 60, "drop"),),
)
MIRA = PredictedCharacter("Mira", (), "person", "female", "adult")
FOX = PredictedCharacter("fox", (), "animal")
TOOK = PredictedEvent(0, 17, "take", ("Mira",), ("cup",))


def test_a_whole_prediction_is_wholly_right() -> None:
    lines = (PredictedLine(19, 26, "the fox"),)
    mentions = (PredictedMention(41, 44, ("Mira",)),)

    got = score(GOLD, Prediction((MIRA, FOX), ("house", ""), ("night", ""), (), lines, mentions, (TOOK,)))

    assert (got.cast_f1, got.event_f1) == (1, 1)
    assert got.places == got.times == got.speakers == Share(1, 1)
    assert got.mentions == Share(2, 2)
    assert got.drawn_wrongly == Share(0, 1)


def test_nothing_predicted_is_nothing_right() -> None:
    got = score(GOLD, Prediction())

    assert got.cast_recall == Share(0, 2)
    assert got.cast_precision == Share(0, 0)
    assert got.places == got.times == got.speakers == Share(0, 1)
    assert got.mentions == Share(1, 2)


def test_traits_count_where_the_text_tells_them() -> None:
    got = score(GOLD, Prediction((MIRA, FOX)))

    assert (got.gender, got.age, got.kind) == (Share(1, 1), Share(0, 1), Share(2, 2))


def test_an_alias_finds_a_character_once_and_extras_are_neutral() -> None:
    cast = (PredictedCharacter("The Girl"), MIRA, PredictedCharacter("waiter"), PredictedCharacter("Cup"))

    got = score(GOLD, Prediction(cast))

    assert got.cast_recall == Share(1, 2)
    assert got.cast_precision == Share(1, 3)


@pytest.mark.parametrize(
    ("event", "recall", "precision"),
    [
        (TOOK, Share(1, 1), Share(1, 1)),
        (replace(TOOK, agents=("fox",)), Share(0, 1), Share(0, 1)),
        (replace(TOOK, verb="grab"), Share(0, 1), Share(0, 1)),
        (replace(TOOK, verb="grab", action="take"), Share(1, 1), Share(1, 1)),
        (replace(TOOK, start=20, end=25), Share(0, 1), Share(0, 1)),
        (replace(TOOK, is_seen=False), Share(0, 1), Share(0, 0)),
        (replace(TOOK, verb="say"), Share(0, 1), Share(0, 0)),
        (replace(TOOK, verb="open", agents=("door",)), Share(0, 1), Share(0, 0)),
    ],
)
def test_an_event_matches_by_span_verb_and_agent(
    event: PredictedEvent, recall: Share, precision: Share
) -> None:
    got = score(GOLD, Prediction((MIRA, FOX), events=(event,)), lambda verb: verb)

    assert (got.event_recall, got.event_precision) == (recall, precision)


@pytest.mark.parametrize(("action", "found"), [("take", 1), ("", 1), ("fall", 0)])
def test_a_phrasal_verb_matches_by_its_head_unless_the_action_is_another(action: str, found: int) -> None:
    gold = replace(GOLD, events=(replace(GOLD.events[0], verb="pick up", action="take"),))

    got = score(gold, Prediction((MIRA,), events=(replace(TOOK, verb="pick", action=action),)))

    assert got.event_recall == Share(found, 1)


def test_an_event_is_matched_once() -> None:
    got = score(GOLD, Prediction((MIRA,), events=(TOOK, TOOK)))

    assert got.event_precision == Share(1, 2)


@pytest.mark.parametrize(("is_seen", "drawn"), [(True, 1), (False, 0)])
def test_an_unseen_verb_that_is_seen_is_drawn_wrongly(is_seen: bool, drawn: int) -> None:
    event = PredictedEvent(45, 60, "drop", ("Mira",), is_seen=is_seen)

    got = score(GOLD, Prediction((MIRA,), events=(event,)))

    assert got.drawn_wrongly == Share(drawn, 1)


def test_the_name_of_a_group_means_its_members() -> None:
    friends = PredictedCharacter("Friends", is_group=True)
    pair = replace(
        GOLD,
        groups=(GoldGroup(("the friends",), ("Mira", "The Fox")),),
        mentions=(GoldMention(41, 44, ("Mira", "The Fox")),),
    )

    got = score(pair, Prediction((friends,), mentions=(PredictedMention(41, 44, ("Friends",)),)))

    assert got.mentions == Share(1, 1)
    assert got.cast_precision == Share(0, 0)


def test_an_extra_may_have_the_mentions_that_stand_for_no_character() -> None:
    got = score(GOLD, Prediction(mentions=(PredictedMention(63, 65, ("waiter",)),)))

    assert got.mentions == Share(1, 2)


def test_the_role_is_right_when_it_is_acceptable() -> None:
    heroine = GoldCharacter("Mira", roles=("captain", "sailor"))

    got = score(replace(GOLD, cast=(heroine,)), Prediction((replace(MIRA, role="sailor"),)))

    assert got.role == Share(1, 1)


def test_the_mention_with_the_closest_span_decides() -> None:
    mentions = (PredictedMention(41, 65, ("fox",)), PredictedMention(41, 44, ("Mira",)))

    got = score(GOLD, Prediction((MIRA, FOX), mentions=mentions))

    assert got.mentions == Share(1, 2)


def test_an_inscription_has_no_speaker() -> None:
    sign = replace(GOLD, lines=(GoldLine(20, "Stop!", ""),))

    assert score(sign, Prediction((FOX,))).speakers == Share(1, 1)
    assert score(sign, Prediction((FOX,), lines=(PredictedLine(19, 26, "fox"),))).speakers == Share(0, 1)


def test_weather_counts_where_it_is_predicted() -> None:
    assert score(GOLD, Prediction()).weathers == Share()
    assert score(GOLD, Prediction(weathers=("", "rain"))).weathers == Share(1, 1)


def test_scores_add_up_to_a_total_row() -> None:
    scores = score_texts([GOLD, replace(GOLD, name="mug")], lambda *_: Prediction((MIRA,)))

    table = build_table(scores)

    assert sum(scores.values(), Score()).cast_recall == Share(2, 4)
    assert table.row_count == 3


def test_misses_say_where_what_and_what_instead() -> None:
    events = (PredictedEvent(45, 60, "drop", ("Mira",)),)
    reading = Prediction((MIRA,), places=("forest",), events=events)

    misses = list_misses(GOLD, lambda *_: reading)

    assert "places: paragraph 1 | house, kitchen | forest" in misses
    assert "cast_recall: cast | The Fox | –" in misses
    assert any(miss.startswith("unseen: ") and miss.endswith("| not drop | Mira drop") for miss in misses)
