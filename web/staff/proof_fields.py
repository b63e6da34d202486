"""The fields in which somebody gives their second factor: a code, a recovery code, a passkey's answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request

from core.errors import Conflict
from core.settings import Settings
from staff.passkey_site import PasskeySite, host_of, passkey_site
from staff.second_factor import SecondFactorState
from staff.try_code import CodeAttempt
from staff.try_passkey import PasskeyAttempt
from web.http.app_context import AppContext
from web.http.client_source import source_of
from web.staff.browser_name import browser_name

_CODES = ("second_factor_code", "second_factor_recovery_code")
_PASSKEY = "second_factor_passkey"
ELSEWHERE = "second_factor_elsewhere"
"""They say that they have proved it at the identity provider, in another tab; this session knows."""
PROOF_FIELDS = (*_CODES, _PASSKEY, ELSEWHERE)


@dataclass(frozen=True, slots=True)
class ProofView:
    """What somebody can give, for the page that asks."""

    has_app: bool
    has_passkeys: bool
    """That work here."""
    other_hosts: str
    """Those of passkeys that do not."""
    question: str
    """Where the browser gets what a passkey is to sign."""
    codes_left: int = 0

    @property
    def is_any(self) -> bool:
        return self.has_app or self.has_passkeys or bool(self.other_hosts) or self.codes_left > 0


def proof_view(state: SecondFactorState, settings: Settings, *, question: str) -> ProofView:
    here, site = host_of(settings.public_url), site_of(settings)
    hosts = {passkey.host for passkey in state.passkeys}
    others = ", ".join(sorted(hosts - {here}))
    return ProofView(
        state.app_since is not None, site is not None and here in hosts, others, question, state.codes_left
    )


def has_proof(form: Mapping[str, str]) -> bool:
    return any(form.get(name, "").strip() for name in PROOF_FIELDS)


def has_code(form: Mapping[str, str]) -> bool:
    """Or a passkey's answer."""
    return any(form.get(name, "").strip() for name in (*_CODES, _PASSKEY))


def typed_attempt(
    request: Request,
    context: AppContext,
    form: Mapping[str, str],
    user_id: int,
    *,
    holder: str,
    device: str | None,
) -> CodeAttempt:
    """`holder`: the cookie that a passkey's challenge is bound to. A code that was typed counts first."""
    code = next((code for name in _CODES if (code := form.get(name, "").strip())), "")
    answer, site = form.get(_PASSKEY, ""), site_of(context.settings)
    passkey = PasskeyAttempt(answer, holder, site) if answer and site and not code else None
    browser = browser_name(request.headers.get("user-agent", ""))
    return CodeAttempt(user_id, code, source_of(request), device, browser, passkey)


def site_of(settings: Settings) -> PasskeySite | None:
    """None where there can be no passkeys."""
    try:
        return passkey_site(settings.public_url)
    except Conflict:
        return None
