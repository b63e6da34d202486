"""Settings of SMTP: BILTEN_SMTP_…"""

import re
from ipaddress import ip_address
from typing import ClassVar, Literal

from pydantic import Field, SecretStr, field_validator

from delivery.providers.settings import ProviderSettings

_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?")


class Settings(ProviderSettings):
    prefix: ClassVar[str] = "smtp_"
    title: ClassVar[str] = "SMTP"

    host: str = "127.0.0.1"
    port: int = Field(default=1025, ge=1, le=65535)
    security: Literal["tls", "starttls", "none"] = "starttls"
    username: str = ""
    password: SecretStr = SecretStr("")
    ca_file: str = ""

    @field_validator("host")
    @classmethod
    def _host_alone(cls, value: str) -> str:
        host = value.strip()
        if not _NAME.fullmatch(host):
            try:
                ip_address(host)
            except ValueError as error:  # with a scheme or a port, nobody would ever answer there
                raise ValueError(
                    "a host such as mail.example.org, without smtp:// and without the port"
                ) from error
        return host

    @property
    def endpoint(self) -> tuple[str, int]:
        return self.host, self.port

    def unset(self) -> list[str]:
        fields = type(self).model_fields
        is_default = (self.host, self.port) == (fields["host"].default, fields["port"].default)
        return [self.variable("host"), self.variable("port")] if is_default else []

    def refuse_unsafe(self) -> None:
        if self.security == "none" and self.leaves_this_machine:
            raise ValueError(f"{self.variable('security')}=none would send passwords and addresses in the clear")
