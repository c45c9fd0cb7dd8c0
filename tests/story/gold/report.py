"""The table of scores: a row for each text, and their micro-averaged total."""

from collections.abc import Callable

from rich.table import Table

from tests.story.gold.gold import GoldText
from tests.story.gold.matching import ActionOf
from tests.story.gold.prediction import Prediction
from tests.story.gold.scorer import Score, Share, judge, score

Predict = Callable[[str, str, str], Prediction]
"""Reads a text, given with its format ("prose" or "fountain") and its language."""

_SHARES = {
    "cast P": "cast_precision",
    "cast R": "cast_recall",
    "gender": "gender",
    "age": "age",
    "kind": "kind",
    "species": "species",
    "role": "role",
    "place": "places",
    "time": "times",
    "weather": "weathers",
    "speaker": "speakers",
    "coref": "mentions",
    "event P": "event_precision",
    "event R": "event_recall",
    "patient": "patients",
}


def score_texts(
    texts: list[GoldText], predict: Predict, action_of: ActionOf | None = None
) -> dict[str, Score]:
    """Return the score of each text by its name, in their order."""
    return {
        text.name: score(text, predict(text.text, text.story_format, text.language), action_of)
        for text in texts
    }


def list_misses(text: GoldText, predict: Predict) -> list[str]:
    """Return a line for each item of a text that a reading gets wrong: what, where, expected and said."""
    judged = judge(text, predict(text.text, text.story_format, text.language))
    return [
        f"{column}: {each.where} | {each.expected or '–'} | {each.said or '–'}"
        for column, judgements in judged.items()
        for each in judgements
        if not each.is_right
    ]


def build_table(scores: dict[str, Score]) -> Table:
    """Return the scores as a table in percent; "drawn wrongly" is a count of how many unseen events."""
    total = sum(scores.values(), Score())
    table = Table("text", *_SHARES, "cast F1", "event F1", "drawn wrongly")
    for name, each in {**scores, "total": total}.items():
        if name == "total":
            table.add_section()
        shares: list[Share] = [getattr(each, column) for column in _SHARES.values()]
        ratios = [share.ratio for share in shares] + [each.cast_f1, each.event_f1]
        wrong = each.drawn_wrongly
        table.add_row(name, *map(_format_percent, ratios), f"{wrong.right}/{wrong.total}")
    return table


def _format_percent(ratio: float | None) -> str:
    return "–" if ratio is None else f"{100 * ratio:.0f}"
