"""Pictures drawn by OpenAI: portraits from words, panels from words and the portraits of their people."""

import base64
import io
from typing import Any

from openai.types import ImagesResponse
from PIL import Image, ImageOps

from app.core.config import settings
from app.providers import openai
from app.providers.image.base import ImageRequest, Picture
from app.providers.image.prompt import prompt_of
from app.providers.till import Answer

PROMPT_VERSION = "1"
PORTRAIT_SIZE = (1024, 1024)
MOST_REFERENCES = 8
# Sides are multiples of 16, as the models want them; the large one is for frames of 1080 lines.
SIZES = {"wide": ((1536, 864), (1920, 1088)), "square": ((1024, 1024), (1088, 1088))}
LARGE_FRAME = 1000
# Output tokens of a picture of 1024 × 1024 pixels by quality, as published for GPT Image models.
TOKENS = {"low": 272, "medium": 1056, "high": 4160, "xhigh": 8320, "max": 16640}
REFERENCE_TOKENS = 1600
WORST_ASPECT = 1.3


class OpenAIArtist:
    """Draws with an image model; it has no seed, so another seed is simply another drawing."""

    name = openai.NAME
    costs_money = True
    pays_through_till = True
    wants_cast = True

    def __init__(self) -> None:
        self.priced_as, self._quality = settings().image_model, settings().image_quality
        self.model = f"{self.priced_as}/{self._quality}/{PROMPT_VERSION}"
        openai.client()

    def size(self, request: ImageRequest) -> tuple[int, int]:
        """Choose the size by the frame's aspect, so that a larger film needs no new pictures at once."""
        if request.kind == "portrait":
            return PORTRAIT_SIZE
        width, height = request.look.size
        large = min(width, height) > LARGE_FRAME
        if width == height:
            return SIZES["square"][large]
        long, short = SIZES["wide"][large]
        return (long, short) if width > height else (short, long)

    def generate(self, request: ImageRequest) -> Picture:
        """Draw one picture in the frame's aspect; raises ProviderBusy or ProviderRefused."""
        size, prompt = self.size(request), prompt_of(request)
        cast = request.cast[:MOST_REFERENCES] if request.kind == "panel" else ()
        asked: dict[str, Any] = {
            "model": self.priced_as,
            "prompt": prompt,
            "size": f"{size[0]}x{size[1]}",
            "quality": self._quality,
            "output_format": "png",
            "safety_identifier": openai.customer(),
        }
        sheet = [(f"{number}.png", one.png, "image/png") for number, one in enumerate(cast, 1)]

        def call() -> Answer:
            images = openai.client().images
            made = images.edit(image=sheet, **asked) if sheet else images.generate(**asked)
            response = openai.expected(made, ImagesResponse)
            return Answer(_drawn(response, size), self._used(response, request))

        sent = {
            "asked": {name: value for name, value in asked.items() if isinstance(value, str)},
            "cast": [one.png for one in cast],
            "seed": request.look.seed,
        }
        answer = openai.pay("images", self.priced_as, sent, self.units(request), call)
        return Picture(_framed(answer.body, request))

    def units(self, request: ImageRequest) -> dict[str, float]:
        """Estimate, on the safe side, what a picture uses up."""
        width, height = self.size(request)
        words = prompt_of(request)
        references = min(len(request.cast), MOST_REFERENCES)
        return {
            "input_tokens": len(words) // 3,
            "image_input_tokens": REFERENCE_TOKENS * references,
            "image_output_tokens": -(-TOKENS[self._quality] * width * height // 1024**2),
        }

    def _used(self, response: ImagesResponse, request: ImageRequest) -> dict[str, float]:
        usage = response.usage
        if usage is None:
            return self.units(request)
        details = usage.input_tokens_details
        return {
            "input_tokens": details.text_tokens if details else usage.input_tokens,
            "image_input_tokens": details.image_tokens if details else 0,
            "image_output_tokens": usage.output_tokens,
        }


def _drawn(response: ImagesResponse, size: tuple[int, int]) -> bytes:
    """Take the picture out of the answer; one that is no picture, or of quite another shape, is broken."""
    encoded = response.data[0].b64_json if response.data else None
    try:
        png = base64.b64decode(openai.expected(encoded, str), validate=True)
        with Image.open(io.BytesIO(png)) as image:
            image.load()
            stretch = image.width * size[1] / (image.height * size[0])
    except (OSError, ValueError, SyntaxError) as error:
        raise openai.broken() from error
    if not 1 / WORST_ASPECT < stretch < WORST_ASPECT:
        raise openai.broken()
    return png


def _framed(png: bytes, request: ImageRequest) -> bytes:
    """Cut a panel to the frame's exact aspect, and write it as our own PNG without the vendor's chunks."""
    with Image.open(io.BytesIO(png)) as image:
        picture = image.convert("RGB")
    if request.kind == "panel":
        width, height = request.look.size
        scale = min(picture.width / width, picture.height / height)
        picture = ImageOps.fit(picture, (round(width * scale), round(height * scale)))
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
