"""The errors of accounts, sessions and tokens."""

from app.core.errors import AppError, Conflict, Forbidden, Invalid, NotFound, Unauthorized


class EmailTaken(Conflict):
    code, title = "auth.email_taken", "E-mail taken"
    detail = "An account with this e-mail address exists already."


class InvalidCredentials(Unauthorized):
    code, title = "auth.invalid_credentials", "Invalid credentials"
    detail = "The e-mail address or the password is wrong."
    keeps_changes = True


class WrongPassword(AppError):
    status, code, title = 400, "auth.wrong_password", "Wrong password"
    detail = "This is not the current password."
    keeps_changes = True


class WeakPassword(Invalid):
    code, title = "auth.weak_password", "Weak password"
    detail = "This password is too easy to guess; choose another one."


class InvalidToken(Unauthorized):
    code, title = "auth.invalid_token", "Invalid token"
    detail = "This session is over; sign in again."


class TokenReused(Unauthorized):
    code, title = "auth.token_reused", "Token reused"
    detail = "This refresh token was used before; the session is closed for safety. Sign in again."
    keeps_changes = True


class ResetTokenInvalid(AppError):
    status, code, title = 400, "auth.reset_token_invalid", "Reset link invalid"
    detail = "This link is no longer valid; request a new one."


class NotAdmin(Forbidden):
    code, title = "auth.not_admin", "Admins only"
    detail = "Only an admin may do this."


class SessionNotFound(NotFound):
    code = "session.not_found"
    detail = "There is no such session."
