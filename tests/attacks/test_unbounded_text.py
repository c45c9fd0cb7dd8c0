"""Every string in bodies, forms, queries and headers has a limit that is checked before other work."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.modules.auth.addresses import MAX_ADDRESS_CHARACTERS
from app.providers.speech.script import strip_unspoken
from tests.openapi import SCHEMA

BOUNDS = {"enum", "const", "maxLength"}
FORMATS = {"date", "date-time"}
# The combining classes alternate, which makes normalisation slowest.
MARKS = "a" + "\u0301\u0323" * 80_000


@pytest.fixture
def normalised_lengths(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of the texts that are normalised during the test."""
    lengths: list[int] = []
    real = unicodedata.normalize

    def normalize(form: Any, text: str) -> str:
        lengths.append(len(text))
        return real(form, text)

    monkeypatch.setattr(unicodedata, "normalize", normalize)
    return lengths


def list_inputs() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the schema of each request body and query parameter, with the name of its operation."""
    for operations in SCHEMA["paths"].values():
        for operation in operations.values():
            name = operation["operationId"]
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "query":
                    yield f"{name} ?{parameter['name']}", parameter["schema"]
            for media, content in operation.get("requestBody", {}).get("content", {}).items():
                yield f"{name} {media}", content["schema"]


def find_unbounded(schema: dict[str, Any], place: str, seen: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the path of each string without a greatest length, and of each list or object without a limit."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name not in seen:
            yield from find_unbounded(SCHEMA["components"]["schemas"][name], place, (*seen, name))
    for branch in ("anyOf", "oneOf", "allOf"):
        for one in schema.get(branch, []):
            yield from find_unbounded(one, place, seen)
    if schema.get("type") == "string" and not BOUNDS & schema.keys() and schema.get("format") not in FORMATS:
        yield place
    if schema.get("type") == "array" and "maxItems" not in schema:
        yield f"{place}[]"
    if schema.get("type") == "object" and "properties" not in schema:
        yield from find_unbounded_names(schema, f"{place}{{}}", seen)
    for name, one in schema.get("properties", {}).items():
        yield from find_unbounded(one, f"{place}.{name}", seen)
    if "items" in schema:
        yield from find_unbounded(schema["items"], f"{place}[]", seen)


def find_unbounded_names(schema: dict[str, Any], place: str, seen: tuple[str, ...]) -> Iterator[str]:
    """Yield what is not limited in an object of any names: how many they are, their lengths, their values."""
    if "maxProperties" not in schema:
        yield place
    yield from find_unbounded({"type": "string", **schema.get("propertyNames", {})}, place, seen)
    yield from find_unbounded(schema.get("additionalProperties", {}), place, seen)


def test_every_string_and_list_that_is_sent_has_a_limit() -> None:
    inputs = list(list_inputs())

    unbounded = [place for name, schema in inputs for place in find_unbounded(schema, name)]

    assert inputs
    assert unbounded == []


@pytest.mark.parametrize("field", ["username", "password", "scope", "client_id", "client_secret"])
def test_an_overlong_form_field_is_refused_before_it_is_normalised(
    browser: TestClient, normalised_lengths: list[int], field: str
) -> None:
    form = {"username": "ada@example.org", "password": "a lantern at dawn", field: MARKS}

    answer = browser.post("/auth/token", data=form)

    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")
    assert max(normalised_lengths, default=0) <= MAX_ADDRESS_CHARACTERS


@pytest.mark.parametrize(
    "path", ["/auth/login", "/admin/auth/login", "/auth/register", "/auth/forgot-password"]
)
def test_an_overlong_address_is_refused_before_it_is_normalised(
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
def test_an_overlong_or_malformed_preference_is_ignored(ada_api: TestClient, value: str) -> None:
    story = {"title": "Lantern", "story_text": "Mara found a lantern."}
    project = ada_api.post("/projects", json=story).json()["id"]

    answer = ada_api.post("/projects/segment", json={"projectId": project}, headers={"Prefer": value})

    assert (answer.status_code, answer.json()["status"]) == (202, "segmenting")
