"""Health of single sign-on: whether the identity provider answers, which address it has to know, and whether
everybody gets in who has to."""

from collections.abc import Iterator

from core.errors import Param, Unavailable
from core.public_urls import single_sign_on_back_url
from scheduler.health.context import HealthContext
from scheduler.health.health_check import HealthCheck, Level
from staff.oidc_provider import OidcProvider
from staff.oidc_settings import OidcSettings
from staff.settings import SecondFactorSettings


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


def _reach(context: HealthContext, oidc: OidcSettings, params: dict[str, Param]) -> HealthCheck:
    """The keys, too: without them, no answer could be believed."""
    if not context.settings.may_ask_outside:
        return HealthCheck(Level.GOOD, "scheduler-health-oidc-unasked", params)
    try:
        OidcProvider(oidc).keys(now=context.clock.now())
    except Unavailable:
        return HealthCheck(Level.WARNING, "scheduler-health-oidc-away", params)
    return HealthCheck(Level.GOOD, "scheduler-health-oidc", params)
