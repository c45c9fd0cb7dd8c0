"""Images that cost far more to decode than to send are refused before, or by the limits of their process."""

import io
import re
import resource
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image

import app
from app.film.camera import load_planes
from app.film.image_file import ImageUnfit, open_image
from app.modules.asset.formats import get_format
from app.modules.asset.inspection import FileUnfit
from app.modules.asset.inspector import Inspector
from tests.files import begin, image, send


def save(picture: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def scan_bomb(scans: int, size: tuple[int, int]) -> bytes:
    """Return a progressive JPEG whose last scan is repeated; each one costs a pass over all pixels."""
    jpeg = save(Image.new("RGB", size, "teal"), "JPEG", progressive=True)
    last = jpeg[jpeg.rindex(b"\xff\xda") : -2]
    return jpeg[:-2] + last * scans + jpeg[-2:]


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def insert_chunks(png: bytes, chunks: bytes) -> bytes:
    """Return a PNG with chunks before its pixels."""
    place = png.index(b"IDAT") - 4
    return png[:place] + chunks + png[place:]


def exif_bomb(entries: int) -> bytes:
    """Return EXIF whose entries all refer to the same bytes, so that each one is read into memory."""
    size = entries * 12
    listed = b"".join(struct.pack("<HHII", tag, 7, size, 8) for tag in range(1, entries + 1))
    return b"II*\x00\x08\x00\x00\x00" + struct.pack("<H", entries) + listed + bytes(4)


BOMBS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "scans": ("image/jpeg", lambda: scan_bomb(3000, (64, 48)), "scans"),
    "chunks": ("image/png", lambda: insert_chunks(image(), chunk(b"teSt", b"") * 30_000), "chunks"),
    "exif": ("image/png", lambda: insert_chunks(image(), chunk(b"eXIf", exif_bomb(9000))), "EXIF"),
    "frames": (
        "image/webp",
        lambda: save(
            Image.new("RGB", (8, 8)), "WEBP", save_all=True, append_images=[Image.new("RGB", (8, 8), "red")]
        ),
        "animated",
    ),
    "a long side": ("image/png", lambda: image(size=(20_001, 1)), "a side"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_an_image_that_is_costly_to_decode_is_rejected(ada_api: TestClient, project: int, name: str) -> None:
    content_type, make, reason = BOMBS[name]
    bomb = make()
    begun = begin(ada_api, project, bomb, content_type=content_type).json()
    send(ada_api, begun["upload"], bomb)

    answer = ada_api.post(f"/assets/{begun['asset_id']}/complete")

    assert (answer.status_code, answer.json()["code"]) == (422, "asset.rejected")
    assert reason in answer.json()["detail"]


@pytest.mark.parametrize("name", ["scans", "chunks", "exif", "a long side"])
def test_a_worker_refuses_what_was_stored_before(name: str) -> None:
    with pytest.raises(ImageUnfit):
        load_planes(BOMBS[name][1](), (320, 180))


def test_an_image_costs_the_api_no_time(ada_api: TestClient, project: int) -> None:
    heavy = image(size=(8000, 5000))
    begun = begin(ada_api, project, heavy).json()
    send(ada_api, begun["upload"], heavy)
    own, children = time.process_time(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime

    answer = ada_api.post(f"/assets/{begun['asset_id']}/complete")

    assert answer.status_code == 200
    decoding = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - children
    assert time.process_time() - own < decoding


def test_an_image_that_takes_too_long_ends_only_its_process(tmp_path: Path) -> None:
    path, jpeg = tmp_path / "slow.jpg", get_format("reference", "image/jpeg")
    path.write_bytes(scan_bomb(40, (7000, 5000)))
    assert jpeg is not None

    with pytest.raises(FileUnfit, match="takes too long"):
        Inspector({"image": 1}).inspect(path, "reference", jpeg)


def test_photographs_with_several_scans_and_an_orientation_are_accepted(tmp_path: Path) -> None:
    path, jpeg = tmp_path / "photo.jpg", get_format("reference", "image/jpeg")
    exif = Image.Exif()
    exif[0x0112] = 6
    path.write_bytes(save(Image.effect_noise((300, 200), 60), "JPEG", progressive=True, exif=exif))
    assert jpeg is not None

    facts = Inspector().inspect(path, "reference", jpeg)

    assert facts == {"width": 200, "height": 300}


def test_long_padding_between_segments_is_searched_once() -> None:
    jpeg = save(Image.new("RGB", (64, 48)), "JPEG")
    padded = jpeg[:2] + b"\xff" * 4_000_000 + b"\x00" + jpeg[2:]

    assert open_image(padded).size == (64, 48)


def test_files_of_others_are_opened_by_two_modules_alone() -> None:
    folder = Path(app.__file__).parent
    opening = re.compile(r"Image\.open\(|\bav\.open\((?!path, \"w\")")

    found = {
        str(path.relative_to(folder)) for path in folder.rglob("*.py") if opening.search(path.read_text())
    }

    assert found == {"film/image_file.py", "film/media.py"}
