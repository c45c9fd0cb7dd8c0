"""Files in a bucket of Amazon S3 or of a compatible server: MinIO, Ceph, R2 and others."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import boto3
from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore import UNSIGNED
from botocore.auth import SIGV4_TIMESTAMP, S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from app.core.config import settings
from app.providers.storage.base import (
    CACHE_CONTROL,
    UPLOAD_SECONDS,
    StorageUnavailable,
    StoredFile,
    UploadForm,
    UploadRule,
    content_disposition,
    content_type,
    round_signing_time,
)

CHUNK_BYTES = 1 << 20
PART_BYTES = 16 << 20
_TRANSFER = TransferConfig(multipart_threshold=PART_BYTES, multipart_chunksize=PART_BYTES, max_concurrency=4)
_MISSING = {"404", "NoSuchKey", "NotFound"}


class S3Storage:
    """Stores files in one bucket; files above 16 MiB are uploaded in parts."""

    name = "s3"

    def __init__(self, bucket: str) -> None:
        self.bucket = bucket

    def put(self, key: str, source: Path) -> StoredFile:
        """Upload a file; its key exists once all parts are uploaded."""
        with source.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        extra = {"ContentType": content_type(key)}
        with _translate_errors(key):
            self._client.upload_file(str(source), self.bucket, key, ExtraArgs=extra, Config=_TRANSFER)
        return StoredFile(key, source.stat().st_size, digest)

    def fetch(self, key: str, target: Path) -> Path:
        with _translate_errors(key):
            self._client.download_file(self.bucket, key, str(target), Config=_TRANSFER)
        return target

    def has(self, key: str) -> bool:
        try:
            self.size(key)
        except KeyError:
            return False
        return True

    def size(self, key: str) -> int:
        with _translate_errors(key):
            return int(self._client.head_object(Bucket=self.bucket, Key=key)["ContentLength"])

    def delete(self, key: str) -> None:
        with _translate_errors(key):
            self._client.delete_object(Bucket=self.bucket, Key=key)

    def url(self, key: str, filename: str | None = None) -> str:
        wanted = {
            "Bucket": self.bucket,
            "Key": key,
            "ResponseCacheControl": CACHE_CONTROL,
            "ResponseContentDisposition": content_disposition(filename),
            "ResponseContentType": content_type(key),
        }
        plain = _client(_public_endpoint(), os.getpid(), UNSIGNED)
        request = AWSRequest("GET", url=plain.generate_presigned_url("get_object", Params=wanted))
        with _translate_errors(key):
            _RoundedSignature().add_auth(request)
        return str(request.url)

    def upload_form(self, rule: UploadRule) -> UploadForm:
        # The library signs only the conditions, so that fields alone would not limit the upload.
        signed = self._signer.generate_presigned_post(
            self.bucket,
            rule.key,
            Fields={"Content-Type": rule.content_type},
            Conditions=[
                {"Content-Type": rule.content_type},
                ["content-length-range", 1, rule.max_bytes],
            ],
            ExpiresIn=UPLOAD_SECONDS,
        )
        return UploadForm(signed["url"], signed["fields"], UPLOAD_SECONDS)

    def check(self) -> None:
        try:
            with _translate_errors(self.bucket):
                self._client.head_bucket(Bucket=self.bucket)
        except KeyError as error:
            raise StorageUnavailable(f"There is no bucket {self.bucket}; create it first.") from error

    @property
    def _client(self) -> Any:
        return connect(settings().s3_endpoint_url)

    @property
    def _signer(self) -> Any:
        """The client that signs addresses, for the endpoint at which browsers reach the server."""
        return connect(_public_endpoint())


class _RoundedSignature(S3SigV4QueryAuth):  # type: ignore[misc]  # botocore ships no types
    """Signs an address at the start of the present window, so that the next one for its file is equal."""

    def __init__(self) -> None:
        config = settings()
        credentials = _session().get_credentials()
        frozen = credentials.get_frozen_credentials() if credentials else None
        super().__init__(frozen, "s3", config.aws_region, expires=config.s3_presigned_url_expiration)

    def _modify_request_before_signing(self, request: AWSRequest) -> None:
        signed_at = datetime.fromtimestamp(round_signing_time(), UTC)
        request.context["timestamp"] = signed_at.strftime(SIGV4_TIMESTAMP)
        super()._modify_request_before_signing(request)


def _public_endpoint() -> str | None:
    return settings().s3_public_endpoint_url or settings().s3_endpoint_url


def connect(endpoint: str | None) -> Any:
    """Return this process's client for a server; `endpoint` is None for Amazon's."""
    return _client(endpoint, os.getpid(), "s3v4")


def _session() -> boto3.session.Session:
    """Return the session with the credentials of the settings, or else those of the machine."""
    secret = settings().aws_secret_access_key
    return _open_session(settings().aws_access_key_id, secret.get_secret_value() if secret else None)


@lru_cache
def _open_session(key_id: str | None, secret: str | None) -> boto3.session.Session:
    return boto3.session.Session(aws_access_key_id=key_id, aws_secret_access_key=secret)


# A forked child needs clients of its own.
@lru_cache
def _client(endpoint: str | None, process: int, signature: object) -> Any:  # noqa: ARG001 - part of the key
    """Return a client; servers with an address of their own get path-style addresses."""
    return _session().client(
        "s3",
        endpoint_url=endpoint,
        region_name=settings().aws_region,
        config=Config(
            signature_version=signature,
            connect_timeout=3,
            read_timeout=30,
            retries={"mode": "standard", "total_max_attempts": 3},
            s3={"addressing_style": "path" if endpoint else "auto"},
            # Not all compatible servers know the newer checksums.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        ),
    )


@contextmanager
def _translate_errors(key: str) -> Iterator[None]:
    """Turn the library's errors into ours, without addresses and request ids in their messages."""
    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        if code in _MISSING:
            raise KeyError(key) from error
        raise StorageUnavailable(f"The file storage answers {code or 'with an error'}.") from error
    except (BotoCoreError, Boto3Error) as error:
        raise StorageUnavailable(f"The file storage does not answer ({type(error).__name__}).") from error
