"""Settings of Scaleway: BILTEN_SCALEWAY_…"""

from typing import ClassVar

from pydantic import SecretStr

from delivery.providers.settings import SIMULATOR_SECRET, HttpProviderSettings


class Settings(HttpProviderSettings):
    prefix: ClassVar[str] = "scaleway_"
    title: ClassVar[str] = "Scaleway"
    api_key_field: ClassVar[str] = "secret_key"
    your_own: ClassVar[tuple[str, ...]] = ("secret_key", "project_id")

    secret_key: SecretStr = SecretStr(SIMULATOR_SECRET)
    project_id: str = SIMULATOR_SECRET
