"""Services: what every part of the program works with, as one frozen value that is built in one place.

The jobs, the commands and the pages each hold it in a context of their own (`JobContext`, `CliContext`,
`AppContext`), beside what only they have.
"""

from dataclasses import dataclass
from functools import cache

from core.clock import Clock
from core.db import Database
from core.i18n import Texts
from core.settings import Settings
from core.signing import Signer
from news.store import AssetStore

TEXT_ROOMS = ("core", "news", "subscribers", "templates", "delivery", "staff", "campaigns", "scheduler", "web")
"""The rooms whose texts staff and readers see. The commands have more, for whoever runs the server."""


@dataclass(frozen=True, slots=True)
class Services:
    settings: Settings
    database: Database
    clock: Clock
    signer: Signer
    assets: AssetStore
    texts: Texts


def build_services(
    settings: Settings, database: Database, clock: Clock, *, texts: Texts | None = None
) -> Services:
    """Nothing connects and no file is opened. `texts`: those of all `TEXT_ROOMS` unless given."""
    return Services(
        settings=settings,
        database=database,
        clock=clock,
        signer=Signer(settings.secret_key.get_secret_value()),
        assets=AssetStore(settings.assets_dir),
        texts=texts or program_texts(),
    )


@cache
def program_texts() -> Texts:
    """Those of all `TEXT_ROOMS`, read once a process: texts are part of the program."""
    return Texts(TEXT_ROOMS)


@dataclass(frozen=True)
class HoldsServices:
    """A context in which the services go by their own names, too."""

    services: Services

    @property
    def settings(self) -> Settings:
        return self.services.settings

    @property
    def database(self) -> Database:
        return self.services.database

    @property
    def clock(self) -> Clock:
        return self.services.clock

    @property
    def signer(self) -> Signer:
        return self.services.signer

    @property
    def assets(self) -> AssetStore:
        return self.services.assets
