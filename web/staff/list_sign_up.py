"""How people sign up for a list: where, what is offered there beside it, and forms for other sites."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from sqlmodel import Session

from campaigns.editorial.sign_up_form import SignUpFormEdit
from campaigns.editorial.stale_edit import sign_up_form_version
from campaigns.reporting.protected_readers import may_see_protected
from campaigns.settings import CampaignSettings
from core.public_urls import framed_sign_up_url, invitation_url, subscribe_url
from subscribers.frame_origins import split_origins
from subscribers.links import invitation_token
from subscribers.list_state import ListPurpose, takes
from subscribers.offered_lists import has_public_page, lists_to_offer, offered_lists, offered_topics
from subscribers.tables import MailingList
from web.http.app_context import AppContext
from web.http.form_data import ALSO, ASKED, HONEYPOT, SEEN, TOPIC
from web.staff.current_user import CurrentUser

OFFER = "offer-"
"""Begins the name of another list's box; its short name follows."""
ORIGINS = "frame-origins"
INVITATION_LIFETIME = timedelta(days=90)


def read_sign_up_form(form: Mapping[str, str]) -> SignUpFormEdit:
    offered = [field.removeprefix(OFFER) for field in form if field.startswith(OFFER)]
    return SignUpFormEdit(offered, split_origins(form.get(ORIGINS, "")), form.get(SEEN))


def sign_up_values(
    context: AppContext, session: Session, row: MailingList, current_user: CurrentUser
) -> dict[str, Any]:
    """What the panel shows."""
    offered = offered_lists(session, row)
    return {
        "has_public_page": has_public_page(row),
        "takes_sign_ups": takes(row, ListPurpose.SIGN_UP),
        "has_sign_up_sender": bool(CampaignSettings.of(context.settings).sign_up_sender),
        "sign_up_url": subscribe_url(context.settings, row.slug),
        "invitation": _invitation(context, current_user, row),
        "honeypot": HONEYPOT,
        "text_in": lambda code: partial(context.pages.texts.text, code),
        "offer": OFFER,
        "offered": offered,
        "to_offer": lists_to_offer(session, row),
        "sign_up_now": {
            **{f"{OFFER}{other.slug}": "yes" for other in offered},
            ORIGINS: "\n".join(row.frame_origins),
        },
        "sign_up_seen": sign_up_form_version([other.slug for other in offered], row.frame_origins),
        "origins": ORIGINS,
        "framed_url": partial(framed_sign_up_url, context.settings, row.slug),
        "topics_on_form": offered_topics(session, [row, *offered]),
        "prefixes": {"also": ALSO, "topic": TOPIC, "asked": ASKED},
    }


def _invitation(context: AppContext, current_user: CurrentUser, row: MailingList) -> str | None:
    """Where a protected list's sign-up page is, for whoever may see who is on it."""
    if not row.is_protected or not may_see_protected(current_user.principal):
        return None
    until = context.clock.now() + INVITATION_LIFETIME
    return invitation_url(context.settings, invitation_token(context.signer, list_slug=row.slug, expires_at=until))
