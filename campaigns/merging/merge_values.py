"""What goes into a frozen variant for a reader, and what a batch says of itself. The same facts, the same values.

Sending uses it, and so does whoever wants to see afterwards what was sent.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from campaigns.audience_lists import frozen_list_names
from campaigns.merging.personalise import BatchValues, MergedRecipient
from campaigns.settings import CampaignSettings
from campaigns.tables import Campaign
from campaigns.token_holder import preferences_token_of
from core.encrypted_columns import expect_opened
from core.public_urls import preferences_url, unsubscribe_url
from core.settings import Settings
from core.signing import Signer
from delivery.attempts.keys import message_id
from delivery.attempts.queue import ClaimedDelivery
from delivery.senders.bounce_address import envelope_from
from delivery.settings import DeliverySettings
from delivery.tables import Delivery, Sender
from subscribers.links import unsubscribe_token
from subscribers.recheck import Recipient
from subscribers.tables import MailingList


@dataclass(frozen=True, slots=True)
class MergeContext:
    """What is merged, and when the attempt is opened that brings it."""

    campaign: Campaign
    at: datetime

    @property
    def links_hold_from(self) -> datetime:
        """The launch; or the call, for an email of a welcome series, which goes out for years."""
        is_of_series = self.campaign.series_email_id is not None
        return self.at if is_of_series else self.campaign.launched_at or self.campaign.created_at


def addressee(
    settings: Settings,
    signer: Signer,
    context: MergeContext,
    delivery: Delivery | ClaimedDelivery,
    recipient: Recipient,
    *,
    mailing_list: MailingList,
) -> MergedRecipient:
    """`mailing_list`: the one that the delivery's reader was reached by. Raises Misconfigured where the reader is
    encrypted by a key that is not here."""
    expect_opened(recipient.address, recipient.name)
    campaign, holds_from = context.campaign, context.links_hold_from
    leave = unsubscribe_token(
        signer,
        campaign_public_id=campaign.public_id,
        subscriber_id=recipient.subscriber_id,
        list_id=mailing_list.id,
        expires_at=holds_from + CampaignSettings.of(settings).link_lifetime,
    )
    choose = preferences_token_of(
        signer,
        campaign.public_id,
        recipient.subscriber_id,
        mailing_list.id,
        made_at=holds_from,
        settings=settings,
    )
    return MergedRecipient(
        delivery_id=delivery.id,
        variant_id=delivery.variant_id,
        to=recipient.address,
        to_hash=recipient.address_hash,
        name=recipient.name,
        list_name=frozen_list_names(campaign.audience_lists).get(mailing_list.id, mailing_list.name),
        list_slug=mailing_list.slug,
        unsubscribe_url=unsubscribe_url(settings, leave),
        preferences_url=preferences_url(settings, choose),
        message_id=message_id(
            campaign.public_id,
            delivery.id,
            domain=DeliverySettings.of(settings).list_domain,
            secret=settings.secret_key.get_secret_value(),
        ),
    )


@dataclass(frozen=True, slots=True)
class CampaignSnapshot:
    """A campaign as it is at one moment, with who carries it."""

    campaign: Campaign
    sender: Sender


def batch_values(
    settings: Settings,
    signer: Signer,
    at: CampaignSnapshot,
    addressees: tuple[MergedRecipient, ...],
    *,
    now: datetime,
) -> BatchValues:
    """`now` is when the attempt is opened; the Date header says so."""
    campaign, sender = at.campaign, at.sender
    if sender.bounce_address:
        addressees = tuple(
            replace(
                reader,
                envelope_from=envelope_from(signer, sender, delivery_id=reader.delivery_id, to_hash=reader.to_hash)
                or "",
            )
            for reader in addressees
        )
    return BatchValues(
        from_name=sender.from_name,
        from_address=sender.from_address,
        reply_to=sender.reply_to,
        reference=campaign.public_id,
        list_domain=DeliverySettings.of(settings).list_domain,
        date=now.isoformat(timespec="seconds"),
        addressees=addressees,
    )
