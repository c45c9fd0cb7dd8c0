"""Settings: every one is documented, unsafe ones are refused, and old names are still read."""

import re
from pathlib import Path

import pytest

from app.core.config import ConfigurationError, Settings, settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch):
    """Read the settings anew under a changed environment."""

    def read(**environment: str) -> Settings:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        settings.cache_clear()
        return settings()

    yield read
    monkeypatch.undo()
    settings.cache_clear()


def test_every_setting_is_in_the_example_with_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    written = dict(re.findall(r"^([A-Z0-9_]+)=(.*)$", EXAMPLE.read_text(), re.MULTILINE))

    assert set(written) == {name.upper() for name in Settings.model_fields}
    example = Settings(_env_file=EXAMPLE)
    for name, field in Settings.model_fields.items():
        assert getattr(example, name) == field.get_default(call_default_factory=True), name


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"ENVIRONMENT": "production", "SECRET_KEY": ""}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": "short"}, "too short"),
        ({"COOKIE_SAMESITE": "none"}, "Secure"),
        ({"LEASE_SECONDS": "soon"}, "LEASE_SECONDS"),
    ],
)
def test_unsafe_settings_are_refused_in_one_sentence(fresh, environment: dict, words: str) -> None:
    with pytest.raises(ConfigurationError, match=words) as refused:
        fresh(**environment)

    assert "\n" not in str(refused.value)


def test_lists_are_commas_or_json_and_the_old_name_of_environment_is_read(fresh) -> None:
    read = fresh(
        BACKEND_CORS_ORIGINS='["https://a.example", "https://b.example"]',
        ALLOWED_HOSTS="a.example, b.example",
        ENVIROMENT="production",
        SECRET_KEY="x" * 40,
    )

    assert read.backend_cors_origins == ["https://a.example", "https://b.example"]
    assert read.allowed_hosts == ["a.example", "b.example"]
    assert read.is_production


def test_the_old_name_of_the_republishing_time_is_still_read(fresh) -> None:
    old = fresh(RING_AGAIN_SECONDS="7").republish_seconds
    both = fresh(RING_AGAIN_SECONDS="7", REPUBLISH_SECONDS="5").republish_seconds

    assert (old, both) == (7, 5)


def test_a_database_in_parts_is_reached_through_pymysql(fresh) -> None:
    read = fresh(DATABASE_URL="", DB_HOST="db", DB_USER="ada", DB_PASSWORD="p@ss", DB_NAME="studio")

    url = read.database.render_as_string(hide_password=False)
    assert url == "mysql+pymysql://ada:p%40ss@db:3306/studio"
