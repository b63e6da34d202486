"""Settings of Resend: BILTEN_RESEND_…"""

from typing import ClassVar

from pydantic import SecretStr

from delivery.providers.settings import HttpProviderSettings

SIMULATOR_KEY = "re_simulator"
SIMULATOR_WEBHOOK_SECRET = "whsec_c2ltdWxhdG9yLXNpbXVsYXRvci1zaW11bGF0b3I="  # noqa: S105  the simulator's own


class Settings(HttpProviderSettings):
    prefix: ClassVar[str] = "resend_"
    title: ClassVar[str] = "Resend"
    webhook_proof_field: ClassVar[str | None] = "webhook_secret"
    not_the_simulators: ClassVar[tuple[str, ...]] = ("api_key", "webhook_secret")

    api_key: SecretStr = SecretStr(SIMULATOR_KEY)
    webhook_secret: SecretStr = SecretStr(SIMULATOR_WEBHOOK_SECRET)
