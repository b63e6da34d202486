"""Settings of Postmark: BILTEN_POSTMARK_…"""

from typing import ClassVar

from pydantic import Field, SecretStr

from delivery.providers.settings import SIMULATOR_SECRET, HttpProviderSettings


class Settings(HttpProviderSettings):
    prefix: ClassVar[str] = "postmark_"
    title: ClassVar[str] = "Postmark"
    api_key_field: ClassVar[str] = "server_token"
    webhook_proof_field: ClassVar[str | None] = "webhook_secret"
    not_the_simulators: ClassVar[tuple[str, ...]] = ("server_token", "webhook_secret")

    server_token: SecretStr = SecretStr(SIMULATOR_SECRET)
    message_stream: str = Field(default="broadcast", pattern=r"^[a-z][a-z0-9_-]{0,29}$")
    webhook_secret: SecretStr = SecretStr(SIMULATOR_SECRET)
