"""The secret key: short and published keys are refused, and no key is shown."""

from collections.abc import Callable

import pytest

from app.core.config import ConfigurationError, settings

GOOD = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize(
    "key",
    [
        "short",
        GOOD[:31],
        "ü" * 15,
        "changethis",
        "changethis-changethis-changethis-changethis",
        "your-secret-key-change-in-production-please",
        "CHANGE_ME_CHANGE_ME_CHANGE_ME_CHANGE_ME",
        "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
    ],
)
def test_a_short_or_well_known_key_is_refused(configure: Callable[..., None], key: str) -> None:
    configure(SECRET_KEY=key)

    with pytest.raises(ConfigurationError, match="SECRET_KEY") as refusal:
        settings()

    assert len(key) < 10 or key not in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("key", [GOOD, "ü" * 16])
def test_a_key_of_32_bytes_is_taken_as_it_is(configure: Callable[..., None], key: str) -> None:
    configure(SECRET_KEY=key)

    assert settings().key == key.encode()


@pytest.mark.parametrize("name", ["ENVIRONMENT", "ENVIROMENT"])
def test_production_needs_a_key(configure: Callable[..., None], name: str) -> None:
    configure(**{name: "production"})

    with pytest.raises(ConfigurationError, match="SECRET_KEY is missing"):
        settings()


def test_in_development_a_missing_key_is_made_once_and_kept(configure: Callable[..., None], tmp_path) -> None:
    configure(STUDIO_DATA=str(tmp_path), SECRET_KEY="")
    first = settings().key
    settings.cache_clear()

    assert settings().key == first
    assert len(first) >= 32
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0


def test_secrets_are_not_shown_with_the_settings(configure: Callable[..., None]) -> None:
    configure(SECRET_KEY=GOOD, DB_PASSWORD="a database's password", SMTP_PASSWORD="a mailbox's password")

    shown = repr(settings())

    assert GOOD not in shown
    assert "password'" not in shown.replace("smtp_password", "").replace("db_password", "")
