"""Who works here: add a person, find a person."""

import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import or_
from sqlmodel import Session, col, select

from core.addresses import AddressRefused, EmailAddress
from core.enum_set import has_any
from core.errors import Conflict, InputRefused, NotFound
from core.invisible_signs import INVISIBLE_ALLOWED, has_invisible
from core.languages import STAFF_LANGUAGES
from core.logging import get_logger
from staff.passwords import check_password, hash_password
from staff.roles import Permission, roles_with
from staff.tables import Role, User

MAX_NAME_LENGTH = 120
LATELY = timedelta(days=1)
"""So long somebody who was disabled, or had a role taken away, still counts where it matters who is there."""
ACTOR = "user:"
"""Begins the name of a person in the audit log."""


def new_user(
    *, address: str, name: str, roles: frozenset[Role], language: str, password: str, now: datetime
) -> User:
    """A person with their password hashed, not saved yet: hashing takes its time, and no transaction may be open.

    Raises InputRefused for what is wrong with the input.
    """
    parsed = _parse(address)
    name = check_name(name)
    check_roles(roles)
    check_language(language)
    check_password(password, address=parsed, name=name)
    return User(
        address=parsed.key,
        name=name,
        roles=roles,
        language=language,
        password_hash=hash_password(password),
        password_changed_at=now,
        created_at=now,
    )


def check_name(name: str) -> str:
    """On one line. Raises InputRefused."""
    name = " ".join(name.split())
    if not name.strip(INVISIBLE_ALLOWED) or len(name) > MAX_NAME_LENGTH:
        raise InputRefused("staff-name-refused", most=MAX_NAME_LENGTH)
    if has_invisible(name):
        raise InputRefused("staff-name-unreadable")
    return name


def check_roles(roles: frozenset[Role]) -> None:
    """Raises InputRefused where there is none: whoever is to do nothing is disabled."""
    if not roles:
        raise InputRefused("staff-roles-none")


def check_language(language: str) -> None:
    """Raises InputRefused where there are no pages in it."""
    if language not in STAFF_LANGUAGES:
        raise InputRefused("staff-language-refused", language=language, known=", ".join(STAFF_LANGUAGES))


def invited_user(*, address: str, name: str, roles: frozenset[Role], language: str, now: datetime) -> User:
    """Somebody who sets a password with a link (`staff.password_link`): until then theirs is one that nobody
    knows. Raises as `new_user` does."""
    nobodys = secrets.token_urlsafe(32)
    return new_user(address=address, name=name, roles=roles, language=language, password=nobodys, now=now)


def add_user(session: Session, user: User) -> User:
    """Saves who `new_user` made. Raises Conflict where the address is somebody's already."""
    if find_user(session, user.address) is not None:
        raise Conflict("staff-user-exists", address=user.address)
    session.add(user)
    session.flush()
    get_logger(__name__).info("user.added", user_id=user.id, roles=role_names(user.roles))
    return user


def get_user(session: Session, user_id: int, *, is_locked: bool = False) -> User:
    """`is_locked`: for the transaction that changes them. Raises NotFound."""
    user = session.get(User, user_id, with_for_update=is_locked or None, populate_existing=is_locked)
    if user is None:
        raise NotFound("staff-user-unknown", address=str(user_id))
    return user


def find_user(session: Session, address: str) -> User | None:
    """The user with that address, disabled ones included, deleted ones not; anything that is no address is
    nobody's."""
    try:
        key = EmailAddress.parse(address).key
    except AddressRefused:
        return None
    return session.exec(select(User).where(col(User.address) == key, col(User.deleted_at).is_(None))).one_or_none()


def user_by_address(session: Session, address: str) -> User:
    """The user whom a person named. Raises NotFound."""
    user = find_user(session, address)
    if user is None:
        raise NotFound("staff-user-unknown", address=address)
    return user


def who_may(session: Session, permission: Permission) -> list[User]:
    """Everybody who has a role that may, by name; who is disabled may nothing."""
    has_role = has_any(col(User.roles), roles_with(permission))
    query = select(User).where(has_role, col(User.disabled_at).is_(None)).order_by(User.name)
    return list(session.exec(query).all())


def who_could_lately(session: Session, permission: Permission, *, now: datetime) -> list[User]:
    """The same, with those who could within the last day: whoever disables a colleague for a moment is not alone
    here for that."""
    roles = roles_with(permission)
    may_now = has_any(col(User.roles), roles) & col(User.disabled_at).is_(None)
    could = has_any(col(User.former_roles), roles) & (col(User.former_until) > now - LATELY)
    return list(session.exec(select(User).where(or_(may_now, could)).order_by(User.name)).all())


def role_names(roles: Collection[Role]) -> str:
    """For logs, as commands take them: `author,sender`."""
    return ",".join(role.value for role in Role if role in roles)


def names_of_actors(session: Session, actors: Collection[str]) -> dict[str, str]:
    """What the people among these actors of the audit log are called."""
    ids = [int(actor.removeprefix(ACTOR)) for actor in actors if actor.startswith(ACTOR)]
    rows = session.exec(select(User.id, User.name).where(col(User.id).in_(ids))).all()
    return {f"{ACTOR}{user_id}": name for user_id, name in rows}


def _parse(address: str) -> EmailAddress:
    try:
        return EmailAddress.parse(address)
    except AddressRefused:
        raise InputRefused("staff-address-refused", address=address) from None
