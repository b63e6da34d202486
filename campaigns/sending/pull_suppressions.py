"""Ask the providers whom they send nothing to, and suppress those people here as well.

A provider refuses mail to somebody who bounced or complained through any program that uses the account, also long
before Bilten did. Each page is kept as it comes: what is known stays known, and to ask again
changes nothing. Addresses that are nobody's yet are kept as their hash: a later import may bring them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from campaigns.sending.feedback import suppression_for
from campaigns.sending.job_context import JobContext
from core.addresses import address_hash
from core.logging import get_logger
from delivery.errors import OutcomeUnknown, ProviderError, TransientProviderError
from delivery.providers.base import SuppressedAddress, SuppressionListProvider
from delivery.senders.senders import put_off_suppressions, senders_due_for_suppressions
from delivery.tables import Sender
from subscribers.suppress import suppress_many
from subscribers.tables import SuppressionReason
from subscribers.written_address import addresses_in

EVERY = timedelta(days=1)
AFTER_A_FAILURE = timedelta(hours=1)
CHUNK = 1_000

log = get_logger(__name__)


@dataclass(slots=True)
class PullResult:
    """What one provider said, up to its end or to `failed`."""

    listed: int = 0
    unreadable: int = 0
    """What it calls an address and is none."""
    new: int = 0
    """Were not suppressed here before."""
    subscribers: int = 0
    """Of the new ones, those on a list of ours: they get no more mail from now on."""
    failed: ProviderError | None = None


def pull_due_suppressions(context: JobContext) -> None:
    """The job: every sender whose provider can be asked and has not been for a day."""
    now = context.clock.now()
    with context.database.write() as session:
        due = senders_due_for_suppressions(session, now=now, put_off_to=now + AFTER_A_FAILURE)
    for sender in due:
        if context.stopping.is_set():
            return
        pull_suppressions(context, sender)


def pull_suppressions(context: JobContext, sender: Sender) -> PullResult:
    """One sender's provider, to the end of its list. Nothing is raised: how far it came is told."""
    pulled = PullResult()
    provider = context.provider(sender.provider)
    if isinstance(provider, SuppressionListProvider):
        try:
            for page in provider.suppressed(from_address=sender.from_address):
                _keep(context, sender, page, pulled)
        except ProviderError as error:
            pulled.failed = error
        except Exception as error:
            log.exception("provider.broke", provider=provider.name)
            pulled.failed = OutcomeUnknown(type(error).__name__)
    now = context.clock.now()
    with context.database.write() as session:
        put_off_suppressions(session, sender.id, until=now + _pause_after(pulled))
    _tell(sender, pulled)
    return pulled


def _keep(context: JobContext, sender: Sender, page: Sequence[SuppressedAddress], pulled: PullResult) -> None:
    secret = context.settings.secret_key.get_secret_value()
    for start in range(0, len(page), CHUNK):
        reasons = _reasons(page[start : start + CHUNK], pulled, secret=secret)
        with context.database.write() as session:
            _suppress(session, reasons, sender, pulled, now=context.clock.now())


def _suppress(
    session: Session, reasons: dict[str, SuppressionReason], sender: Sender, pulled: PullResult, *, now: datetime
) -> None:
    done = suppress_many(session, reasons, detail=f"listed by {sender.provider}", now=now)
    pulled.new += done.new
    pulled.subscribers += done.subscribers


def _reasons(
    listed: Sequence[SuppressedAddress], pulled: PullResult, *, secret: str
) -> dict[str, SuppressionReason]:
    """By address hash. What an address stands for first is what it keeps."""
    reasons: dict[str, SuppressionReason] = {}
    for suppressed in listed:
        pulled.listed += 1
        reason = suppression_for(suppressed.cause, is_permanent=True)
        addresses = addresses_in(suppressed.address)
        pulled.unreadable += not addresses
        if reason is not None:
            for address in addresses:
                reasons.setdefault(address_hash(address, secret=secret), reason)
    return reasons


def _pause_after(pulled: PullResult) -> timedelta:
    if pulled.failed is None:
        return EVERY
    asked_for = pulled.failed.retry_after if isinstance(pulled.failed, TransientProviderError) else None
    return max(AFTER_A_FAILURE, asked_for or timedelta(0))


def _tell(sender: Sender, pulled: PullResult) -> None:
    facts = {"sender_id": sender.id, "listed": pulled.listed, "new": pulled.new}
    if pulled.failed is None:
        log.info("suppressions.pulled", **facts)
    else:
        log.warning("suppressions.not_all_pulled", detail=pulled.failed.detail, **facts)
