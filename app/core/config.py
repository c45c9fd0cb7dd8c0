"""All settings, read once from the environment and `.env`."""

from functools import cached_property, lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Literal, Self

from pydantic import AliasChoices, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import URL

from app.core.data_folder import make_private_file, make_private_folder
from app.core.database_url import parse_database_url
from app.core.errors import ConfigurationError as ConfigurationError
from app.core.origins import check_origin
from app.core.secret_key import check_key, write_key
from app.core.values import Dollars, OptionalSecret, OptionalText, PriceList, SmtpTls, StringList

DATABASE_FILE = "studio.db"


class Settings(BaseSettings):
    """The settings of an installation; `.env.example` documents each one."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", populate_by_name=True, frozen=True)

    environment: Literal["development", "production"] = Field(
        "development", validation_alias=AliasChoices("ENVIRONMENT", "ENVIROMENT", "environment")
    )
    secret_key: OptionalSecret = None
    studio_data: Path = Path(".studio")
    shared_artifacts: OptionalText = None
    log_format: Literal["auto", "json", "text"] = "auto"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    database_url: OptionalText = None
    db_user: OptionalText = None
    db_password: OptionalSecret = None
    db_host: OptionalText = None
    db_port: int = 3306
    db_name: OptionalText = None

    redis_url: OptionalText = None
    redis_host: OptionalText = None
    redis_port: int = 6379
    redis_username: OptionalText = None
    redis_password: OptionalSecret = None
    redis_db: int = Field(0, ge=0)

    smtp_host: OptionalText = None
    smtp_port: int = 587
    smtp_email: str = "studio@localhost"
    smtp_password: OptionalSecret = None
    smtp_tls: SmtpTls = "starttls"

    frontend_url: str = "http://localhost:3000"
    public_url: str = "http://localhost:8000"
    backend_cors_origins: StringList = [
        "http://localhost:3000",
        "http://127.0.0.1:3000",
        "http://localhost:3001",
    ]
    allowed_hosts: StringList = ["*"]
    trusted_proxies: StringList = []
    cookie_samesite: Literal["lax", "none"] = "lax"
    cookie_prefix: Literal["", "__Host-"] = ""
    docs_access: Literal["", "public", "admin", "off"] = ""
    metrics_token: OptionalSecret = None
    max_body_bytes: int = Field(4 * 1024 * 1024, ge=1024)

    aws_access_key_id: OptionalText = None
    aws_secret_access_key: OptionalSecret = None
    aws_region: str = "us-east-1"
    s3_bucket_name: OptionalText = None
    s3_endpoint_url: OptionalText = None
    # The address at which browsers reach the S3 server, where it differs from `s3_endpoint_url`.
    s3_public_endpoint_url: OptionalText = None
    s3_presigned_url_expiration: int = Field(3600, ge=1)

    openai_api_key: OptionalSecret = None
    openai_base_url: OptionalText = None
    text_provider: OptionalText = None
    image_provider: OptionalText = None
    speech_provider: OptionalText = None
    video_provider: OptionalText = None
    moderation_provider: OptionalText = None
    text_model: str = "gpt-6-luna"
    image_model: str = "gpt-image-2.5-flare"
    image_quality: Literal["low", "medium", "high", "xhigh", "max"] = "medium"
    speech_model: str = "gpt-4o-mini-tts"
    piper_voice: OptionalText = None
    moderation_model: str = "omni-moderation-latest"
    openai_timeout_seconds: float = Field(300, gt=0)
    text_window_characters: int = Field(12_000, ge=200)
    moderation_enabled: bool = True
    moderation_on_write: bool = False

    access_token_seconds: int = Field(3600, ge=1)
    refresh_token_seconds: int = Field(604800, ge=1)
    refresh_grace_seconds: float = Field(10, ge=0)
    session_max_seconds: int = Field(2592000, ge=1)
    reset_token_seconds: int = Field(900, ge=1)
    login_throttle_limit: int = Field(20, ge=1)
    login_throttle_window_seconds: int = Field(300, ge=1)
    ip_throttle_limit: int = Field(100, ge=1)
    ip_throttle_window_seconds: int = Field(300, ge=1)

    max_running_jobs_per_user: int = Field(2, ge=1)
    max_running_jobs: int = Field(8, ge=1)
    max_event_streams_per_user: int = Field(20, ge=1)
    job_window: int = Field(8, ge=1)
    job_deadline_seconds: float = Field(21600, gt=0)
    stage_attempts: int = Field(5, ge=1)
    lease_seconds: float = Field(60, gt=0)
    tick_seconds: float = Field(1, gt=0)
    backoff_base_seconds: float = Field(2, gt=0)
    backoff_max_seconds: float = Field(300, gt=0)
    task_seconds: float = Field(1800, gt=0)
    republish_seconds: float = Field(
        20,
        gt=0,
        validation_alias=AliasChoices("REPUBLISH_SECONDS", "RING_AGAIN_SECONDS", "republish_seconds"),
    )
    remote_control: bool = False

    retain_events_days: float = Field(90, gt=0)
    retain_sessions_days: float = Field(30, gt=0)
    retain_unused_files_days: float = Field(7, gt=0)
    retain_audit_days: float = Field(365, gt=0)

    max_cost_per_job_usd: Dollars = None
    max_cost_per_user_per_day_usd: Dollars = None
    max_cost_per_day_usd: Dollars = None
    prices: PriceList = []

    @model_validator(mode="after")
    def _refuse_unsafe_settings(self) -> Self:
        if self.cookie_samesite == "none" and not self.is_production:
            raise ValueError("COOKIE_SAMESITE=none needs Secure cookies; set ENVIRONMENT=production.")
        if self.secret_key is not None:
            check_key(self.secret_key.get_secret_value())
        elif self.is_production:
            raise ValueError("SECRET_KEY is missing; set it to at least 32 random bytes.")
        return self

    @model_validator(mode="after")
    def _check_origins(self) -> Self:
        """Refuse what a browser would never send as its origin, or what would open the API to any page."""
        for origin in self.backend_cors_origins:
            check_origin(origin, is_production=self.is_production)
        return self

    @field_validator("trusted_proxies")
    @classmethod
    def _check_networks(cls, networks: list[str]) -> list[str]:
        for network in networks:
            ip_network(network, strict=False)
        return networks

    @cached_property
    def proxies(self) -> list[IPv4Network | IPv6Network]:
        """The networks of trusted proxies, whose `X-Forwarded-For` header is used."""
        return [ip_network(network, strict=False) for network in self.trusted_proxies]

    @property
    def has_secure_cookies(self) -> bool:
        """Whether cookies are `Secure` (sent by https only), which browsers require of `__Host-` cookies."""
        return self.is_production or bool(self.cookie_prefix)

    @property
    def is_production(self) -> bool:
        """Whether the strict rules of a public installation apply."""
        return self.environment == "production"

    @property
    def docs(self) -> str:
        """Who may read the API documentation: `public` or `admin`; `off` where it is not served."""
        return self.docs_access or ("admin" if self.is_production else "public")

    @cached_property
    def data(self) -> Path:
        """The absolute path of the folder for all embedded state. It is created if missing.

        Raises ConfigurationError when other users can read it and their rights cannot be taken away.
        """
        folder = self.studio_data.expanduser().resolve()
        make_private_folder(folder)
        return folder

    @cached_property
    def database(self) -> URL:
        """The URL of the database: an SQLite file in the data folder unless another one is configured."""
        if self.database_url:
            return parse_database_url(self.database_url)
        if self.db_host:
            password = self.db_password.get_secret_value() if self.db_password else None
            return URL.create(
                "mysql+pymysql", self.db_user, password, self.db_host, self.db_port, self.db_name
            )
        return URL.create("sqlite", database=str(self.data / DATABASE_FILE))

    @property
    def has_embedded_database(self) -> bool:
        """Whether the database is the SQLite file in the data folder."""
        return not (self.database_url or self.db_host)

    @cached_property
    def redis(self) -> str:
        """The URL of Redis. Raises ConfigurationError when none is configured."""
        if self.redis_url:
            return self.redis_url
        if not self.redis_host:
            raise ConfigurationError(
                "No Redis is configured: set REDIS_URL, or start everything at once with `studio up`."
            )
        user = self.redis_username or ""
        password = self.redis_password.get_secret_value() if self.redis_password else ""
        login = f"{user}:{password}@" if user or password else ""
        return f"redis://{login}{self.redis_host}:{self.redis_port}/{self.redis_db}"

    @cached_property
    def key(self) -> bytes:
        """The secret key. In development a missing one is generated and stored in the data folder."""
        if self.secret_key is not None:
            return self.secret_key.get_secret_value().encode()
        path = self.data / "secret.key"
        if not path.exists():
            write_key(path)
        make_private_file(path)
        return path.read_bytes()


@lru_cache
def settings() -> Settings:
    """Return the settings, read once. Raises ConfigurationError with a sentence that names what is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        reason = first["msg"].removeprefix("Value error, ")
        raise ConfigurationError(f"{name}: {reason}" if name else reason) from None
