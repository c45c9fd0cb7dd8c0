"""API, dispatcher and workers on hosts of their own, which share database, Redis and bucket alone."""

import hashlib
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import boto3
import httpx2
import pytest
from moto.server import ThreadedMotoServer

from app.core.config import settings
from tests.databases import migrated_database
from tests.embedded.studio import PATIENCE, SHORT_TIMES, STORY, free_port

REPOSITORY = Path(__file__).parents[2]
QUEUES = {"clerk": "emails,segmentation", "artist": "images,video,audio", "editor": "compose"}


class Hosts:
    """Processes that each have a disk of their own."""

    def __init__(self, disks: Path, shared: dict[str, str]) -> None:
        self.disks, self.shared = disks, shared
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, *arguments: str) -> None:
        """Start one of our modules on a new host."""
        for folder in ("home", "data", "temporary"):
            (self.disks / name / folder).mkdir(parents=True)
        disk = self.disks / name
        own = {"HOME": disk / "home", "STUDIO_DATA": disk / "data", "TMPDIR": disk / "temporary"}
        with (disk / "log").open("wb") as log:
            self.running[name] = subprocess.Popen(
                [sys.executable, "-m", *arguments],
                cwd=disk / "home",
                env={**self.shared, "PYTHONPATH": str(REPOSITORY), **{k: str(v) for k, v in own.items()}},
                stdout=log,
                stderr=log,
            )

    def stop(self) -> None:
        """Stop all of them, politely."""
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            process.wait(PATIENCE)

    def left_behind(self) -> set[str]:
        """Name what is still on the disks, logs and metrics aside."""
        kept = {"log", "metrics"}
        files = (path for path in self.disks.rglob("*") if path.is_file() and not kept & set(path.parts))
        return {str(path.relative_to(self.disks)) for path in files}


@contextmanager
def _bucket(running: ExitStack) -> Iterator[dict[str, str]]:
    """The configured bucket, or one of a stand-in."""
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
def api(hosts: Hosts) -> Iterator[httpx2.Client]:
    """Ada's client of the API, as soon as it is ready."""
    with httpx2.Client(base_url=hosts.shared["PUBLIC_URL"], timeout=30) as client:
        _until(lambda: client.get("/readyz").status_code == 200, hosts.running["api"])
        person = {"fullName": "Ada Tester", "email": "ada@example.org", "password": "a lantern at dawn"}
        client.post("/auth/register", json=person).raise_for_status()
        login = {name: person[name] for name in ("email", "password")}
        client.post("/auth/login", json=login).raise_for_status()
        yield client


def _until(is_so: Any, process: "subprocess.Popen[bytes]") -> None:
    """Wait until something is so, a tenth of a second at a time."""
    for _ in range(int(PATIENCE * 10)):
        try:
            if is_so():
                return
        except httpx2.TransportError:
            pass
        try:
            process.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    raise AssertionError("It never came to be so.")


def test_hosts_that_share_no_disk_make_a_film(hosts: Hosts, api: httpx2.Client) -> None:
    project = api.post("/projects", json={"title": "Lantern", "story_text": STORY}).json()["id"]
    wish = {"project_id": project, "config": {"resolution": "480p"}}
    job = api.post("/jobs", json=wish).json()["id"]

    _until(lambda: api.get(f"/jobs/{job}").json()["completed_at"], hosts.running["dispatcher"])

    done = api.get(f"/jobs/{job}").json()
    assert (done["status"], done["error_message"]) == ("completed", None)
    download = api.get(f"/jobs/{job}/download-url").json()
    film = httpx2.get(download["download_url"])
    assert hashlib.sha256(film.content).hexdigest() == done["film"]["sha256"] == download["sha256"]
    assert film.headers["content-disposition"].startswith("attachment")
    hosts.stop()
    assert hosts.left_behind() == set()
