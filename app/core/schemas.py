"""Wire shapes that every module shares."""

from datetime import UTC, datetime
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

# Beyond it JSON numbers are not exact, in our schema and in our clients.
LARGEST_ID = 2**53 - 1
Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
"""A row's id, in a path, a query or a body."""


class Request(BaseModel):
    """A request body: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


def _as_utc(moment: datetime) -> str:
    return moment.replace(tzinfo=UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


UtcTime = Annotated[
    datetime,
    PlainSerializer(_as_utc, return_type=str),
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
