"""The services of administration and the paging parameters, for endpoints."""

from typing import Annotated

from fastapi import Depends, Query

from app.core.http import SessionDep
from app.modules.admin.accounts import AccountService
from app.modules.admin.service import UserService

# The offset of the highest page number fits into every database's integers.
MAX_PAGE = 1_000_000
PageNumber = Annotated[int, Query(ge=1, le=MAX_PAGE)]
PageLimit = Annotated[int, Query(ge=1, le=100)]


async def _users(session: SessionDep) -> UserService:
    return UserService(session)


async def _accounts(session: SessionDep) -> AccountService:
    return AccountService(session)


Users = Annotated[UserService, Depends(_users)]
Accounts = Annotated[AccountService, Depends(_accounts)]
