"""The services of administration, as parameters of endpoints."""

from typing import Annotated

from fastapi import Depends, Query

from app.core.http import SessionDep
from app.modules.admin.accounts import AccountService
from app.modules.admin.service import UserService

# A page far beyond any list's end is still a number that every database can multiply.
LAST_PAGE = 1_000_000
PageNumber = Annotated[int, Query(ge=1, le=LAST_PAGE)]
PageLimit = Annotated[int, Query(ge=1, le=100)]


async def _users(session: SessionDep) -> UserService:
    return UserService(session)


async def _accounts(session: SessionDep) -> AccountService:
    return AccountService(session)


Users = Annotated[UserService, Depends(_users)]
Accounts = Annotated[AccountService, Depends(_accounts)]
