"""Types of requests and responses that all modules share."""

from datetime import UTC, datetime
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema, model_validator

# JSON numbers beyond it are not exact in JavaScript clients.
LARGEST_ID = 2**53 - 1
MAX_UNKNOWN_FIELDS = 8
Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
"""A row's id, in a path, a query or a body."""


class Request(BaseModel):
    """A request body: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _refuse_many_fields(cls, data: Any) -> Any:
        # An error for each unknown field of a large body would take seconds and hundreds of megabytes.
        # A field may have two names, and a few unknown ones are told by name.
        if isinstance(data, dict) and len(data) > 2 * len(cls.model_fields) + MAX_UNKNOWN_FIELDS:
            raise ValueError("The object has too many fields")
        return data


def _leave_out() -> Any:
    return None


def optional(**options: Any) -> Any:
    """Return a field of a change that may be left out; `options` are those of Pydantic's `Field`.

    The OpenAPI schema shows no default for it, and `model_fields_set` tells whether it was sent.
    """
    return Field(default_factory=_leave_out, **options)


def _format_utc(moment: datetime) -> str:
    return moment.replace(tzinfo=UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


UtcTime = Annotated[
    datetime,
    PlainSerializer(_format_utc, return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""A stored UTC time, written as ISO 8601 with `Z`."""

Item = TypeVar("Item")


class NumberedPage(BaseModel, Generic[Item]):
    """A numbered page of a list, with the number of items in all."""

    items: list[Item]
    total: int
    page: int
    limit: int
