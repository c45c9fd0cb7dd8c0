"""What may go wrong with accounts, sessions and tokens."""

from app.core.errors import Conflict, Forbidden, Unauthorized, Unavailable


class EmailTaken(Conflict):
    code, title = "auth.email_taken", "E-mail taken"
    detail = "There is an account with this e-mail address already."


class InvalidCredentials(Unauthorized):
    code, title = "auth.invalid_credentials", "Invalid credentials"
    detail = "The e-mail address or the password is wrong."


class InvalidToken(Unauthorized):
    code, title = "auth.invalid_token", "Invalid token"
    detail = "This session is over; sign in again."


class TokenReused(Unauthorized):
    code, title = "auth.token_reused", "Token reused"
    detail = "This refresh token was used before; the session is closed for safety. Sign in again."
    keeps_changes = True


class NotAdmin(Forbidden):
    code, title = "auth.not_admin", "Admins only"
    detail = "Only an admin may do this."


class SessionsUnavailable(Unavailable):
    code = "auth.unavailable"
    detail = "Sessions can't be checked right now; try again in a moment."
