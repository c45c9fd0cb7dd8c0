"""Signed addresses of files: changed, late, of a file that is gone, and with odd ranges."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.providers.registry import storage
from app.providers.storage.local import LocalStorage

pytestmark = pytest.mark.usefixtures("local_files")
SIZE = 1000
PROBLEM = "application/problem+json"


@pytest.fixture
def address(browser: TestClient, tmp_path: Path) -> str:
    """The address of a stored file of 1,000 bytes."""
    (tmp_path / "film.mp4").write_bytes(bytes(SIZE))
    storage().put("users/1/addressed.mp4", tmp_path / "film.mp4")
    return storage().url("users/1/addressed.mp4")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_good_address_of_a_file_that_is_gone_says_so(
    browser: TestClient, address: str, method: str
) -> None:
    storage().delete("users/1/addressed.mp4")

    answer = browser.request(method, address)

    assert (answer.status_code, answer.headers["content-type"]) == (410, PROBLEM)
    assert method == "HEAD" or answer.json()["code"] == "file.gone"


def test_a_changed_address_does_not_tell_whether_there_is_a_file(browser: TestClient, address: str) -> None:
    there = browser.get(address.replace("signature=", "signature=0"))
    storage().delete("users/1/addressed.mp4")
    gone = browser.get(address.replace("signature=", "signature=0"))

    assert (there.status_code, gone.status_code) == (403, 403)
    assert there.json()["detail"] == gone.json()["detail"]


def test_a_folder_that_cannot_be_read_is_unavailable(browser: TestClient, address: str) -> None:
    store = storage()
    assert isinstance(store, LocalStorage)
    folder = store.root
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("not a folder")

    answer = browser.get(address)

    folder.unlink()
    folder.with_name("elsewhere").rename(folder)
    assert (answer.status_code, "retry-after" in answer.headers) == (503, True)


@pytest.mark.parametrize(
    "odd", ["bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "bytes=1000-", "bytes=-0", "bytes", "bytes=--1"]
)
def test_a_range_that_the_file_lacks_is_refused_with_its_size(
    browser: TestClient, address: str, odd: str
) -> None:
    answer = browser.get(address, headers={"Range": odd})

    assert (answer.status_code, answer.headers["content-type"]) == (416, PROBLEM)
    assert answer.headers["content-range"] == f"bytes */{SIZE}"
    assert answer.json()["code"] == "request.range_not_satisfiable"


@pytest.mark.parametrize("ignored", ["lines=1-2", "bytes=" + ",".join(f"{n}-{n}" for n in range(0, 22, 2))])
def test_unknown_units_and_many_ranges_are_answered_with_the_whole_file(
    browser: TestClient, address: str, ignored: str
) -> None:
    answer = browser.get(address, headers={"Range": ignored})

    assert (answer.status_code, len(answer.content)) == (200, SIZE)


def test_a_range_of_another_version_of_the_file_is_answered_with_the_whole_file(
    browser: TestClient, address: str
) -> None:
    answer = browser.get(address, headers={"Range": "bytes=5-2", "If-Range": '"another"'})

    assert answer.status_code == 200


numbers = st.integers(-3, 2 * SIZE).map(str) | st.just("9" * 5000) | st.text("0123456789 +_-", max_size=4)
ranges = st.lists(st.tuples(numbers, st.sampled_from(["-", "", "--"]), numbers).map("".join), max_size=12)
units = st.sampled_from(["bytes=", "bytes", "BYTES =", "x=", ""])
headers = st.tuples(units, ranges.map(",".join)).map("".join)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(header=headers | st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=40))
def test_no_range_is_an_error_of_the_server(browser: TestClient, address: str, header: str) -> None:
    answer = browser.get(address, headers={b"Range": header.encode("latin-1")})

    assert answer.status_code in {200, 206, 416}
    assert (answer.headers["content-type"] == PROBLEM) == (answer.status_code == 416)
