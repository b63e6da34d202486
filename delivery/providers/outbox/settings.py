"""Settings of the outbox: none of its own. Its folder lies in BILTEN_VAR_DIR."""

from typing import ClassVar

from delivery.providers.settings import ProviderSettings


class Settings(ProviderSettings):
    prefix: ClassVar[str] = "outbox_"
    title: ClassVar[str] = "Outbox"
