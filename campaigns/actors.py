"""Who does something, as use cases and the audit log see them."""

from dataclasses import dataclass

from staff import roles
from staff.tables import Role, User


@dataclass(frozen=True, slots=True)
class Actor:
    name: str
    """As in the audit log: `user:<id>`, `cli`, `scheduler`, `automation:<id>`."""
    user_id: int | None = None
    role: Role | None = None
    """None for the program itself and for whoever has the machine's shell: nobody below them to be kept out by."""
    sees_protected_readers: bool = False
    """By name, whatever the role."""


CLI = Actor("cli")


def staff_actor(user: User) -> Actor:
    return Actor(f"user:{user.id}", user.id, user.role, user.sees_protected_readers)


def automation_actor(automation_id: int) -> Actor:
    return Actor(f"automation:{automation_id}")


def require(actor: Actor, permission: roles.Permission) -> None:
    """Raises NotAllowed where the actor's role does not reach that far."""
    if actor.role is not None:
        roles.require(actor.role, permission)
