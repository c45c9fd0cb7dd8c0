"""Sound that is far longer than its file, repeats without end, or has values that break computations."""

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import av
import numpy as np
import pytest
from fastapi.testclient import TestClient

from app.core.database import in_transaction
from app.film.sound import stems
from app.film.sound.filters import Block
from app.film.sound.mix import mix
from app.film.sound.soundtrack import Soundtrack, Take
from app.film.sound.source import SoundUnfit, decode_blocks, load_sound, measure_seconds
from app.film.timeline import TimedShot, Timeline
from app.modules.asset.models import Asset
from app.providers.registry import storage
from tests.files import begin, send, sound, upload
from tests.outbox import Outbox

FILM = Timeline(24, (TimedShot(24 * 60),))


def make_wav(
    samples: bytes = b"", rate: int = 48_000, channels: int = 1, kind: int = 1, bits: int = 16
) -> bytes:
    """Return a WAV file; `kind` 1 is of whole numbers, 3 of floating-point ones."""
    frame = channels * bits // 8
    form = b"".join(
        number.to_bytes(size, "little")
        for number, size in ((kind, 2), (channels, 2), (rate, 4), (rate * frame, 4), (frame, 2), (bits, 2))
    )
    data = b"data" + len(samples).to_bytes(4, "little") + samples
    return b"RIFF" + (28 + len(data)).to_bytes(4, "little") + b"WAVEfmt \x10\x00\x00\x00" + form + data


@cache
def silent_flac(minutes: int) -> bytes:
    """Return a FLAC file of silence, which is many times longer than other files of its size."""
    file = io.BytesIO()
    with av.open(file, "w", format="flac") as target:
        stream = target.add_stream("flac", rate=8_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 4_608), np.int16), "s16", "mono")
        frame.sample_rate = 8_000
        for number in range(minutes * 60 * 8_000 // 4_608 + 1):
            frame.pts = number * 4_608
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    return file.getvalue()


def replace_file(asset_id: int, body: bytes, folder: Path) -> None:
    """Store another file under the key of an asset, as an earlier version may have accepted it."""
    (folder / "body").write_bytes(body)
    key = in_transaction(lambda session: session.get_one(Asset, asset_id).storage_key)
    storage().put(key, folder / "body")


def floats(*values: float) -> bytes:
    return np.resize(np.array(values, "<f4"), 48_000 * 2).tobytes()


BOMBS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "90 minutes": ("audio/flac", lambda: silent_flac(90), "longer than"),
    "one sample": ("audio/wav", lambda: make_wav(b"\x01\x00"), "shorter than"),
    "no sample": ("audio/wav", make_wav, "no sound"),
    "1 sample a second": ("audio/wav", lambda: make_wav(bytes(4000), rate=1), "samples a second"),
    "a gigahertz": ("audio/wav", lambda: make_wav(bytes(4000), rate=10**9), "samples a second"),
    "64 channels": ("audio/wav", lambda: make_wav(bytes(64 * 96_000), channels=64), "64 channels"),
    "no numbers": ("audio/wav", lambda: make_wav(floats(0.1, float("nan")), kind=3, bits=32), "no numbers"),
    "infinity": ("audio/wav", lambda: make_wav(floats(0.1, float("inf")), kind=3, bits=32), "no numbers"),
}


@pytest.mark.parametrize("asset_type", ["music", "narration"])
@pytest.mark.parametrize("name", BOMBS)
def test_sound_out_of_bounds_is_rejected(
    ada_api: TestClient, project: int, name: str, asset_type: str
) -> None:
    content_type, make, reason = BOMBS[name]
    bomb, request = make(), {"type": asset_type, "content_type": content_type, "filename": "scene-1.wav"}
    begun = begin(ada_api, project, bomb, **request).json()
    send(ada_api, begun["upload"], bomb)

    answer = ada_api.post(f"/assets/{begun['asset_id']}/complete")

    assert (answer.status_code, answer.json()["code"]) == (422, "asset.rejected")
    assert reason in answer.json()["detail"]


@pytest.mark.parametrize("name", ["90 minutes", "1 sample a second", "a gigahertz", "64 channels"])
def test_a_worker_refuses_what_was_stored_before(tmp_path: Path, name: str) -> None:
    content_type, make, reason = BOMBS[name]
    path = tmp_path / f"take.{content_type.partition('/')[2]}"
    path.write_bytes(make())

    with pytest.raises(SoundUnfit, match=reason):
        load_sound(path)


def test_samples_that_are_no_numbers_or_absurd_are_limited_in_a_film(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    path.write_bytes(make_wav(floats(0.1, float("nan"), float("inf"), -1e38), kind=3, bits=32))

    timeline = Timeline(24, (TimedShot(48, 1.0),))
    film = np.zeros((2, timeline.samples), np.float32)
    mix(timeline, Soundtrack((Take(path),), path), film)

    assert np.isfinite(film).all()
    assert np.abs(film).max() <= 1


def test_music_of_one_sample_fails_the_film_at_once(tmp_path: Path) -> None:
    (tmp_path / "tick.wav").write_bytes(make_wav(b"\x01\x00"))

    with pytest.raises(SoundUnfit, match="shorter than 1 s"):
        mix(FILM, Soundtrack(music=tmp_path / "tick.wav"), np.zeros((2, FILM.samples), np.float32))


def test_short_music_is_read_once_for_a_whole_film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    music = tmp_path / "loop.wav"
    music.write_bytes(make_wav(np.full(48_000, 9_000, "<i2").tobytes()))
    film = np.zeros((2, FILM.samples), np.float32)
    opened: list[Path] = []

    def decode(path: Path, channels: int) -> Iterator[Block]:
        opened.append(path)
        return decode_blocks(path, channels)

    monkeypatch.setattr(stems, "decode_blocks", decode)

    mix(FILM, Soundtrack(music=music), film)

    assert len(opened) == 2, "once to measure it, once to hear it"
    assert np.abs(film[:, 96_000:-96_000]).min() > 0.01


def test_a_cancelled_film_stops_while_its_music_is_laid(tmp_path: Path) -> None:
    music = tmp_path / "loop.wav"
    music.write_bytes(sound("audio/wav", seconds=2.0))

    class Cancelled(Exception):
        pass

    def check(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        mix(FILM, Soundtrack(music=music), np.zeros((2, FILM.samples), np.float32), report=check)


def test_a_job_with_music_that_was_accepted_before_fails_with_the_reason(
    ada_api: TestClient, outbox: Outbox, project: int, tmp_path: Path
) -> None:
    request = {"type": "music", "content_type": "audio/wav", "filename": "tune.wav"}
    music = upload(ada_api, project, sound("audio/wav"), **request)["id"]
    replace_file(music, make_wav(b"\x01\x00"), tmp_path)
    config = {"music": music, "resolution": "480p"}

    job = ada_api.post("/jobs", json={"project_id": project, "config": config})
    outbox.deliver_all()

    failed = ada_api.get(f"/jobs/{job.json()['id']}").json()
    assert (failed["status"], failed["error_code"]) == ("failed", "asset.rejected")
    assert "shorter than 1 s" in failed["error_message"]


def test_a_playlist_opens_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.mp3").write_bytes(sound("audio/mpeg"))
    playlist = tmp_path / "take.mp3"
    playlist.write_text("ffconcat version 1.0\nfile secret.mp3\n" + "\n#" * 1000)

    with pytest.raises(av.FFmpegError):
        measure_seconds(playlist, 60)
    with pytest.raises(av.FFmpegError):
        load_sound(playlist)
