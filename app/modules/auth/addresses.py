"""E-mail addresses: their normal form, which is stored and compared byte by byte."""

import unicodedata

from email_validator import EmailNotValidError, validate_email

from app.core import keys

MAX_ADDRESS_CHARACTERS = 320


def normalize_email(text: str) -> str:
    """Return the normal form of an address: NFKC, lower case, without outer spaces. It never raises.

    Text longer than an address may be is cut: the time of a normalization grows with the square of the
    length, and such a text is no address in any case. The normal form of a normal form is itself.
    """
    lowered = unicodedata.normalize("NFKC", text.strip()[: MAX_ADDRESS_CHARACTERS + 1]).lower()
    return unicodedata.normalize("NFKC", lowered)


def parse_email(text: str) -> str:
    """Return the normal form of a valid address. Raises ValueError when the text is no address."""
    address = normalize_email(text)
    try:
        validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise ValueError("This is not an e-mail address") from error
    return address


def hash_email(text: str) -> str:
    """Return a keyed hash of the normal form of any text, so that attempts are counted without storing it."""
    return keys.sign("address", normalize_email(text))
