"""Health of accounts: who has no second factor, and whose role needs one, whose cannot be read or was made for
another host, and whose password is old; and of single sign-on, whether the identity provider answers."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, not_, select

from core.enum_set import has_any
from core.errors import Param, Unavailable
from core.outbound import FetchFailed, Trouble
from core.public_urls import single_sign_on_back_url
from scheduler.health.context import HealthContext
from scheduler.health.health_check import HealthCheck, Level
from staff.oidc_identity import OidcIdentity
from staff.oidc_provider import OidcProvider
from staff.oidc_settings import OidcSettings
from staff.passkey_site import host_of
from staff.second_factor import open_secret
from staff.settings import SecondFactorSettings
from staff.tables import Passkey, SecondFactor, User

OLD_PASSWORD = timedelta(days=3 * 365)
"""Nobody has to change a good one (NIST SP 800-63B, 5.1.1.2); but in years it may have been stolen."""
NAMED = 10
"""So many people are named; the number says how many there are."""


def check_accounts(context: HealthContext) -> Iterator[HealthCheck]:
    roles = SecondFactorSettings.of(context.settings).required_roles
    oidc = OidcSettings.of(context.settings)
    secret_key = context.settings.secret_key.get_secret_value()
    host = host_of(context.settings.public_url)
    needs_one, elsewhere = has_any(col(User.roles), roles), oidc.issuer if oidc.second_factor else ""
    with context.database.read() as session:
        findings = (
            ("second-factor-none", _without(session, needs_one, elsewhere)),
            ("second-factor-unreadable", _unreadable(session, secret_key)),
            ("passkeys-elsewhere", with_passkeys_elsewhere(session, host)),
            ("password-old", () if oidc.is_only else _with_old_password(session, now=context.clock.now())),
        )
        free = _without(session, not_(needs_one), elsewhere)
    for code, names in findings:
        if names:
            yield _check(Level.WARNING, code, names, host)
    if free:
        yield _check(Level.GOOD, "second-factor-optional", free, host)


def _check(level: Level, code: str, names: Sequence[str], host: str) -> HealthCheck:
    params: dict[str, Param] = {"people": len(names), "names": ", ".join(names[:NAMED]), "host": host}
    return HealthCheck(level, f"scheduler-health-{code}", params)


def _without(session: Session, whose: ColumnElement[bool], elsewhere: str) -> Sequence[str]:
    """Any second factor, of those who may sign in. `elsewhere`: an identity provider that demands one of whoever
    signs in there."""
    has_none = (
        col(User.id).not_in(select(SecondFactor.user_id)),
        col(User.id).not_in(select(Passkey.user_id)),
        col(User.id).not_in(select(OidcIdentity.user_id).where(OidcIdentity.issuer == elsewhere)),
    )
    which = (whose, col(User.disabled_at).is_(None), *has_none)
    return session.exec(select(User.name).where(*which).order_by(User.name, col(User.id))).all()


def _unreadable(session: Session, secret_key: str) -> Sequence[str]:
    """Set up with another secret key: no code of theirs can be right."""
    rows = select(User.name, SecondFactor).join(User, col(User.id) == SecondFactor.user_id)
    return [
        name
        for name, factor in session.exec(rows.order_by(User.name, col(User.id)))
        if open_secret(factor.sealed_secret, factor.user_id, secret_key=secret_key) is None
    ]


def with_passkeys_elsewhere(session: Session, host: str) -> Sequence[str]:
    """Made before the program had this host; they do not work here."""
    elsewhere = col(User.id).in_(select(Passkey.user_id).where(Passkey.host != host))
    which = (elsewhere, col(User.disabled_at).is_(None))
    return session.exec(select(User.name).where(*which).order_by(User.name, col(User.id))).all()


def _with_old_password(session: Session, *, now: datetime) -> Sequence[str]:
    is_old = (col(User.password_changed_at) < now - OLD_PASSWORD, col(User.disabled_at).is_(None))
    return session.exec(select(User.name).where(*is_old).order_by(User.name, col(User.id))).all()


def check_single_sign_on(context: HealthContext) -> Iterator[HealthCheck]:
    oidc = OidcSettings.of(context.settings)
    if not oidc.is_on:
        return
    params: dict[str, Param] = {
        "issuer": oidc.issuer,
        "redirect": single_sign_on_back_url(context.settings),
    }
    yield _reach(context, oidc, params)
    needs_factor = bool(SecondFactorSettings.of(context.settings).required_roles)
    if oidc.only and needs_factor and not oidc.second_factor:
        yield HealthCheck(Level.WARNING, "scheduler-health-oidc-no-factor", params)


def _why_away(cause: BaseException | None) -> str:
    """The key of its text."""
    match cause:
        case FetchFailed(trouble=Trouble.ADDRESS_INNER):
            return "scheduler-health-oidc-inside"
        case FetchFailed(trouble=Trouble.NOT_TRUSTED):
            return "scheduler-health-oidc-not-trusted"
        case OSError():
            return "scheduler-health-oidc-ca-file"
    return "scheduler-health-oidc-away"


def _reach(context: HealthContext, oidc: OidcSettings, params: dict[str, Param]) -> HealthCheck:
    """The keys, too: without them, no answer could be believed."""
    if not context.settings.may_ask_outside:
        return HealthCheck(Level.GOOD, "scheduler-health-oidc-unasked", params)
    try:
        OidcProvider(oidc).keys(now=context.clock.now())
    except Unavailable as away:
        return HealthCheck(Level.WARNING, _why_away(away.__cause__), {**params, "file": oidc.ca_file})
    return HealthCheck(Level.GOOD, "scheduler-health-oidc", params)
