"""One call of a rehearsal: the next readers, the policy, the merge, our own checks, and the far side's answer.

As `campaigns.sending.send` does it, less all that is written down there: no delivery, no attempt, no token that
acts, no limit of a sender.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col

from campaigns.language_choice import best
from campaigns.merging.field_values import with_field_values
from campaigns.merging.merge_values import CampaignSnapshot, MergeContext, addressee, batch_values
from campaigns.merging.personalise import build_batch
from campaigns.queries import got_campaign
from campaigns.rehearsal.rehearsal_figures import RehearsalData
from campaigns.rehearsal.rehearsed_content import RehearsedContent
from campaigns.sending.job_context import FarSideServer, JobContext
from core.signing import Signer
from delivery.attempts.keys import attempt_key
from delivery.attempts.queue import ClaimedDelivery
from delivery.errors import CallRefused, ContentRejected
from delivery.message.outgoing import Accepted, OutgoingBatch
from delivery.providers.base import Capabilities, Provider
from delivery.providers.shared.preflight import check_batch, how_many_fit, size_of
from subscribers.audience import audience_of
from subscribers.policy import SkipReason
from subscribers.recheck import MailingQuestion, Recipient, recheck
from subscribers.tables import Subscriber


@dataclass(frozen=True, slots=True)
class RehearsalContext:
    """What all calls of one part of a rehearsal have in common."""

    content: RehearsedContent
    provider: Provider
    far_side: FarSideServer
    signer: Signer
    """With a key that nobody has: links are as long as real ones, and act on nothing."""


def rehearse_call(
    context: JobContext, stage: RehearsalContext, after_id: int, figures: RehearsalData
) -> int | None:
    """The last reader who had their turn, or None where nobody is left. `figures` are counted on.

    Raises ProviderError where the call failed as a whole, and WrongRecipient.
    """
    now = context.clock.now()
    with context.database.read() as session:
        readers = _next_readers(session, stage, after_id, now=now)
        verdicts = _verdicts(session, stage, readers, now=now)
    if not readers:
        return None
    can, languages = stage.provider.capabilities, stage.content.languages
    batch = _batch(context, stage, readers, verdicts)
    fitting = how_many_fit(batch.messages, can)
    batch = replace(batch, messages=batch.messages[:fitting])
    is_cut = fitting < sum(isinstance(verdict, Recipient) for verdict in verdicts.values())
    last = batch.messages[-1].delivery_id if is_cut else readers[-1].subscriber_id
    variant_of = {reader.subscriber_id: languages[reader.variant_id] for reader in readers}
    for reader in readers:
        verdict = verdicts[reader.subscriber_id]
        if reader.subscriber_id <= last and not isinstance(verdict, Recipient):
            figures.skipped[verdict.value] += 1
    batch = _admitted(batch, can, figures)
    for message in batch.messages:
        figures.note_size(size_of(message), variant_of[message.delivery_id])
    if batch.messages:
        for result in stage.provider.send(batch).results:
            if isinstance(result, Accepted):
                figures.by_language[variant_of[result.delivery_id]] += 1
            else:
                figures.refuse(result.delivery_id, "campaigns-rehearsal-refused-provider")
        figures.calls += 1
        figures.received += stage.far_side.take()
    return last


def _next_readers(
    session: Session, stage: RehearsalContext, after_id: int, *, now: datetime
) -> list[ClaimedDelivery]:
    """By keyset, with the variant that each would get; a reader's number stands for that of a delivery."""
    content = stage.content
    statement = audience_of(content.audience, got_campaign, now=now).where(col(Subscriber.id) > after_id)
    rows = session.exec(statement.order_by(col(Subscriber.id)).limit(stage.provider.capabilities.max_batch)).all()
    return [
        ClaimedDelivery(subscriber_id, subscriber_id, address_hash, _variant(content, language, list_id), list_id)
        for subscriber_id, address_hash, language, list_id in rows
    ]


def _variant(content: RehearsedContent, language: str, list_id: int) -> int:
    chain, main = content.lists[list_id].language_chain, content.campaign.main_language
    return content.languages.index(best(language, content.languages, chain=chain, main=main))


def _verdicts(
    session: Session, stage: RehearsalContext, readers: list[ClaimedDelivery], *, now: datetime
) -> dict[int, Recipient | SkipReason]:
    content = stage.content.audience.content
    verdicts: dict[int, Recipient | SkipReason] = {}
    for list_id in {reader.list_id for reader in readers}:
        reached = [reader.subscriber_id for reader in readers if reader.list_id == list_id]
        verdicts |= recheck(session, MailingQuestion(list_id, content, now), reached)
    return verdicts


def _batch(
    context: JobContext,
    stage: RehearsalContext,
    readers: list[ClaimedDelivery],
    verdicts: dict[int, Recipient | SkipReason],
) -> OutgoingBatch:
    content, now = stage.content, context.clock.now()
    addressees = tuple(
        addressee(
            context.settings,
            stage.signer,
            MergeContext(content.campaign, now),
            reader,
            verdict,
            mailing_list=content.lists[reader.list_id],
        )
        for reader in readers
        if isinstance(verdict := verdicts[reader.subscriber_id], Recipient)
    )
    with context.database.read() as session:
        addressees = with_field_values(session, addressees, readers, content.variants.__getitem__)
    snapshot = CampaignSnapshot(content.campaign, content.sender)
    values = batch_values(context.settings, stage.signer, snapshot, addressees, now=now)
    return build_batch(attempt_key(), values, content.variants.__getitem__)


def _admitted(batch: OutgoingBatch, can: Capabilities, figures: RehearsalData) -> OutgoingBatch:
    """Without what our own checks refuse: one after the other, where they refuse something of the whole."""
    if not batch.messages:
        return batch
    try:
        check_batch(batch, can)
    except (CallRefused, ContentRejected):
        admitted = tuple(
            message
            for message in batch.messages
            if _is_admitted(replace(batch, messages=(message,)), can, figures)
        )
        return replace(batch, messages=admitted)
    return batch


def _is_admitted(batch: OutgoingBatch, can: Capabilities, figures: RehearsalData) -> bool:
    try:
        check_batch(batch, can)
    except (CallRefused, ContentRejected) as refused:
        is_large = isinstance(refused, ContentRejected)
        reason = "campaigns-rehearsal-refused-large" if is_large else "campaigns-rehearsal-refused-header"
        figures.refuse(batch.messages[0].delivery_id, reason)
        return False
    return True
