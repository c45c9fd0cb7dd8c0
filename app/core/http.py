"""What all routes share: ids in paths, database sessions and paging."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query, Request, Response
from sqlalchemy.orm import Session
from starlette.convertors import IntegerConvertor, register_url_convertor

from app.core.database import POOL_SIZE, reading, unit_of_work
from app.core.paging import Page
from app.core.schemas import LARGEST_ID

PREFIX = "/api/v1"
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
Row = TypeVar("Row")


class IdConvertor(IntegerConvertor):
    """An id in a path (`{job_id:id}`). Python refuses to convert a number of thousands of digits."""

    regex = "[0-9]{1,40}"


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


# With this limit the offset of a page fits into the integers of every database.
LAST_PAGE = 1_000_000
PageNumber = Annotated[int, Query(ge=1, le=LAST_PAGE)]
PageLimit = Annotated[int, Query(ge=1, le=100)]


async def _read_page(
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[int | None, Query(ge=1, le=LARGEST_ID, description="From the `Link` header.")] = None,
) -> Page:
    return Page(limit=limit, cursor=cursor)


# Dependencies that only construct objects are `async`: FastAPI runs a sync one in a thread, which costs more.
PageDep = Annotated[Page, Depends(_read_page)]


def paginate(rows: Sequence[Row], total: int, page: Page, request: Request, response: Response) -> list[Row]:
    """Return at most `page.limit` of the rows, and set the headers `X-Total-Count` and `Link`.

    The rows are those of a query for one row more than the limit, which shows whether a next page exists.
    """
    response.headers["X-Total-Count"] = str(total)
    if len(rows) > page.limit:
        last: Any = rows[page.limit - 1]
        url = request.url.include_query_params(cursor=last.id, limit=page.limit)
        response.headers["Link"] = f'<{url}>; rel="next"'
    return list(rows[: page.limit])
