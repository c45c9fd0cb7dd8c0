"""Services of assets, as parameters of endpoints."""

from typing import Annotated

from fastapi import Depends

from app.core.http import SessionDep
from app.modules.asset.service import AssetService


def _assets(session: SessionDep) -> AssetService:
    return AssetService(session)


Assets = Annotated[AssetService, Depends(_assets)]
