"""The wire shapes of accounts."""

import unicodedata
from typing import Annotated, Generic, Literal, TypeVar

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field, StringConstraints

from app.core.schemas import Request, UtcTime

Data = TypeVar("Data")


def normalised(address: str) -> str:
    """Spell an e-mail address in the one way that is stored and compared; ValueError when it is none."""
    whole = unicodedata.normalize("NFKC", address.strip()).lower()
    try:
        validate_email(whole, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise ValueError("This is not an e-mail address") from error
    return whole


Email = Annotated[str, StringConstraints(max_length=320), AfterValidator(normalised)]
FullName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=100)]
Password = Annotated[str, StringConstraints(min_length=8, max_length=256)]
AnyPassword = Annotated[str, StringConstraints(max_length=256)]


class Answer(BaseModel, Generic[Data]):
    """The envelope around everything under /auth and /admin."""

    message: str
    status_code: int = 200
    data: Data


class UserRead(BaseModel):
    """A user as others may see them."""

    model_config = ConfigDict(from_attributes=True, populate_by_name=True)

    id: int
    full_name: str = Field(serialization_alias="fullName")
    email: str
    role: Literal["user", "admin"]
    created_at: UtcTime
    updated_at: UtcTime


class UserRegister(Request):
    full_name: FullName = Field(validation_alias=AliasChoices("fullName", "full_name"))
    email: Email
    password: Password


class UserLogin(Request):
    email: Annotated[str, StringConstraints(max_length=320)]
    password: AnyPassword
    token_transport: Literal["cookie", "bearer"] = "cookie"


class TokenRefresh(Request):
    refresh_token: Annotated[str, StringConstraints(max_length=4096)]


class TokenPair(BaseModel):
    """Both tokens of a session as a bearer client gets them."""

    access_token: str
    refresh_token: str
    token_type: Literal["bearer"] = "bearer"
    expires_in: int


class SignedIn(BaseModel):
    """The answer to a sign-in; the tokens are there for bearer clients only."""

    message: str
    status_code: int = 200
    data: UserRead
    access_token: str | None = None
    refresh_token: str | None = None
    token_type: str | None = None
    expires_in: int | None = None


class SessionRead(BaseModel):
    """A session as its owner sees it."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    created_at: UtcTime
    last_used_at: UtcTime
    ip: str | None
    user_agent: str | None
    current: bool = False


Nothing = Answer[None]
