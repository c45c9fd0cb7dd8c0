"""Requests that are never sent to their end neither stall the API nor stay open."""

import http.client
import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from app.core import middleware
from tests.http_server import serve

MANY = 150
HEAD = b"POST /auth/login HTTP/1.1\r\nHost: localhost\r\n"
HEADERS = HEAD + b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n"


@pytest.fixture
def port(schema: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of an API that gives a body a second in all."""
    monkeypatch.setattr(middleware, "BODY_SECONDS", 1.0)
    with serve() as port:
        yield port


def connect(running: ExitStack, port: int, start: bytes) -> socket.socket:
    """Open a connection, send the start of a request, and leave it open."""
    connection = running.enter_context(socket.create_connection(("127.0.0.1", port), timeout=30))
    connection.sendall(start)
    return connection


def read_response(connection: socket.socket) -> http.client.HTTPResponse:
    response = http.client.HTTPResponse(connection)
    response.begin()
    return response


@pytest.mark.parametrize("start", [HEAD, HEADERS, HEADERS + b"{"], ids=["header", "no body", "half a body"])
def test_other_requests_are_answered_beside_many_half_sent_ones(port: int, start: bytes) -> None:
    with ExitStack() as running:
        for _ in range(MANY):
            connect(running, port, start)

        client = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        client.request("GET", "/healthz")

        assert client.getresponse().status == 200
        client.close()


def test_a_body_that_does_not_arrive_is_refused_and_its_connection_closed(port: int) -> None:
    with ExitStack() as running:
        connection = connect(running, port, HEADERS + b"{")

        response = read_response(connection)

        assert (response.status, response.getheader("connection")) == (408, "close")
        assert json.loads(response.read())["code"] == "request.timeout"
        assert connection.recv(1) == b""


def test_bytes_that_trickle_in_give_a_body_no_more_time(port: int) -> None:
    with ExitStack() as running:
        connection = connect(running, port, HEADERS)
        connection.settimeout(0.1)
        while True:
            connection.sendall(b" ")
            try:
                start = connection.recv(12)
            except TimeoutError:
                continue
            break

        assert start == b"HTTP/1.1 408"
