"""The settings of Mailgun, Amazon SES, SendGrid and Scaleway. Their base URLs lead to the simulator until they are
changed; a webhook key that is empty lets nothing in."""

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings

from core.loopback import SIMULATOR_URL, is_base_url, is_loopback

_PLACEHOLDER = "simulator"
"""Refused in production wherever real mail goes out."""
_NEEDED = {
    "mailgun": ("mailgun_api_key",),
    "ses": ("ses_access_key_id", "ses_secret_access_key"),
    "sendgrid": ("sendgrid_api_key",),
    "scaleway": ("scaleway_secret_key", "scaleway_project_id"),
}


class MergingProviderSettings(BaseSettings):
    mailgun_base_url: str = SIMULATOR_URL
    mailgun_api_key: SecretStr = SecretStr(_PLACEHOLDER)
    mailgun_domain: str = Field(default="", pattern=r"^[A-Za-z0-9.-]*$")
    mailgun_webhook_key: SecretStr = SecretStr("")

    ses_base_url: str = SIMULATOR_URL
    ses_region: str = Field(default="eu-central-1", pattern=r"^[a-z]{2}(-[a-z]+)+-[0-9]+$")
    ses_access_key_id: str = _PLACEHOLDER
    ses_secret_access_key: SecretStr = SecretStr(_PLACEHOLDER)
    ses_configuration_set: str = Field(default="", pattern=r"^[A-Za-z0-9_-]{0,64}$")
    ses_topics: str = ""

    sendgrid_base_url: str = SIMULATOR_URL
    sendgrid_api_key: SecretStr = SecretStr(_PLACEHOLDER)
    sendgrid_webhook_key: str = ""

    scaleway_base_url: str = SIMULATOR_URL
    scaleway_secret_key: SecretStr = SecretStr(_PLACEHOLDER)
    scaleway_project_id: str = _PLACEHOLDER

    @field_validator("mailgun_base_url", "ses_base_url", "sendgrid_base_url", "scaleway_base_url")
    @classmethod
    def _a_base_url(cls, value: str) -> str:
        if not is_base_url(value):
            raise ValueError("a base URL such as https://api.example.com")
        return value.rstrip("/")

    def refuse_unsafe_merging_providers(self) -> None:
        """For production. Raises ValueError for a provider that is really used, but not safely."""
        for provider, needed in _NEEDED.items():
            base_url = getattr(self, f"{provider}_base_url")
            if is_loopback(base_url):
                continue
            if not base_url.startswith("https://"):
                raise ValueError(f"BILTEN_{provider.upper()}_BASE_URL must be https")
            for name in needed:
                value = getattr(self, name)
                if (value.get_secret_value() if isinstance(value, SecretStr) else value) in ("", _PLACEHOLDER):
                    raise ValueError(f"BILTEN_{name.upper()} must be your own")
