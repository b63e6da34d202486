"""Settings of Brevo: BILTEN_BREVO_…"""

from typing import ClassVar

from pydantic import SecretStr

from delivery.providers.settings import SIMULATOR_SECRET, SIMULATOR_URL, HttpProviderSettings


class Settings(HttpProviderSettings):
    prefix: ClassVar[str] = "brevo_"
    title: ClassVar[str] = "Brevo"
    webhook_proof_field: ClassVar[str | None] = "webhook_secret"
    not_the_simulators: ClassVar[tuple[str, ...]] = ("api_key", "webhook_secret")

    base_url: str = f"{SIMULATOR_URL}/v3"
    api_key: SecretStr = SecretStr(SIMULATOR_SECRET)
    webhook_secret: SecretStr = SecretStr(SIMULATOR_SECRET)
