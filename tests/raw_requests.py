"""Requests in bytes that no HTTP client would send, delivered to the app as a server would."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from anyio.from_thread import BlockingPortal
from fastapi import FastAPI
from hypothesis import HealthCheck, settings
from starlette.types import Message

PROBLEM = "application/problem+json"
MEMBERS = {"type", "title", "status", "detail", "instance", "code"}
fuzz = settings(
    max_examples=500,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
JSON = (b"Content-Type", b"application/json")
Headers = Iterable[tuple[bytes, bytes]]


@dataclass(frozen=True)
class RawAnswer:
    """An answer in bytes."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes

    def get(self, name: str) -> str:
        """Return the value of a header; empty without it."""
        return dict(self.headers).get(name.encode(), b"").decode("latin-1")

    def json(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.body)


class RawClient:
    """Sends requests to the app, whose event loop runs in another thread.

    `token` is the header with which a request is signed in.
    """

    def __init__(self, app: FastAPI, portal: BlockingPortal, authorization: str) -> None:
        self.app, self.portal = app, portal
        self.token = (b"Authorization", authorization.encode())

    def send(self, method: str, target: bytes, headers: Headers = (), body: bytes = b"") -> RawAnswer:
        """Send a request and return the whole answer; an error that the app raises is raised here."""
        path, _, query = target.partition(b"?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(path.decode("latin-1")),
            "raw_path": path,
            "query_string": query,
            "root_path": "",
            "headers": [(name.lower(), value) for name, value in ((b"Host", b"testserver"), *headers)],
            "client": ("127.0.0.1", 50_000),
            "server": ("testserver", 80),
        }
        return self.portal.call(self._run, scope, body)

    async def _run(self, scope: dict[str, Any], body: bytes) -> RawAnswer:
        waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]
        sent: list[Message] = []

        async def receive() -> Message:
            return waiting.pop(0) if waiting else {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            sent.append(message)

        await self.app(scope, receive, send)
        content = b"".join(message.get("body", b"") for message in sent[1:])
        return RawAnswer(sent[0]["status"], list(sent[0]["headers"]), content)


def check(answer: RawAnswer, *, has_body: bool = True) -> None:
    """Check that an answer is no server error and that each error is a problem document."""
    assert answer.status < 500, answer.body
    assert not [value for pair in answer.headers for value in pair if b"\r" in value or b"\n" in value]
    if answer.status >= 400:
        assert answer.get("content-type") == PROBLEM, answer.body
    if answer.status >= 400 and has_body:
        problem = answer.json()
        assert set(problem) >= MEMBERS
        assert problem["status"] == answer.status
        assert len(answer.body) < 20_000
