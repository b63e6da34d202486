"""Settings of Resend: BILTEN_RESEND_…"""

from typing import ClassVar

from pydantic import SecretStr

from delivery.providers.settings import HttpProviderSettings

SIMULATOR_KEY = "re_simulator"
SIMULATOR_WEBHOOK_SECRET = "whsec_c2ltdWxhdG9yLXNpbXVsYXRvci1zaW11bGF0b3I="  # noqa: S105  the simulator's own


class Settings(HttpProviderSettings):
    prefix: ClassVar[str] = "resend_"
    webhook_proof_field: ClassVar[str | None] = "webhook_secret"
    not_the_simulators: ClassVar[tuple[str, ...]] = ("api_key",)

    api_key: SecretStr = SecretStr(SIMULATOR_KEY)
    webhook_secret: SecretStr = SecretStr(SIMULATOR_WEBHOOK_SECRET)

    def refuse_unsafe(self) -> None:
        """The webhook's secret is refused wherever mail goes: an installation has this sender from its start."""
        super().refuse_unsafe()
        if self.webhook_secret.get_secret_value() == SIMULATOR_WEBHOOK_SECRET:
            raise ValueError(f"{self.variable('webhook_secret')} is the simulator's")
