"""One sender: how it fares, who its email is from, how many it may send, what its domain needs, its bounces."""

from dataclasses import dataclass
from datetime import datetime

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.editorial.stale_edit import StaleEdit, sender_version
from campaigns.reporting.attention_item import AttentionItem
from campaigns.reporting.sender_needs import sender_needs, shown
from campaigns.sending.limit_sender import limit_sender
from campaigns.sending.manage_sender import SenderEdit, change_sender
from campaigns.sending.set_bounces import mark_as_read, set_bounces
from core.errors import BiltenError, Conflict, InputRefused
from core.public_urls import webhook_url
from delivery.events.mails_for_people import MailForPeopleView, mails_for_people
from delivery.events.webhook_health import posts_reports, reads_bounces, webhook_health
from delivery.mailbox.bounce_mailbox import mailbox_health
from delivery.message.bounce_token import DELIMITERS
from delivery.providers import PROVIDERS
from delivery.senders.bounce_address import takes_bounce_address
from delivery.senders.dns_records import dns_records
from delivery.senders.rate import read_email_limit
from delivery.senders.sender_domain import DomainRemark
from delivery.senders.senders import get_sender
from delivery.tables import LimitInterval, Sender
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import SenderNumber
from web.staff.sender_complaints import ComplaintRow, complaint_rows
from web.staff.sender_list import provider_card, provider_title, read_sender

router = pages_router()


@dataclass(frozen=True, slots=True)
class MailboxView:
    source: str
    read_at: str | None
    failing_since: str | None
    problem: str


@dataclass(frozen=True, slots=True)
class MailRow:
    view: MailForPeopleView
    received_at: str


@dataclass(frozen=True, slots=True)
class ShownSender:
    row: Sender
    provider: str
    unset: list[str]
    """Variables that somebody has to set on the server before real mail goes out."""
    needs: list[AttentionItem]
    last_report: str | None
    """When its provider last reported something; empty: never; None: it reports nothing."""
    webhook: str | None
    """Where its provider posts, for whoever may manage senders: the address is a secret."""
    takes_bounces: bool
    mailboxes: list[MailboxView]
    mails: list[MailRow]
    """Those that came to its bounce address and are no bounces, for administrators alone: they name readers, of
    protected lists, too."""
    complaints: list[ComplaintRow]
    """The same of those that name no email of ours."""


@dataclass(frozen=True, slots=True)
class RefusedForm:
    refusal: BiltenError
    name: str
    """Of the form: the end of its address."""
    typed: dict[str, str]

    @property
    def is_stale(self) -> bool:
        return isinstance(self.refusal, StaleEdit)


@dataclass(frozen=True, slots=True)
class SenderTrialResult:
    """What came of a test email, or of a look at the domain."""

    is_sent: bool = False
    problem: str = ""
    """The provider's words."""
    remarks: tuple[DomainRemark, ...] | None = None


@router.api_route("/senders/{sender_id}", methods=READING)
def show_sender(request: Request, context: Context, current_user: SignedIn, sender_id: SenderNumber) -> Response:
    return sender_page(context, current_user, sender_id, done=request.query_params.get("done", ""))


@router.post("/senders/{sender_id}/details")
def set_details(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, sender_id: SenderNumber
) -> Response:
    require(current_user.principal, Permission.MANAGE_SENDERS)
    edit = SenderEdit(read_sender(form, "").identity, form.get("name", ""), form.get(SEEN))
    actor, now = current_user.principal, context.clock.now()
    try:
        with context.database.write() as session:
            change_sender(session, sender_id, edit, actor=actor, settings=context.settings, now=now)
    except (InputRefused, Conflict) as refused:
        refused_form = RefusedForm(refused, "details", dict(form))
        return _refused(request, context, current_user, sender_id, refused_form)
    return _saved(sender_id)


@router.post("/senders/{sender_id}/limit")
def set_limit(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, sender_id: SenderNumber
) -> Response:
    require(current_user.principal, Permission.MANAGE_SENDERS)
    try:
        limit = read_email_limit(form.get("emails", ""), form.get("period", ""))
    except InputRefused as refused:
        return _refused(request, context, current_user, sender_id, RefusedForm(refused, "limit", dict(form)))
    with context.database.write() as session:
        name = get_sender(session, sender_id).name
        limit_sender(session, name, limit, actor=current_user.principal, now=context.clock.now())
    return _saved(sender_id)


