"""API, dispatcher and workers on hosts of their own, which share only database, Redis and bucket."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import boto3
import httpx2
import pytest
from moto.server import ThreadedMotoServer

from app.core.config import settings
from app.embedded.supervisor import module
from tests.databases import migrated_database
from tests.embedded.studio import SHORT_TIMES
from tests.processes import Process, free_port, wait_until
from tests.visitor import Visitor

REPOSITORY = Path(__file__).parents[2]
QUEUES = {"text": "emails,segmentation", "media": "images,video,audio", "compose": "compose"}


class Hosts:
    """Processes, each with a disk of its own."""

    def __init__(self, disks: Path, shared: dict[str, str]) -> None:
        self.disks, self.shared = disks, shared
        self.running: list[Process] = []

    def start(self, name: str, *arguments: str) -> None:
        """Start a module on a new host."""
        disk = self.disks / name
        for folder in ("home", "data", "temporary"):
            (disk / folder).mkdir(parents=True)
        own = {"HOME": disk / "home", "STUDIO_DATA": disk / "data", "TMPDIR": disk / "temporary"}
        settings = {**self.shared, "PYTHONPATH": str(REPOSITORY), **{k: str(v) for k, v in own.items()}}
        process = Process(module(*arguments), disk / "log", settings, disk / "home")
        self.running.append(process.start())

    def stop(self) -> None:
        """Stop all processes by SIGTERM."""
        for process in self.running:
            process.stop()

    def left_behind(self) -> set[str]:
        """Return the paths of all files on the disks except logs and metrics."""
        kept = {"log", "metrics"}
        files = (path for path in self.disks.rglob("*") if path.is_file() and not kept & set(path.parts))
        return {str(path.relative_to(self.disks)) for path in files}


@contextmanager
def _bucket(running: ExitStack) -> Iterator[dict[str, str]]:
    """Yield the settings of a bucket on a mock server; none when a bucket is configured."""
    if settings().s3_bucket_name:
        yield {}
        return
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    running.callback(server.stop)
    endpoint = "http://{}:{}".format(*server.get_host_and_port())
    keys = {"AWS_ACCESS_KEY_ID": "studio", "AWS_SECRET_ACCESS_KEY": "studio"}
    lower = {name.lower(): value for name, value in keys.items()}
    boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", **lower).create_bucket(Bucket="studio")
    yield {**keys, "S3_ENDPOINT_URL": endpoint, "S3_BUCKET_NAME": "studio"}


@pytest.fixture
def hosts(tmp_path: Path, redis_server: None) -> Iterator[Hosts]:
    """Five hosts with an address for the API."""
    with ExitStack() as running, migrated_database(tmp_path), _bucket(running) as bucket:
        port = free_port()
        shared = {
            **{name: os.environ[name] for name in ("PATH", "DATABASE_URL")},
            **{name: value for name, value in os.environ.items() if name.startswith(("AWS_", "S3_"))},
            **{**SHORT_TIMES, **bucket, "REDIS_URL": settings().redis, "OMP_NUM_THREADS": "1"},
            **{"SECRET_KEY": secrets.token_urlsafe(48), "PUBLIC_URL": f"http://127.0.0.1:{port}"},
        }
        five = Hosts(tmp_path / "disks", shared)
        running.callback(five.stop)
        five.start("api", "uvicorn", "app.main:app", "--port", str(port), "--no-access-log")
        five.start("dispatcher", "app.cli", "dispatcher")
        for name, queues in QUEUES.items():
            options = ["-Q", queues, "-c", "1", "-n", f"{name}@{name}", "--loglevel=warning"]
            five.start(name, "app.celery_worker", "--quiet", "worker", *options)
        yield five


@pytest.fixture
def ada(hosts: Hosts) -> Iterator[Visitor]:
    """Ada at the API, as soon as it is ready."""
    visitor = Visitor(hosts.shared["PUBLIC_URL"])
    wait_until(visitor.is_served, "the API")
    visitor.sign_in()
    yield visitor
    visitor.leave()


def test_hosts_that_share_no_disk_make_a_film(hosts: Hosts, ada: Visitor) -> None:
    job = ada.start_job()

    last = list(ada.events(job))[-1]

    done, download = ada.read(f"/jobs/{job}"), ada.read(f"/jobs/{job}/download-url")
    assert (last["status"], done["error_message"]) == ("completed", None)
    film = httpx2.get(download["download_url"])
    assert hashlib.sha256(film.content).hexdigest() == done["film"]["sha256"] == download["sha256"]
    assert film.headers["content-disposition"].startswith("attachment")
    hosts.stop()
    assert hosts.left_behind() == set()
