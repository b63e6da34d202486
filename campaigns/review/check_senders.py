"""Whether a campaign's senders say whose mail it is, and track nobody who is at risk."""

from collections.abc import Iterator

from sqlmodel import Session

from campaigns.active_sender import senders_of
from campaigns.tables import Campaign
from delivery.providers import PROVIDERS, capabilities_of
from delivery.providers.base import Tracking
from subscribers.audience import lists_of
from templates.brand import PLACEHOLDER_NAMES
from templates.check import Finding, Severity


def check_senders(session: Session, campaign: Campaign) -> Iterator[Finding]:
    yield from _check_tracking(session, campaign)
    yield from _check_from(session, campaign)


def _check_tracking(session: Session, campaign: Campaign) -> Iterator[Finding]:
    """People at risk are never tracked; with some providers only a person can see to that, in the account."""
    if not any(mailing_list.is_protected for mailing_list in lists_of(session, campaign.audience)):
        return
    for sender in senders_of(session, campaign):
        is_known = sender.provider in PROVIDERS
        if is_known and capabilities_of(sender.provider).tracking is Tracking.ACCOUNT_ONLY:
            yield _warning("campaigns-protected-tracking", where="audience", provider=sender.provider)


def _check_from(session: Session, campaign: Campaign) -> Iterator[Finding]:
    """What an installation begins with, where nobody has said since whose mail it is."""
    for sender in senders_of(session, campaign):
        if sender.from_name in PLACEHOLDER_NAMES.values():
            yield _warning("campaigns-from-placeholder", where="sender", name=sender.from_name)


def _warning(code: str, *, where: str, **params: str) -> Finding:
    return Finding(severity=Severity.WARNING, code=code, where=where, language="", params=dict(params))
