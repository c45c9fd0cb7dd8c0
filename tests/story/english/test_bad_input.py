"""Any text can be read."""

import pytest

from tests.story.english.stories import read

_TEXTS = {
    "one word": "Hello",
    "emoji": "🎬🐙 👩‍🚀!!! 🌧️",
    "no full stop": "Anna walked and " * 1250,
    "control characters": "Anna\x00 sat\x07 down.\x1b[0m Tom\u200b ran.",
    "many languages": "Anna lachte. Puis elle sortit. 東京で雨が降る。 “Да,” said Tom.",
    "only quotations": "“Yes.”\n\n“No.”\n\n“Yes.”",
    "a preposition that governs a sentence": "At the bottom of it lay something that shone.",
    "stray marks": "“ ‘ ” ’ \" ' «» — ...",
}


@pytest.mark.parametrize("text", _TEXTS.values(), ids=_TEXTS.keys())
def test_any_text_has_a_reading(text: str) -> None:
    reading = read(text)

    assert len(reading.mentions) == len(reading.moments)
