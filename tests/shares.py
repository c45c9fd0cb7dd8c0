"""The share of the configured services that each process of a parallel run has for itself."""

import os

import boto3
from sqlalchemy import create_engine, make_url, text

REDIS_NUMBERS = 2
"""How many of the numbered databases of a Redis server the app uses: one for messages, one for keys."""


def take_share(worker: str) -> None:
    """Point the settings at a database, Redis numbers and a bucket that only this worker (`gw1`) uses."""
    if address := os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = _make_database(address, worker)
    if address := os.environ.get("REDIS_URL"):
        base, _, number = address.rpartition("/")
        os.environ["REDIS_URL"] = f"{base}/{int(number) + REDIS_NUMBERS * int(worker.removeprefix('gw'))}"
    if bucket := os.environ.get("S3_BUCKET_NAME"):
        os.environ["S3_BUCKET_NAME"] = f"{bucket}-{worker}"
        server = boto3.client("s3", endpoint_url=os.environ["S3_ENDPOINT_URL"], region_name="us-east-1")
        server.create_bucket(Bucket=os.environ["S3_BUCKET_NAME"])


def _make_database(address: str, worker: str) -> str:
    url = make_url(address)
    own = url.set(database=f"{url.database}_{worker}")
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {own.database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"))
    server.dispose()
    return own.render_as_string(hide_password=False)
