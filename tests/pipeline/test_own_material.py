"""Films with stills, narration and music that their owner has uploaded."""

import io
from itertools import islice
from typing import Any

import av
import numpy as np
import pytest
from fastapi.testclient import TestClient

from tests.files import CODECS, fetch, image, sound, upload
from tests.outbox import Outbox

CONFIG = {"resolution": "480p", "transition": "cut", "subtitles": "none", "title": "", "titles": False}


@pytest.fixture
def project(ada_api: TestClient) -> int:
    """A project of one short scene."""
    made = ada_api.post("/projects", json={"title": "Sea", "story_text": "The sea was calm."}).json()
    ada_api.post(f"/projects/{made['id']}/scenes", json={"description": "The sea was calm."})
    return int(made["id"])


def make_film(api: TestClient, outbox: Outbox, project: int, **config: Any) -> dict[str, Any]:
    """Make a film and return its completed job."""
    job = api.post("/jobs", json={"project_id": project, "config": CONFIG | config}).json()
    outbox.deliver_all()
    done: dict[str, Any] = api.get(f"/jobs/{job['id']}").json()
    assert (done["status"], done["error_message"]) == ("completed", None)
    return done


def decode_frame(film: bytes, number: int = 30) -> Any:
    """Return the RGB pixels of one frame, as an array of height, width and 3."""
    with av.open(io.BytesIO(film), "r") as file:
        frame = next(islice(file.decode(video=0), number, None))
        return frame.to_ndarray(format="rgb24")


def measure_pitch(film: bytes, start_sec: float, end_sec: float) -> float:
    """Return the loudest frequency, in hertz, of a part of the film's sound."""
    with av.open(io.BytesIO(film), "r") as file:
        samples = np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)])
    part = samples[int(start_sec * 48_000) : int(end_sec * 48_000)]
    return float(np.fft.rfftfreq(len(part), 1 / 48_000)[np.argmax(np.abs(np.fft.rfft(part)))])


def test_an_uploaded_still_replaces_the_drawing(ada_api: TestClient, outbox: Outbox, project: int) -> None:
    still = image("JPEG", (1200, 900), "#208080")
    upload(ada_api, project, still, type="background", filename="scene-1.jpg", content_type="image/jpeg")

    job = make_film(ada_api, outbox, project, audio=False)

    colour = decode_frame(fetch(ada_api, job["output_video_url"]).content).mean(axis=(0, 1))
    assert colour == pytest.approx([0x20, 0x80, 0x80], abs=8)
    shown = ada_api.get(f"/projects/{project}/scenes").json()[0]["background_path"]
    assert fetch(ada_api, shown).content == still


def test_rendering_a_scene_replaces_its_uploaded_still(
    ada_api: TestClient, outbox: Outbox, project: int
) -> None:
    upload(ada_api, project, image(size=(1200, 900)), type="background", filename="scene-1.png")
    scene = ada_api.get(f"/projects/{project}/scenes").json()[0]

    ada_api.post(f"/projects/{project}/scenes/{scene['id']}/render", json={"what": "background"})
    outbox.deliver_all()
    job = make_film(ada_api, outbox, project, audio=False)

    assert decode_frame(fetch(ada_api, job["output_video_url"]).content).std() > 10


def test_an_uploaded_recording_replaces_the_narrator(
    ada_api: TestClient, outbox: Outbox, project: int
) -> None:
    tone = sound("audio/mpeg", seconds=3.3, pitch=523.0)
    upload(ada_api, project, tone, type="narration", filename="scene-1.mp3", content_type="audio/mpeg")

    job = make_film(ada_api, outbox, project)

    assert job["film"]["duration_sec"] == pytest.approx(0.4 + 3.3 + 0.5, abs=0.15)
    film = fetch(ada_api, job["output_video_url"]).content
    assert measure_pitch(film, 1.0, 3.0) == pytest.approx(523, abs=3)


def test_the_narrator_speaks_when_the_recording_was_deleted(
    ada_api: TestClient, outbox: Outbox, project: int
) -> None:
    tone = sound("audio/wav", seconds=6.0)
    request = {"type": "narration", "filename": "scene-1.wav", "content_type": "audio/wav"}
    asset = upload(ada_api, project, tone, **request)
    ada_api.delete(f"/assets/{asset['id']}")

    job = make_film(ada_api, outbox, project)

    assert job["film"]["duration_sec"] < 5


@pytest.mark.parametrize("content_type", CODECS)
def test_uploaded_music_of_each_format_is_in_the_film(
    ada_api: TestClient, outbox: Outbox, project: int, content_type: str
) -> None:
    tone = sound(content_type, seconds=2.0, pitch=330.0)
    music = upload(ada_api, project, tone, type="music", filename="tune", content_type=content_type)
    silence = sound("audio/wav", seconds=1.0, pitch=0.0)
    upload(ada_api, project, silence, type="narration", filename="scene-1", content_type="audio/wav")

    job = make_film(ada_api, outbox, project, music=music["id"])

    film = fetch(ada_api, job["output_video_url"]).content
    assert measure_pitch(film, 0.5, 2.0) == pytest.approx(330, abs=3)


def test_a_config_with_deleted_music_is_refused(ada_api: TestClient, outbox: Outbox, project: int) -> None:
    tone = sound("audio/wav")
    music = upload(ada_api, project, tone, type="music", filename="tune.wav", content_type="audio/wav")
    ada_api.delete(f"/assets/{music['id']}")

    request = {"project_id": project, "config": {"music": music["id"]}}
    answer = ada_api.post("/jobs", json=request)

    assert (answer.status_code, answer.json()["code"]) == (422, "job.config_not_offered")
