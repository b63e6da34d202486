"""Settings: read once from the environment (and a .env file) by an entry point, passed down as one value.

What a room or a plug-in declares for itself is a section of it (core/settings_section.py). Every field, and every
section's, is documented in .env.example; a test holds them together.
"""

from collections.abc import Iterable, Iterator
from datetime import time, timedelta
from enum import StrEnum
from ipaddress import ip_network
from pathlib import Path
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

from platformdirs import user_state_path
from pydantic import Field, PrivateAttr, Secret, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, EnvSettingsSource, SettingsConfigDict

from core.durations import Duration
from core.encryption import EncryptionKeys
from core.errors import Misconfigured
from core.loopback import is_origin
from core.settings_section import PREFIX, SettingsSection, Variables, problems_of

DEVELOPMENT_SECRET = "development-only-secret-change-me"  # noqa: S105  refused outside development
MIN_SECRET_LENGTH = 32

Section = TypeVar("Section", bound=SettingsSection)


class Environment(StrEnum):
    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True)

    environment: Environment = Environment.DEVELOPMENT
    database_url: str = "sqlite:///var/bilten.sqlite3"
    var_dir: Path = Path("var")
    state_dir: str = ""
    journal_days: int = Field(default=400, ge=1)
    secret_key: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    encryption_keys: SecretStr = SecretStr("")
    public_url: str = "http://127.0.0.1:8000"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    trusted_proxies: str = "127.0.0.1,::1"
    staff_language: Literal["sl", "en"] = "en"
    time_zone: str = "Europe/Ljubljana"

    session_lifetime: Duration = timedelta(hours=12)
    session_idle: Duration = timedelta(hours=2)

    worker_concurrency: int = Field(default=4, ge=1, le=16)
    outbound_checks: Literal["auto", "on", "off"] = "auto"

    backup_dir: str = ""
    backup_time: time = time(3, 15)
    backups_kept: int = Field(default=14, ge=1)

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = "console"

    _variables: Variables = PrivateAttr(default_factory=dict)
    _sections: dict[type[SettingsSection], SettingsSection] = PrivateAttr(default_factory=dict)

    @field_validator("database_url")
    @classmethod
    def _names_a_database(cls, value: str) -> str:
        _, is_url, rest = value.partition("://")
        database = rest.partition("?")[0].rpartition("/")[2]
        # Without a name, SQLite would forget everything when the program ends.
        if not is_url or database in ("", ":memory:"):
            raise ValueError("sqlite:///path or postgresql+psycopg://user@host/name")
        return value

    @field_validator("encryption_keys")
    @classmethod
    def _keys(cls, value: SecretStr) -> SecretStr:
        EncryptionKeys.read(value.get_secret_value())
        return value

    @field_validator("public_url")
    @classmethod
    def _origin(cls, value: str) -> str:
        if not is_origin(value):
            raise ValueError(
                "a scheme and a host such as https://bulletin.example.org, without a path, user or password"
            )
        return value.rstrip("/").lower()

    @field_validator("trusted_proxies")
    @classmethod
    def _addresses(cls, value: str) -> str:
        for proxy in filter(None, map(str.strip, value.split(","))):
            try:
                ip_network(proxy if proxy != "*" else "::/0", strict=False)
            except ValueError as error:  # a name would match nobody, and all visitors would count as one source
                raise ValueError(
                    "addresses or networks such as 127.0.0.1,10.0.0.0/8; no names of hosts"
                ) from error
        return value

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError) as error:
            raise ValueError("an IANA time zone such as Europe/Ljubljana") from error
        return value

    @field_validator("session_lifetime", "session_idle")
    @classmethod
    def _positive(cls, value: timedelta) -> timedelta:
        if value <= timedelta(0):
            raise ValueError("longer than zero")
        return value

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
        return self

    def section(self, kind: type[Section]) -> Section:
        """What `kind` declares, from the same place as these settings. Raises Misconfigured."""
        if kind not in self._sections:
            try:
                self._sections[kind] = kind.read(self._variables)
            except ValidationError as error:
                problems = "; ".join(problems_of(error, kind.prefix))
                raise Misconfigured("core-settings-refused", problems=problems) from None
        section = self._sections[kind]
        assert isinstance(section, kind)  # noqa: S101  it was read by this kind
        return section

    @property
    def keys_at_rest(self) -> EncryptionKeys | None:
        return EncryptionKeys.read(self.encryption_keys.get_secret_value())

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
    def may_ask_outside(self) -> bool:
        """Whether a page may be fetched that a person has asked for."""
        return self.outbound_checks != "off"

    @property
    def state_path(self) -> Path:
        return Path(self.state_dir) if self.state_dir else user_state_path("bilten", appauthor=False)

    @property
    def expects_backups(self) -> bool:
        """Whether somebody should hear where there is none: a trial at somebody's desk needs none."""
        return bool(self.backup_dir) or self.environment is Environment.PRODUCTION

    @property
    def assets_dir(self) -> Path:
        return self.var_dir / "assets"


def load_settings(
    env_file: Path | None = Path(".env"), *, sections: Iterable[type[SettingsSection]] = (), **overrides: object
) -> Settings:
    """The settings in force; an override beats the environment, which beats the file. Raises Misconfigured,
    naming each setting that is wrong, also in `sections`, and never showing a value."""
    variables = {name: Secret(value) for name, value in (*_variables(env_file), *overrides.items())}
    problems: list[str] = []
    read: dict[type[SettingsSection], SettingsSection] = {}
    try:
        settings: Settings | None = Settings(_env_file=env_file, **overrides)  # type: ignore[arg-type, call-arg]  # pydantic-settings
    except ValidationError as error:
        settings = None
        problems += problems_of(error)
    for kind in sections:
        try:
            read[kind] = kind.read(variables)
        except ValidationError as error:
            problems += problems_of(error, kind.prefix)
    if settings is not None and settings.environment is Environment.PRODUCTION and not problems:
        problems += _unsafe(read.values())
    if settings is None or problems:
        raise Misconfigured("core-settings-refused", problems="; ".join(problems))
    settings._variables, settings._sections = variables, read
    return settings


def has_secret_key(env_file: Path | None) -> bool:
    """Whether the environment or the file names one that is not the development's."""
    named = dict(_variables(env_file)).get("secret_key")
    is_in_environment = f"{PREFIX.lower()}secret_key" in EnvSettingsSource(Settings).env_vars
    return is_in_environment or named not in (None, "", DEVELOPMENT_SECRET)


def _variables(env_file: Path | None) -> Iterator[tuple[str, object]]:
    """All that begins with BILTEN_, the file's before the environment's."""
    for source in (DotEnvSettingsSource(Settings, env_file=env_file), EnvSettingsSource(Settings)):
        for name, value in source.env_vars.items():
            if name.startswith(PREFIX.lower()):
                yield name.removeprefix(PREFIX.lower()), value


def _unsafe(sections: Iterable[SettingsSection]) -> Iterator[str]:
    for section in sections:
        try:
            section.refuse_unsafe()
        except ValueError as error:
            yield str(error)
