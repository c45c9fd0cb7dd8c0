"""A whole job with all OpenAI adapters in real processes: no finished call is paid twice."""

import json
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.embedded.studio import Studio
from tests.vendors.openai_server import Gate, OpenAIServer, serve_openai

TIMEOUT_SECONDS = 90


@pytest.fixture
def openai() -> Iterator[OpenAIServer]:
    """A vendor that holds the calls for both panels of the film until their gates are opened."""
    with serve_openai() as server:
        server.gates = [Gate("edits", 1), Gate("edits", 2)]
        yield server


@pytest.fixture
def paying_studio(tmp_path: Path, openai: OpenAIServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """A studio with OpenAI's providers and two media workers."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-very-secret")
    monkeypatch.setenv("OPENAI_BASE_URL", openai.base_url)
    studio = Studio(tmp_path).start()
    studio.sign_in()
    yield studio
    studio.stop()
    studio.leave()


def wait_for_both_calls(openai: OpenAIServer) -> None:
    """Wait until each media worker has a call in flight, so that no other call can be."""
    assert all(gate.reached.wait(TIMEOUT_SECONDS) for gate in openai.gates)


def open_gates(openai: OpenAIServer) -> None:
    for gate in openai.gates:
        gate.opened.set()


def count_calls(openai: OpenAIServer) -> Counter[str]:
    """Return how often each request was sent."""
    return Counter(f"{call.path} {json.dumps(call.body, default=repr)}" for call in openai.calls)


def test_a_studio_killed_in_the_middle_pays_again_only_for_what_was_in_flight(
    paying_studio: Studio, openai: OpenAIServer
) -> None:
    job_id = paying_studio.start_job()
    wait_for_both_calls(openai)

    paying_studio.stop(signal.SIGKILL)
    before = count_calls(openai)
    open_gates(openai)
    paying_studio.start()

    assert [event["status"] for event in paying_studio.events(job_id)][-1] == "completed"
    twice = [request for request, count in count_calls(openai).items() if count > 1]
    assert max(before.values()) == 1
    assert set(count_calls(openai).values()) == {1, 2}
    assert len(twice) == 2
    assert all(request.startswith("/v1/images/edits") for request in twice)
