"""E-mail addresses: one spelling that is stored and compared, byte by byte."""

import unicodedata

from email_validator import EmailNotValidError, validate_email

from app.core import keys

MAX_ADDRESS_CHARACTERS = 320


def spelled(text: str) -> str:
    """Return the one spelling of an address; spelled again it stays the same.

    A longer text than an address may be is cut: normalising takes time that grows with the square of the
    length, and such a text is no address anyhow.
    """
    lowered = unicodedata.normalize("NFKC", text.strip()[: MAX_ADDRESS_CHARACTERS + 1]).lower()
    return unicodedata.normalize("NFKC", lowered)


def normalised(text: str) -> str:
    """Spell an address; ValueError when it is none."""
    address = spelled(text)
    try:
        validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise ValueError("This is not an e-mail address") from error
    return address


def digest(text: str) -> str:
    """Name an address, even one that is none, without revealing it: the same for all its spellings."""
    return keys.sign("address", spelled(text))
