"""What every route shares: sessions and paging."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query, Request, Response
from sqlalchemy.orm import Session

from app.core.database import POOL_SIZE, reading, unit_of_work
from app.core.paging import Page
from app.core.schemas import LARGEST_ID

PREFIX = "/api/v1"
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
Row = TypeVar("Row")


def _session(request: Request) -> Iterator[Session]:
    with (reading if request.method in SAFE_METHODS else unit_of_work)() as session:
        yield session


# The scope makes the commit happen before the answer is sent; the cap keeps a burst from timing out on
# the pool.
SessionDep = Annotated[Session, Depends(_session, scope="function", max_concurrency=POOL_SIZE)]


def _writing_session() -> Iterator[Session]:
    with unit_of_work() as session:
        yield session


# For the GET that writes: a refresh of tokens, which the existing client asks for by GET.
WritingSessionDep = Annotated[Session, Depends(_writing_session, scope="function", max_concurrency=POOL_SIZE)]


# A page far beyond any list's end is still a number that every database can multiply.
LAST_PAGE = 1_000_000
PageNumber = Annotated[int, Query(ge=1, le=LAST_PAGE)]
PageLimit = Annotated[int, Query(ge=1, le=100)]


async def _page(
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[int | None, Query(ge=1, le=LARGEST_ID, description="From the `Link` header.")] = None,
) -> Page:
    return Page(limit=limit, cursor=cursor)


# Dependencies that only put objects together are `async`: a sync one costs a trip to a thread and back.
PageDep = Annotated[Page, Depends(_page)]


def paged(rows: Sequence[Row], total: int, page: Page, request: Request, response: Response) -> list[Row]:
    """Cut the one row too many that was read, and tell the rest in `X-Total-Count` and `Link`."""
    response.headers["X-Total-Count"] = str(total)
    if len(rows) > page.limit:
        last: Any = rows[page.limit - 1]
        url = request.url.include_query_params(cursor=last.id, limit=page.limit)
        response.headers["Link"] = f'<{url}>; rel="next"'
    return list(rows[: page.limit])
