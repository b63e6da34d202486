"""What commands work with, each part made when it is first asked for: the one place of the command line that
builds objects."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import Misconfigured
from core.staff_language import staff_language

if TYPE_CHECKING:
    # Each of these costs a tenth of a second or more to import; `bilten --help` needs none of them.
    from campaigns.review.external.probes import Probes
    from campaigns.services import Services
    from core.clock import Clock
    from core.db import Database
    from core.generation.guard import RestoreGuard
    from core.i18n import TextParam, Texts
    from core.settings import Settings
    from core.signing import Signer
    from news.store import AssetStore

ROOMS = ("core", "news", "subscribers", "templates", "delivery", "staff", "campaigns", "scheduler", "web", "cli")
ACTOR = "cli"


@dataclass(frozen=True, slots=True)
class ActingUser:
    """Who `--as` names, and the command that they act by."""

    address: str
    command: str


class CliContext:
    def __init__(
        self,
        *,
        env_file: Path | None = Path(".env"),
        clock: "Clock | None" = None,
        probes: "Probes | None" = None,
    ) -> None:
        self.env_file = env_file
        self._probes = probes
        self._clock = clock
        self.as_json = False
        """Whether stdout belongs to a program: one JSON object and nothing else."""
        self.has_answered = False
        self.acting: ActingUser | None = None
        self.debug = False

    @cached_property
    def settings(self) -> "Settings":
        return self._load_settings()

    def _load_settings(self, **overrides: str) -> "Settings":
        from campaigns.settings import all_sections
        from core.settings import load_settings

        return load_settings(self.env_file, sections=all_sections(), **overrides)

    @property
    def services(self) -> "Services":
        """On the database with this program's schema. Raises Misconfigured."""
        _ = self.database
        return self.unchecked_services

    @cached_property
    def unchecked_services(self) -> "Services":
        """On the database, whatever state its schema is in."""
        from campaigns.services import build_services
        from core.clock import clock_of

        database = self.unchecked_database
        return build_services(self.settings, database, self._clock or clock_of(database), texts=self.texts)

    @property
    def clock(self) -> "Clock":
        return self.unchecked_services.clock

    @cached_property
    def texts(self) -> "Texts":
        from core.i18n import Texts

        return Texts(ROOMS)

    @property
    def signer(self) -> "Signer":
        return self.unchecked_services.signer

    @property
    def assets(self) -> "AssetStore":
        return self.unchecked_services.assets

    @cached_property
    def probes(self) -> "Probes":
        from campaigns.review.external.probes import build_probes

        return self._probes or build_probes(self.settings)

    @property
    def secret(self) -> str:
        return self.settings.secret_key.get_secret_value()

    @property
    def has_secret_key(self) -> bool:
        """Whether the organisation has one of its own: without one, the settings themselves may be refused."""
        from core.settings import has_secret_key

        return has_secret_key(self.env_file)

    @cached_property
    def unchecked_database(self) -> "Database":
        """The database, whatever state its schema is in: to bring it up to date, or to look at its health."""
        from core.db import Database

        return Database(self.settings.database_url, keys=self.settings.keys_at_rest)

    @cached_property
    def database(self) -> "Database":
        """The database, with this program's schema. Raises Misconfigured."""
        from migrations.schema_state import SchemaState, newer_database, schema_state

        path = sqlite_file(self.settings)
        if path is not None and not path.exists():
            raise Misconfigured("cli-database-missing", file=str(path))
        state = schema_state(self.unchecked_database)
        if state is SchemaState.UNKNOWN:
            raise newer_database(self.unchecked_database)
        if state is not SchemaState.CURRENT:
            raise Misconfigured("cli-database-outdated")
        _ = self.guard
        return self.unchecked_database

    @cached_property
    def guard(self) -> "RestoreGuard":
        """Whether mail may go out from this database, here. What commands write goes by it, too."""
        from core.generation.guard_of import guard_of

        return guard_of(self.unchecked_database, self.settings, self.clock)

    @property
    def language(self) -> str:
        """The staff's language, also where another setting is wrong."""
        return staff_language(self.env_file)

    def text(self, key: str, /, **params: "TextParam") -> str:
        return self.texts.text(self.language, key, **params)

    def read_settings_again(self, **overrides: str) -> None:
        """After the .env file has changed, or with what will stand there. What was built from the old ones is
        built anew. Raises Misconfigured."""
        self.close()
        for part in ("settings", "unchecked_services", "probes", "unchecked_database", "database", "guard"):
            self.__dict__.pop(part, None)
        if overrides:
            self.__dict__["settings"] = self._load_settings(**overrides)

    def close(self) -> None:
        database = self.__dict__.get("unchecked_database")
        if database is not None:
            database.dispose()


def sqlite_file(settings: "Settings") -> Path | None:
    """The database's file, asked without making its folder."""
    from sqlalchemy.engine import make_url

    url = make_url(settings.database_url)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
