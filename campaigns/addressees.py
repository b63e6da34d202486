"""Whom a batch goes to, asked of the policy at the last moment, and all that differs from reader to reader."""

from datetime import datetime

from sqlmodel import Session

from campaigns.house import House
from campaigns.personalise import Addressee, BatchValues
from campaigns.tables import Campaign
from delivery import queue
from delivery.keys import message_id
from delivery.senders import get_sender
from delivery.tables import Delivery
from subscribers.audience import Recipient, recheck
from subscribers.links import unsubscribe_token
from subscribers.lists import get_list


def addressees_of(
    session: Session, house: House, campaign: Campaign, deliveries: list[Delivery], *, now: datetime
) -> tuple[Addressee, ...]:
    """Whom the policy still lets us write to; the others are skipped with the reason."""
    verdicts = recheck(
        session,
        list_id=campaign.list_id,
        subscriber_ids=[delivery.subscriber_id for delivery in deliveries],
    )
    skipped: dict[int, str] = {}
    addressees = []
    for delivery in deliveries:
        verdict = verdicts[delivery.subscriber_id]
        if not isinstance(verdict, Recipient):
            skipped[delivery.id] = verdict.value
        elif verdict.address_hash != delivery.address_hash:
            skipped[delivery.id] = "address_changed"
        else:
            addressees.append(_addressee(house, campaign, delivery, verdict))
    if skipped:
        queue.skip(session, skipped, now=now)
    return tuple(addressees)


def _addressee(house: House, campaign: Campaign, delivery: Delivery, recipient: Recipient) -> Addressee:
    settings = house.settings
    launched_at = campaign.launched_at or campaign.created_at
    token = unsubscribe_token(
        house.signer,
        campaign_public_id=campaign.public_id,
        subscriber_id=recipient.subscriber_id,
        list_id=campaign.list_id,
        expires_at=launched_at + settings.link_lifetime,
    )
    return Addressee(
        delivery_id=delivery.id,
        variant_id=delivery.variant_id,
        to=recipient.address,
        to_hash=recipient.address_hash,
        name=recipient.name,
        unsubscribe_url=f"{settings.public_url}/u/{token}",
        message_id=message_id(
            campaign.public_id,
            delivery.id,
            domain=settings.list_domain,
            secret=settings.secret_key.get_secret_value(),
        ),
    )


def values_for(
    session: Session, house: House, campaign: Campaign, addressees: tuple[Addressee, ...], *, now: datetime
) -> BatchValues:
    sender = get_sender(session, campaign.sender_id)
    mailing_list = get_list(session, campaign.list_id)
    return BatchValues(
        from_name=sender.from_name,
        from_address=sender.from_address,
        reply_to=sender.reply_to,
        reference=campaign.public_id,
        list_name=mailing_list.name,
        list_slug=mailing_list.slug,
        list_domain=house.settings.list_domain,
        date=now.isoformat(timespec="seconds"),
        addressees=addressees,
    )
