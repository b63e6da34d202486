"""Settings: read once from the environment (and a .env file) by an entry point, passed down as one value.

Every field is documented in .env.example; a test holds the two together.
"""

from datetime import time, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from platformdirs import user_state_path
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from core.batch_provider_settings import BatchProviderSettings
from core.errors import Misconfigured
from core.loopback import SIMULATOR_URL, is_base_url, is_loopback, is_origin
from core.merging_provider_settings import MergingProviderSettings

DEVELOPMENT_SECRET = "development-only-secret-change-me"  # noqa: S105  refused outside development
SIMULATOR_KEY = "re_simulator"
SIMULATOR_WEBHOOK_SECRET = "whsec_c2ltdWxhdG9yLXNpbXVsYXRvci1zaW11bGF0b3I="  # noqa: S105  the simulator's own
MIN_SECRET_LENGTH = 32


class Environment(StrEnum):
    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Settings(BatchProviderSettings, MergingProviderSettings):
    model_config = SettingsConfigDict(env_prefix="BILTEN_", extra="ignore", frozen=True)

    environment: Environment = Environment.DEVELOPMENT
    database_url: str = "sqlite:///var/bilten.sqlite3"
    var_dir: Path = Path("var")
    state_dir: str = ""
    journal_days: int = Field(default=400, ge=1)
    secret_key: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    public_url: str = "http://127.0.0.1:8000"
    list_domain: str = "localhost.invalid"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    trusted_proxies: str = "127.0.0.1,::1"
    staff_language: Literal["sl", "en"] = "en"
    time_zone: str = "Europe/Ljubljana"

    sign_up_sender: str = ""
    sign_ups_per_hour: int = Field(default=300, ge=1)
    sign_ups_per_source: int = Field(default=20, ge=1)
    soft_bounce_limit: int = Field(default=5, ge=1)
    approvals_required: int = Field(default=1, ge=0, le=5)
    undo_window: timedelta = timedelta(seconds=30)
    max_lateness: timedelta = timedelta(hours=12)
    session_lifetime: timedelta = timedelta(hours=12)
    link_lifetime: timedelta = timedelta(days=730)
    preferences_lifetime: timedelta = timedelta(days=60)
    confirmation_lifetime: timedelta = timedelta(days=14)
    automation_quiet: timedelta = timedelta(minutes=2)

    lease: timedelta = timedelta(minutes=2)
    worker_concurrency: int = Field(default=4, ge=1, le=16)
    max_attempts: int = Field(default=8, ge=1)
    error_threshold: int = Field(default=5, ge=1)
    outbound_checks: Literal["auto", "on", "off"] = "auto"
    provider_timeout: timedelta = timedelta(seconds=30)

    resend_base_url: str = SIMULATOR_URL
    resend_api_key: SecretStr = SecretStr(SIMULATOR_KEY)
    resend_webhook_secret: SecretStr = SecretStr(SIMULATOR_WEBHOOK_SECRET)

    smtp_host: str = "127.0.0.1"
    smtp_port: int = Field(default=1025, ge=1, le=65535)
    smtp_security: Literal["tls", "starttls", "none"] = "starttls"
    smtp_username: str = ""
    smtp_password: SecretStr = SecretStr("")

    backup_dir: str = ""
    backup_time: time = time(3, 15)
    backups_kept: int = Field(default=14, ge=1)

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = "console"

    @field_validator("database_url")
    @classmethod
    def _names_a_database(cls, value: str) -> str:
        _, is_url, rest = value.partition("://")
        database = rest.partition("?")[0].rpartition("/")[2]
        # Without a name, SQLite would forget everything when the program ends.
        if not is_url or database in ("", ":memory:"):
            raise ValueError("sqlite:///path or postgresql+psycopg://user@host/name")
        return value

    @field_validator("public_url")
    @classmethod
    def _origin(cls, value: str) -> str:
        if not is_origin(value):
            raise ValueError(
                "a scheme and a host such as https://bulletin.example.org, without a path, user or password"
            )
        return value.rstrip("/")

    @field_validator("resend_base_url")
    @classmethod
    def _plain_base_url(cls, value: str) -> str:
        if not is_base_url(value):
            raise ValueError("a base URL such as https://api.example.com")
        return value.rstrip("/")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError) as error:
            raise ValueError("an IANA time zone such as Europe/Ljubljana") from error
        return value

    @field_validator("undo_window", "max_lateness", "automation_quiet")
    @classmethod
    def _not_negative(cls, value: timedelta) -> timedelta:
        if value < timedelta(0):
            raise ValueError("zero or longer")
        return value

    @field_validator(
        "session_lifetime",
        "link_lifetime",
        "preferences_lifetime",
        "confirmation_lifetime",
        "lease",
        "provider_timeout",
    )
    @classmethod
    def _positive(cls, value: timedelta) -> timedelta:
        if value <= timedelta(0):
            raise ValueError("longer than zero")
        return value

    @model_validator(mode="after")
    def _lease_outlives_the_call(self) -> "Settings":
        if self.lease <= self.provider_timeout:
            raise ValueError("BILTEN_LEASE must be longer than BILTEN_PROVIDER_TIMEOUT")
        return self

    @model_validator(mode="after")
    def _state_lies_apart(self) -> "Settings":
        """Whoever puts an older var/ back must not put back what would tell that it is older."""
        if self.state_path.resolve().is_relative_to(self.var_dir.resolve()):
            raise ValueError("BILTEN_STATE_DIR must not lie inside BILTEN_VAR_DIR")
        return self

    @model_validator(mode="after")
    def _production_is_safe(self) -> "Settings":
        """Outside development, what is convenient but unsafe is refused, each by its name."""
        if self.environment is Environment.DEVELOPMENT:
            return self
        secret = self.secret_key.get_secret_value()
        if secret == DEVELOPMENT_SECRET or len(secret) < MIN_SECRET_LENGTH:
            raise ValueError(f"BILTEN_SECRET_KEY must be your own, {MIN_SECRET_LENGTH} characters or longer")
        if not self.public_url.startswith("https://"):
            raise ValueError("BILTEN_PUBLIC_URL must be https, or mail providers refuse one-click unsubscribe")
        if self.list_domain.endswith(".invalid"):
            raise ValueError("BILTEN_LIST_DOMAIN must be a domain of your own")
        if not is_loopback(self.resend_base_url):
            if not self.resend_base_url.startswith("https://"):
                raise ValueError("BILTEN_RESEND_BASE_URL must be https")
            if self.resend_api_key.get_secret_value() == SIMULATOR_KEY:
                raise ValueError("BILTEN_RESEND_API_KEY is the simulator's")
        if self.resend_webhook_secret.get_secret_value() == SIMULATOR_WEBHOOK_SECRET:
            raise ValueError("BILTEN_RESEND_WEBHOOK_SECRET is the simulator's")
        if self.smtp_security == "none" and not is_loopback(self.smtp_host):
            raise ValueError("BILTEN_SMTP_SECURITY=none would send passwords and addresses in the clear")
        self.refuse_unsafe_batch_providers()
        self.refuse_unsafe_merging_providers()
        return self

    @property
    def secure_cookies(self) -> bool:
        return self.public_url.startswith("https://")

    @property
    def checks_outbound(self) -> bool:
        """Whether the check may ask the web and name servers: by itself only where mail is meant to arrive."""
        if self.outbound_checks == "auto":
            return self.environment is Environment.PRODUCTION
        return self.outbound_checks == "on"

    @property
    def state_path(self) -> Path:
        return Path(self.state_dir) if self.state_dir else user_state_path("bilten", appauthor=False)

    @property
    def expects_backups(self) -> bool:
        """Whether somebody should hear where there is none: a trial at somebody's desk needs none."""
        return bool(self.backup_dir) or self.environment is Environment.PRODUCTION

    @property
    def outbox_dir(self) -> Path:
        return self.var_dir / "outbox"

    @property
    def assets_dir(self) -> Path:
        return self.var_dir / "assets"


def load_settings(env_file: Path | None = Path(".env"), **overrides: object) -> Settings:
    """The settings in force; an override beats the environment, which beats the file. Raises Misconfigured,
    naming each setting that is wrong and never showing a value."""
    try:
        return Settings(_env_file=env_file, **overrides)  # type: ignore[arg-type, call-arg]  # pydantic-settings
    except ValidationError as error:
        problems = "; ".join(
            f"{_setting_name(problem['loc'])}{problem['msg'].removeprefix('Value error, ')}"
            for problem in error.errors(include_input=False, include_url=False)
        )
        raise Misconfigured("core-settings-refused", problems=problems) from None


def _setting_name(location: tuple[int | str, ...]) -> str:
    return f"BILTEN_{str(location[0]).upper()}: " if location else ""
