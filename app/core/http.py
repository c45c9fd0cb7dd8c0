"""What all routes share: ids in paths, database sessions and paging."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query, Request, Response
from pydantic import AfterValidator, StringConstraints
from sqlalchemy.orm import Session
from starlette.convertors import IntegerConvertor, register_url_convertor

from app.core.config import settings
from app.core.database import POOL_SIZE, reading, unit_of_work
from app.core.keys import sign
from app.core.paging import Page

PREFIX = "/api/v1"
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
Row = TypeVar("Row")


class IdConvertor(IntegerConvertor):
    """An id in a path (`{job_id:id}`): any other text, zero and larger numbers have no route.

    The routes check it against `LARGEST_ID`; Python refuses to convert a number of thousands of digits.
    """

    regex = "[1-9][0-9]{0,15}"


register_url_convertor("id", IdConvertor())


def _open_session(request: Request) -> Iterator[Session]:
    with (reading if request.method in SAFE_METHODS else unit_of_work)() as session:
        yield session


# The scope makes the commit happen before the response is sent. The limit on concurrency keeps a burst of
# requests from timing out while they wait for a connection of the pool.
SessionDep = Annotated[Session, Depends(_open_session, scope="function", max_concurrency=POOL_SIZE)]


def _open_writing_session() -> Iterator[Session]:
    with unit_of_work() as session:
        yield session


# For the one GET that writes: the existing client refreshes its tokens by GET.
WritingSessionDep = Annotated[
    Session, Depends(_open_writing_session, scope="function", max_concurrency=POOL_SIZE)
]


_HEADERS = {
    "Link": 'The address of the next page, as `<…>; rel="next"`; absent on the last page.',
    "X-Total-Count": "The number of items on all pages.",
    "Location": "The address of the new resource.",
    "Idempotency-Replayed": "`true` when this is the stored answer to an earlier request with the same key.",
}


def answer_headers(status: int, *names: str) -> dict[int | str, dict[str, Any]]:
    """Return the `responses` that describe the headers of a successful answer, for the OpenAPI schema."""
    headers = {name: {"description": _HEADERS[name], "schema": {"type": "string"}} for name in names}
    return {status: {"headers": headers}}


def stream_answer(example: str) -> dict[int | str, dict[str, Any]]:
    """Return the `responses` of a stream of server-sent events, with an example, for the OpenAPI schema."""
    content = {"schema": {"type": "string"}, "example": example}
    return {200: {"description": "Server-sent events.", "content": {"text/event-stream": content}}}


LISTED = answer_headers(200, "Link", "X-Total-Count")
CREATED = answer_headers(201, "Location", "Idempotency-Replayed")

# With this limit the offset of a page fits into the integers of every database.
LAST_PAGE = 1_000_000
PageNumber = Annotated[int, Query(ge=1, le=LAST_PAGE)]
PageLimit = Annotated[int, Query(ge=1, le=100)]


_CURSOR_PURPOSE = "cursor"


def make_cursor(row_id: int) -> str:
    """Return the cursor of the page below a row. It is signed, so it stays valid when the row is deleted."""
    return f"{row_id}-{sign(_CURSOR_PURPOSE, str(row_id))[:16]}"


def _check_cursor(cursor: str) -> str:
    row_id = cursor.partition("-")[0]
    if not (row_id.isascii() and row_id.isdigit() and cursor == make_cursor(int(row_id))):
        raise ValueError("The cursor is unknown; take it from the `Link` header of the page before")
    return cursor


Cursor = Annotated[str, StringConstraints(max_length=40), AfterValidator(_check_cursor)]


async def _read_page(
    limit: PageLimit = 50,
    cursor: Annotated[Cursor | None, Query(description="From the `Link` header.")] = None,
) -> Page:
    return Page(limit=limit, cursor=int(cursor.partition("-")[0]) if cursor else None)


# Dependencies that only construct objects are `async`: FastAPI runs a sync one in a thread, which costs more.
PageDep = Annotated[Page, Depends(_read_page)]


def paginate(rows: Sequence[Row], total: int, page: Page, request: Request, response: Response) -> list[Row]:
    """Return at most `page.limit` of the rows, and set the headers `X-Total-Count` and `Link`.

    `Link` names the public address of this installation, never the host that the request claims. The rows are
    those of a query for one row more than the limit, which shows whether a next page exists.
    """
    response.headers["X-Total-Count"] = str(total)
    if len(rows) > page.limit:
        last: Any = rows[page.limit - 1]
        query = request.url.include_query_params(cursor=make_cursor(last.id), limit=page.limit).query
        address = settings().public_url.rstrip("/") + request.url.path
        response.headers["Link"] = f'<{address}?{query}>; rel="next"'
    return list(rows[: page.limit])
