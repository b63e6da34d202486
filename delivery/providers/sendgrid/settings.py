"""Settings of SendGrid: BILTEN_SENDGRID_… An empty webhook key lets nothing in."""

from typing import ClassVar

from pydantic import SecretStr

from delivery.providers.settings import SIMULATOR_SECRET, HttpProviderSettings


class Settings(HttpProviderSettings):
    prefix: ClassVar[str] = "sendgrid_"
    title: ClassVar[str] = "SendGrid"
    verification_key_field: ClassVar[str | None] = "webhook_key"
    your_own: ClassVar[tuple[str, ...]] = ("api_key",)

    api_key: SecretStr = SecretStr(SIMULATOR_SECRET)
    webhook_key: str = ""
