"""Types of settings: how a list, an amount of money, or an empty value is parsed from text."""

import json
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import NoDecode

from app.core.prices import Price, read_prices


def _parse_list(value: Any) -> Any:
    """Parse a list from JSON or from comma-separated words."""
    if not isinstance(value, str):
        return value
    if value.lstrip().startswith("["):
        return json.loads(value)
    return [word.strip() for word in value.split(",") if word.strip()]


def _parse_smtp_tls(value: Any) -> Any:
    return {"true": "starttls", "false": "none", "": "starttls"}.get(str(value).lower(), str(value).lower())


def _replace_blank(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


_blank_is_none = BeforeValidator(_replace_blank)
StringList = Annotated[list[str], NoDecode, BeforeValidator(_parse_list)]
OptionalText = Annotated[str | None, _blank_is_none]
OptionalSecret = Annotated[SecretStr | None, _blank_is_none]
Dollars = Annotated[Annotated[float, Field(gt=0)] | None, _blank_is_none]
PriceList = Annotated[list[Price], NoDecode, BeforeValidator(read_prices)]
SmtpTls = Annotated[Literal["starttls", "tls", "none"], BeforeValidator(_parse_smtp_tls)]
