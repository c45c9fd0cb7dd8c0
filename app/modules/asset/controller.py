"""The routes of assets, and of the files that local storage serves at signed addresses."""

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse

from app.core.problems import problems
from app.core.schemas import Id
from app.modules.asset import uploads
from app.modules.asset.dependencies import Assets, Uploads
from app.modules.asset.errors import BadSignature, FormBroken, FormRefused
from app.modules.asset.models import Asset
from app.modules.asset.schemas import AssetRead, DownloadUrl, UploadRequest, UploadStarted
from app.modules.auth.dependencies import CurrentUser
from app.providers.registry import storage
from app.providers.storage.base import content_disposition, content_type
from app.providers.storage.form import FormMalformed, FormReceiver
from app.providers.storage.local import LocalStorage

router = APIRouter(prefix="/assets", tags=["assets"])
files_router = APIRouter(prefix="/files", tags=["files"])


@router.post(
    "/upload-url",
    status_code=201,
    operation_id="start_upload",
    responses=problems(401, 403, 404, 422),
)
def start_upload(request: UploadRequest, user: CurrentUser, upload_service: Uploads) -> UploadStarted:
    """Start an upload: POST the form's fields and the file to its url, then complete the asset.

    Images (reference, background, character): PNG, JPEG or WebP up to 20 MB. Sound (music, narration): MP3,
    WAV, OGG, M4A or FLAC up to 100 MB.
    """
    return upload_service.start(request, user)


@router.post(
    "/{asset_id:id}/complete",
    response_model=AssetRead,
    operation_id="complete_upload",
    responses=problems(401, 403, 404, 409, 422, 503),
)
def complete_upload(asset_id: Id, user: CurrentUser) -> Asset:
    """Inspect the uploaded file and make the asset ready; a file that is not as announced is removed."""
    return uploads.complete(asset_id, user)


@router.get(
    "/{asset_id:id}",
    response_model=AssetRead,
    operation_id="get_asset",
    responses=problems(401, 404, 422),
)
def get_asset(asset_id: Id, user: CurrentUser, assets: Assets) -> Asset:
    """Read an asset."""
    return assets.get(asset_id, user)


@router.get(
    "/{asset_id:id}/download-url", operation_id="get_asset_download", responses=problems(401, 404, 409, 422)
)
def get_asset_download(asset_id: Id, user: CurrentUser, assets: Assets) -> DownloadUrl:
    """Get a signed address that saves the asset's file."""
    return assets.get_download(asset_id, user)


@files_router.post("/upload", status_code=204, operation_id="upload_file", include_in_schema=False)
async def upload_file(request: Request) -> None:
    """Receive a file by a signed form of local storage, as a bucket does by its own."""
    store, receiver = storage(), None
    if not isinstance(store, LocalStorage):
        raise FormRefused
    try:
        receiver = FormReceiver(store, request.headers.get("content-type", ""))
        async for chunk in request.stream():
            await run_in_threadpool(receiver.feed, chunk)
        await run_in_threadpool(receiver.finish)
    except PermissionError as error:
        raise FormRefused(str(error)) from error
    except FormMalformed as error:
        raise FormBroken(str(error)) from error
    finally:
        if receiver is not None:
            receiver.discard()


@files_router.api_route(
    "/{key:path}",
    methods=["GET", "HEAD"],
    response_class=FileResponse,
    operation_id="get_file",
    include_in_schema=False,
)
def get_file(key: str, expires: str = "", filename: str = "", signature: str = "") -> FileResponse:
    """Serve a file of local storage at its signed address, whole or in ranges."""
    store = storage()
    if not isinstance(store, LocalStorage) or not store.is_valid_url(key, expires, filename, signature):
        raise BadSignature
    if not store.has(key):
        raise BadSignature
    return FileResponse(
        store.path(key),
        media_type=content_type(key),
        headers={
            "Content-Disposition": content_disposition(filename),
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Cache-Control": "private, max-age=3600",
        },
    )
