"""A mail server on this machine that speaks SMTP, with encryption if a test requests it."""

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.providers.email.base import Mail

MAIL = Mail("ada@example.org", "Grüße", "Hello Ada,\n\nIt is done.\n", "<p>Hello Ada</p>", "abc123")


@dataclass
class Mailbox:
    """What a server was sent, and how it answers."""

    answer: str = "250 Accepted"
    recipient_answer: str = "250 OK"
    envelopes: list[Envelope] = field(default_factory=list)
    logins: list[tuple[bytes, bytes, bool]] = field(default_factory=list)
    is_encrypted: list[bool] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - the server calls it by SMTP's own word
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.recipient_answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.recipient_answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        self.envelopes.append(envelope)
        self.is_encrypted.append(_is_encrypted(server))
        return self.answer

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        self.logins.append((data.login, data.password, _is_encrypted(server)))
        return AuthResult(success=True)


def _is_encrypted(server: SMTP) -> bool:
    return server.transport is not None and server.transport.get_extra_info("ssl_object") is not None


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A self-signed certificate with its key for 127.0.0.1, trusted only where a test names it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=False,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=True,
                crl_sign=True,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("certificate") / "mail.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@contextmanager
def _serve_mailbox(mailbox: Mailbox, encryption: str, certificate: Path) -> Iterator[int]:
    """Serve a mailbox in its own thread; yields the port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def converse() -> SMTP:
        return SMTP(
            mailbox,
            loop=loop,
            tls_context=context if encryption == "starttls" else None,
            authenticator=mailbox.authenticate,
            auth_required=False,
            auth_require_tls=encryption == "starttls",
        )

    opening = loop.create_server(converse, "127.0.0.1", 0, ssl=context if encryption == "tls" else None)
    server = asyncio.run_coroutine_threadsafe(opening, loop).result()
    yield server.sockets[0].getsockname()[1]
    asyncio.run_coroutine_threadsafe(_close(server), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


async def _close(server: asyncio.Server) -> None:
    """Close a server after its open connections have ended."""
    server.close()
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)


@pytest.fixture
def mail_server(certificate: Path, configure: Callable[..., None]) -> Iterator[Callable[..., Mailbox]]:
    """Start a server that offers `starttls`, `tls` or `none`, and point the settings at it."""
    with ExitStack() as running:

        def start(encryption: str, **values: str) -> Mailbox:
            mailbox = Mailbox()
            port = running.enter_context(_serve_mailbox(mailbox, encryption, certificate))
            configure(SMTP_HOST="127.0.0.1", SMTP_PORT=str(port), SMTP_EMAIL="studio@example.org", **values)
            return mailbox

        yield start
