"""Whom email to staff goes through, and what is to be done where nobody takes it."""

from sqlmodel import Session

from campaigns.settings import CampaignSettings
from core.errors import Refusal
from core.settings import Settings
from delivery.senders.senders import find_sender
from delivery.tables import Sender


def staff_sender(session: Session, settings: Settings) -> Sender | None:
    """None where none is named, or there is no such sender."""
    name = CampaignSettings.of(settings).system_sender
    return find_sender(session, name) if name else None


def no_staff_sender_reason(session: Session, settings: Settings) -> Refusal | None:
    """Why staff get no email now, in a text that says what to do; None where they do."""
    name = CampaignSettings.of(settings).system_sender
    if not name:
        return Refusal("", None, "campaigns-staff-mail-unset", {})
    sender = find_sender(session, name)
    if sender is None:
        return Refusal("", None, "campaigns-staff-mail-unknown", {"name": name[:60]})
    if sender.paused_reason is not None:
        return Refusal("", None, "campaigns-staff-mail-paused", {"name": sender.name})
    return None
