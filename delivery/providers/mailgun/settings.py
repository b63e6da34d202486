"""Settings of Mailgun: BILTEN_MAILGUN_… An empty webhook key lets nothing in."""

from typing import ClassVar

from pydantic import Field, SecretStr

from delivery.providers.settings import SIMULATOR_SECRET, HttpProviderSettings


class Settings(HttpProviderSettings):
    prefix: ClassVar[str] = "mailgun_"
    title: ClassVar[str] = "Mailgun"
    webhook_proof_field: ClassVar[str | None] = "webhook_key"
    your_own: ClassVar[tuple[str, ...]] = ("api_key",)

    api_key: SecretStr = SecretStr(SIMULATOR_SECRET)
    domain: str = Field(default="", pattern=r"^[A-Za-z0-9.-]*$")
    webhook_key: SecretStr = SecretStr("")
