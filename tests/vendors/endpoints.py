"""OpenAI's endpoints: what each of them answers to a good request."""

import base64
import io
import json
import re
import wave
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
from openai.types import ImagesResponse, ModerationCreateResponse
from openai.types.responses import Response
from PIL import Image

from tests.vendors.answers import breakdown_of, moderation_of, responses_answer

FORBIDDEN = "unspeakable"
"""The word that moderation flags in a text."""

RED = (255, 0, 0)
"""The colour that moderation flags in a picture."""


def _json(answer: Any) -> tuple[bytes, str]:
    return answer.model_dump_json(by_alias=True).encode(), "application/json"


def _responses(body: Any) -> tuple[bytes, str]:
    return _json(Response.model_validate(responses_answer(json.dumps(breakdown_of(body["input"])))))


def _images(body: Any) -> tuple[bytes, str]:
    width, height = map(int, body["size"].split("x"))
    mark = zlib.crc32(body["prompt"].encode())
    colour = RED if FORBIDDEN in body["prompt"] else (90, mark % 251, mark // 251 % 251)
    return _json(ImagesResponse.model_validate(image_answer(picture((width, height), colour))))


def picture(size: tuple[int, int], colour: tuple[int, int, int]) -> bytes:
    """Return a plain PNG."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG", compress_level=1)
    return file.getvalue()


def image_answer(png: bytes) -> dict[str, Any]:
    """Return an answer of the images endpoints."""
    usage = {
        "input_tokens": 60,
        "input_tokens_details": {"image_tokens": 10, "text_tokens": 50},
        "output_tokens": 1000,
        "total_tokens": 1060,
    }
    return {"created": 1, "data": [{"b64_json": base64.b64encode(png).decode()}], "usage": usage}


def _speech(body: Any) -> tuple[bytes, str]:
    """Return a tone of a third of a second for each word, with a pause after each sentence."""
    rate, pieces = 24_000, []
    for sentence in re.split(r"(?<=[.!?])\s+", body["input"]):
        length = rate * len(sentence.split()) // 3
        pieces += [9000 * np.sin(np.arange(length) / 20), np.zeros(rate // 4)]
    file = io.BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setparams((1, 2, rate, 0, "NONE", ""))
        wav.writeframes(np.concatenate(pieces).astype("<i2").tobytes())
    return file.getvalue(), "audio/wav"


def _moderations(body: Any) -> tuple[bytes, str]:
    inputs = [body["input"]] if isinstance(body["input"], str) else body["input"]
    flagged = [FORBIDDEN in one if isinstance(one, str) else _is_red(one) for one in inputs]
    return _json(ModerationCreateResponse.model_validate(moderation_of(flagged)))


def _is_red(part: dict[str, Any]) -> bool:
    encoded = part["image_url"]["url"].partition("base64,")[2]
    with Image.open(io.BytesIO(base64.b64decode(encoded))) as image:
        return image.convert("RGB").getpixel((0, 0)) == RED


ANSWERS: dict[str, Callable[[Any], tuple[bytes, str]]] = {
    "/v1/responses": _responses,
    "/v1/images/generations": _images,
    "/v1/images/edits": _images,
    "/v1/audio/speech": _speech,
    "/v1/moderations": _moderations,
}
