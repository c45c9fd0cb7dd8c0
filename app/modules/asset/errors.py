"""What may go wrong with assets."""

from app.core.errors import Conflict, Forbidden, NotFound


class AssetNotFound(NotFound):
    code, title = "asset.not_found", "Asset not found"
    detail = "There is no such asset."


class AssetNotReady(Conflict):
    code, title = "asset.not_ready", "Asset not ready"
    detail = "The file has not been uploaded yet."


class BadSignature(Forbidden):
    code, title = "file.bad_signature", "Address not valid"
    detail = "This address has expired or was changed; ask for a new one."
