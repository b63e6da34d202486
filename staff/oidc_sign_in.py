"""Single sign-on (OpenID Connect, relying party): somebody comes back from the identity provider (ADR 95).

What it answered is checked with no transaction open. Roles follow its claim at each sign-in, where there is one; a
second factor counts as given there only where the operator says that it is demanded there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from core.db import Database
from core.errors import BiltenError, Conflict, InputRefused, NotAllowed, TooManyAttempts
from core.invisible_signs import INVISIBLE_ALLOWED, without_invisible
from core.languages import STAFF_LANGUAGES
from core.throttle import whole_minutes
from staff import audit
from staff.colleagues import change_roles
from staff.oidc_answer import REFUSED, OidcAnswer, read_answer
from staff.oidc_identity import ProvenPart, account_of, expect_enabled, find_linked, link_account
from staff.oidc_provider import OidcProvider
from staff.oidc_request import OidcRequest
from staff.principal import IDENTITY_PROVIDER
from staff.roles import permissions_of
from staff.second_factor import has_second_factor
from staff.sessions import end_sessions, note_proof
from staff.sign_in import SecondFactorNeeded, SignInResult, account_key, let_user_in
from staff.sign_in_guard import SignInGuard
from staff.tables import Role, User
from staff.users import MAX_NAME_LENGTH, add_user, find_user, get_user, invited_user, role_names

_NOBODY = account_key("")
"""Whose failures those are that no account can be named for."""
_LEAST = frozenset({Role.VIEWER})
"""What an account has whose owner is given no role any more: there is none without."""


@dataclass(frozen=True, slots=True)
class OidcCredentials:
    """What somebody came back with."""

    asked: OidcRequest
    answer: OidcAnswer
    source: str
    """The network address that they came from."""
    language: str
    """For an account that is made."""
    device: str | None = None
    browser: str = ""


@dataclass(frozen=True, slots=True)
class OidcResult:
    """Whoever came, for those who are told of it."""

    user: User
    is_added: bool
    """The account was made just now."""
    is_raised: bool
    """They may more than before."""
    signed_in: SignInResult | None
    """None: their own second factor is asked for next."""


@dataclass(frozen=True)
class OidcContext:
    database: Database
    guard: SignInGuard
    provider: OidcProvider
    lifetime: timedelta
    ask_again: timedelta
    """So long a second factor counts."""
    tell: Callable[[Session, OidcResult], object]
    """In the transaction that lets them in."""


def sign_in_with_oidc(context: OidcContext, who: OidcCredentials, *, now: datetime) -> SignInResult:
    """Raises NotAllowed with the reason, which only whoever has proved at the provider who they are is told;
    TooManyAttempts, Unavailable; SecondFactorNeeded where one of their own is asked for next."""
    proven = _read(context, who, now=now)
    newcomer = _newcomer(context.database, proven, who.language, now=now)
    with context.database.write() as session:
        result = _let_in(session, context, proven, newcomer, who, now=now)
        if isinstance(result, OidcResult):
            context.tell(session, result)
    if isinstance(result, BiltenError):
        raise result
    context.guard.record_success(who.source, _NOBODY)
    if result.signed_in is None:
        raise SecondFactorNeeded(result.user)
    return result.signed_in


def prove_with_oidc(
    context: OidcContext, who: OidcCredentials, *, user_id: int, session_id: int, now: datetime
) -> None:
    """Step-up: whoever is signed in has proved again who they are. Raises NotAllowed, TooManyAttempts,
    Unavailable."""
    proven = _read(context, who, now=now)
    with context.database.write() as session:
        is_right = find_linked(session, proven.issuer, proven.subject) == user_id
        if is_right:
            note_proof(session, session_id, now=now)
        else:
            name = f"user:{user_id}"
            audit.record(session, actor=name, action="user.second_factor_refused", subject=name, now=now)
    if not is_right:
        context.guard.record_failure(who.source, _NOBODY, now=now)
        raise NotAllowed("staff-oidc-other-account")


def _read(context: OidcContext, who: OidcCredentials, *, now: datetime) -> ProvenPart:
    """Each code costs a call to the provider: so whoever makes them up waits, whatever cookies come along. Whoever
    presses Cancel there has made nothing up."""
    wait = context.guard.wait(who.source, _NOBODY, now=now)
    if wait is not None:
        raise TooManyAttempts("staff-sign-in-wait", minutes=whole_minutes(wait))
    try:
        return read_answer(context.provider, who.asked, who.answer, now=now)
    except NotAllowed as refused:
        if refused.code == REFUSED:
            context.guard.record_failure(who.source, _NOBODY, now=now)
        raise


def _newcomer(database: Database, proven: ProvenPart, language: str, *, now: datetime) -> User | None:
    """Whom an account is made for, with a password that nobody knows, whose hash takes its time; None where there
    is one, or nothing gives them a role."""
    with database.read() as session:
        is_known = find_linked(session, proven.issuer, proven.subject) is not None
        if is_known or not proven.roles or find_user(session, proven.email) is not None:
            return None
    if proven.has_unverified_address:
        return None
    name = without_invisible(" ".join(proven.name.split()))[:MAX_NAME_LENGTH]
    name = name if name.strip(INVISIBLE_ALLOWED) else proven.email.partition("@")[0]
    own = proven.language if proven.language in STAFF_LANGUAGES else language
    try:
        return invited_user(address=proven.email, name=name, roles=proven.roles, language=own, now=now)
    except InputRefused as error:
        raise NotAllowed("staff-oidc-no-address") from error


def _let_in(
    session: Session,
    context: OidcContext,
    proven: ProvenPart,
    newcomer: User | None,
    who: OidcCredentials,
    *,
    now: datetime,
) -> OidcResult | BiltenError:
    """What is refused is returned: its traces stay."""
    settings, is_raised = context.provider.settings, False
    try:
        user, is_added = account_of(session, proven, now=now), False
        if user is None:
            if newcomer is None:
                return NotAllowed("staff-oidc-unknown" if proven.roles is None else "staff-oidc-no-role")
            user, is_added = _add(session, newcomer, proven, now=now), True
        has_lost_all = proven.roles is not None and not proven.roles
        if has_lost_all and _take_roles(session, user, now=now):
            return NotAllowed("staff-oidc-no-role")
        if proven.roles and not is_added:
            is_raised = _follow_roles(session, user, proven.roles, now=now)
        # Locked last: whoever changes roles locks all administrators first (staff.colleagues).
        user = expect_enabled(get_user(session, user.id, is_locked=True))
    except NotAllowed as refused:
        return refused
    if not settings.second_factor and has_second_factor(session, user.id):
        return OidcResult(user, is_added, is_raised, None)
    at = _proved_at(proven, context, now=now) if settings.second_factor else None
    signed_in = let_user_in(session, user, who, now=now, lifetime=context.lifetime, proved_at=at)
    return OidcResult(user, is_added, is_raised, signed_in)


def _add(session: Session, newcomer: User, proven: ProvenPart, *, now: datetime) -> User:
    user = add_user(session, newcomer)
    held = role_names(user.roles)
    by, subject = IDENTITY_PROVIDER.name, f"user:{user.id}"
    audit.record(session, actor=by, action="user.added", subject=subject, now=now, roles=held)
    link_account(session, user, proven, now=now)
    return user


def _follow_roles(session: Session, user: User, roles: frozenset[Role], *, now: datetime) -> bool:
    """Whether they may more than before. The last administrator stays one."""
    before = permissions_of(user.roles)
    if user.roles == roles:
        return False
    try:
        change_roles(session, user.id, roles, actor=IDENTITY_PROVIDER, now=now)
    except Conflict:
        change_roles(session, user.id, roles | {Role.ADMIN}, actor=IDENTITY_PROVIDER, now=now)
    return not permissions_of(user.roles) <= before


def _take_roles(session: Session, user: User, *, now: datetime) -> bool:
    """Whoever has left, at the provider, is signed out here, too, and by a password of theirs would read reports
    and no more. False for the last administrator: of several who have left, the last one to come is that, because
    the others are none any more."""
    try:
        change_roles(session, user.id, _LEAST, actor=IDENTITY_PROVIDER, now=now)
    except Conflict:
        return False
    end_sessions(session, user.id)
    name = audit.actor_of(user)
    audit.record(session, actor=name, action="user.sign_in_refused", subject=name, now=now)
    return True


def _proved_at(proven: ProvenPart, context: OidcContext, *, now: datetime) -> datetime:
    """Where the provider does not say when, it may be long ago: then it is asked again before what is final."""
    at = proven.authenticated_at
    return now - context.ask_again if at is None else min(at, now)
