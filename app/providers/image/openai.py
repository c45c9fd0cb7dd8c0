"""Pictures drawn by OpenAI: portraits from a prompt, panels from a prompt and pictures of cast and place."""

import base64
import io
from typing import Any

from openai.types import ImagesResponse
from PIL import ImageOps

from app.core.config import settings
from app.film.image_file import open_image
from app.providers import openai
from app.providers.image.base import ImageCapabilities, ImageRequest, Picture
from app.providers.image.prompt import list_references, write_prompt
from app.providers.ledger import Answer, ProviderCallLedger

PROMPT_VERSION = "1"
PORTRAIT_SIZE = (1024, 1024)
# Sides are multiples of 16, which the models require; the large size is for frames of 1080 lines.
SIZES = {"wide": ((1536, 864), (1920, 1088)), "square": ((1024, 1024), (1088, 1088))}
LARGE_FRAME = 1000
# Output tokens of a picture of 1024 × 1024 pixels by quality, as published for GPT Image models.
TOKENS = {"low": 272, "medium": 1056, "high": 4160, "xhigh": 8320, "max": 16640}
# Our own upper estimate for one picture that is sent along.
REFERENCE_TOKENS = 1600
# A picture whose aspect differs by a larger factor from the requested one is not used.
WORST_ASPECT = 1.3


class OpenAIArtist:
    """Draws with an image model.

    The model has no seed: another `Look.seed` only gives another digest, so that the model is called again.
    """

    def __init__(self) -> None:
        self._model, self._quality = settings().image_model, settings().image_quality
        self.capabilities = ImageCapabilities(
            name=openai.NAME,
            model=f"{self._model}/{self._quality}/{PROMPT_VERSION}",
            costs_money=True,
            records_calls=True,
            priced_as=self._model,
            takes_portraits=True,
            draws_from_words=True,
        )
        openai.client()

    def picture_size(self, request: ImageRequest) -> tuple[int, int]:
        """Return the width and height in pixels that are requested from the vendor.

        The size follows the frame's aspect, and films of 480 and 720 lines share their pictures.
        """
        if request.kind == "portrait":
            return PORTRAIT_SIZE
        width, height = request.look.size
        large = min(width, height) > LARGE_FRAME
        if width == height:
            return SIZES["square"][large]
        long, short = SIZES["wide"][large]
        return (long, short) if width > height else (short, long)

    def generate(self, request: ImageRequest, ledger: ProviderCallLedger) -> Picture:
        """Return one picture in the frame's aspect; raises ProviderBusy or ProviderRefused."""
        size, prompt = self.picture_size(request), write_prompt(request)
        references = list_references(request)
        arguments: dict[str, Any] = {
            "model": self._model,
            "prompt": prompt,
            "size": f"{size[0]}x{size[1]}",
            "quality": self._quality,
            "output_format": "png",
            "safety_identifier": openai.safety_identifier(ledger),
        }
        files = [(f"{number}.png", png, "image/png") for number, png in enumerate(references, 1)]

        def send() -> Answer:
            images = openai.client().images
            response = images.edit(image=files, **arguments) if files else images.generate(**arguments)
            response = openai.require_type(response, ImagesResponse)
            return Answer(_load_png(response, size), self._used_units(response, request))

        sent = {
            "asked": {name: value for name, value in arguments.items() if isinstance(value, str)},
            "cast": list(references),
            "seed": request.look.seed,
        }
        billable_request = openai.billable_request("images", self._model, sent, self.estimate_units(request))
        answer = openai.call(ledger, billable_request, send)
        return Picture(_crop_to_frame(answer.body, request))

    def estimate_units(self, request: ImageRequest) -> dict[str, float]:
        """Return the most tokens that a picture may use, by kind."""
        width, height = self.picture_size(request)
        words = write_prompt(request)
        return {
            "input_tokens": len(words) // 3,
            "image_input_tokens": REFERENCE_TOKENS * len(list_references(request)),
            "image_output_tokens": -(-TOKENS[self._quality] * width * height // 1024**2),
        }

    def _used_units(self, response: ImagesResponse, request: ImageRequest) -> dict[str, float]:
        usage = response.usage
        if usage is None:
            return self.estimate_units(request)
        details = usage.input_tokens_details
        return {
            "input_tokens": details.text_tokens if details else usage.input_tokens,
            "image_input_tokens": details.image_tokens if details else 0,
            "image_output_tokens": usage.output_tokens,
        }


def _load_png(response: ImagesResponse, size: tuple[int, int]) -> bytes:
    """Return the answer's PNG; raises ProviderBusy for one that can't be read or has another aspect."""
    encoded = response.data[0].b64_json if response.data else None
    try:
        png = base64.b64decode(openai.require_type(encoded, str), validate=True)
        with open_image(png) as image:
            image.load()
            stretch = image.width * size[1] / (image.height * size[0])
    except (OSError, ValueError, SyntaxError) as error:
        raise openai.broken_answer() from error
    if not 1 / WORST_ASPECT < stretch < WORST_ASPECT:
        raise openai.broken_answer()
    return png


def _crop_to_frame(png: bytes, request: ImageRequest) -> bytes:
    """Return a PNG without the vendor's chunks; a panel is cropped to the frame's exact aspect."""
    with open_image(png) as image:
        picture = image.convert("RGB")
    if request.kind == "panel":
        width, height = request.look.size
        scale = min(picture.width / width, picture.height / height)
        picture = ImageOps.fit(picture, (round(width * scale), round(height * scale)))
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
