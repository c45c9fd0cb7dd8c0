"""The typefaces: which characters they have and which they lack."""

import pytest

from app.film.fonts import FACES, font, unsupported_characters


@pytest.mark.parametrize("face", FACES)
def test_every_face_opens_and_writes_english(face: str) -> None:
    written = font(face, 24).getbbox("Once upon a time")

    assert written[2] > 60
    assert unsupported_characters("“Once” upon a time — it’s said…", face) == ""


def test_captions_can_be_european() -> None:
    text = "Zoë, Łukasz, Ő, Привет, Γειά σου"

    missing = unsupported_characters(text, "sans")

    assert missing == ""


def test_a_script_no_face_covers_is_noticed_once_a_character() -> None:
    missing = unsupported_characters("日本 and 日 again, مرحبا")

    assert missing == "日本مرحبا"


def test_invisible_characters_are_not_reported() -> None:
    assert unsupported_characters("soft\u00adhyphen, zero\u200bwidth,\tand\nlines") == ""
