"""Story files: their bytes, formats, titles and languages."""

import pytest

from app.story.errors import StoryError
from app.story.files import read
from app.story.language import detect


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_story_is_decoded_from_the_encodings_of_writers(encoding: str) -> None:
    text, story_format, _ = read("Die Hexe saß müde da.".encode(encoding), "hexe.txt")

    assert (text, story_format) == ("Die Hexe saß müde da.", "prose")


@pytest.mark.parametrize(
    ("data", "filename", "found"),
    [
        (b"# The Box\n\nOnce.", "a.md", ("prose", "The Box")),
        (b"The Box\n\nOnce.", "a.txt", ("prose", "The Box")),
        (b"Once there was a box.", "my-old_tale.txt", ("prose", "My old tale")),
        (b"Title: Box\n\nEXT. SEA - DAY\n\nWaves.", "-", ("fountain", "Box")),
        (b"INT. HUT - DAY\n\nFire.", "-", ("fountain", "Untitled")),
        (b"<?xml version='1.0'?><FinalDraft><Content/></FinalDraft>", "-", ("fdx", "Untitled")),
        (b"Once.", "-", ("prose", "Untitled")),
    ],
)
def test_format_and_title_are_found(data: bytes, filename: str, found: tuple[str, str]) -> None:
    assert read(data, filename)[1:] == found


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04rest",
        b"%PDF-1.7",
        b"\x89PNG\r\n",
        b"a\x00b",
        bytes(range(1, 32)) * 9 + b"\x81\x8d",
        b"\xff\xfea",
    ],
)
def test_a_file_that_is_no_text_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(StoryError, match="plain text"):
        read(data, "story.txt")


@pytest.mark.parametrize(("data", "message"), [(b" \n", "empty"), (b"a" * 200_001, "cut it into parts")])
def test_a_file_too_short_or_too_long_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(StoryError, match=message):
        read(data, "story.txt")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("There was once a miller who had three sons.", "en"),
        ("Es war einmal ein Müller, der hatte drei Söhne.", "de"),
        ("Il était une fois un meunier et ses trois fils.", "fr"),
        ("从前有一个磨坊主。", "zh"),
        ("昔々あるところにおじいさんがいました。", "ja"),
        ("कभी एक राजा था।", "hi"),
        ("", "en"),
        ("🙂 12", "en"),
        ("Hm.", "en"),
    ],
)
def test_the_language_is_detected_and_english_is_the_fallback(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_title_on_a_line_of_its_own_is_not_read_out() -> None:
    text, _, title = read(b"The Bell\n\nIt rang at dawn.\n", "bell.txt")

    assert (title, text) == ("The Bell", "It rang at dawn.\n")


def test_the_heading_of_a_chapter_is_not_the_title_of_the_story() -> None:
    for text in ("Chapter 1\n\nMara ran home.", "## Chapter 1\n\nMara ran home."):
        assert read(text.encode(), "the-lamp.md")[::2] == (text, "The lamp")
