"""A multipart upload form: its fields come first, then one file, which is written to disk as it arrives."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, BinaryIO

from python_multipart import MultipartParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header

from app.providers.storage.base import UploadRule
from app.providers.storage.local import LocalStorage

MAX_FIELD_BYTES, MAX_FIELDS = 8192, 20


class FormMalformed(ValueError):
    """The body is no upload form, or its file has a size that the form does not allow."""


class FormReceiver:
    """Receives one upload into local storage; the file is stored completely or not at all.

    Every method may raise FormMalformed, PermissionError for a form that is not signed by us or has expired,
    or OSError.
    """

    def __init__(self, store: LocalStorage, content_type: str) -> None:
        kind, options = parse_options_header(content_type)
        if kind != b"multipart/form-data" or b"boundary" not in options:
            raise FormMalformed("The body must be multipart/form-data.")
        self._store = store
        self._fields: dict[str, str] = {}
        self._field_count = 0
        self._header = self._disposition = b""
        self._name, self._value = "", b""
        self._rule: UploadRule | None = None
        self._file: BinaryIO | None = None
        self._draft = ExitStack()
        self._is_complete = False
        try:
            self._parser = MultipartParser(options[b"boundary"], self._callbacks())
        except FormParserError as error:
            raise FormMalformed("The boundary of the form is malformed.") from error

    def feed(self, chunk: bytes) -> None:
        """Parse the next bytes of the body."""
        try:
            self._parser.write(chunk)
        except FormParserError as error:
            raise FormMalformed("The form is malformed.") from error

    def finish(self) -> None:
        """Store the received file under its key; a missing or empty file is malformed."""
        if not self._is_complete or self._file is None or self._rule is None:
            raise FormMalformed("The form has no complete file; it must be the last field and named “file”.")
        if self._file.tell() == 0:
            raise FormMalformed("The file is empty.")
        self._store.commit_draft(self._file, self._rule.key)

    def discard(self) -> None:
        """Remove what was received of an incomplete file."""
        self._draft.close()

    def _callbacks(self) -> Any:
        named: dict[str, Callable[..., None]] = {
            "on_part_begin": self._begin_part,
            "on_header_field": self._on_header_name,
            "on_header_value": self._on_header_value,
            "on_header_end": self._end_header,
            "on_headers_finished": self._end_headers,
            "on_part_data": self._on_data,
            "on_part_end": self._end_part,
        }
        return named

    def _begin_part(self) -> None:
        if self._is_complete:
            raise FormMalformed("Nothing may follow the file.")
        self._header = self._disposition = self._value = b""

    def _on_header_name(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _on_header_value(self, data: bytes, start: int, end: int) -> None:
        if self._header.lower() == b"content-disposition":
            self._disposition += data[start:end]

    def _end_header(self) -> None:
        self._header = b""

    def _end_headers(self) -> None:
        self._field_count += 1
        if self._field_count > MAX_FIELDS:
            raise FormMalformed("The form has too many fields.")
        _, options = parse_options_header(self._disposition)
        self._name = options.get(b"name", b"").decode("utf-8", "replace")
        if self._name == "file":
            self._rule = self._store.verify_form(self._fields)
            self._file = self._draft.enter_context(self._store.open_draft())

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        if self._file is not None and self._rule is not None:
            if self._file.tell() + end - start > self._rule.max_bytes:
                raise FormMalformed(f"The file is larger than the {self._rule.max_bytes:,} bytes allowed.")
            self._file.write(data[start:end])
        elif len(self._value) + end - start > MAX_FIELD_BYTES:
            raise FormMalformed("A field of the form is too long.")
        else:
            self._value += data[start:end]

    def _end_part(self) -> None:
        if self._file is not None:
            self._is_complete = True
        else:
            self._fields[self._name] = self._value.decode("utf-8", "replace")
