"""The OpenAPI schema is valid, and invents nothing that the API does not do."""

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from fastapi.testclient import TestClient
from schemathesis.specs.openapi.definitions import OPENAPI_31

from tests.openapi import SCHEMA

OPERATIONS = {
    operation["operationId"]: (method, operation)
    for methods in SCHEMA["paths"].values()
    for method, operation in methods.items()
}


def walk(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object of the schema with its place."""
    if isinstance(node, dict):
        yield path, node
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, child in children:
        yield from walk(child, f"{path}/{name}")


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    """Return the schema that a reference names, or else the node."""
    name = node.get("$ref", "").rpartition("/")[2]
    return SCHEMA["components"]["schemas"][name] if name else node


def is_valid(value: Any, node: dict[str, Any]) -> bool:
    """Return whether a value obeys a part of the schema."""
    return jsonschema_rs.is_valid(node | {"components": SCHEMA["components"]}, value)


def body_of(operation: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an operation's JSON body; empty without one."""
    content = operation.get("requestBody", {}).get("content", {})
    return resolve(content.get("application/json", {}).get("schema", {}))


def test_the_schema_is_valid_openapi() -> None:
    # An address may be relative to the server, which this version of the meta-schema does not allow.
    validator = jsonschema_rs.Draft202012Validator(OPENAPI_31, validate_formats=False)

    assert [error.message for error in validator.iter_errors(SCHEMA)] == []


def test_every_default_and_every_example_obeys_its_own_schema() -> None:
    values = [
        (place, value, node)
        for place, node in walk(SCHEMA)
        if not place.endswith("/properties")
        for value in [*node.get("examples", []), *([node["default"]] if "default" in node else [])]
        if isinstance(node.get("examples", []), list)
    ]

    assert values
    assert [place for place, value, node in values if not is_valid(value, node)] == []


@pytest.mark.parametrize(
    "name", [name for name, (method, _) in OPERATIONS.items() if method in ("put", "patch")]
)
def test_a_change_has_no_field_with_an_invented_default(name: str) -> None:
    fields = body_of(OPERATIONS[name][1])["properties"]

    assert [field for field, node in fields.items() if "default" in node] == []


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_a_change_of_nothing_changes_nothing(ada_api: TestClient, method: str) -> None:
    story = {"title": "Lantern", "story_text": "Mara found a lantern.", "style": "noir", "language": "de"}
    wanted = story | {
        "story_format": "fountain",
        "aspect_ratio": "1:1",
        "description": "A",
        "duration_sec": 9,
    }
    before = ada_api.post("/projects", json=wanted).json()

    after = ada_api.request(method, f"/projects/{before['id']}", json={}).json()

    assert after | {"updated_at": None} == before | {"updated_at": None}


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("create_project", "Idempotency-Key"),
        ("segment_project", "Idempotency-Key"),
        ("segment_project_by_path", "Idempotency-Key"),
        ("start_job", "Idempotency-Key"),
        ("retry_job", "Idempotency-Key"),
        ("segment_project", "Prefer"),
        ("segment_project_by_path", "Prefer"),
        ("follow_job", "Last-Event-ID"),
    ],
)
def test_a_header_that_is_read_is_described(name: str, header: str) -> None:
    parameters = {found["name"].lower(): found for found in OPERATIONS[name][1]["parameters"]}

    assert parameters[header.lower()]["in"] == "header"
    assert parameters[header.lower()]["description"]


@pytest.mark.parametrize(
    ("name", "status", "headers"),
    [
        ("list_projects", "200", {"Link", "X-Total-Count"}),
        ("list_jobs", "200", {"Link", "X-Total-Count"}),
        ("create_project", "201", {"Location", "Idempotency-Replayed"}),
        ("start_job", "201", {"Location", "Idempotency-Replayed"}),
        ("retry_job", "201", {"Location", "Idempotency-Replayed"}),
        ("login", "429", {"Retry-After"}),
        ("get_me", "401", {"WWW-Authenticate"}),
    ],
)
def test_a_header_of_an_answer_is_described(name: str, status: str, headers: set[str]) -> None:
    assert set(OPERATIONS[name][1]["responses"][status]["headers"]) == headers


def test_both_ways_to_sign_in_are_described() -> None:
    kinds = {
        (scheme["type"], scheme.get("in")) for scheme in SCHEMA["components"]["securitySchemes"].values()
    }

    assert kinds == {("oauth2", None), ("apiKey", "cookie")}
    assert len(OPERATIONS["get_me"][1]["security"]) == 2


def test_every_operation_has_one_tag_and_all_tags_are_described_in_order() -> None:
    described = [tag["name"] for tag in SCHEMA["tags"] if tag["description"]]
    used = [operation["tags"] for _, operation in OPERATIONS.values()]

    assert {len(tags) for tags in used} == {1}
    assert {tag for tags in used for tag in tags} == set(described)
    assert described.index("shots") == described.index("scenes") + 1


@pytest.mark.parametrize(
    ("name", "status", "codes"),
    [
        ("update_shot", "422", {"request.invalid", "shot.unknown_character"}),
        ("split_shot", "422", {"request.invalid", "shot.empty", "shot.too_many"}),
        ("join_shot", "409", {"project.busy", "shot.no_next"}),
        ("render_shot", "404", {"project.not_found", "scene.not_found", "shot.not_found"}),
        ("get_render", "404", {"project.not_found", "render.not_found"}),
        ("follow_project", "429", {"job.too_many_streams"}),
    ],
)
def test_an_error_of_an_answer_is_named_by_its_code(name: str, status: str, codes: set[str]) -> None:
    described = OPERATIONS[name][1]["responses"][status]["description"]

    assert set(re.findall(r"`([a-z_.]+)`", described)) == codes


@pytest.mark.parametrize("name", ["follow_job", "follow_project"])
def test_a_stream_shows_events_that_its_description_names(name: str) -> None:
    operation = OPERATIONS[name][1]
    example = operation["responses"]["200"]["content"]["text/event-stream"]["example"]

    names = re.findall(r"^event: (\w+)$", example, re.MULTILINE)
    data = [json.loads(line) for line in re.findall(r"^data: (.+)$", example, re.MULTILINE)]
    keys = {key for one in data for key in one}

    assert len(names) == len(data) > 0
    assert [word for word in {*names, *keys} if word not in operation["description"]] == []


def test_an_operation_with_a_body_names_the_errors_of_bodies() -> None:
    with_body = [operation for _, operation in OPERATIONS.values() if "requestBody" in operation]

    assert with_body
    assert [one["operationId"] for one in with_body if not {"413", "422"} <= set(one["responses"])] == []
