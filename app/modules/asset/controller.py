"""The routes of assets, and of the files that local storage serves at signed addresses."""

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse

from app.core.errors import Unavailable
from app.core.problems import problems
from app.core.schemas import Id
from app.modules.asset import completion
from app.modules.asset.dependencies import Assets, Uploads
from app.modules.asset.errors import BadSignature, FileGone, FormBroken, FormRefused
from app.modules.asset.file_response import StoredFileResponse
from app.modules.asset.inspection_pool import wait_for
from app.modules.asset.models import Asset
from app.modules.asset.schemas import AssetRead, DownloadUrl, UploadRequest, UploadStarted
from app.modules.auth.dependencies import CurrentUser
from app.providers.registry import storage
from app.providers.storage.base import (
    CACHE_CONTROL,
    StorageUnavailable,
    content_disposition,
    content_type,
)
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
    responses={
        202: {"model": AssetRead, "description": "The inspection takes long; the asset is still pending."},
        **problems(401, 403, 404, 409, 422, 503),
    },
)
async def complete_upload(asset_id: Id, user: CurrentUser, response: Response) -> Asset:
    """Inspect the uploaded file and make the asset ready; a file that is not as announced is removed.

    An inspection that takes more than ten seconds goes on after the answer, which is 202 with the pending
    asset. Complete the upload again to learn its outcome, or read the asset: it becomes `ready`, or its
    `meta` has the reason why its file was `rejected`.
    """
    outcome = await run_in_threadpool(completion.start_completion, asset_id, user)
    if await wait_for(outcome, completion.COMPLETION_SECONDS):
        asset = outcome.result()
    else:
        asset = await run_in_threadpool(completion.read_asset, asset_id, user)
    response.status_code = 200 if asset.status == "ready" else 202
    return asset


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
    except OSError as error:
        raise Unavailable("The file can't be stored now; send it again later.") from error
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
    """Serve a file of local storage at its signed address, whole or in ranges.

    Without a valid signature it is not told whether there is a file.
    """
    store = storage()
    if not isinstance(store, LocalStorage) or not store.is_valid_url(key, expires, filename, signature):
        raise BadSignature
    try:
        found = store.stat(key)
    except KeyError as error:
        raise FileGone from error
    except StorageUnavailable as error:
        raise Unavailable(str(error)) from error
    return StoredFileResponse(
        store.path(key),
        stat_result=found,
        media_type=content_type(key),
        headers={
            "Content-Disposition": content_disposition(filename),
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Cache-Control": CACHE_CONTROL,
        },
    )
