"""A server on loopback that speaks OpenAI's wire format, built from the SDK's own types.

It records calls. Each of its `faults` happens once, to the next request whose path it fits.
"""

import email.policy
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from openai.types import Model

from tests.vendors.endpoints import ANSWERS

GATE_SECONDS = 600


@dataclass
class Call:
    """One request as the server received it; `port` is the caller's."""

    path: str
    body: Any
    headers: dict[str, str]
    port: int = 0
    is_paid: bool = False


@dataclass
class Fault:
    """A fault of the next request whose path ends in `path`.

    `kind` is `status`, `reset`, `truncated`, `silent` (no answer until the server closes) or `answer`
    (another body with 200).
    """

    path: str
    kind: str
    status: int = 500
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None


@dataclass
class Gate:
    """Holds the nth request, from its creation on, whose path ends in `path` and whose body has `words`.

    `report` explains why it did not arrive, for the message of a failed `wait`.
    """

    path: str
    number: int
    words: str = ""
    seconds: float = 60.0
    report: Callable[[], str] = str
    reached: threading.Event = field(default_factory=threading.Event)
    opened: threading.Event = field(default_factory=threading.Event)
    call: Call | None = None

    def holds(self, call: Call) -> bool:
        """Count a request; return whether it is held."""
        if call.path.endswith(self.path) and self.words in json.dumps(call.body, default=repr):
            self.number -= 1
            if self.number == 0:
                self.call = call
        return self.call is call

    def wait(self) -> None:
        """Wait until the request has arrived, for at most `seconds`."""
        if not self.reached.wait(self.seconds):
            missing = f"There was no request for {self.path} within {self.seconds:.0f} s."
            raise AssertionError(f"{missing}\n{self.report()}")


class OpenAIServer:
    """The server, with the calls that it received, the faults of the next calls, and the listed models."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.gates: list[Gate] = []
        self.models: dict[str, str | None] = {
            "gpt-6-luna": None,
            "gpt-image-2.5-flare": None,
            "gpt-4o-mini-tts": "2027-01-06",
            "omni-moderation-latest": None,
        }
        self.closing = threading.Event()
        self._lock = threading.Lock()
        server = self

        class Handler(_Handler):
            vendor = server

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def base_url(self) -> str:
        """The value for OPENAI_BASE_URL."""
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    def count(self, path: str) -> int:
        """Return the number of requests for a path."""
        return len(self.bodies(path))

    def bodies(self, path: str) -> list[Any]:
        """Return the bodies of the requests for a path."""
        return [call.body for call in self.calls if call.path.endswith(path)]

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.closing.set()
        for gate in self.gates:
            gate.opened.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def take(self, call: Call) -> Fault | None:
        """Record a request, hold it at its gate, and return the fault it meets."""
        with self._lock:
            self.calls.append(call)
            fault = next((fault for fault in self.faults if call.path.endswith(fault.path)), None)
            if fault is not None:
                self.faults.remove(fault)
            # Every gate counts every request.
            held_by = [gate for gate in self.gates if gate.holds(call)]
        for gate in held_by:
            gate.reached.set()
            gate.opened.wait(GATE_SECONDS)
        return fault


class _Handler(BaseHTTPRequestHandler):
    vendor: OpenAIServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["content-length"]))
        body = _read(raw, self.headers["content-type"])
        call = Call(self.path, body, dict(self.headers.items()), self.client_address[1])
        fault = self.vendor.take(call)
        call.is_paid = fault is None or fault.kind != "status"
        if fault is not None:
            self._do_fault(fault, call)
            return
        self._answer(200, *ANSWERS[self.path](call.body))

    def do_GET(self) -> None:
        fault = self.vendor.take(Call(self.path, None, dict(self.headers.items())))
        if fault is not None:
            self._do_fault(fault, None)
            return
        data = [
            Model(id=name, created=1, object="model", owned_by="vendor", shutdown_date=date).model_dump()
            for name, date in self.vendor.models.items()
        ]
        self._answer(200, json.dumps({"object": "list", "data": data}).encode(), "application/json")

    def _do_fault(self, fault: Fault, call: Call | None) -> None:
        if fault.kind == "reset":
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.close_connection = True
            self.connection.close()
        elif fault.kind == "silent":
            self.vendor.closing.wait(GATE_SECONDS)
            self.close_connection = True
        elif fault.kind == "truncated":
            body, kind = ANSWERS[self.path](call.body) if call else (b"{}", "application/json")
            self._head(200, kind, len(body), {})
            self.wfile.write(body[: len(body) // 2])
            self.close_connection = True
        else:
            status = 200 if fault.kind == "answer" else fault.status
            body = fault.body if isinstance(fault.body, bytes) else json.dumps(fault.body).encode()
            self._answer(status, body, "application/json", fault.headers)

    def _answer(self, status: int, body: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self._head(status, kind, len(body), headers or {})
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def _head(self, status: int, kind: str, length: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"content-type": kind, "content-length": str(length), **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Log nothing."""


def _read(raw: bytes, kind: str) -> Any:
    """Return a JSON body, or a multipart body as its fields with lists of files."""
    if kind.startswith("application/json"):
        return json.loads(raw)
    head = f"Content-Type: {kind}\r\n\r\n".encode()
    parts = BytesParser(policy=email.policy.HTTP).parsebytes(head + raw)
    fields: dict[str, Any] = {}
    for part in parts.iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        content: Any = part.get_payload(decode=True)
        if part.get_filename():
            fields.setdefault(name, []).append(content)
        else:
            fields[name] = content.decode()
    return fields


@contextmanager
def serve_openai() -> Iterator[OpenAIServer]:
    """Serve within the context; yield the server."""
    server = OpenAIServer()
    server.start()
    try:
        yield server
    finally:
        server.stop()
