"""The containers: exact versions of every image, and no secret that others know."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

REPOSITORY = Path(__file__).parents[2]
EXACT_TAG = re.compile(
    r":(v?\d+\.\d+\.\d+[\w.-]*|RELEASE\.\d{4}-\d{2}-\d{2}T[\d-]+Z)(@sha256:[0-9a-f]{64})?$"
)
VARIABLE = re.compile(r"\$\{(\w+)(?::([-?])([^}]*))?\}")
SECRET = re.compile(r"PASSWORD|SECRET|TOKEN|AUTH")
REQUIRED = {"SECRET_KEY", "DB_PASSWORD", "REDIS_PASSWORD", "AWS_SECRET_ACCESS_KEY"}
# MySQL makes up the password of its root itself.
RANDOM = {"MYSQL_RANDOM_ROOT_PASSWORD"}


def find_loose_images(compose: dict[str, Any]) -> list[str]:
    """Return the images without a tag, or with one that another version may get."""
    images = [service.get("image", "") for service in compose["services"].values()]
    return [image for image in images if not EXACT_TAG.search(image)]


def find_known_secrets(compose: dict[str, Any]) -> list[str]:
    """Return the names of secrets with a value that everybody can read in the file."""
    return sorted({name for service in compose["services"].values() for name in _list_known(service)})


def _list_known(service: dict[str, Any]) -> Iterator[str]:
    for name, operator, _ in VARIABLE.findall(str(service)):
        # Where a variable is required once, its other uses have a value too.
        if SECRET.search(name) and operator != "?" and (operator or name not in REQUIRED):
            yield name
    for name, value in service.get("environment", {}).items():
        if SECRET.search(name) and name not in RANDOM and not VARIABLE.search(str(value)):
            yield name


@pytest.fixture
def compose() -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load((REPOSITORY / "docker-compose.yml").read_text())
    return parsed


def test_every_image_has_an_exact_version(compose: dict[str, Any]) -> None:
    assert find_loose_images(compose) == []


@pytest.mark.parametrize("image", ["redis", "redis:latest", "redis:8", "redis:8-alpine", "mysql:8.4", ""])
def test_a_loose_image_is_found(image: str) -> None:
    assert find_loose_images({"services": {"one": {"image": image}}}) == [image]


def test_the_image_of_the_studio_has_its_version(compose: dict[str, Any]) -> None:
    version = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]["version"]

    assert compose["services"]["api"]["image"] == f"animatic-studio:{version}"


def test_no_secret_has_a_value_that_others_know(compose: dict[str, Any]) -> None:
    assert find_known_secrets(compose) == []


@pytest.mark.parametrize("value", ["studio", "${REDIS_PASSWORD:-studio}", "${OTHER_PASSWORD}"])
def test_a_known_secret_is_found(value: str) -> None:
    assert find_known_secrets({"services": {"one": {"environment": {"REDIS_PASSWORD": value}}}})


def test_every_required_secret_says_how_to_make_one_and_is_documented(compose: dict[str, Any]) -> None:
    needed = {name: text for name, operator, text in VARIABLE.findall(str(compose)) if operator == "?"}
    manual, example = (
        (REPOSITORY / "docs/operations.md").read_text(),
        (REPOSITORY / ".env.example").read_text(),
    )

    assert set(needed) == REQUIRED
    for name, sentence in needed.items():
        assert f"set {name} in .env" in sentence
        assert "openssl rand" in sentence
        assert f"`{name}`" in manual
        assert f"\n{name}=\n" in example
