"""The fixtures of tests of accounts."""

import email
import re
from collections.abc import Callable
from email.policy import default
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.accounts import request_reset
from tests.outbox import Outbox


@pytest.fixture
def token(account: TestClient, outbox: Outbox, mails: Path) -> Callable[[], str]:
    """A function that requests a reset link and returns its token from the sent mail."""

    def request() -> str:
        before = set(mails.glob("*.eml"))
        request_reset(account)
        outbox.deliver_all()
        (mail,) = set(mails.glob("*.eml")) - before
        body = email.message_from_bytes(mail.read_bytes(), policy=default).get_body(("plain",))
        assert body is not None
        (found,) = re.findall(r"http://localhost:3000/reset-password\?token=(\S+)", body.get_content())
        return str(found)

    return request
