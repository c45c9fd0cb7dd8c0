"""Forms and JSON bodies of any bytes: never a 500, always a problem document."""

from urllib.parse import quote_from_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.redis import client as redis_client
from tests.odd_bytes import values
from tests.raw_requests import RawClient, check, fuzz

FIELDS = [
    b"username",
    b"password",
    b"grant_type",
    b"scope",
    b"client_id",
    b"key",
    b"policy",
    b"file",
    b"",
    b"x" * 300,
]
forms = st.lists(st.tuples(st.sampled_from(FIELDS), values), max_size=5)


@fuzz
@given(forms, st.booleans(), values)
def test_any_form(raw: RawClient, fields: list[tuple[bytes, bytes]], is_encoded: bool, rest: bytes) -> None:
    redis_client().flushdb()
    encode = (lambda value: quote_from_bytes(value).encode()) if is_encoded else bytes
    body = b"&".join(name + b"=" + encode(value) for name, value in fields) + rest
    kind = (b"Content-Type", b"application/x-www-form-urlencoded")

    check(raw.send("POST", b"/auth/token", [kind], body))


def write_part(part: tuple[bytes, bytes, bytes]) -> bytes:
    """Return a part of a multipart form: a field's name, what follows it in the header, and its value."""
    name, more, value = part
    return (
        b'--b\r\nContent-Disposition: form-data; name="' + name + b'"' + more + b"\r\n\r\n" + value + b"\r\n"
    )


more = st.sampled_from(
    [b"", b'; filename="a.png"', b"; filename*=utf-8''%ff%00", b"\r\nContent-Type: x/y", b'; name="file"']
)
parts = st.lists(st.tuples(st.sampled_from(FIELDS), more, values), max_size=5)
ends = st.sampled_from([b"--b--\r\n", b"--b--", b"", b"--b", b"--b\r\n", b"--bb--", b"\r\n--b--\r\n--b--"])


# Starlette leaves the temporary file of a part that has no end to Python, which closes it.
@pytest.mark.filterwarnings("ignore:Exception ignored.*SpooledTemporaryFile")
@fuzz
@given(st.sampled_from([b"/auth/token", b"/files/upload"]), parts, ends, values, st.booleans())
def test_any_multipart_form(
    raw: RawClient,
    path: bytes,
    fields: list[tuple[bytes, bytes, bytes]],
    end: bytes,
    odd: bytes,
    is_odd: bool,
) -> None:
    redis_client().flushdb()
    kind = b"multipart/form-data; boundary=b" + (odd if is_odd else b"")

    check(raw.send("POST", path, [(b"Content-Type", kind)], b"".join(map(write_part, fields)) + end))


BODIES = [
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b'"',
    b'"title"',
    b'"story_text"',
    b'"\\ud800"',
    b"\\u0000",
    b"1e999",
    b"true",
]
bodies = st.one_of(
    st.binary(max_size=200), st.lists(st.one_of(st.sampled_from(BODIES), values), max_size=9).map(b"".join)
)
TAKERS = [
    b"/projects",
    b"/jobs",
    b"/jobs/estimate",
    b"/projects/segment",
    b"/auth/login",
    b"/admin/users",
    b"/assets/upload-url",
]


@fuzz
@given(
    st.sampled_from(TAKERS),
    bodies,
    st.sampled_from([b"application/json", b"application/x+json", b"text/plain", b""]),
)
def test_any_body(raw: RawClient, path: bytes, body: bytes, kind: bytes) -> None:
    redis_client().flushdb()

    check(raw.send("POST", path, [raw.token, (b"Content-Type", kind)], body))
