"""Accounts: who may come in."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core import audit
from app.core.database import reading
from app.modules.auth import addresses, attempts, passwords
from app.modules.auth.errors import EmailTaken, InvalidCredentials, InvalidToken, NotAdmin
from app.modules.auth.models import User
from app.modules.auth.repository import AuthRepository
from app.modules.auth.schemas import UserRegister
from app.modules.auth.sessions import SessionService, Visitor
from app.modules.auth.tokens import Tokens


class AuthService:
    """Registers people and lets them in."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.accounts = AuthRepository(session)

    def register(self, request: UserRegister, visitor: Visitor) -> User:
        """Open an account; the role can't be chosen. Raises EmailTaken or WeakPassword."""
        attempts.registrations().hit(attempts.place(visitor.ip))
        user = self.create_user(request.full_name, request.email, request.password)
        audit.record(self.session, "auth.registered", user.id, audit.user_target(user.id))
        return user

    def create_user(self, full_name: str, email: str, password: str | None, role: str = "user") -> User:
        """Store a user; without a password nobody can log in as them. Raises EmailTaken or WeakPassword."""
        password_hash = None
        if password is not None:
            passwords.refuse_weak(password, email, full_name)
            password_hash = passwords.hashed(password)
        if self.accounts.get_user_by_email(email):
            raise EmailTaken
        try:
            return self.accounts.add_user(
                User(full_name=full_name, email=email, password_hash=password_hash, role=role)
            )
        except IntegrityError as error:
            raise EmailTaken from error

    def rename(self, user: User, full_name: str) -> User:
        """Set the full name on the user's row, locked; nothing else of it is written. Raises InvalidToken."""
        row = self.accounts.get_user_locked(user.id)
        if row is None:
            raise InvalidToken
        row.full_name = full_name
        self.session.flush()
        return row

    def login(
        self, email: str, password: str, visitor: Visitor, *, admins_only: bool = False
    ) -> tuple[User, Tokens]:
        """Open a session; unknown address, wrong password and disabled account can't be told apart.

        Raises InvalidCredentials; NotAdmin for a user who is none where only admins may come in.
        """
        user = self._recognised(email, password, visitor)
        if admins_only and user.role != "admin":
            raise NotAdmin
        audit.record(self.session, "auth.logged_in", user.id, audit.user_target(user.id))
        return user, SessionService(self.session).open(user, visitor)

    def _recognised(self, email: str, password: str, visitor: Visitor) -> User:
        attempts.logins().hit(attempts.place(visitor.ip))
        attempts.of_account().hit(addresses.digest(email))
        with reading() as session:
            known = AuthRepository(session).get_user_by_email(_spelled(email))
        password_hash = known.password_hash if known else None
        is_right = passwords.is_right(password, password_hash)
        rehashed = passwords.hashed(password) if is_right and _is_outdated(password_hash) else None
        if known and is_right and not known.is_disabled:
            attempts.of_account().clear(addresses.digest(email))
        # It may have been changed, or the account closed, while Argon2 was at work.
        user = self.accounts.get_user_locked(known.id if known else 0)
        if user is None or not is_right or user.is_disabled or user.password_hash != password_hash:
            self._note_failure(email, known)
            raise InvalidCredentials
        user.password_hash = rehashed or password_hash
        return user

    def _note_failure(self, email: str, known: User | None) -> None:
        target = audit.user_target(known.id) if known else None
        audit.record(self.session, "auth.login_failed", target=target, address=addresses.digest(email)[:16])


def _is_outdated(password_hash: str | None) -> bool:
    return password_hash is not None and passwords.is_outdated(password_hash)


def _spelled(email: str) -> str:
    """Normalise an address that may be none: then it is simply unknown."""
    try:
        return addresses.normalised(email)
    except ValueError:
        return ""
