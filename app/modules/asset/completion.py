"""The completion of an upload: its file is inspected once, and its asset becomes ready or is rejected.

The outcome is stored on the asset, also when no request waits for it any more.
"""

import secrets
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from app.core.database import in_transaction, reading
from app.core.errors import Unavailable
from app.core.work_folders import create_work_folder
from app.modules.asset.errors import AssetRejected
from app.modules.asset.formats import get_format
from app.modules.asset.inspection import Facts, FileUnfit
from app.modules.asset.inspection_pool import InspectionPool
from app.modules.asset.inspector import Inspector
from app.modules.asset.models import Asset
from app.modules.asset.uploads import REJECTED, UploadService
from app.modules.auth.models import User
from app.providers.errors import ProviderBusy
from app.providers.registry import storage
from app.providers.storage.base import StoredFile

COMPLETION_SECONDS = 10.0
"""For how long a request waits for the inspection before it is answered with the pending asset."""
inspector, pool = Inspector(), InspectionPool()


def read_asset(asset_id: int, user: User) -> Asset:
    """Return an asset as it is stored now. Raises AssetNotFound."""
    with reading() as session:
        return UploadService(session).get(asset_id, user)


def start_completion(asset_id: int, user: User) -> Future[Asset]:
    """Return the outcome of an upload's completion: the ready asset, or AssetRejected.

    It is the pending asset when another process inspects it. Further outcomes are AssetNotFound, ProjectBusy
    and Unavailable. Raises AssetNotFound and InspectionBusy.
    """
    asset = read_asset(asset_id, user)
    if asset.status == "ready":
        outcome: Future[Asset] = Future()
        outcome.set_result(asset)
        return outcome
    return pool.submit(asset_id, user.id, partial(_complete, asset_id, user))


def stop_completions() -> None:
    """End all inspections, because this process stops; their uploads may be completed again."""
    pool.stop()
    inspector.stop()


def _complete(asset_id: int, user: User) -> Asset:
    if not in_transaction(lambda writing: UploadService(writing).claim(asset_id)):
        return read_asset(asset_id, user)
    try:
        return _inspect_claimed(read_asset(asset_id, user), user)
    except FileUnfit as unfit:
        reason = str(unfit)
        in_transaction(lambda writing: UploadService(writing).reject(asset_id, reason))
        raise AssetRejected(reason) from unfit
    except BaseException as error:
        in_transaction(lambda writing: UploadService(writing).release(asset_id))
        if isinstance(error, ProviderBusy):
            raise Unavailable(str(error)) from error
        if isinstance(error, OSError):
            raise Unavailable("The file can't be inspected now; complete the upload again later.") from error
        raise


def _inspect_claimed(asset: Asset, user: User) -> Asset:
    """Inspect a claimed asset's file and make it ready. Raises FileUnfit, or another outcome."""
    try:
        _check_size(asset)
        stored, facts = _inspect_and_store(asset)
    except FileUnfit:
        storage().delete(asset.storage_key)
        raise
    except KeyError:
        # The form may be used again after a rejection; without a new file the reason is that of the last one.
        raise AssetRejected(asset.meta.get(REJECTED, "Nothing was uploaded yet.")) from None
    try:
        return in_transaction(lambda writing: UploadService(writing).accept(asset.id, user, stored, facts))
    except Exception:
        storage().delete(stored.key)
        raise


def _check_size(asset: Asset) -> None:
    """Raise FileUnfit for a file that has not the announced size, KeyError for one that is missing."""
    size = storage().size(asset.storage_key)
    if size != asset.size_bytes:
        raise FileUnfit(f"The file has {size:,} bytes; {asset.size_bytes:,} were announced.")


def _inspect_and_store(asset: Asset) -> tuple[StoredFile, Facts]:
    """Fetch the file, inspect it, and store the inspected copy; return it and its facts.

    Raises FileUnfit, and KeyError for a file that is missing.
    """
    expected = get_format(asset.type, asset.content_type)
    if expected is None:
        raise FileUnfit(f"{asset.content_type} can't be used as {asset.type}.")
    with create_work_folder(f"upload-{asset.id}") as folder:
        path = storage().fetch(asset.storage_key, Path(folder) / f"upload{expected.suffix}")
        facts = inspector.inspect(path, asset.type, expected)
        key = asset.storage_key.replace("/incoming/", "/uploads/").replace(".", f"-{secrets.token_hex(4)}.")
        return storage().put(key, path), facts
