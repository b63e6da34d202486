"""Single sign-on by OpenID Connect: where people sign in, and what is believed of it (ADR 95)."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Self
from urllib.parse import urlsplit

from pydantic import SecretStr, field_validator, model_validator

from core.errors import NotAllowed
from core.loopback import is_base_url, is_loopback
from core.settings import Settings
from core.settings_section import SettingsSection
from staff.tables import Role

LONGEST_LABEL = 40


class OidcSettings(SettingsSection):
    prefix: ClassVar[str] = "oidc_"

    issuer: str = ""
    client_id: str = ""
    client_secret: SecretStr = SecretStr("")
    label: str = "OpenID Connect"
    scopes: str = "openid email profile"
    roles_claim: str = ""
    roles: str = ""
    second_factor: bool = False
    addresses_verified: bool = False
    only: bool = False
    internal: bool = False
    ca_file: str = ""

    @field_validator("issuer")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not (is_base_url(value) and (value.startswith("https://") or is_loopback(value))):
            raise ValueError(
                "an https address such as https://id.example.org, as the identity provider names itself"
            )
        return value

    @field_validator("label")
    @classmethod
    def _short(cls, value: str) -> str:
        if not value.strip() or len(value) > LONGEST_LABEL or not value.isprintable():
            raise ValueError(f"a name of at most {LONGEST_LABEL} characters, for the button")
        return value.strip()

    @field_validator("scopes")
    @classmethod
    def _asks_who_it_is(cls, value: str) -> str:
        if "openid" not in value.split():
            raise ValueError("words parted by blanks, with openid among them")
        return value

    @field_validator("roles")
    @classmethod
    def _pairs(cls, value: str) -> str:
        dict(_read_pairs(value))
        return value

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.issuer and not self.client_id:
            raise ValueError("BILTEN_OIDC_ISSUER needs BILTEN_OIDC_CLIENT_ID")
        if self.only and not self.issuer:
            raise ValueError("BILTEN_OIDC_ONLY needs BILTEN_OIDC_ISSUER, or nobody could sign in")
        if bool(self.roles_claim) != bool(self.roles.strip()):
            raise ValueError("BILTEN_OIDC_ROLES_CLAIM and BILTEN_OIDC_ROLES need each other")
        return self

    def refuse_unsafe(self) -> None:
        if self.issuer and urlsplit(self.issuer).scheme != "https":
            raise ValueError("BILTEN_OIDC_ISSUER must be https")

    @property
    def is_on(self) -> bool:
        return bool(self.issuer)

    @property
    def is_only(self) -> bool:
        """Accounts are closed to passwords, and to passkeys alone."""
        return self.is_on and self.only

    @property
    def roles_by_value(self) -> Mapping[str, frozenset[Role]]:
        """Which roles a value of the claim brings; empty where people are given roles here."""
        return dict(_read_pairs(self.roles))


def expect_local_accounts(settings: Settings) -> None:
    """Raises NotAllowed where people get in by single sign-on alone, so that passwords are good for nothing."""
    oidc = OidcSettings.of(settings)
    if oidc.is_only:
        raise NotAllowed("staff-local-accounts-closed", label=oidc.label)


def expect_invitations(settings: Settings) -> None:
    """Raises NotAllowed, with how else a colleague comes, where people get in by single sign-on alone."""
    oidc = OidcSettings.of(settings)
    if oidc.is_only:
        code = "staff-oidc-invite-by-role" if oidc.roles_claim else "staff-oidc-invite-by-command"
        raise NotAllowed(code, label=oidc.label)


def _read_pairs(text: str) -> Iterator[tuple[str, frozenset[Role]]]:
    """`value=role,role; value=role`; a value may contain `=` itself, as names in a directory do."""
    for pair in filter(None, map(str.strip, text.split(";"))):
        value, sign, names = pair.rpartition("=")
        roles = [name for part in names.split(",") if (name := part.strip())]
        if not (sign and value.strip() and roles) or any(name not in tuple(Role) for name in roles):
            raise ValueError(f"value=role,role; value=role, with roles of {', '.join(Role)}")
        yield value.strip(), frozenset(map(Role, roles))
