"""Takes spoken by a vendor: one voice for each character, any length, timed by the recording."""

import io
import wave

import pytest

from app.film.words import split_words
from app.providers.errors import ProviderBusy
from app.providers.ledger import UnrecordedCalls
from app.providers.speech.base import Line, Speech, SpeechRequest
from app.providers.speech.openai import LONGEST_INPUT, OpenAINarrator
from tests.vendors.openai_server import Fault, OpenAIServer

TEXT = "Mara came home late. “Stop right there!” said Tom. She — of course — did not stop."


def speak(text: str, *lines: Line, voice: str = "", max_seconds: float | None = None) -> Speech:
    return OpenAINarrator().speak(SpeechRequest(text, voice, "en", max_seconds, lines), UnrecordedCalls())


def test_each_character_has_a_voice_of_their_own(vendor: OpenAIServer) -> None:
    speak(TEXT, Line("Tom", "an old man", "Stop right there!", "ash"))

    voices = [(body["input"], body["voice"]) for body in vendor.bodies("speech")]
    assert [text for text, _ in voices] == [
        "Mara came home late.",
        "“Stop right there!”",
        "said Tom. She — of course — did not stop.",
    ]
    assert voices[0][1] == voices[2][1] == "sage"
    assert voices[1][1] == "ash"


def test_every_word_is_timed_in_order(vendor: OpenAIServer) -> None:
    speech = speak(TEXT, Line("Tom", "an old man", "Stop right there!", "ash"))

    times = [time for word in speech.words for time in (word.start_sec, word.end_sec)]
    assert [word.text for word in speech.words] == split_words(TEXT)
    assert times == sorted(times)
    assert times[-1] <= speech.seconds


def test_the_pause_after_a_sentence_ends_its_last_word(vendor: OpenAIServer) -> None:
    words = speak("One two three four. Five six.").words

    four, five = words[3], words[4]
    assert four.end_sec == pytest.approx(4 / 3, abs=0.06)
    assert five.start_sec == pytest.approx(4 / 3 + 0.25, abs=0.06)


def test_a_long_text_is_spoken_in_parts_and_no_word_is_lost(vendor: OpenAIServer) -> None:
    text = " ".join(f"Sentence number {i} is said." for i in range(400))

    speech = speak(text)

    sent = [body["input"] for body in vendor.bodies("speech")]
    assert all(len(part) <= LONGEST_INPUT for part in sent)
    assert " ".join(sent) == text
    assert [word.text for word in speech.words] == text.split()


def test_a_sentence_longer_than_the_limit_is_cut_between_words(vendor: OpenAIServer) -> None:
    text = "word " * 1500

    speak(text.strip())

    assert " ".join(body["input"] for body in vendor.bodies("speech")) == text.strip()


def test_a_take_that_must_be_short_is_sped_up_and_says_so(vendor: OpenAIServer) -> None:
    speech = speak("One two three four five six. Seven eight nine ten.", max_seconds=2.5)

    assert speech.seconds <= 2.5
    assert "sped up" in speech.notes[0]


def test_a_file_that_does_not_know_its_size_is_read_to_its_end(vendor: OpenAIServer) -> None:
    file = io.BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setparams((1, 2, 24_000, 0, "NONE", ""))
        wav.writeframes(b"\x10\x20" * 24_000)
    streamed = bytearray(file.getvalue())
    streamed[4:8] = streamed[40:44] = b"\xff\xff\xff\xff"
    vendor.faults.append(Fault("speech", "answer", body=bytes(streamed)))

    assert speak("One two.").seconds == pytest.approx(1.0)


@pytest.mark.parametrize("body", [b"", b"<html>", b"RIFF\0\0\0\0WAVE"])
def test_an_answer_that_is_no_sound_is_broken(vendor: OpenAIServer, body: bytes) -> None:
    vendor.faults.append(Fault("speech", "answer", body=body))

    with pytest.raises(ProviderBusy):
        speak("One two.")


def test_marks_alone_are_silent_and_free(vendor: OpenAIServer) -> None:
    speech = speak("— … —")

    assert vendor.calls == []
    assert speech.seconds > 0
