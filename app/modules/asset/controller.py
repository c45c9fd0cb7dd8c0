"""The routes of assets, and the files of local storage behind their signed addresses."""

from fastapi import APIRouter
from fastapi.responses import FileResponse

from app.core.http import Route, problems
from app.modules.asset.dependencies import Assets
from app.modules.asset.errors import BadSignature
from app.modules.asset.models import Asset
from app.modules.asset.schemas import AssetRead, DownloadUrl
from app.modules.auth.dependencies import CurrentUser
from app.providers.registry import storage
from app.providers.storage.base import content_type
from app.providers.storage.local import LocalStorage

router = APIRouter(prefix="/assets", tags=["assets"], route_class=Route)
files_router = APIRouter(prefix="/files", tags=["files"])


@router.get(
    "/{asset_id}",
    response_model=AssetRead,
    operation_id="get_asset",
    responses=problems(401, 404, 422),
)
def get_asset(asset_id: int, user: CurrentUser, assets: Assets) -> Asset:
    """Read an asset."""
    return assets.get(asset_id, user)


@router.get(
    "/{asset_id}/download-url", operation_id="get_asset_download", responses=problems(401, 404, 409, 422)
)
def get_asset_download(asset_id: int, user: CurrentUser, assets: Assets) -> DownloadUrl:
    """Sign an address that saves the asset's file."""
    return assets.get_download(asset_id, user)


@router.delete(
    "/{asset_id}", status_code=204, operation_id="delete_asset", responses=problems(401, 403, 404, 422)
)
def delete_asset(asset_id: int, user: CurrentUser, assets: Assets) -> None:
    """Remove an asset."""
    assets.delete(asset_id, user)


@files_router.api_route(
    "/{key:path}",
    methods=["GET", "HEAD"],
    response_class=FileResponse,
    operation_id="get_file",
    include_in_schema=False,
)
def get_file(key: str, expires: str = "", filename: str = "", signature: str = "") -> FileResponse:
    """Serve a file of local storage at its signed address, in ranges if wanted."""
    store = storage()
    is_good = isinstance(store, LocalStorage) and store.is_good(key, expires, filename, signature)
    if not is_good or not store.has(key):
        raise BadSignature
    assert isinstance(store, LocalStorage)  # noqa: S101 - checked above
    return FileResponse(
        store.path(key),
        media_type=content_type(key),
        filename=filename or None,
        content_disposition_type="attachment" if filename else "inline",
        headers={"Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "private, max-age=3600"},
    )
