"""Principal: who does something, and what they may do, as use cases and the audit log see them.

A person today, the operator or an automation; what comes to act otherwise (an API token) is one more kind, with
permissions of its own, and no use case has to know of it.
"""

from dataclasses import dataclass
from enum import StrEnum

from core.errors import NotAllowed
from staff.audit import actor_of
from staff.roles import Permission, permissions_of, roles_with
from staff.tables import User


class PrincipalKind(StrEnum):
    PERSON = "person"
    OPERATOR = "operator"
    """Whoever has the machine's shell, and with it the database: nothing could keep them out."""
    AUTOMATION = "automation"
    """The program itself, for an automation that somebody answers for."""
    IDENTITY_PROVIDER = "identity_provider"
    """Says who comes, and which roles they have (single sign-on)."""


@dataclass(frozen=True, slots=True)
class Principal:
    name: str
    """As in the audit log: `user:<id>`, `cli`, `automation:<id>`."""
    kind: PrincipalKind
    permissions: frozenset[Permission]
    user_id: int | None = None
    """Who that is, where it is a person: what only people can do asks for it."""

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions


_EVERYTHING = frozenset(Permission)
OPERATOR = Principal("cli", PrincipalKind.OPERATOR, _EVERYTHING)
IDENTITY_PROVIDER = Principal("oidc", PrincipalKind.IDENTITY_PROVIDER, frozenset({Permission.MANAGE_USERS}))


REFUSED_BY_ROLE = "staff-role-too-low"
"""What whoever may not do something is told; that they tried is in the audit log."""


def principal_of(user: User) -> Principal:
    """With the permissions of all their roles."""
    return Principal(actor_of(user), PrincipalKind.PERSON, permissions_of(user.roles), user.id)


def automation_principal(automation_id: int) -> Principal:
    return Principal(f"automation:{automation_id}", PrincipalKind.AUTOMATION, _EVERYTHING)


def require(principal: Principal, permission: Permission) -> None:
    """Raises NotAllowed, which names a role that may."""
    if not principal.may(permission):
        raise NotAllowed(REFUSED_BY_ROLE, needed=roles_with(permission)[0].value)
