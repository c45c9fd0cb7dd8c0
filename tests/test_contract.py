"""The API answers as its OpenAPI schema describes, for any request that the schema allows."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from app.core.redis import client as redis_client
from app.modules.auth import passwords
from tests.accounts import CountingHasher
from tests.http_server import serve
from tests.openapi import SCHEMA

# A schema cannot say which styles exist, whose password is correct or which link is still valid.
REASONABLE = ["2xx", "400", "401", "402", "403", "404", "409", "422", "429"]
config = SchemathesisConfig.from_dict(
    {"checks": {"positive_data_acceptance": {"expected-statuses": REASONABLE}}, "seed": 1}
)
api = schemathesis.openapi.from_dict(deepcopy(SCHEMA), config=config)


@pytest.fixture(scope="module")
def address(schema: None) -> Iterator[str]:
    """Serve the API on loopback, with quick hashes."""
    real, passwords.hasher = passwords.hasher, CountingHasher()
    with serve() as port:
        yield f"http://127.0.0.1:{port}"
    passwords.hasher = real


@api.parametrize()
@settings(
    max_examples=5, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
def test_every_response_matches_the_schema(
    case: schemathesis.Case, address: str, grace_api: TestClient
) -> None:
    redis_client().flushdb()
    case.call_and_validate(base_url=address, headers={"Authorization": grace_api.headers["authorization"]})
