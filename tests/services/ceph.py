"""Ceph's S3 server on a cluster of one node that stores everything in memory.

It checks signatures, expiry and POST policies as Amazon's S3 does, unlike mock servers.
"""

import json
import secrets
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import boto3
import httpx2

from tests.processes import Process, free_port
from tests.services.server import Service, program, run, serve

KEY, SECRET, BUCKET = "studio-tests", "studio-tests-secret", "studio"
SETTINGS = """
[global]
fsid = {fsid}
mon host = v2:127.0.0.1:{monitor_port}
mon initial members = a
public addr = 127.0.0.1
cluster addr = 127.0.0.1
keyring = {folder}/keyring
run dir = {folder}
crash dir = {folder}
log file = {folder}/$name.log
log to stderr = false
admin socket =
pid file =
ms bind msgr1 = false
osd objectstore = memstore
memstore device bytes = 2147483648
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon data avail crit = 1
[mon.a]
mon data = {folder}/monitor
[osd.0]
osd data = {folder}/objects
[client.admin]
rgw frontends = beast endpoint=127.0.0.1:{port}
rgw thread pool size = 32
"""


@contextmanager
def s3(folder: Path) -> Iterator[Service]:
    """Start a cluster with an empty bucket, and yield its gateway with the settings for it."""
    monitor_port, port = free_port(), free_port()
    ports = {"monitor_port": monitor_port, "port": port}
    fsid, config = str(uuid.uuid4()), folder / "ceph.conf"
    config.write_text(SETTINGS.format(fsid=fsid, folder=folder, **ports))
    with ExitStack() as running:
        _start_monitor(running, folder, fsid, monitor_port)
        _start_objects(running, folder)
        _make_user(config)
        arguments = [program("radosgw"), "-c", str(config), "-n", "client.admin", "-f"]
        gateway = _start(running, arguments, folder / "gateway.out")
        endpoint = f"http://127.0.0.1:{port}"
        gateway.wait_ready(lambda: httpx2.get(endpoint))
        _make_bucket(endpoint)
        settings = {
            "S3_ENDPOINT_URL": endpoint,
            "S3_BUCKET_NAME": BUCKET,
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
        }
        yield Service(gateway, settings)


def _start(running: ExitStack, arguments: list[str], log: Path) -> Process:
    server = serve(arguments, log)
    running.callback(server.stop)
    return server


def _start_monitor(running: ExitStack, folder: Path, fsid: str, port: int) -> None:
    address, config = f"[v2:127.0.0.1:{port}]", str(folder / "ceph.conf")
    tool, keyring, first = program("ceph-authtool"), str(folder / "keyring"), str(folder / "first.keyring")
    rights = {"mon.": ("mon",), "client.admin": ("mon", "osd", "mgr")}
    for number, (name, parts) in enumerate(rights.items()):
        caps = [word for part in parts for word in ("--cap", part, "allow *")]
        new = ["--create-keyring"] if number == 0 else []
        run([tool, *new, first, "--gen-key", "-n", name, *caps])
    run([tool, "--create-keyring", keyring, "--import-keyring", first])
    run([tool, keyring, "--gen-key", "-n", "osd.0"])
    members = ["--addv", "a", address, "--enable-all-features", "--set-min-mon-release", "16"]
    run([program("monmaptool"), "--create", "--fsid", fsid, *members, str(folder / "members")])
    monitor = [program("ceph-mon"), "-c", config, "-i", "a"]
    run([*monitor, "--mkfs", "--monmap", str(folder / "members"), "--keyring", first])
    server = _start(running, [*monitor, "-f", "--public-addrv", address], folder / "monitor.out")
    server.wait_ready(lambda: run([program("ceph"), "-c", config, "--connect-timeout", "5", "status"]))


def _start_objects(running: ExitStack, folder: Path) -> None:
    config, name = str(folder / "ceph.conf"), str(uuid.uuid4())
    key = run([program("ceph-authtool"), str(folder / "keyring"), "-n", "osd.0", "-p"]).strip()
    secret = json.dumps({"cephx_secret": key})
    run([program("ceph"), "-c", config, "osd", "new", name, "-i", "-"], input=secret)
    objects = [program("ceph-osd"), "-c", config, "-i", "0"]
    (folder / "objects").mkdir()
    run([*objects, "--mkfs", "--osd-uuid", name])
    _start(running, [*objects, "-f"], folder / "objects.out")


def _make_user(config: Path) -> None:
    keys = ["--access-key", KEY, "--secret-key", SECRET]
    who = ["user", "create", "--uid", secrets.token_hex(4), "--display-name", "studio"]
    run([program("radosgw-admin"), "-c", str(config), *who, *keys])


def _make_bucket(endpoint: str) -> None:
    keys = {"aws_access_key_id": KEY, "aws_secret_access_key": SECRET, "region_name": "us-east-1"}
    boto3.client("s3", endpoint_url=endpoint, **keys).create_bucket(Bucket=BUCKET)
