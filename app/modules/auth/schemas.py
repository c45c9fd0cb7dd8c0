"""The requests and responses of accounts."""

from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from app.core.schemas import Request, UtcTime
from app.modules.auth.addresses import MAX_ADDRESS_CHARACTERS, parse_email
from app.modules.auth.full_name import parse_full_name
from app.modules.auth.models import User, UserSession
from app.modules.auth.tokens import Tokens

Data = TypeVar("Data")


Email = Annotated[
    str,
    StringConstraints(max_length=MAX_ADDRESS_CHARACTERS),
    AfterValidator(parse_email),
    WithJsonSchema({"type": "string", "format": "email", "maxLength": MAX_ADDRESS_CHARACTERS}),
]
FullName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=100),
    AfterValidator(parse_full_name),
]
Password = Annotated[str, StringConstraints(min_length=8, max_length=256)]
AnyPassword = Annotated[str, StringConstraints(max_length=256)]
AnyAddress = Annotated[str, StringConstraints(max_length=MAX_ADDRESS_CHARACTERS)]
FormText = Annotated[str, StringConstraints(max_length=255)]


class Answer(BaseModel, Generic[Data]):
    """The envelope of all responses under /auth and /admin."""

    message: str
    status_code: int = 200
    data: Data


class UserRead(BaseModel):
    """The public fields of a user."""

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
    email: AnyAddress
    password: AnyPassword
    token_transport: Literal["cookie", "bearer"] = "cookie"


class PasswordForm(BaseModel):
    """The fields of an OAuth2 password form (RFC 6749, section 4.3.2); the client's fields are ignored."""

    username: AnyAddress
    password: AnyPassword = Field(json_schema_extra={"format": "password"})
    grant_type: Literal["password"] | None = None
    scope: FormText = ""
    client_id: FormText | None = None
    client_secret: FormText | None = None


class UserRename(Request):
    full_name: FullName = Field(validation_alias=AliasChoices("fullName", "full_name"))


class PasswordChange(Request):
    old_password: AnyPassword
    new_password: Password = Field(validation_alias=AliasChoices("new_password", "newPassword"))


class PasswordForgotten(Request):
    email: Email


class NewPassword(Request):
    """A new password and the token of a reset link."""

    token: Annotated[str, StringConstraints(max_length=255)]
    new_password: Password = Field(validation_alias=AliasChoices("newPassword", "new_password"))


class TokenRefresh(Request):
    refresh_token: Annotated[str, StringConstraints(max_length=4096)]


class TokenPair(BaseModel):
    """Both tokens of a session, for a bearer client."""

    access_token: str
    refresh_token: str
    token_type: Literal["bearer"] = "bearer"
    expires_in: int

    @classmethod
    def of(cls, tokens: Tokens) -> Self:
        """Return the response with a session's tokens."""
        return cls(access_token=tokens.access, refresh_token=tokens.refresh, expires_in=tokens.expires_in)


class SignedIn(BaseModel):
    """The response to a sign-in. It holds the tokens for bearer clients only."""

    message: str
    status_code: int = 200
    data: UserRead
    access_token: str | None = None
    refresh_token: str | None = None
    token_type: str | None = None
    expires_in: int | None = None

    @classmethod
    def of(cls, user: User, message: str, tokens: Tokens | None = None) -> Self:
        """Return the response for a signed-in user; pass the tokens for a bearer client only."""
        pair = TokenPair.of(tokens).model_dump() if tokens else {}
        return cls(message=message, data=UserRead.model_validate(user), **pair)


class SessionRead(BaseModel):
    """A session, for its owner."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    created_at: UtcTime
    last_used_at: UtcTime
    ip: str | None
    user_agent: str | None
    current: bool = False

    @classmethod
    def of(cls, row: UserSession, current: UserSession) -> Self:
        """Return the response for a session; `current` marks the one of the request."""
        return cls.model_validate(row).model_copy(update={"current": row.id == current.id})


Nothing = Answer[None]
