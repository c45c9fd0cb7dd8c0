"""Tasks that send mails. A worker builds each mail from the database, so that no message holds a secret."""

from collections.abc import Callable

import structlog

from app.core import outbox
from app.core.database import reading
from app.core.outbox import OutboxRow
from app.core.tasks import celery
from app.modules.auth import mails, reset_links
from app.modules.auth.recovery import PASSWORD_CHANGED_TASK, RESET_LINK_TASK
from app.modules.auth.repository import AuthRepository
from app.providers.email.base import Mail
from app.providers.errors import ProviderBusy, ProviderRefused
from app.providers.registry import email_provider

ATTEMPTS = 24
log = structlog.get_logger()


@celery.task(name=RESET_LINK_TASK)
def send_reset_link(row_id: int) -> None:
    """Send a reset link to the account's address; a request without an account is dropped."""
    _deliver(row_id, _build_reset_link)


@celery.task(name=PASSWORD_CHANGED_TASK)
def send_password_changed(row_id: int) -> None:
    """Send the notice that a password was changed."""
    _deliver(row_id, _build_password_changed)


def _build_reset_link(accounts: AuthRepository, row: OutboxRow) -> Mail | None:
    found = reset_links.build_token(accounts, row.payload["reset_id"])
    return mails.build_reset_link(found[1], found[0], row.message_id) if found else None


def _build_password_changed(accounts: AuthRepository, row: OutboxRow) -> Mail | None:
    user = accounts.get_user(row.payload["user_id"])
    return mails.build_password_changed(user, row.message_id) if user else None


def _deliver(row_id: int, build: Callable[[AuthRepository, OutboxRow], Mail | None]) -> None:
    row = outbox.claim(row_id)
    if row is None:
        return
    with reading() as session:
        mail = build(AuthRepository(session), row)
    if mail is None:
        outbox.finish(row.id, "dropped")
        return
    try:
        email_provider().send(mail)
    except ProviderBusy as error:
        log.warning("mail.postponed", reason=str(error), attempts=row.attempts)
        if row.attempts < ATTEMPTS:
            outbox.schedule_retry(row)
        else:
            outbox.finish(row.id, "failed")
    except ProviderRefused as error:
        log.warning("mail.refused", reason=str(error))
        outbox.finish(row.id, "refused")
    else:
        outbox.finish(row.id)
