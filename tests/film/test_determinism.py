"""The same inputs give the same bytes in every process, and the same plans in every release."""

import hashlib
import json
from dataclasses import asdict

import pytest

from app.film.sound.bed import compose_chords
from app.film.subtitles import cut_cues
from app.film.words import Word
from tests.film.material import TIMELINE
from tests.film.products import PRODUCTS, TALE, digest
from tests.interpreter import run_python


@pytest.fixture(scope="module")
def elsewhere() -> dict[str, str]:
    """The digests of all products from another process, made in another order with other hash seeds."""
    digests: dict[str, str] = json.loads(run_python("-m", "tests.film.products"))
    return digests


@pytest.mark.parametrize("name", PRODUCTS)
def test_another_process_makes_the_same_bytes(elsewhere: dict[str, str], name: str) -> None:
    assert digest(name) == elsewhere[name]


def test_an_earlier_take_does_not_change_a_later_one(elsewhere: dict[str, str]) -> None:
    assert elsewhere["take after another"] == elsewhere["take"]


def digest_plan(plan: object) -> str:
    return hashlib.sha256(json.dumps(plan, ensure_ascii=False).encode()).hexdigest()[:16]


def test_the_chords_of_a_film_are_the_stored_ones() -> None:
    chords = [asdict(chord) for chord in compose_chords(TIMELINE, ("sad", "tense", "joyful"))]

    assert digest_plan(chords) == "23f4440edb7082db"


def test_the_cues_of_a_narration_are_the_stored_ones() -> None:
    words = [Word(word, number * 0.375, number * 0.375 + 0.25) for number, word in enumerate(TALE.split())]

    assert digest_plan([asdict(cue) for cue in cut_cues(words, until=8.0)]) == "a8fccf557d44cf54"
