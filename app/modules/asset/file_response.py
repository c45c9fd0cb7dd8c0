"""The response with a stored file, whole or in ranges (RFC 9110, section 14)."""

from starlette.responses import FileResponse, MalformedRangeHeader, RangeNotSatisfiable

from app.modules.asset.errors import RangeRefused


class StoredFileResponse(FileResponse):
    """A file that is sent whole or in ranges; a request for many ranges is answered with the whole file."""

    max_ranges = 10

    @classmethod
    def _parse_range_header(cls, http_range: str, file_size: int) -> list[tuple[int, int]]:
        unit, has_ranges, _ = http_range.partition("=")
        if has_ranges and unit.strip().lower() != "bytes":
            return []  # A server ignores units that it does not know.
        try:
            return super()._parse_range_header(http_range, file_size)
        except (MalformedRangeHeader, RangeNotSatisfiable) as error:
            raise RangeRefused(headers={"Content-Range": f"bytes */{file_size}"}) from error
