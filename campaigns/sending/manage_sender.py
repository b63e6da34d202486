"""Set up a sender, and change who its mail is from: never under a campaign that was approved with what it was."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, or_, select

from campaigns.editorial.content_changes import record_changes
from campaigns.editorial.stale_edit import expect_seen, sender_version
from campaigns.review.standing_approval import set_up_anew
from campaigns.settings import CampaignSettings
from campaigns.status import FINAL, CampaignStatus
from campaigns.tables import Automation, Campaign
from core.errors import Conflict, InputRefused
from core.settings import Settings
from delivery.providers import known_providers
from delivery.senders.senders import (
    SenderDetails,
    SenderIdentityDetails,
    create_sender,
    get_sender,
    list_senders,
    rename_sender,
    set_identity,
)
from delivery.tables import Sender
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from templates.brand import PLACEHOLDER_NAMES

_AT_REST = FINAL | {CampaignStatus.DRAFT}


@dataclass(frozen=True, slots=True)
class SenderEdit:
    identity: SenderIdentityDetails
    name: str | None = None
    """For staff; None leaves it."""
    seen: str | None = None
    """The version that the person had before them (`campaigns.editorial.stale_edit`)."""


def add_sender(session: Session, details: SenderDetails, *, actor: Principal, now: datetime) -> Sender:
    """Its provider's key and address are settings. Raises NotAllowed; InputRefused for what its mails cannot
    carry; Conflict for a name that is taken."""
    require(actor, Permission.MANAGE_SENDERS)
    sender = create_sender(session, details, now=now, known_providers=known_providers())
    subject = f"sender:{sender.id}"
    audit.record(
        session, actor=actor.name, action="sender.created", subject=subject, now=now, provider=sender.provider
    )
    return sender


def change_sender(
    session: Session, sender_id: int, edit: SenderEdit, *, actor: Principal, settings: Settings, now: datetime
) -> Sender:
    """From the next draft on. Whoever changes it has a hand in every draft that it carries (ADR 38), and
    automations that send through it need everybody's approval anew. Its name for staff is in no mail: a new one
    has none of these consequences, and is there at once for whatever the sender carries.

    Raises NotFound, NotAllowed, InputRefused for what its mails cannot carry; Conflict where it is no longer as it
    was seen, carries a campaign that has been submitted and is not over, or has a name that is taken or that the
    settings name.
    """
    require(actor, Permission.MANAGE_SENDERS)
    sender = get_sender(session, sender_id)
    session.refresh(sender, with_for_update=True)
    before, name = identity_of(sender), sender.name
    seen = sender_version(sender)
    set_identity(sender, edit.identity)
    after = identity_of(sender)
    is_renamed = edit.name is not None and edit.name.strip() != name
    expect_seen(edit.seen, seen, is_change=before != after or is_renamed)
    if edit.name is not None and is_renamed:
        _rename(session, sender, edit.name, actor=actor, settings=settings, now=now)
    if before == after:
        return sender
    _expect_no_campaign_under_way(session, sender)
    sender.identity_changed_at = now
    session.add(sender)
    record_changes(session, f"sender:{sender.id}", {"identity": (before, after)}, actor=actor.name, now=now)
    _set_up_automations_anew(session, sender, actor=actor, settings=settings, now=now)
    audit.record(session, actor=actor.name, action="sender.changed", subject=f"sender:{sender.id}", now=now)
    return sender


def name_unnamed_senders(
    session: Session, name: str, *, actor: Principal, settings: Settings, now: datetime
) -> None:
    """Those that came with the installation are called in From as the organisation is, once it has said how. One
    that carries a campaign under way stays, and so does each where the name cannot stand in From: a check says so.

    Raises NotAllowed.
    """
    require(actor, Permission.MANAGE_SENDERS)
    for sender in list_senders(session):
        is_unnamed = sender.from_name in PLACEHOLDER_NAMES.values()
        if not is_unnamed or _campaign_under_way(session, sender) is not None:
            continue
        with suppress(InputRefused):
            details = SenderIdentityDetails(name, sender.from_address, sender.reply_to)
            change_sender(session, sender.id, SenderEdit(details), actor=actor, settings=settings, now=now)


def _rename(
    session: Session, sender: Sender, name: str, *, actor: Principal, settings: Settings, now: datetime
) -> None:
    """Whoever named it in the settings would find no sender, and nobody who signs up would be asked."""
    own, before = CampaignSettings.of(settings), sender.name
    named = {"BILTEN_SIGN_UP_SENDER": own.sign_up_sender, "BILTEN_STAFF_SENDER": own.staff_sender}
    for variable, value in named.items():
        if value == before:
            raise Conflict("campaigns-sender-in-settings", sender=before, variable=variable)
    rename_sender(session, sender, name)
    detail = {"before": before, "name": sender.name}
    audit.record(
        session, actor=actor.name, action="sender.renamed", subject=f"sender:{sender.id}", now=now, **detail
    )


def identity_of(sender: Sender) -> list[str | None]:
    return [sender.from_name, sender.from_address, sender.reply_to]


def _expect_no_campaign_under_way(session: Session, sender: Sender) -> None:
    campaign = _campaign_under_way(session, sender)
    if campaign is not None:
        raise Conflict("campaigns-sender-campaign-under-way", sender=sender.name, name=campaign.name)


def _campaign_under_way(session: Session, sender: Sender) -> Campaign | None:
    is_carried = or_(col(Campaign.sender_id) == sender.id, col(Campaign.second_sender_id) == sender.id)
    under_way = (
        select(Campaign).where(is_carried, col(Campaign.status).not_in(_AT_REST)).order_by(col(Campaign.id))
    )
    return session.exec(under_way).first()


def _set_up_automations_anew(
    session: Session, sender: Sender, *, actor: Principal, settings: Settings, now: datetime
) -> None:
    sends = or_(col(Automation.sender_id) == sender.id, col(Automation.second_sender_id) == sender.id)
    required = CampaignSettings.of(settings).approvals_required
    for automation in session.exec(select(Automation).where(sends).order_by(col(Automation.id)).with_for_update()):
        set_up_anew(session, automation, actor=actor, required=required, now=now)
        session.add(automation)
