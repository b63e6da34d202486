"""The senders, how each of them fares; and a new one: its provider by its card, then who its email is from."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.reporting.attention_item import AttentionItem
from campaigns.reporting.sender_needs import sender_needs
from campaigns.sending.manage_sender import add_sender
from core.errors import BiltenError, Conflict, InputRefused, NotFound
from core.settings import Settings
from delivery.providers import PROVIDERS, capabilities_of, known_providers, settings_of
from delivery.senders.senders import SenderDetails, list_senders
from delivery.tables import Sender
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page

router = pages_router()


@dataclass(frozen=True, slots=True)
class ProviderView:
    name: str
    title: str
    carries_campaigns: bool
    leaves_this_machine: bool
    unset: list[str]
    """Variables that somebody has to set on the server before real mail goes out."""


@dataclass(frozen=True, slots=True)
class SenderRow:
    row: Sender
    provider_title: str
    needs: list[AttentionItem]


def provider_card(name: str, settings: Settings) -> ProviderView:
    """Raises NotFound."""
    can, own = capabilities_of(name), settings_of(name, settings)
    return ProviderView(name, own.title, can.carries_campaigns, can.leaves_this_machine, own.unset())


def provider_title(name: str, settings: Settings) -> str:
    """Of one that this version does not know, its name."""
    return settings_of(name, settings).title if name in PROVIDERS else name


def stays_here(name: str, settings: Settings) -> bool:
    """Whether what such a sender carries reaches nobody: a file takes it, or the simulator does."""
    return name in PROVIDERS and not settings_of(name, settings).leaves_this_machine


@router.api_route("/senders", methods=READING)
def show_senders(context: Context, current_user: SignedIn) -> Response:
    now, settings = context.clock.now(), context.settings
    with context.database.read() as session:
        senders = list_senders(session)
        needs = list(sender_needs(session, now=now, zone=settings.time_zone))
    return staff_page(
        context,
        current_user,
        "staff/senders",
        section="settings",
        senders=[
            SenderRow(
                sender,
                provider_title(sender.provider, settings),
                [need for need in needs if need.params.get("name") == sender.name],
            )
            for sender in senders
        ],
    )


@router.api_route("/new-sender", methods=READING)
def choose_provider(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.MANAGE_SENDERS)
    cards = [provider_card(name, context.settings) for name in known_providers()]
    return staff_page(context, current_user, "staff/sender_providers", section="settings", providers=cards)


@router.api_route("/new-sender/{provider}", methods=READING)
def show_new_sender(context: Context, current_user: SignedIn, provider: str) -> Response:
    require(current_user.principal, Permission.MANAGE_SENDERS)
    return _new_page(context, current_user, provider, {})


@router.post("/new-sender/{provider}")
def make_sender(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, provider: str
) -> Response:
    require(current_user.principal, Permission.MANAGE_SENDERS)
    try:
        with context.database.write() as session:
            details, now = read_sender(form, provider), context.clock.now()
            made = add_sender(session, details, actor=current_user.principal, now=now)
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _new_page(context, current_user, provider, form, refused=refused)
    return RedirectResponse(f"/senders/{made.id}?done=created", status_code=303)


def read_sender(form: Mapping[str, str], provider: str) -> SenderDetails:
    return SenderDetails(
        name=form.get("name", ""),
        provider=provider,
        from_name=form.get("from_name", ""),
        from_address=form.get("from_address", ""),
        reply_to=form.get("reply_to", ""),
    )


def _new_page(
    context: AppContext,
    current_user: CurrentUser,
    provider: str,
    form: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
) -> Response:
    if provider not in PROVIDERS:
        raise NotFound("delivery-provider-unknown", provider=provider[:40], known=", ".join(sorted(PROVIDERS)))
    return staff_page(
        context,
        current_user,
        "staff/sender_new",
        status=refused.http_status if refused else 200,
        section="settings",
        provider=provider_card(provider, context.settings),
        values=form,
        refused=refused,
    )
