"""The contract of adapters of every need: capabilities are declared and calls are recorded."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.core.config import ConfigurationError
from app.providers import registry
from app.providers.capabilities import Capabilities
from app.providers.image.base import ImageCapabilities
from app.providers.moderation.base import ModerationCapabilities
from app.providers.speech.base import SpeechCapabilities
from app.providers.text.base import TextCapabilities
from app.providers.video.base import VideoCapabilities
from tests.providers.ledgers import RecordingLedger
from tests.providers.requests import ASK, PANEL, STORY, TAKE, clip_request, names_of
from tests.vendors.openai_server import OpenAIServer
from tests.vendors.video_server import VideoServer

Vendors = tuple[OpenAIServer, VideoServer]
CAPABILITIES: dict[str, type[Capabilities]] = {
    "text": TextCapabilities,
    "image": ImageCapabilities,
    "speech": SpeechCapabilities,
    "video": VideoCapabilities,
    "moderation": ModerationCapabilities,
}
EVERY = [(need, name) for need in registry.ADAPTERS for name in names_of(need)]
GENERATIVE = [(need, name) for need, name in EVERY if need != "moderation"]


@pytest.fixture
def load(vendors: Vendors, setting: Callable[..., None]) -> Callable[[str, str], Any]:
    """Load the adapter that a setting names."""

    def load_adapter(need: str, name: str) -> Any:
        setting(**{f"{need.upper()}_PROVIDER": name})
        return registry.adapter(need)

    return load_adapter


def calls_to(vendors: Vendors) -> int:
    openai, video = vendors
    return len(openai.calls) + len(video.orders)


@pytest.mark.parametrize(("need", "name"), EVERY)
def test_an_adapter_declares_the_capabilities_of_its_need(
    load: Callable[[str, str], Any], need: str, name: str
) -> None:
    capabilities = load(need, name).capabilities

    assert isinstance(capabilities, CAPABILITIES[need])
    assert capabilities.name
    assert capabilities.model
    assert capabilities.billed_model


@pytest.mark.parametrize(("need", "name"), EVERY)
def test_every_call_to_a_vendor_is_recorded_and_nothing_else(
    load: Callable[[str, str], Any], vendors: Vendors, tmp_path: Path, need: str, name: str
) -> None:
    provider, ledger = load(need, name), RecordingLedger()

    ASK[need](provider, ledger, tmp_path)

    assert len(ledger.requests) == calls_to(vendors)
    assert bool(ledger.requests) == provider.capabilities.costs_money
    assert {request.provider for request in ledger.requests} <= {provider.capabilities.name}
    assert {request.model for request in ledger.requests} <= {provider.capabilities.billed_model}


@pytest.mark.parametrize(("need", "name"), EVERY)
def test_a_call_whose_answer_is_stored_is_not_made_again(
    load: Callable[[str, str], Any], vendors: Vendors, tmp_path: Path, need: str, name: str
) -> None:
    provider, ledger = load(need, name), RecordingLedger()
    first = ASK[need](provider, ledger, tmp_path)
    calls = calls_to(vendors)

    second = ASK[need](provider, ledger, tmp_path)

    assert second == first
    assert calls_to(vendors) == calls


@pytest.mark.parametrize(("need", "name"), GENERATIVE)
def test_only_what_costs_money_is_estimated_to_use_units(
    load: Callable[[str, str], Any], tmp_path: Path, need: str, name: str
) -> None:
    provider = load(need, name)
    request = {"text": STORY, "image": PANEL, "speech": TAKE, "video": clip_request(tmp_path)}[need]

    units = provider.estimate_units(request)

    assert bool(units) == provider.capabilities.costs_money
    assert all(amount >= 0 for amount in units.values())


class Undeclared:
    """An adapter without capabilities."""


@pytest.mark.parametrize(
    "name", ["nothing", "no.such.module:Adapter", "app.providers:Missing", f"{__name__}:Undeclared"]
)
def test_an_unusable_adapter_is_an_error_that_names_its_setting(
    setting: Callable[..., None], name: str
) -> None:
    setting(IMAGE_PROVIDER=name)

    with pytest.raises(ConfigurationError, match="IMAGE_PROVIDER"):
        registry.image_provider()
