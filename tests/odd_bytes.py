"""Strategies of bytes that parsers often get wrong, and of headers with them."""

from hypothesis import strategies as st

ODD = [
    b"", b" ", b"\x00", b"\x1b[31m", b"\r\nX-Forged: 1", b"\n", b"\t", b"\x7f", b"\x80\xff", b"\xc3\xa9",
    b"\xe2\x80\xae", b"%", b"%00", b"%zz", b"%ff", b"%0d%0a", b"..", b"../..", b"/", b"//", b"\\", b"*",
    b"null", b"None", b"[", b"]", b"{}", b"0", b"-1", b"1e999", b"NaN", b"9" * 30, b"9" * 5000, b"a" * 9000,
    b"\xd9\xa1", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"'\"--", b";", b",", b",,,,", b"=", b"&",
    b"a=b; a=c", b"bytes=0-", b"bytes=9-1,x", b"http://[", b"localhost:99999",
]  # fmt: skip
pieces = st.one_of(st.sampled_from(ODD), st.binary(max_size=40))
values = st.one_of(pieces, st.lists(pieces, max_size=4).map(b"".join))
HEADERS = [
    b"Authorization", b"Cookie", b"Idempotency-Key", b"Prefer", b"Last-Event-ID", b"X-Request-ID",
    b"X-Forwarded-For", b"Forwarded", b"Origin", b"Sec-Fetch-Site", b"Sec-Fetch-Mode", b"Host",
    b"Content-Type", b"Content-Length", b"Accept", b"Accept-Language", b"Range", b"If-None-Match",
    b"If-Range", b"If-Modified-Since", b"User-Agent", b"Transfer-Encoding", b"Expect",
    b"Access-Control-Request-Headers", b"Access-Control-Request-Method", b"\xff", b"x" * 9000,
]  # fmt: skip
KINDS = {
    b"Authorization": [b"Bearer ", b"bearer", b"Basic ", b"Bearer a.b.c", b"Bearer " + b"e30." * 3000],
    b"Cookie": [b"access_token=", b"refresh_token=", b"access_token=a.b.c; ", b"=;=;"],
    b"Prefer": [b"wait=", b"wait=0", b"respond-async, wait=99999999999"],
    b"Content-Type": [
        b"application/json; charset=",
        b"multipart/form-data; boundary=",
        b"application/",
        b"text/plain",
    ],
    b"Range": [b"bytes=", b"bytes=-", b"bytes=0-0,1-1"],
    b"Origin": [b"http://localhost:3000", b"null", b"https://"],
}
headers = st.lists(
    st.sampled_from(HEADERS).flatmap(
        lambda name: st.tuples(
            st.just(name), st.tuples(st.sampled_from([b"", *KINDS.get(name, [])]), values).map(b"".join)
        )
    ),
    max_size=5,
)
