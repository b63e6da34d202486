"""The settings of Brevo, Mailjet and Postmark. Their base URLs lead to the simulator until they are changed."""

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings

from core.loopback import SIMULATOR_URL, is_base_url, is_loopback

SIMULATOR_SECRET = "simulator"  # noqa: S105  refused in production wherever real mail goes out
_WITH_SECRETS = {
    "brevo": ("brevo_api_key", "brevo_webhook_secret"),
    "mailjet": ("mailjet_api_key", "mailjet_secret_key", "mailjet_webhook_secret"),
    "postmark": ("postmark_server_token", "postmark_webhook_secret"),
}


class BatchProviderSettings(BaseSettings):
    brevo_base_url: str = f"{SIMULATOR_URL}/v3"
    brevo_api_key: SecretStr = SecretStr(SIMULATOR_SECRET)
    brevo_webhook_secret: SecretStr = SecretStr(SIMULATOR_SECRET)

    mailjet_base_url: str = SIMULATOR_URL
    mailjet_api_key: SecretStr = SecretStr(SIMULATOR_SECRET)
    mailjet_secret_key: SecretStr = SecretStr(SIMULATOR_SECRET)
    mailjet_webhook_secret: SecretStr = SecretStr(SIMULATOR_SECRET)

    postmark_base_url: str = SIMULATOR_URL
    postmark_server_token: SecretStr = SecretStr(SIMULATOR_SECRET)
    postmark_message_stream: str = Field(default="broadcast", pattern=r"^[a-z][a-z0-9_-]{0,29}$")
    postmark_webhook_secret: SecretStr = SecretStr(SIMULATOR_SECRET)

    @field_validator("brevo_base_url", "mailjet_base_url", "postmark_base_url")
    @classmethod
    def _leads_somewhere(cls, value: str) -> str:
        if not is_base_url(value):
            raise ValueError("a base URL such as https://api.example.com")
        return value.rstrip("/")

    def refuse_unsafe_batch_providers(self) -> None:
        """For production. Raises ValueError for a provider that is really used, but not safely."""
        for provider, secrets in _WITH_SECRETS.items():
            base_url = getattr(self, f"{provider}_base_url")
            if is_loopback(base_url):
                continue
            if not base_url.startswith("https://"):
                raise ValueError(f"BILTEN_{provider.upper()}_BASE_URL must be https")
            for name in secrets:
                if getattr(self, name).get_secret_value() == SIMULATOR_SECRET:
                    raise ValueError(f"BILTEN_{name.upper()} is the simulator's")
