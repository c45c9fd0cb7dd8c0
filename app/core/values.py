"""How the text of a setting is read: as a list, as an amount, or as nothing where it is blank."""

import json
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import NoDecode

from app.core.prices import Price, read_prices


def _split(value: Any) -> Any:
    """Read a list from JSON or from comma-separated words."""
    if not isinstance(value, str):
        return value
    if value.lstrip().startswith("["):
        return json.loads(value)
    return [word.strip() for word in value.split(",") if word.strip()]


def _smtp_tls(value: Any) -> Any:
    return {"true": "starttls", "false": "none", "": "starttls"}.get(str(value).lower(), str(value).lower())


def _blank_is_none(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


_Optional = BeforeValidator(_blank_is_none)
Words = Annotated[list[str], NoDecode, BeforeValidator(_split)]
Text = Annotated[str | None, _Optional]
Secret = Annotated[SecretStr | None, _Optional]
Dollars = Annotated[Annotated[float, Field(gt=0)] | None, _Optional]
Prices = Annotated[list[Price], NoDecode, BeforeValidator(read_prices)]
SmtpTls = Annotated[Literal["starttls", "tls", "none"], BeforeValidator(_smtp_tls)]
