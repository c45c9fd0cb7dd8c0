import time
from pathlib import Path

import espeakng_loader  # type: ignore[import-untyped]  # a wheel of a C library, without types
import numpy as np
import pytest

from app.providers.ledger import UnrecordedCalls
from app.providers.speech.base import SpeechRequest
from app.providers.speech.espeak import EngineUnavailable, Prosody, open_engine
from app.providers.speech.local import EspeakNarrator


def test_an_installation_deep_in_the_file_system_still_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("d" * 120) / ("e" * 120)
    deep.mkdir(parents=True)
    (deep / "espeak-ng-data").symlink_to(espeakng_loader.get_data_path())
    monkeypatch.setattr(espeakng_loader, "get_data_path", lambda: str(deep / "espeak-ng-data"))

    with open_engine() as voice:
        assert len(voice.synthesize("Hello.", "gmw/en", Prosody()).samples) > 5_000


def test_without_the_engine_a_take_is_silent_timed_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeakng_loader, "get_library_path", lambda: "/nowhere/libespeak-ng.so")

    take = EspeakNarrator().speak(
        SpeechRequest("Nobody answered; only the gulls.", "", "en"), UnrecordedCalls()
    )

    assert not any(take.wav[44:])
    assert len(take.words) == 5
    assert take.seconds == pytest.approx(5 * 60 / 155, abs=0.01)
    assert "silent" in take.notes[0]


def test_a_voice_without_data_is_unavailable() -> None:
    with open_engine() as voice, pytest.raises(EngineUnavailable, match="martian"):
        voice.synthesize("Hello.", "martian", Prosody())


def test_faster_speech_is_shorter_and_not_clipped() -> None:
    with open_engine() as voice:
        slow, fast = (
            voice.synthesize("The tide went out.", "gmw/en", Prosody(rate=rate)) for rate in (120, 180)
        )

    assert len(fast.samples) < len(slow.samples) * 0.75
    assert np.abs(slow.samples).max() < 32_000


def test_a_breathy_voice_is_the_same_at_another_time() -> None:
    def speak() -> bytes:
        with open_engine() as voice:
            return voice.synthesize("Wait for me!", "gmw/en-US+f5", Prosody(pitch=98)).samples.tobytes()

    earlier = speak()
    time.sleep(1.1)

    assert speak() == earlier
