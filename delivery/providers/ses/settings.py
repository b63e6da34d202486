"""Settings of Amazon SES: BILTEN_SES_…"""

from typing import ClassVar

from pydantic import Field, SecretStr

from delivery.providers.settings import SIMULATOR_SECRET, HttpProviderSettings


class Settings(HttpProviderSettings):
    prefix: ClassVar[str] = "ses_"
    title: ClassVar[str] = "Amazon SES"
    api_key_field: ClassVar[str] = "secret_access_key"
    your_own: ClassVar[tuple[str, ...]] = ("access_key_id", "secret_access_key")

    region: str = Field(default="eu-central-1", pattern=r"^[a-z]{2}(-[a-z]+)+-[0-9]+$")
    access_key_id: str = SIMULATOR_SECRET
    secret_access_key: SecretStr = SecretStr(SIMULATOR_SECRET)
    configuration_set: str = Field(default="", pattern=r"^[A-Za-z0-9_-]{0,64}$")
    topics: str = ""
