"""Ask the providers whom they send nothing to, and suppress those people here as well.

A provider refuses mail to somebody who bounced or complained through any program that uses the account, also long
before Bilten did. Each page is kept as it comes: what is known stays known, and to ask again
changes nothing. Addresses that are nobody's yet are kept as their hash: a later import may bring them.

Of people who were erased here, the provider forgets the address as well, where it has an interface for that: once
their no is kept here by its hash, and not before (ADR 84).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session

from campaigns.sending.feedback import suppression_for
from campaigns.sending.job_context import JobContext
from core.addresses import address_hash
from core.logging import get_logger
from delivery.errors import OutcomeUnknown, ProviderError, TransientProviderError
from delivery.providers.base import SuppressedAddress, SuppressionDeletingProvider, SuppressionListProvider
from delivery.senders.senders import note_erased_listed, put_off_suppressions, senders_due_for_suppressions
from delivery.tables import Sender
from subscribers.erase import erased_among
from subscribers.suppress import OWNERS_NOES, keep_owners_noes, suppress_many
from subscribers.tables import SuppressionReason
from subscribers.written_address import addresses_in

EVERY = timedelta(days=1)
AFTER_A_FAILURE = timedelta(hours=1)
CHUNK = 1_000
DELETED_AT_ONCE = 50
"""Some providers answer a hundred such calls in an hour, those that read the list among them."""

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
    still_listed: dict[str, None] = field(default_factory=dict, repr=False)
    """Whom the provider still lists, and who was erased here; as it writes them, each once."""
    deleted: int = 0
    """Of those who were listed and erased, whom it has forgotten now."""
    failed: ProviderError | None = None
    not_deleted: ProviderError | None = None
    """Why it would forget somebody not. Its words may name them."""


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
    if isinstance(provider, SuppressionDeletingProvider):
        _delete_erased(context, sender, provider, pulled)
    now = context.clock.now()
    with context.database.write() as session:
        put_off_suppressions(session, sender.id, until=now + _pause_after(pulled))
        if pulled.failed is None or pulled.still_listed:
            note_erased_listed(session, sender.id, len(pulled.still_listed))
    _tell(sender, pulled)
    return pulled


def _keep(context: JobContext, sender: Sender, page: Sequence[SuppressedAddress], pulled: PullResult) -> None:
    secret = context.settings.secret_key.get_secret_value()
    for start in range(0, len(page), CHUNK):
        chunk = page[start : start + CHUNK]
        reasons = _reasons(chunk, pulled, secret=secret)
        hashes = {listed.address: _hashes(listed, secret=secret) for listed in chunk}
        with context.database.write() as session:
            _suppress(session, reasons, sender, pulled, now=context.clock.now())
            erased = erased_among(session, {key for keys in hashes.values() for key in keys})
            noes = {key: why for each in chunk for key, why in _noes(each, hashes[each.address]) if key in erased}
            keep_owners_noes(session, noes, now=context.clock.now())
        # An entry that names several people is deleted when all of them are erased.
        theirs = [address for address, keys in hashes.items() if keys and keys <= erased]
        pulled.still_listed |= dict.fromkeys(theirs)


def _hashes(listed: SuppressedAddress, *, secret: str) -> frozenset[str]:
    return frozenset(address_hash(address, secret=secret) for address in addresses_in(listed.address))


def _noes(listed: SuppressedAddress, hashes: frozenset[str]) -> list[tuple[str, SuppressionReason]]:
    reason = suppression_for(listed.cause, is_permanent=True)
    return [(key, reason) for key in hashes if reason in OWNERS_NOES]


def _delete_erased(
    context: JobContext, sender: Sender, provider: SuppressionDeletingProvider, pulled: PullResult
) -> None:
    """As many at once as providers let be asked in an hour; the others the next time. What fails is tried again:
    the list itself says what is left."""
    for address in list(pulled.still_listed)[:DELETED_AT_ONCE]:
        if context.stopping.is_set():
            return
        try:
            provider.delete_suppressed(address)
        except ProviderError as error:
            pulled.not_deleted = error
        except Exception as error:
            pulled.not_deleted = OutcomeUnknown(type(error).__name__)
        if pulled.not_deleted is not None:
            # No words of it, which may name the address.
            kind = type(pulled.not_deleted).__name__
            log.warning("suppressions.not_deleted", sender_id=sender.id, kind=kind)
            return
        del pulled.still_listed[address]
        pulled.deleted += 1


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
    failed = pulled.failed or pulled.not_deleted
    if failed is None:
        return AFTER_A_FAILURE if pulled.deleted and pulled.still_listed else EVERY
    asked_for = failed.retry_after if isinstance(failed, TransientProviderError) else None
    return max(AFTER_A_FAILURE, asked_for or timedelta(0))


def _tell(sender: Sender, pulled: PullResult) -> None:
    facts = {"sender_id": sender.id, "listed": pulled.listed, "new": pulled.new, "deleted": pulled.deleted}
    if pulled.failed is None:
        log.info("suppressions.pulled", **facts)
    else:
        log.warning("suppressions.not_all_pulled", detail=pulled.failed.detail, **facts)
