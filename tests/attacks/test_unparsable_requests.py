"""Requests that Python's own parsers refuse are answered as errors of the client, never with 500."""

import pytest
from fastapi.testclient import TestClient

from app.core import http
from app.main import ROUTERS
from app.providers.storage.local import LocalStorage

LONG_NUMBER = "9" * 5000
LONG_BOUNDARY = "multipart/form-data; boundary=" + "b" * 300


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "http://a]b", "://", "\u007f"])
def test_an_origin_that_is_no_address_is_not_trusted(browser: TestClient, origin: str) -> None:
    answer = browser.post("/auth/login", json={}, headers={"Origin": origin})

    assert (answer.status_code, answer.json()["code"]) == (403, "csrf.cross_origin")


def test_ids_of_thousands_of_digits_are_not_found(ada_api: TestClient) -> None:
    answers = [
        ada_api.get(path)
        for path in (
            f"/jobs/{LONG_NUMBER}",
            f"/projects/{LONG_NUMBER}",
            f"/projects/1/scenes/{LONG_NUMBER}/render",
            f"/assets/{LONG_NUMBER}",
        )
    ]

    assert {answer.status_code for answer in answers} <= {404, 405}


def test_all_ids_in_paths_are_of_limited_length() -> None:
    paths = [getattr(route, "path", "") for router in ROUTERS for route in router.routes]

    assert len(paths) > 50
    assert not [path for path in paths if ":int}" in path]
    assert len(http.IdConvertor.regex) < 20


@pytest.mark.parametrize("path", ["/jobs?limit={}", "/jobs?cursor={}", "/assets?project_id={}"])
def test_numbers_of_thousands_of_digits_in_queries_are_invalid(ada_api: TestClient, path: str) -> None:
    assert ada_api.get(path.format(LONG_NUMBER)).status_code in {404, 422}


def test_a_content_length_of_thousands_of_digits_is_too_large(ada_api: TestClient) -> None:
    answer = ada_api.post("/projects", content=b"{}", headers={"Content-Length": LONG_NUMBER})

    assert (answer.status_code, answer.json()["code"]) == (413, "request.too_large")


def test_a_content_length_with_zeros_in_front_is_read_as_the_number(ada_api: TestClient) -> None:
    answer = ada_api.post("/projects", content=b"{}", headers={"Content-Length": "0" * 20 + "2"})

    assert answer.json()["code"] == "request.invalid"


@pytest.mark.usefixtures("local_files")
@pytest.mark.parametrize("path", ["/files/upload", "/auth/token"])
def test_a_form_with_a_long_boundary_is_malformed(browser: TestClient, path: str) -> None:
    answer = browser.post(path, content=b"--b\r\n", headers={"Content-Type": LONG_BOUNDARY})

    assert answer.status_code == 400


@pytest.mark.usefixtures("local_files")
def test_a_form_with_many_fields_of_one_name_is_malformed(browser: TestClient) -> None:
    part = b'--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nvalue\r\n'
    answer = browser.post(
        "/files/upload", content=part * 21, headers={"Content-Type": "multipart/form-data; boundary=b"}
    )

    assert (answer.status_code, "too many fields" in answer.text) == (400, True)


def test_line_breaks_do_not_move_between_the_signed_parts_of_an_address(tmp_path) -> None:
    store = LocalStorage(tmp_path)
    query = dict(part.split("=") for part in store.url("film.mp4", "a\nb").split("?")[1].split("&"))

    assert store.is_valid_url("film.mp4", query["expires"], "a\nb", query["signature"])
    assert not store.is_valid_url(f"film.mp4\n{query['expires']}", "a", "b", query["signature"])
