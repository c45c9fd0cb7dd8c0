"""Prepares the bucket: `python -m app.providers.storage.bucket`; it may be run again at any time."""

import sys
from collections.abc import Callable
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from app.core.config import ConfigurationError, settings
from app.providers.storage.s3 import connect

INCOMPLETE_UPLOAD_DAYS = 2
_THERE_ALREADY = {"BucketAlreadyOwnedByYou", "BucketAlreadyExists"}
_NOT_OFFERED = {"NotImplemented", "MethodNotAllowed", "MalformedXML", "InvalidArgument"}


def prepare_bucket(bucket: str) -> list[str]:
    """Create the bucket if it is missing, allow our pages to post to it, and expire incomplete uploads.

    Returns a sentence for each step that the server does not support. Raises ClientError or BotoCoreError.
    """
    client = connect(settings().s3_endpoint_url)
    _create_bucket(client, bucket)
    steps = {
        "CORS can't be set for this bucket alone.": lambda: client.put_bucket_cors(
            Bucket=bucket, CORSConfiguration={"CORSRules": [_cors_rule()]}
        ),
        "This server can't remove incomplete uploads by itself.": lambda: (
            client.put_bucket_lifecycle_configuration(
                Bucket=bucket, LifecycleConfiguration={"Rules": [_lifecycle_rule()]}
            )
        ),
    }
    return [sentence for sentence, step in steps.items() if not _try_step(step)]


def _create_bucket(client: Any, bucket: str) -> None:
    region = settings().aws_region
    where = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
    try:
        client.create_bucket(Bucket=bucket, **where)
    except ClientError as error:
        if error.response["Error"]["Code"] not in _THERE_ALREADY:
            raise


def _try_step(step: Callable[[], object]) -> bool:
    """Run a step and return whether the server supports it. Raises ClientError for any other failure."""
    try:
        step()
    except ClientError as error:
        if error.response["Error"]["Code"] in _NOT_OFFERED:
            return False
        raise
    return True


def _cors_rule() -> dict[str, Any]:
    methods = ["GET", "HEAD", "POST"]
    origins = settings().backend_cors_origins
    return {"AllowedMethods": methods, "AllowedOrigins": origins, "AllowedHeaders": ["*"]}


def _lifecycle_rule() -> dict[str, Any]:
    abort = {"DaysAfterInitiation": INCOMPLETE_UPLOAD_DAYS}
    rule = {"ID": "broken-off-uploads", "Status": "Enabled", "Filter": {"Prefix": ""}}
    return {**rule, "AbortIncompleteMultipartUpload": abort}


def main() -> None:
    """Prepare the configured bucket; exit with status 1 and one sentence when that fails."""
    try:
        bucket = settings().s3_bucket_name
        if bucket is None:
            raise ConfigurationError("No bucket is configured: set S3_BUCKET_NAME.")
        for sentence in prepare_bucket(bucket):
            sys.stderr.write(f"{sentence}\n")
    except (ConfigurationError, ClientError, BotoCoreError) as error:
        sys.exit(f"The bucket can't be prepared: {error}")


if __name__ == "__main__":
    main()
