"""Settings of the mailbox that bounces come to: BILTEN_BOUNCES_…"""

from typing import ClassVar, Literal

from pydantic import Field, SecretStr, field_validator

from core.loopback import is_loopback
from core.settings_section import SettingsSection


class BounceSettings(SettingsSection):
    prefix: ClassVar[str] = "bounces_"

    maildir: str = ""
    imap_host: str = ""
    imap_port: int = Field(default=993, ge=1, le=65535)
    imap_security: Literal["tls", "starttls", "none"] = "tls"
    imap_username: str = ""
    imap_password: SecretStr = SecretStr("")
    imap_folder: str = "INBOX"
    imap_done_folder: str = ""
    imap_ca_file: str = ""

    @field_validator("imap_folder", "imap_done_folder")
    @classmethod
    def _is_a_name(cls, value: str) -> str:
        if not value.isprintable() or '"' in value or "\\" in value:
            raise ValueError("the name of a folder, without quotes and backslashes")
        return value

    def refuse_unsafe(self) -> None:
        if self.imap_host and self.imap_security == "none" and not is_loopback(self.imap_host):
            raise ValueError(f"{self.variable('imap_security')}=none would send the password in the clear")
