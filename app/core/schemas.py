"""Wire shapes that every module shares."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer, WithJsonSchema


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
