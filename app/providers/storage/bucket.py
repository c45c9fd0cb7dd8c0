"""Prepares the bucket: `python -m app.providers.storage.bucket`, as often as one likes."""

import sys
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from app.core.config import ConfigurationError, settings
from app.providers.storage.s3 import connect

BROKEN_OFF_DAYS = 2
_THERE_ALREADY = {"BucketAlreadyOwnedByYou", "BucketAlreadyExists"}
_NOT_OFFERED = {"NotImplemented", "MethodNotAllowed", "MalformedXML", "InvalidArgument"}


def prepare(bucket: str) -> list[str]:
    """Make the bucket if it is missing, let our pages post to it, and forget parts of broken-off uploads.

    Gives a sentence for each thing that this server does not offer.
    """
    client = connect(settings().s3_endpoint_url)
    _make(client, bucket)
    steps = {
        "CORS can't be set for this bucket alone.": lambda: client.put_bucket_cors(
            Bucket=bucket, CORSConfiguration={"CORSRules": [_cors()]}
        ),
        "Broken-off uploads can't be removed by this server.": lambda: (
            client.put_bucket_lifecycle_configuration(
                Bucket=bucket, LifecycleConfiguration={"Rules": [_lifecycle()]}
            )
        ),
    }
    return [sentence for sentence, step in steps.items() if not _is_done(step)]


def _make(client: Any, bucket: str) -> None:
    place = settings().aws_region
    where = {} if place == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": place}}
    try:
        client.create_bucket(Bucket=bucket, **where)
    except ClientError as error:
        if error.response["Error"]["Code"] not in _THERE_ALREADY:
            raise


def _is_done(step: Any) -> bool:
    try:
        step()
    except ClientError as error:
        if error.response["Error"]["Code"] in _NOT_OFFERED:
            return False
        raise
    return True


def _cors() -> dict[str, Any]:
    methods = ["GET", "HEAD", "POST"]
    origins = settings().backend_cors_origins
    return {"AllowedMethods": methods, "AllowedOrigins": origins, "AllowedHeaders": ["*"]}


def _lifecycle() -> dict[str, Any]:
    abort = {"DaysAfterInitiation": BROKEN_OFF_DAYS}
    rule = {"ID": "broken-off-uploads", "Status": "Enabled", "Filter": {"Prefix": ""}}
    return {**rule, "AbortIncompleteMultipartUpload": abort}


def main() -> None:
    """Prepare the configured bucket; exit 1 with a sentence when that fails."""
    try:
        bucket = settings().s3_bucket_name
        if bucket is None:
            raise ConfigurationError("No bucket is configured: set S3_BUCKET_NAME.")
        for sentence in prepare(bucket):
            sys.stderr.write(f"{sentence}\n")
    except (ConfigurationError, ClientError, BotoCoreError) as error:
        sys.exit(f"The bucket can't be prepared: {error}")


if __name__ == "__main__":
    main()
