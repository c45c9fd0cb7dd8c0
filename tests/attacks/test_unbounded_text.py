"""Every string has a limit before any work is done on it: in bodies, forms, queries and headers."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.modules.auth.addresses import MAX_ADDRESS_CHARACTERS
from app.providers.speech.script import strip_unspoken

SCHEMA = create_app().openapi()
BOUNDS = {"enum", "const", "maxLength"}
FORMATS = {"date", "date-time"}
# Every second one has another combining class: the worst that normalising can be given.
MARKS = "a" + "\u0301\u0323" * 80_000


@pytest.fixture
def normalised_lengths(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The length of every text that is normalised from now on."""
    lengths: list[int] = []
    real = unicodedata.normalize

    def normalize(form: Any, text: str) -> str:
        lengths.append(len(text))
        return real(form, text)

    monkeypatch.setattr(unicodedata, "normalize", normalize)
    return lengths


def bodies() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every request body and every query parameter of the schema, by its operation."""
    for operations in SCHEMA["paths"].values():
        for operation in operations.values():
            name = operation["operationId"]
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "query":
                    yield f"{name} ?{parameter['name']}", parameter["schema"]
            for media, content in operation.get("requestBody", {}).get("content", {}).items():
                yield f"{name} {media}", content["schema"]


def unbounded(schema: dict[str, Any], place: str, seen: tuple[str, ...] = ()) -> Iterator[str]:
    """Name every string without a greatest length, and every list without a greatest number of items."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name not in seen:
            yield from unbounded(SCHEMA["components"]["schemas"][name], place, (*seen, name))
    for branch in ("anyOf", "oneOf", "allOf"):
        for one in schema.get(branch, []):
            yield from unbounded(one, place, seen)
    if schema.get("type") == "string" and not BOUNDS & schema.keys() and schema.get("format") not in FORMATS:
        yield place
    if schema.get("type") == "array" and "maxItems" not in schema:
        yield f"{place}[]"
    if schema.get("type") == "object" and "properties" not in schema:
        yield f"{place}{{}}"
    for name, one in schema.get("properties", {}).items():
        yield from unbounded(one, f"{place}.{name}", seen)
    if "items" in schema:
        yield from unbounded(schema["items"], f"{place}[]", seen)


def test_every_string_and_list_that_is_sent_has_a_limit() -> None:
    found = [place for name, schema in bodies() for place in unbounded(schema, name)]

    assert found == []


@pytest.mark.parametrize("field", ["username", "password", "scope", "client_id", "client_secret"])
def test_a_form_field_without_end_is_refused_before_any_work(
    browser: TestClient, normalised_lengths: list[int], field: str
) -> None:
    form = {"username": "ada@example.org", "password": "a lantern at dawn", field: MARKS}

    answer = browser.post("/auth/token", data=form)

    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")
    assert max(normalised_lengths, default=0) <= MAX_ADDRESS_CHARACTERS


@pytest.mark.parametrize(
    "path", ["/auth/login", "/admin/auth/login", "/auth/register", "/auth/forgot-password"]
)
def test_an_address_without_end_is_refused_before_any_work(
    browser: TestClient, normalised_lengths: list[int], path: str
) -> None:
    answer = browser.post(path, json={"fullName": "Ada", "email": MARKS, "password": "a lantern at dawn"})

    assert answer.status_code == 422
    assert max(normalised_lengths, default=0) <= MAX_ADDRESS_CHARACTERS


def test_a_narrated_word_is_cut_before_it_is_normalised(normalised_lengths: list[int]) -> None:
    spoken = strip_unspoken(MARKS)

    assert unicodedata.normalize("NFD", spoken)[0] == "a"
    assert normalised_lengths[0] < 1000


@pytest.mark.parametrize("value", ["wait=" + "0" * 5000, "wait=-1", "x" * 50_000])
def test_a_preference_without_end_is_no_preference(ada_api: TestClient, value: str) -> None:
    story = {"title": "Lantern", "story_text": "Mara found a lantern."}
    project = ada_api.post("/projects", json=story).json()["id"]

    answer = ada_api.post("/projects/segment", json={"projectId": project}, headers={"Prefer": value})

    assert (answer.status_code, answer.json()["status"]) == (202, "segmenting")
