"""Whom a batch goes to, asked of the policy at the last moment."""

from datetime import datetime

from sqlmodel import Session

from campaigns.frequency.present_audience import present_audience
from campaigns.merging.field_values import with_field_values
from campaigns.merging.merge_values import MergeContext, addressee
from campaigns.merging.personalise import MergedRecipient
from campaigns.sending.follow_address import MERGED, follow_addresses, have_it_elsewhere
from campaigns.sending.job_context import JobContext
from campaigns.settings import CampaignSettings
from campaigns.tables import Campaign
from campaigns.weekly_cap import OVER_THE_CAP, over_the_cap
from delivery.attempts import queue
from subscribers.lists import get_list
from subscribers.policy import SkipReason
from subscribers.recheck import MailingQuestion, Recipient, recheck


def merged_recipients(
    session: Session,
    context: JobContext,
    campaign: Campaign,
    deliveries: list[queue.ClaimedDelivery],
    *,
    now: datetime,
) -> tuple[MergedRecipient, ...]:
    """Whom the policy still lets us write to; the others are skipped with the reason. Whoever has another address
    now is left for the next batch."""
    lists = {list_id: get_list(session, list_id) for list_id in {delivery.list_id for delivery in deliveries}}
    verdicts: dict[int, Recipient | SkipReason] = {}
    content = present_audience(session, campaign).content
    for list_id in lists:
        question = MailingQuestion(list_id, content, now)
        reached = [delivery.subscriber_id for delivery in deliveries if delivery.list_id == list_id]
        verdicts |= recheck(session, question, reached)
    skipped: dict[int, str] = dict.fromkeys(have_it_elsewhere(session, campaign.id, deliveries), MERGED)
    reachable = [number for number, verdict in verdicts.items() if isinstance(verdict, Recipient)]
    most = CampaignSettings.of(context.settings).emails_a_week
    over = over_the_cap(session, campaign, reachable, most=most, now=now)
    addressees, elsewhere = [], list[queue.ClaimedDelivery]()
    at = MergeContext(campaign, now)
    for delivery in deliveries:
        verdict = verdicts[delivery.subscriber_id]
        if delivery.id in skipped:
            continue
        if not isinstance(verdict, Recipient):
            skipped[delivery.id] = verdict.value
        elif delivery.subscriber_id in over:
            skipped[delivery.id] = OVER_THE_CAP
        elif verdict.address_hash != delivery.address_hash:
            elsewhere.append(delivery)
        else:
            by = lists[delivery.list_id]
            to = addressee(context.settings, context.signer, at, delivery, verdict, mailing_list=by)
            addressees.append(to)
    followed = follow_addresses(session, elsewhere)
    skipped |= {delivery.id: "address_changed" for delivery in elsewhere if delivery.id not in followed}
    if skipped:
        queue.skip(session, skipped, now=now)
    return with_field_values(session, tuple(addressees), deliveries, context.variants.loader(session).get)
