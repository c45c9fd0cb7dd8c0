"""The errors of assets and uploads."""

from app.core.errors import AppError, Conflict, Forbidden, Invalid, NotFound, Unavailable


class AssetNotFound(NotFound):
    code, title = "asset.not_found", "Asset not found"
    detail = "There is no such asset."


class AssetNotReady(Conflict):
    code, title = "asset.not_ready", "Asset not ready"
    detail = "The file has not been uploaded yet."


class BadSignature(Forbidden):
    code, title = "file.bad_signature", "Address not valid"
    detail = "This address has expired or was changed; ask for a new one."


class FileGone(AppError):
    status, code, title = 410, "file.gone", "File gone"
    detail = "This address is valid, but its file was removed."


class RangeRefused(AppError):
    status, code, title = 416, "request.range_not_satisfiable", "Range not satisfiable"
    detail = "The file has no such range of bytes."


class UploadNotOffered(Invalid):
    code, title = "asset.upload_not_offered", "Upload not offered"


class AssetRejected(Invalid):
    code, title = "asset.rejected", "File rejected"
    detail = "The file is not what was announced."


class InspectionBusy(Unavailable):
    code, title = "asset.inspection_busy", "Too many inspections"
    detail = "Too many files are being inspected; complete the upload again in a moment."


class InspectionInterrupted(Unavailable):
    code, title = "asset.inspection_interrupted", "Inspection interrupted"
    detail = "The inspection of the file was interrupted; complete the upload again."


class FormRefused(Forbidden):
    code, title = "file.form_refused", "Form not valid"
    detail = "This form has expired or was changed; ask for a new one."


class FormBroken(AppError):
    status, code, title = 400, "file.malformed", "Upload malformed"
    detail = "The form is malformed."
