"""Services of assets, as parameters of endpoints."""

from typing import Annotated

from fastapi import Depends

from app.core.http import SessionDep
from app.modules.asset.service import AssetService
from app.modules.asset.uploads import UploadService


async def _assets(session: SessionDep) -> AssetService:
    return AssetService(session)


Assets = Annotated[AssetService, Depends(_assets)]


async def _uploads(session: SessionDep) -> UploadService:
    return UploadService(session)


Uploads = Annotated[UploadService, Depends(_uploads)]
