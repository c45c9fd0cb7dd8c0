"""Speakers by cue words: tags within quotations, verbs without a subject, pronouns that hang on verbs."""

import pytest

from app.story import prose
from app.story.lexicon.reader import read


@pytest.mark.parametrize(
    ("language", "story", "speakers"),
    [
        ("fr", "Le roi et la reine mangent. « Demain, dit la reine, il viendra. »", ["La reine"]),
        ("fr", "Le roi rit. « Viens ! » dit-il.", ["Le roi"]),
        ("es", "La reina miró al rey.\n\n—Pobre hombre —dijo por fin.", ["La reina"]),
        ("de", "Die Königin sah den Prinzen an. „Komm“, sagte sie.", ["Die Königin"]),
        ("de", "Der König bückte sich. „Wer ist da?“", ["Der König"]),
    ],
)
def test_a_quotation_has_its_speaker_in_each_language(language: str, story: str, speakers: list[str]) -> None:
    speeches = read(prose.read(story, language), language).speeches

    assert [speech.speaker and speech.speaker.name for speech in speeches] == speakers
