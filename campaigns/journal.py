"""Write-ahead journal: what of campaigns is written down beside the database, so that a restore cannot forget it.

No address in the clear and no name: readers stand there as the keyed hashes that deliveries have, too.
"""

from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

from sqlmodel import Session, col, select

from campaigns.block_tables import CampaignBlock
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, SubscriptionMail, SubscriptionMailPurpose
from core.generation import notes
from core.generation.notes import note_fact, note_intent
from delivery.attempts.queue import ClaimedDelivery
from delivery.attempts.replay import PastRow
from delivery.tables import Attempt
from news.fingerprint_rows import fingerprints_of
from news.fingerprints import FingerprintKind
from news.queries import texts_of
from news.tables import NewsItem
from subscribers.address_tables import AddressChange
from subscribers.tables import Subscriber

ATTEMPT = "attempt"
REPEAT = "repeat"
LAUNCHED = "launched"
CAMPAIGN = "campaign"
AUTOMATED = "automated"
ASKED = "asked"
STAFF_MAILED = "staff_mailed"
ORDERED = "ordered"


def note_attempt(
    session: Session, attempt: Attempt, campaign: Campaign, readers: Iterable[ClaimedDelivery]
) -> None:
    """One call; of each reader the delivery, the subscriber, the keyed hash of the address, the variant, and the
    list that they are reached by, which older entries lack."""
    note_intent(
        session,
        ATTEMPT,
        key=attempt.key,
        campaign=campaign.public_id,
        content=campaign.content_hash,
        sender=attempt.sender_id,
        digest=attempt.request_digest,
        opened_at=attempt.opened_at.isoformat(),
        launched_at=(campaign.launched_at or campaign.created_at).isoformat(),
        rows=[list(_past_row(reader)) for reader in readers],
    )


def _past_row(reader: ClaimedDelivery) -> PastRow:
    """What a replay reads; not what else a claim brings along."""
    return PastRow(reader.id, reader.subscriber_id, reader.address_hash, reader.variant_id, reader.list_id)


def note_repeat(session: Session, attempt: Attempt) -> None:
    """The same call once more: it may turn out to be the first that arrives."""
    note_intent(session, REPEAT, key=attempt.key)


def note_launch(session: Session, campaign: Campaign) -> None:
    note_intent(session, LAUNCHED, campaign=campaign.public_id, content=campaign.content_hash)


def note_move(session: Session, campaign: Campaign) -> None:
    """How a campaign stands now: what staff have stopped must not go out from an older state. And of what begins
    to go out, which content it is."""
    at = campaign.scheduled_at
    content = _content_of_campaign(session, campaign) if campaign.status is CampaignStatus.SENDING else {}
    note_fact(
        session,
        CAMPAIGN,
        campaign=campaign.public_id,
        status=campaign.status.value,
        content=campaign.content_hash,
        scheduled_at=at.isoformat() if at else None,
        **content,
    )


def _content_of_campaign(session: Session, campaign: Campaign) -> dict[str, Any]:
    blocks = select(CampaignBlock.item_id).where(CampaignBlock.campaign_id == campaign.id)
    items = session.exec(
        select(NewsItem.id, NewsItem.slug).where(col(NewsItem.id).in_(blocks)).order_by(col(NewsItem.id))
    ).all()
    return _content(session, dict(items))


def _content(session: Session, slugs: dict[int, str]) -> dict[str, list[list[Any]]]:
    """What tells each item again, whatever it is called then (`news.fingerprints`); and its titles, for when some
    of its words are others then."""
    return {
        "items": [
            [slugs[item_id], *astuple(fingerprint)]
            for item_id, prints in fingerprints_of(session, slugs.keys()).items()
            for fingerprint in prints
            if fingerprint.kind is not FingerprintKind.TITLE
        ],
        "titles": [
            [slugs[item_id], language, text.title]
            for item_id, texts in texts_of(session, list(slugs)).items()
            for language, text in texts.items()
        ],
    }


def note_order(session: Session, campaign_id: int, order: str) -> None:
    """Staff say that something goes out, or what became of it. In an older state of the database they do not know
    what has happened, as nobody does: this raises SendingHeld at the end of the transaction, and nothing is
    changed. What stops mail is no order, and always possible."""
    notes.note_order(session, ORDERED, campaign=campaign_id, order=order)


def note_trial(session: Session, sender_id: int) -> None:
    """The same of a test of a sender, which belongs to no campaign."""
    notes.note_order(session, ORDERED, sender=sender_id, order="sender.tested")


def note_automated(session: Session, automation_id: int, item_id: int, *, slug: str) -> None:
    content = _content(session, {item_id: slug})
    note_intent(session, AUTOMATED, automation=automation_id, item=slug, **content)


def note_subscription_mail(session: Session, subscription_mail: SubscriptionMail) -> None:
    """A question or a welcome; to whom by the keyed hash of the address, and when it was asked for, which older
    entries lack."""
    note_intent(
        session,
        ASKED,
        key=subscription_mail.key,
        subscriber=subscription_mail.subscriber_id,
        list=subscription_mail.list_id,
        purpose=subscription_mail.purpose.value,
        hash=_address_hash(session, subscription_mail),
        asked_at=subscription_mail.asked_at.isoformat(),
    )


def _address_hash(session: Session, mail: SubscriptionMail) -> str:
    """Of whom it goes to."""
    if mail.change_id is not None:
        change = session.get_one(AddressChange, mail.change_id)
        is_notice = mail.purpose is SubscriptionMailPurpose.ADDRESS_NOTICE
        return change.old_hash if is_notice else change.new_hash
    return session.get_one(Subscriber, mail.subscriber_id).address_hash


def note_staff_mail(session: Session, key: str) -> None:
    """An email to somebody who works here, by its key."""
    note_intent(session, STAFF_MAILED, key=key)
