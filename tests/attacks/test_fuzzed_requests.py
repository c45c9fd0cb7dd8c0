"""Headers, queries and paths of any bytes: never a 500, always a problem document."""

from pathlib import Path
from urllib.parse import quote_from_bytes, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.redis import client as redis_client
from app.providers.registry import storage
from tests.odd_bytes import headers, pieces, values
from tests.raw_requests import JSON, RawClient, check, fuzz

PROJECT = b'{"title": "Lantern", "story_text": "Mara found a lantern."}'
SIGNED_IN = [
    b"/projects",
    b"/jobs",
    b"/jobs/options",
    b"/admin/users",
    b"/admin/audit",
    b"/auth/me",
    b"/jobs/1/events",
]
OPEN = [
    b"/auth/refresh-token",
    b"/auth/login",
    b"/auth/logout",
    b"/files/a.mp4",
    b"/api/v1/static/x.js",
    b"/metrics",
]


@pytest.fixture
def film(local_files: None, tmp_path: Path) -> bytes:
    """The signed address of a file in local storage; a bucket serves ranges by itself."""
    store, source = storage(), tmp_path / "film.mp4"
    source.write_bytes(b"0123456789")
    store.put("fuzz/film.mp4", source)
    address = urlsplit(store.url("fuzz/film.mp4"))
    return f"{address.path}?{address.query}".encode()


@fuzz
@given(
    st.sampled_from(SIGNED_IN + OPEN),
    st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"]),
    headers,
)
def test_any_headers(raw: RawClient, path: bytes, method: str, sent: list[tuple[bytes, bytes]]) -> None:
    redis_client().flushdb()

    answer = raw.send(method, path, sent, PROJECT)
    signed_in = raw.send(method, path, [raw.token, JSON, *sent], PROJECT)

    for one in (answer, signed_in):
        check(one, has_body=method != "HEAD")


NAMES = [
    b"limit",
    b"cursor",
    b"q",
    b"status",
    b"page",
    b"role",
    b"project_id",
    b"user_id",
    b"stuck",
    b"flagged",
    b"action",
]
LISTS = [
    b"/projects",
    b"/jobs",
    b"/admin/users",
    b"/admin/jobs",
    b"/admin/audit",
    b"/admin/moderation",
    b"/admin/costs",
]
pairs = st.tuples(
    st.sampled_from([*NAMES, b"expires", b"signature", b""]), st.sampled_from([b"=", b""]), values
)


@fuzz
@given(st.sampled_from([*LISTS, b"/files/a.mp4", b"/health"]), st.lists(pairs, max_size=4), st.booleans())
def test_any_query(
    raw: RawClient, path: bytes, query: list[tuple[bytes, bytes, bytes]], is_encoded: bool
) -> None:
    encode = (lambda value: quote_from_bytes(value).encode()) if is_encoded else bytes
    text = b"&".join(name + equals + encode(value) for name, equals, value in query)

    check(raw.send("GET", path + b"?" + text, [raw.token]))


segments = st.one_of(
    st.sampled_from(
        [
            b"projects",
            b"jobs",
            b"1",
            b"scenes",
            b"events",
            b"files",
            b"assets",
            b"static",
            b"docs",
            b"api",
            b"v1",
        ]
    ),
    values,
    values.map(lambda value: quote_from_bytes(value).encode()),
)
prefixes = st.sampled_from([b"", b"/api/v1", b"/api/v1/projects", b"/files", b"/api/v1/static", b"/jobs"])


@fuzz
@given(
    prefixes,
    st.lists(segments, max_size=5),
    st.sampled_from(["GET", "POST", "PATCH", "DELETE", "BREW", "TRACE"]),
)
def test_any_path(raw: RawClient, prefix: bytes, parts: list[bytes], method: str) -> None:
    target = prefix + b"/" + b"/".join(parts).replace(b"?", b"")

    check(raw.send(method, target, [raw.token, JSON], b"{}"))


@fuzz
@given(st.lists(pieces, min_size=1, max_size=3).map(b", ".join), st.sampled_from([b"bytes=", b""]), headers)
def test_any_range_of_a_file(
    raw: RawClient, film: bytes, span: bytes, unit: bytes, sent: list[tuple[bytes, bytes]]
) -> None:

    check(raw.send("GET", film, [(b"Range", unit + span), *sent]))
