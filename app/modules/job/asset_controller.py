"""The route that deletes assets, which depends on jobs: an active job may use them."""

from typing import Annotated

from fastapi import APIRouter, Depends

from app.core.http import SessionDep
from app.core.problems import problems
from app.core.schemas import Id
from app.modules.auth.dependencies import CurrentUser
from app.modules.job.asset_deletion import AssetDeletion

router = APIRouter(prefix="/assets", tags=["assets"])


async def _asset_deletion(session: SessionDep) -> AssetDeletion:
    return AssetDeletion(session)


@router.delete(
    "/{asset_id:id}",
    status_code=204,
    operation_id="delete_asset",
    responses=problems(401, 403, 404, 409, 422),
)
def delete_asset(
    asset_id: Id, user: CurrentUser, assets: Annotated[AssetDeletion, Depends(_asset_deletion)]
) -> None:
    """Delete an asset; one that an active job has made or needs can't be deleted until the job has ended."""
    assets.delete(asset_id, user)
