"""The steps after the first administrator: who the organisation is, a first list, a sender (ADR 61).

Each is an ordinary change of an administrator's, also possible under Settings, and can be left out.
"""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.editorial.change_brand import change_brand
from campaigns.editorial.manage_list import ListDetails, add_list, change_list, is_deletable
from campaigns.sending.manage_sender import name_unnamed_senders
from core.errors import BiltenError, Conflict, InputRefused
from core.languages import STAFF_LANGUAGES
from delivery.providers import known_providers
from delivery.senders.senders import list_senders
from news.prepare_assets import put_logo
from staff.principal import require
from staff.roles import Permission
from subscribers.lists import list_lists
from subscribers.tables import MailingList
from templates.brand import PLACEHOLDER_WEBSITE, get_brand
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.campaign_list import mail_is_off
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, StaffStream, staff_page
from web.staff.lists import suggested_slug
from web.staff.sender_list import provider_card, provider_title, stays_here

BRAND, LIST, SENDER = "/first-steps/brand", "/first-steps/list", "/first-steps/sender"
STEPS = {"brand": 2, "list": 3, "sender": 4}
"""The first is the administrator's own (`web.staff.set_up`)."""
INITIAL_NAME = "web-first-list-name"
"""The text that names the list of `bilten init` (`cli-init-list-name` is the same; a test holds them together)."""
FIELDS = ("name", "postal_address", "website")

router = pages_router()


@router.api_route(BRAND, methods=READING)
def show_brand(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.MANAGE_BRAND)
    with context.database.read() as session:
        brand = get_brand(session)
    is_named = brand is not None and brand.website != PLACEHOLDER_WEBSITE
    values = {field: getattr(brand, field) for field in FIELDS} if is_named else {}
    return _step(context, current_user, "brand", values)


@router.post(BRAND)
def save_brand(request: Request, context: Context, current_user: SignedIn, upload: StaffStream) -> Response:
    # Before anything is kept: what is stored can be read by everybody.
    require(current_user.principal, Permission.MANAGE_BRAND)
    actor, now = current_user.principal, context.clock.now()
    changes: dict[str, Any] = {field: upload.fields.get(field, "").replace("\r\n", "\n") for field in FIELDS}
    try:
        if "logo" in upload.files:
            changes["logo_sha256"] = put_logo(context.assets, upload.read("logo"))
        with context.database.write() as session:
            change_brand(session, changes, actor=actor, now=now)
            if actor.may(Permission.MANAGE_SENDERS):
                name = changes["name"].strip()
                name_unnamed_senders(session, name, actor=actor, settings=context.settings, now=now)
    except InputRefused as refused:
        request.state.refusal = refused.code
        return _step(context, current_user, "brand", upload.fields, refused=refused)
    return RedirectResponse(LIST, status_code=303)


@router.api_route(LIST, methods=READING)
def show_list(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    with context.database.read() as session:
        unused = _unused_list(session)
    return _step(context, current_user, "list", {"name": _proposed(context, current_user, unused)})


@router.post(LIST)
def save_list(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    actor, now, details = current_user.principal, context.clock.now(), ListDetails(form.get("name", ""))
    try:
        with context.database.write() as session:
            unused = _unused_list(session)
            if unused is not None:
                change_list(session, unused.slug, details, actor=actor, now=now)
            else:
                add_list(session, suggested_slug(details), details, actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _step(context, current_user, "list", form, refused=refused)
    return RedirectResponse(SENDER, status_code=303)


@router.api_route(SENDER, methods=READING)
def show_sender(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.MANAGE_SENDERS)
    with context.database.read() as session:
        senders = [
            (
                sender,
                provider_title(sender.provider, context.settings),
                stays_here(sender.provider, context.settings),
            )
            for sender in list_senders(session)
        ]
    cards = [provider_card(name, context.settings) for name in known_providers()]
    return _step(
        context,
        current_user,
        "sender",
        {},
        providers=cards,
        senders=senders,
        mail_is_off=mail_is_off(context, current_user),
    )


def _proposed(context: AppContext, current_user: CurrentUser, unused: MailingList | None) -> str:
    """The name that it has; one that `bilten init` gave it in whatever language, in that of the page."""
    text = context.pages.texts.text
    if unused is None:
        return ""
    names = {text(language, INITIAL_NAME) for language in STAFF_LANGUAGES}
    return text(current_user.user.language, INITIAL_NAME) if unused.name in names else unused.name


def _unused_list(session: Session) -> MailingList | None:
    """The one that `bilten init` made, while nobody has used it."""
    lists = list_lists(session)
    return lists[0] if len(lists) == 1 and is_deletable(session, lists[0]) else None


def _step(
    context: AppContext,
    current_user: CurrentUser,
    name: str,
    values: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
    **more: Any,
) -> Response:
    return staff_page(
        context,
        current_user,
        f"staff/first_{name}",
        status=refused.http_status if refused else 200,
        section="settings",
        step=STEPS[name],
        values=values,
        refused=refused,
        **more,
    )
