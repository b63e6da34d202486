"""Account management: who is invited, which roles they have, who is disabled, signed out, unlocked or deleted.

There is always an administrator who can sign in, however many change roles at once. What somebody could do until
lately is kept for a day, so that disabling a colleague for a moment changes nothing (`staff.users`).
"""

from datetime import datetime

from sqlmodel import Session, col, delete, select, update

from core.enum_set import has_any
from core.errors import Conflict
from staff import audit
from staff.let_in import forget_links
from staff.oidc_identity import forget_identities
from staff.password_link import LINK_LIFETIME, MadeLink, add_link, drop_link
from staff.principal import Principal, require
from staff.roles import Permission, permissions_of
from staff.second_factor import drop_second_factor
from staff.sessions import end_sessions
from staff.tables import KnownDevice, Role, User
from staff.users import LATELY, add_user, check_roles, get_user, role_names


def list_colleagues(session: Session) -> list[User]:
    """By name, those who are disabled last, without those who were deleted: an organisation has some dozens."""
    there = select(User).where(col(User.deleted_at).is_(None))
    return list(session.exec(there.order_by(col(User.disabled_at).is_not(None), User.name, col(User.id))))


def invite(session: Session, user: User, *, actor: Principal, now: datetime) -> MadeLink:
    """Saves who `staff.users.invited_user` made, with a link for their first password. Raises NotAllowed; Conflict
    where the address is somebody's already."""
    require(actor, Permission.MANAGE_USERS)
    made = add_user(session, user)
    held = role_names(made.roles)
    audit.record(session, actor=actor.name, action="user.added", subject=f"user:{made.id}", now=now, roles=held)
    return add_link(session, made, made_by=actor.name, is_first=True, lifetime=LINK_LIFETIME, now=now)


def change_roles(
    session: Session, user_id: int, roles: frozenset[Role], *, actor: Principal, now: datetime
) -> User:
    """They are signed out everywhere, and sign in again with these. Raises NotFound, NotAllowed, InputRefused for
    none at all; Conflict for oneself and where they are the last administrator."""
    user = _other(session, user_id, actor)
    check_roles(roles)
    if user.roles == roles:
        return user
    if Role.ADMIN not in roles:
        _expect_another_administrator(session, user)
    before = user.roles
    if before - roles:
        _keep_former(user, now=now)
    user.roles = roles
    session.add(user)
    end_sessions(session, user_id)
    detail = {"before": role_names(before), "roles": role_names(roles)}
    audit.record(
        session, actor=actor.name, action="user.role_changed", subject=f"user:{user_id}", now=now, **detail
    )
    return user


def disable(session: Session, user_id: int, *, actor: Principal, now: datetime) -> User:
    """They are signed out everywhere and cannot sign in; what they did stays theirs. Raises as `change_roles`."""
    user = _other(session, user_id, actor)
    if user.disabled_at is not None:
        return user
    _expect_another_administrator(session, user)
    _keep_former(user, now=now)
    user.disabled_at = now
    session.add(user)
    forget_links(session, user_id)
    drop_link(session, user_id)
    end_sessions(session, user_id)
    audit.record(session, actor=actor.name, action="user.disabled", subject=f"user:{user_id}", now=now)
    return user


def enable(session: Session, user_id: int, *, actor: Principal, now: datetime) -> User:
    """With the roles and password that they had. Raises NotFound, NotAllowed; Conflict if they were deleted."""
    require(actor, Permission.MANAGE_USERS)
    user = get_user(session, user_id, is_locked=True)
    _expect_not_deleted(user)
    if user.disabled_at is not None:
        user.disabled_at = None
        session.add(user)
        audit.record(session, actor=actor.name, action="user.enabled", subject=f"user:{user_id}", now=now)
    return user


def sign_out_everywhere(session: Session, user_id: int, *, actor: Principal, now: datetime) -> User:
    """A computer was lost, or somebody forgot to sign out. Raises NotFound, NotAllowed."""
    require(actor, Permission.MANAGE_USERS)
    user = get_user(session, user_id, is_locked=True)
    end_sessions(session, user_id)
    audit.record(session, actor=actor.name, action="user.signed_out", subject=f"user:{user_id}", now=now)
    return user


def unlock(session: Session, user_id: int, *, actor: Principal, now: datetime) -> User:
    """Forgets the wrong passwords that shut the account, and the devices that it knows. Raises NotFound,
    NotAllowed."""
    require(actor, Permission.MANAGE_USERS)
    user = get_user(session, user_id, is_locked=True)
    user.failed_count, user.locked_until = 0, None
    session.add(user)
    devices = update(KnownDevice).where(col(KnownDevice.user_id) == user_id)
    session.exec(devices.values(failed_count=0, locked_until=None))
    audit.record(session, actor=actor.name, action="user.unlocked", subject=f"user:{user_id}", now=now)
    return user


def delete_account(session: Session, user_id: int, *, actor: Principal, now: datetime) -> User:
    """Erases what is known of them but the name, by which history calls them, and disables them for good: what
    they wrote and approved stays. Their emails are for `campaigns.staff_mail.delete_colleague`. Raises as
    `disable`; Conflict, too, if they were deleted already."""
    user = disable(session, user_id, actor=actor, now=now)
    session.exec(delete(KnownDevice).where(col(KnownDevice.user_id) == user_id))
    drop_second_factor(session, user_id)
    forget_identities(session, user_id)
    user.address, user.password_hash = f"{user_id}@deleted.invalid", ""
    user.password_link_of = None
    user.failed_count, user.locked_until = 0, None
    user.deleted_at = now
    session.add(user)
    audit.record(session, actor=actor.name, action="user.deleted", subject=f"user:{user_id}", now=now)
    return user


def _other(session: Session, user_id: int, actor: Principal) -> User:
    require(actor, Permission.MANAGE_USERS)
    # All administrators first, always in the same order: of two who demote each other at once, one waits.
    administrators = (
        select(User.id).where(has_any(col(User.roles), [Role.ADMIN])).order_by(col(User.id)).with_for_update()
    )
    session.exec(administrators).all()
    user = get_user(session, user_id, is_locked=True)
    if user.id == actor.user_id:
        raise Conflict("staff-user-oneself")
    _expect_not_deleted(user)
    return user


def _expect_not_deleted(user: User) -> None:
    if user.deleted_at is not None:
        raise Conflict("staff-user-deleted", name=user.name)


def _expect_another_administrator(session: Session, user: User) -> None:
    is_there = (has_any(col(User.roles), [Role.ADMIN]), col(User.disabled_at).is_(None), col(User.id) != user.id)
    if Role.ADMIN in user.roles and session.exec(select(User.id).where(*is_there).limit(1)).first() is None:
        raise Conflict("staff-user-last-administrator", name=user.name)


def _keep_former(user: User, *, now: datetime) -> None:
    """All of a day, until the last moment at which they could approve: whoever is taken down step by step could do
    most at its beginning."""
    is_recent = user.former_until is not None and user.former_until > now - LATELY
    kept = (user.former_roles or frozenset()) if is_recent else frozenset()
    may_approve = Permission.APPROVE in permissions_of(user.roles)
    if user.disabled_at is None and (may_approve or not kept):
        user.former_roles, user.former_until = kept | user.roles, now
