"""The page of one's own second factors: passkeys, an app, recovery codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import segno
from fastapi import Request, Response
from markupsafe import Markup

from core.errors import BiltenError, Conflict
from core.settings import Settings
from staff.own_second_factor import AccountTerms
from staff.passkey_site import host_of, passkey_site
from staff.second_factor import open_secret, seal_secret, second_factor_state
from staff.tables import Passkey, User
from staff.totp import address_for_app, new_secret
from web.http.app_context import AppContext
from web.staff.carried_form import CARRIED, read_carried
from web.staff.current_user import CurrentUser, staff_page
from web.staff.fresh_proof import is_stale
from web.staff.proof_fields import proof_view
from web.staff.return_path import NEW_PASSKEY_QUESTION, PROOF_QUESTION

DONE = frozenset({"removed", "passkey-removed", "app-removed", "passkey-added", "app-added", "proved"})


@dataclass(frozen=True, slots=True)
class OfferedKey:
    """For an app: a new one, or that which the form had before. Nothing of it is kept here: it stands in the form,
    encrypted, and comes back with the code."""

    secret: str
    sealed: str
    picture: Markup


def terms_of(settings: Settings) -> AccountTerms:
    return AccountTerms(settings.secret_key.get_secret_value(), settings.session_lifetime)


def second_factor_page(
    request: Request,
    context: AppContext,
    current_user: CurrentUser,
    form: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
    done: str = "",
) -> Response:
    """`form`: what was sent, where that was refused."""
    settings, user = context.settings, current_user.user
    if refused is not None:
        request.state.refusal = refused.code
    with context.database.read() as session:
        state = second_factor_state(session, user.id)
    return staff_page(
        context,
        current_user,
        "staff/second_factor",
        status=refused.http_status if refused else 200,
        section="account",
        state=state,
        choices=proof_view(state, settings, question=PROOF_QUESTION),
        why_no_passkeys=why_no_passkeys(settings),
        old_host=lambda passkey: old_host(passkey, settings),
        new_passkey_question=NEW_PASSKEY_QUESTION,
        passkey_name=form.get("name", ""),
        key=None if state.app_since else _offered_key(settings, user, form),
        is_stale=is_stale(current_user, context),
        must_set_up=current_user.must_set_up(settings),
        done=done if done in DONE else "",
        carried=read_carried(form.get(CARRIED, "")),
        refused=refused,
    )


def why_no_passkeys(settings: Settings) -> BiltenError | None:
    try:
        passkey_site(settings.public_url)
    except Conflict as reason:
        return reason
    return None


def old_host(passkey: Passkey, settings: Settings) -> str:
    """Where it works, if that is not here: the program has moved since it was made."""
    return passkey.host if passkey.host != host_of(settings.public_url) else ""


def _offered_key(settings: Settings, user: User, form: Mapping[str, str]) -> OfferedKey:
    secret_key = terms_of(settings).secret_key
    offered = open_secret(form.get("key", ""), user.id, secret_key=secret_key) or new_secret()
    host = urlsplit(settings.public_url).hostname or ""
    address = address_for_app(offered, account=user.address, issuer=f"Bilten {host}")
    return OfferedKey(
        " ".join(offered[at : at + 4] for at in range(0, len(offered), 4)),
        seal_secret(offered, user.id, secret_key=secret_key),
        picture_of(address),
    )


def picture_of(text: str) -> Markup:
    """A QR code (ISO/IEC 18004), light and dark the same in either theme, because cameras expect it so."""
    drawn = segno.make(text, error="m", micro=False).svg_inline(
        light="#fff", border=4, omitsize=True, svgclass="qr", lineclass=None
    )
    return Markup(drawn)  # noqa: S704  drawn from squares; nothing of the text stands in it
