"""A whole job with every OpenAI adapter in real processes: what was paid for is never paid again."""

import json
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.embedded.studio import Studio
from tests.vendors.openai_server import Gate, OpenAIServer, serving

PATIENCE = 90


@pytest.fixture
def openai() -> Iterator[OpenAIServer]:
    """A vendor that holds both panels of the film until it is told to go on."""
    with serving() as server:
        server.gates = [Gate("edits", 1), Gate("edits", 2)]
        yield server


@pytest.fixture
def paying_studio(tmp_path: Path, openai: OpenAIServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """A studio whose providers are all OpenAI, with two artists."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-very-secret")
    monkeypatch.setenv("OPENAI_BASE_URL", openai.base_url)
    studio = Studio(tmp_path).start()
    studio.sign_in()
    yield studio
    studio.stop()
    studio.leave()


def both_artists_wait(openai: OpenAIServer) -> None:
    """Wait until each artist has a call in flight, so that nothing else can be."""
    assert all(gate.reached.wait(PATIENCE) for gate in openai.gates)


def go_on(openai: OpenAIServer) -> None:
    for gate in openai.gates:
        gate.opened.set()


def paid(openai: OpenAIServer) -> Counter[str]:
    """Count how often each thing was asked for."""
    return Counter(f"{call.path} {json.dumps(call.body, default=repr)}" for call in openai.calls)


def test_a_studio_killed_in_the_middle_pays_again_only_for_what_was_in_flight(
    paying_studio: Studio, openai: OpenAIServer
) -> None:
    job_id = paying_studio.start_job()
    both_artists_wait(openai)

    paying_studio.stop(signal.SIGKILL)
    before = paid(openai)
    go_on(openai)
    paying_studio.start()

    assert [event["status"] for event in paying_studio.events(job_id)][-1] == "completed"
    twice = [asked for asked, count in paid(openai).items() if count > 1]
    assert max(before.values()) == 1
    assert set(paid(openai).values()) == {1, 2}
    assert len(twice) == 2
    assert all(asked.startswith("/v1/images/edits") for asked in twice)
