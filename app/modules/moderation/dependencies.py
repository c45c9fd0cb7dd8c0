"""Services of moderation, as parameters of endpoints."""

from typing import Annotated

from fastapi import Depends

from app.core.http import SessionDep
from app.modules.moderation.service import ModerationService


async def _moderation(session: SessionDep) -> ModerationService:
    return ModerationService(session)


Moderation = Annotated[ModerationService, Depends(_moderation)]
