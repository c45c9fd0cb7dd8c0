"""The services of administration, as parameters of endpoints."""

from typing import Annotated

from fastapi import Depends

from app.core.http import SessionDep
from app.modules.admin.accounts import AccountService
from app.modules.admin.service import UserService


async def _get_user_service(session: SessionDep) -> UserService:
    return UserService(session)


async def _get_account_service(session: SessionDep) -> AccountService:
    return AccountService(session)


Users = Annotated[UserService, Depends(_get_user_service)]
Accounts = Annotated[AccountService, Depends(_get_account_service)]