@router.post("/senders/{sender_id}/bounces")
def set_bounce_address(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, sender_id: SenderNumber
) -> Response:
    require(current_user.principal, Permission.MANAGE_SENDERS)
    address, delimiter = form.get("address", ""), form.get("delimiter", "")
    try:
        with context.database.write() as session:
            name = get_sender(session, sender_id).name
            set_bounces(session, name, address, delimiter, actor=current_user.principal, now=context.clock.now())
    except InputRefused as refused:
        return _refused(request, context, current_user, sender_id, RefusedForm(refused, "bounces", dict(form)))
    return _saved(sender_id)


@router.post("/senders/{sender_id}/mails/{receipt_id}/read")
def read_mail(
    context: Context, current_user: SignedIn, _form: StaffForm, sender_id: SenderNumber, receipt_id: int
) -> Response:
    with context.database.write() as session:
        mark_as_read(session, sender_id, receipt_id, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse(f"/senders/{sender_id}#mails", status_code=303)


def _saved(sender_id: int) -> Response:
    return RedirectResponse(f"/senders/{sender_id}?done=saved", status_code=303)


def _refused(
    request: Request, context: AppContext, current_user: CurrentUser, sender_id: int, refused: RefusedForm
) -> Response:
    request.state.refusal = refused.refusal.code
    return sender_page(context, current_user, sender_id, refused=refused)


def sender_page(
    context: AppContext,
    current_user: CurrentUser,
    sender_id: int,
    *,
    done: str = "",
    refused: RefusedForm | None = None,
    trial: SenderTrialResult | None = None,
) -> Response:
    """Raises NotFound."""
    with context.database.read() as session:
        shown_sender = _shown(session, context, current_user, get_sender(session, sender_id))
    return staff_page(
        context,
        current_user,
        "staff/sender",
        status=refused.refusal.http_status if refused else 200,
        section="settings",
        shown_sender=shown_sender,
        sender=shown_sender.row,
        seen=sender_version(shown_sender.row),
        records=dns_records(shown_sender.row),
        can_look_up=context.probes.dns is not None,
        periods=list(LimitInterval),
        delimiters=list(DELIMITERS),
        done=done if done in {"created", "saved"} else "",
        refused=refused,
        trial=trial,
    )


def _shown(session: Session, context: AppContext, current_user: CurrentUser, sender: Sender) -> ShownSender:
    now, settings = context.clock.now(), context.settings
    may_manage = current_user.may("manage_senders")
    reported = {health.sender.id: health for health in webhook_health(session, [sender], now=now)}
    is_known = sender.provider in PROVIDERS
    is_posted = may_manage and posts_reports(sender)
    return ShownSender(
        row=sender,
        provider=provider_title(sender.provider, settings),
        unset=provider_card(sender.provider, settings).unset if is_known else [],
        needs=[
            need
            for need in sender_needs(session, now=now, zone=settings.time_zone)
            if need.params.get("name") == sender.name
        ],
        last_report=_last(reported[sender.id].last_report_at, settings.time_zone) if reported else None,
        webhook=webhook_url(settings.public_url, sender.webhook_token) if is_posted else None,
        takes_bounces=takes_bounce_address(sender),
        mailboxes=_mailboxes(session, settings.time_zone) if reads_bounces(sender) else [],
        mails=_mails(session, sender.id, settings.time_zone) if may_manage else [],
        complaints=complaint_rows(session, sender.id, settings.time_zone) if may_manage else [],
    )


def _mailboxes(session: Session, zone: str) -> list[MailboxView]:
    return [
        MailboxView(
            health.source.value,
            shown(health.read_at, zone) if health.read_at else None,
            shown(health.failing_since, zone) if health.failing_since else None,
            health.detail,
        )
        for health in mailbox_health(session)
    ]


def _mails(session: Session, sender_id: int, zone: str) -> list[MailRow]:
    return [MailRow(view, shown(view.received_at, zone)) for view in mails_for_people(session, sender_id)]


def _last(moment: datetime | None, zone: str) -> str:
    return shown(moment, zone) if moment else ""
