"""Provider settings: what every provider's own variables have in common.

A provider's `Settings` is one of these; its variables are BILTEN_, the provider's name, and the field's. Base URLs
lead to the simulator until they are changed, so that nothing leaves by accident.
"""

from typing import ClassVar, Self
from urllib.parse import urlsplit

from pydantic import field_validator

from core.loopback import is_base_url, is_loopback
from core.settings_section import SettingsSection

SIMULATOR_URL = "http://127.0.0.1:8025"
SIMULATOR_SECRET = "simulator"  # noqa: S105  refused in production wherever real mail goes out


class ProviderSettings(SettingsSection):
    """`prefix` is the provider's name and an underscore."""

    title: ClassVar[str]
    """What people call it."""

    def unset(self) -> list[str]:
        """Variables that keep real mail from going out as they are, for whoever sets a sender up. None of them is
        shown with its value."""
        return []

    @property
    def endpoint(self) -> tuple[str, int] | None:
        """Host and port to which mail is handed; None where it stays on this machine."""
        return None

    @property
    def leaves_this_machine(self) -> bool:
        return self.endpoint is not None and not is_loopback(self.endpoint[0])

    @property
    def has_simulator_key(self) -> bool:
        """Whether the key is still the simulator's, so that no real mail can go out."""
        return False


class HttpProviderSettings(ProviderSettings):
    """Of a provider that is called over HTTP, and that the simulator can play."""

    api_key_field: ClassVar[str] = "api_key"
    """Names what shows the provider who calls."""
    webhook_proof_field: ClassVar[str | None] = None
    """Names what the provider and Bilten share, by which webhooks are proven; None where they share nothing."""
    verification_key_field: ClassVar[str | None] = None
    """Names the public half of the provider's key, where webhooks are signed and it is a setting."""
    not_the_simulators: ClassVar[tuple[str, ...]] = ()
    """Fields that must be changed before mail really goes out."""
    your_own: ClassVar[tuple[str, ...]] = ()
    """Likewise, and they must not be empty either."""

    base_url: str = SIMULATOR_URL

    @field_validator("base_url")
    @classmethod
    def _takes_paths(cls, value: str) -> str:
        if not is_base_url(value):
            raise ValueError("a base URL such as https://api.example.com")
        return value.rstrip("/")

    @property
    def endpoint(self) -> tuple[str, int]:
        parts = urlsplit(self.base_url)
        return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)

    @property
    def has_simulator_key(self) -> bool:
        return self._is_default(self.api_key_field)

    def played_at(self, base_url: str) -> Self:
        """The same for the simulator at that address: its key takes the place of the real one."""
        key = type(self).model_fields[self.api_key_field].default
        return self.model_copy(update={"base_url": base_url, self.api_key_field: key})

    def shown_key(self) -> str:
        """What the provider sees of us, and the simulator has to expect."""
        return self.plain(self.api_key_field)

    def webhook_proof(self) -> str | None:
        """By which whoever plays the provider proves a webhook; None where nothing is shared, or it is not set."""
        return (self.plain(self.webhook_proof_field) or None) if self.webhook_proof_field else None

    def unset(self) -> list[str]:
        proofs = filter(None, (self.webhook_proof_field, self.verification_key_field))
        fields = dict.fromkeys((*self.not_the_simulators, *self.your_own, *proofs))
        missing = [field for field in fields if self._is_default(field) or not self.plain(field)]
        is_default_url = self.base_url == type(self).model_fields["base_url"].default
        return [self.variable(field) for field in (["base_url"] if is_default_url else []) + missing]

    def refuse_unsafe(self) -> None:
        if not self.leaves_this_machine:
            return
        if not self.base_url.startswith("https://"):
            raise ValueError(f"{self.variable('base_url')} must be https")
        for field in self.not_the_simulators:
            if self._is_default(field):
                raise ValueError(f"{self.variable(field)} is the simulator's")
        for field in self.your_own:
            if self._is_default(field) or not self.plain(field):
                raise ValueError(f"{self.variable(field)} must be your own")

    def _is_default(self, field: str) -> bool:
        return bool(getattr(self, field) == type(self).model_fields[field].default)
