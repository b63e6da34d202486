"""Settings of Mailjet: BILTEN_MAILJET_…"""

from typing import ClassVar

from pydantic import SecretStr

from delivery.providers.settings import SIMULATOR_SECRET, HttpProviderSettings


class Settings(HttpProviderSettings):
    prefix: ClassVar[str] = "mailjet_"
    title: ClassVar[str] = "Mailjet"
    webhook_proof_field: ClassVar[str | None] = "webhook_secret"
    not_the_simulators: ClassVar[tuple[str, ...]] = ("api_key", "secret_key", "webhook_secret")

    api_key: SecretStr = SecretStr(SIMULATOR_SECRET)
    secret_key: SecretStr = SecretStr(SIMULATOR_SECRET)
    webhook_secret: SecretStr = SecretStr(SIMULATOR_SECRET)
