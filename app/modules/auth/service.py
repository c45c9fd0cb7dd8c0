"""Accounts: registration and login."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core import audit
from app.core.database import reading
from app.core.visitor import client_network
from app.modules.auth import addresses, passwords, throttles
from app.modules.auth.errors import EmailTaken, InvalidCredentials, InvalidToken, NotAdmin
from app.modules.auth.models import User
from app.modules.auth.repository import AuthRepository, SessionRepository
from app.modules.auth.schemas import UserRegister
from app.modules.auth.sessions import SessionService, Visitor
from app.modules.auth.tokens import Tokens


class AuthService:
    """Registers users and logs them in."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.accounts = AuthRepository(session)

    def register(self, request: UserRegister, visitor: Visitor) -> User:
        """Create an account with the role `user`.

        Raises EmailTaken, WeakPassword, TooManyRequests or ThrottleUnavailable.
        """
        throttles.registration_throttle().hit(client_network(visitor.ip))
        user = self.create_user(request.full_name, request.email, request.password)
        audit.record(self.session, "auth.registered", user.id, audit.user_target(user.id))
        return user

    def create_user(self, full_name: str, email: str, password: str | None, role: str = "user") -> User:
        """Add a user; without a password no login is possible. Raises EmailTaken or WeakPassword."""
        password_hash = None
        if password is not None:
            passwords.reject_weak(password, email, full_name)
            password_hash = passwords.hash_password(password)
        if self.accounts.get_user_by_email(email):
            raise EmailTaken
        try:
            return self.accounts.add_user(
                User(full_name=full_name, email=email, password_hash=password_hash, role=role)
            )
        except IntegrityError as error:
            raise EmailTaken from error

    def get_by_email(self, email: str) -> User | None:
        """Return the user with this normalized address; None when there is none."""
        return self.accounts.get_user_by_email(email)

    def rename(self, user: User, full_name: str) -> User:
        """Change a user's full name and return the row. Raises InvalidToken for a deleted account."""
        row = self.accounts.get_user_locked(user.id)
        if row is None:
            raise InvalidToken
        row.full_name = full_name
        self.session.flush()
        return row

    def login(
        self, email: str, password: str, visitor: Visitor, *, admins_only: bool = False
    ) -> tuple[User, Tokens]:
        """Open a session and return the user and its tokens.

        Raises InvalidCredentials, equally for an unknown address, a wrong password and a disabled account;
        NotAdmin with `admins_only` for other users; TooManyRequests or ThrottleUnavailable.
        """
        user = self._verify_credentials(email, password, visitor)
        if admins_only and user.role != "admin":
            raise NotAdmin
        audit.record(self.session, "auth.logged_in", user.id, audit.user_target(user.id))
        return user, SessionService(self.session).open(user, visitor)

    def _verify_credentials(self, email: str, password: str, visitor: Visitor) -> User:
        network = client_network(visitor.ip)
        throttles.login_throttle().hit(network)
        with reading() as session:
            known = AuthRepository(session).get_user_by_email(_parse_or_empty(email))
            ips = SessionRepository(session).list_ips(known.id if known else 0)
        is_familiar = network in {client_network(ip) for ip in ips}
        account_key = throttles.account_key(email, network if is_familiar else None)
        throttles.account_throttle().hit(account_key)
        password_hash = known.password_hash if known else None
        is_correct = passwords.verify(password, password_hash)
        new_hash = passwords.hash_password(password) if is_correct and _is_outdated(password_hash) else None
        if known and is_correct and not known.is_disabled:
            throttles.account_throttle().clear(account_key)
        # The password may have been changed, or the account closed, while Argon2 was running.
        user = self.accounts.get_user_locked(known.id if known else 0)
        if user is None or not is_correct or user.is_disabled or user.password_hash != password_hash:
            self._record_failure(email, known)
            raise InvalidCredentials
        user.password_hash = new_hash or password_hash
        return user

    def _record_failure(self, email: str, known: User | None) -> None:
        target = audit.user_target(known.id) if known else None
        audit.record(
            self.session, "auth.login_failed", target=target, address=addresses.hash_email(email)[:16]
        )


def _is_outdated(password_hash: str | None) -> bool:
    return password_hash is not None and passwords.is_outdated(password_hash)


def _parse_or_empty(email: str) -> str:
    """Return the normal form of an address; empty for a text that is none, which no account has."""
    try:
        return addresses.parse_email(email)
    except ValueError:
        return ""
