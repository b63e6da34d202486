"""Token binding: a link acts for the person it was made for, and for nobody who has their number now (ADR 39).

A token carries a subscriber's number, and its bytes never change, because mails that are out carry it. Numbers
came back: SQLite gave out again that of an erased reader, and a restored backup gives out again what it has not
seen. So a token is bound when it is read. What is known of the moment it was made for decides, in this order:

1. the campaign's delivery to that number, by the address hash that was frozen with it: no clock is asked, and the
   person may have another number by now, as after a restore when a file is imported again;
2. the mail about a subscription, asked a whole number of hours before the link ends (lifetimes are settings, and
   may have been changed since; another's link agrees to the second once in 3600);
3. else the number must have been theirs at that moment: when the campaign was launched or, where that is not known
   (a backup older than the mail), the token's end less its lifetime.

Whoever has moved to another address (ADR 72) still leaves by the links that went to the old one, whoever may read
them there: a no is always theirs. No other link does anything that went to an address which its reader has left.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from campaigns.forgotten_mail import forgotten_address
from campaigns.settings import CampaignSettings
from campaigns.tables import Campaign, SubscriptionMail, SubscriptionMailPurpose
from core.errors import NotFound
from core.settings import Settings
from core.signing import Signer
from delivery.tables import Delivery
from subscribers.former_addresses import address_changed_at, had_it_last
from subscribers.links import ConfirmationLink, PreferencesLink, UnsubscribeLink, preferences_token
from subscribers.queries import subscriber_of
from subscribers.tables import Subscriber

WELCOME = SubscriptionMailPurpose.WELCOME.value
"""Stands where a campaign's name would in the links of a welcome, and so in the proof of leaving."""
STILL_WANTED = SubscriptionMailPurpose.STILL_WANTED.value
"""Likewise in that of the question whether a list is still wanted."""
_ABOUT_SUBSCRIPTIONS = (WELCOME, STILL_WANTED)
_HOUR = 3600

Link = UnsubscribeLink | PreferencesLink | ConfirmationLink


def preferences_token_of(
    signer: Signer, name: str, subscriber_id: int, list_id: int, *, made_at: datetime, settings: Settings
) -> str:
    """`name`: of the campaign that it comes with, or of the kind of mail about a subscription."""
    return preferences_token(
        signer,
        campaign_public_id=name,
        subscriber_id=subscriber_id,
        list_id=list_id,
        expires_at=made_at + CampaignSettings.of(settings).preferences_lifetime,
    )


def find_holder(session: Session, link: Link, *, settings: Settings) -> Subscriber | None:
    """Whom the link was made for; None where that person has been erased, whoever has the number now."""
    sent_to = address_sent_to(session, link)
    if sent_to is not None:
        return _reader_at(session, link, sent_to)
    person = session.get(Subscriber, link.subscriber_id)
    if person is None or not _is_theirs(session, link, person, settings):
        return None
    return person


def address_sent_to(session: Session, link: Link) -> str | None:
    """The keyed hash of the address to which a campaign brought the link, or a welcome before a restore; it
    outlives the subscriber. None where neither is known to have brought it."""
    if isinstance(link, ConfirmationLink):
        return None
    return address_of_mail(session, link.campaign_public_id, link.subscriber_id)


def address_of_mail(session: Session, campaign_public_id: str, subscriber_id: int) -> str | None:
    """The keyed hash of the address that a campaign's mail, or a welcome before a restore, went to."""
    delivered = session.exec(
        select(Delivery.address_hash)
        .join(Campaign, col(Campaign.id) == col(Delivery.campaign_id))
        .where(
            Campaign.public_id == campaign_public_id,
            Delivery.subscriber_id == subscriber_id,
        )
    ).one_or_none()
    return delivered or forgotten_address(session, campaign_public_id, subscriber_id)


def holder(session: Session, link: PreferencesLink | ConfirmationLink, *, settings: Settings) -> Subscriber:
    """As `find_holder`. Raises NotFound, in words for the reader."""
    person = find_holder(session, link, settings=settings)
    if person is None:
        raise NotFound(
            "subscribers-preferences-link-refused"
            if isinstance(link, PreferencesLink)
            else "subscribers-confirmation-link-refused"
        )
    return person


def _reader_at(session: Session, link: Link, sent_to: str) -> Subscriber | None:
    """Whose mail went to that address. Of one who has moved away from it, only the no acts: somebody else may read
    it now."""
    moved_away = had_it_last(session, sent_to, above_all=link.subscriber_id)
    if moved_away is None or moved_away.id != link.subscriber_id:
        now_there = subscriber_of(session, sent_to)
        if now_there is not None:
            return now_there
    return moved_away if isinstance(link, UnsubscribeLink) else None


def _is_theirs(session: Session, link: Link, person: Subscriber, settings: Settings) -> bool:
    made_at = link.expires_at - _lifetime(link, settings)
    if not isinstance(link, UnsubscribeLink) and (since := address_changed_at(session, person.id)):
        # It came to the address that they have now, or it is not theirs: somebody else may read the other one.
        asked = _asked_by(session, link)
        likely = [moment for moment in asked if _second(moment) == _second(made_at)] or asked
        return _second(min(likely, default=made_at)) >= _second(since)
    if isinstance(link, ConfirmationLink) or link.campaign_public_id in _ABOUT_SUBSCRIPTIONS:
        return bool(_asked_by(session, link)) or _was_here(person, made_at)
    launched_at = session.exec(
        select(Campaign.launched_at).where(Campaign.public_id == link.campaign_public_id)
    ).one_or_none()
    return _was_here(person, launched_at or made_at)


def _lifetime(link: UnsubscribeLink | PreferencesLink | ConfirmationLink, settings: Settings) -> timedelta:
    match link:
        case UnsubscribeLink():
            return CampaignSettings.of(settings).link_lifetime
        case PreferencesLink():
            return CampaignSettings.of(settings).preferences_lifetime
        case ConfirmationLink():
            return CampaignSettings.of(settings).confirmation_lifetime


def _asked_by(session: Session, link: Link) -> list[datetime]:
    """When the mails about a subscription were asked for that may have brought it."""
    if isinstance(link, ConfirmationLink):
        purpose = SubscriptionMailPurpose.CONFIRMATION
    elif link.campaign_public_id in _ABOUT_SUBSCRIPTIONS:
        purpose = SubscriptionMailPurpose(link.campaign_public_id)
    else:
        return []
    asked = session.exec(
        select(SubscriptionMail.asked_at).where(
            SubscriptionMail.subscriber_id == link.subscriber_id,
            SubscriptionMail.list_id == link.list_id,
            SubscriptionMail.purpose == purpose,
            col(SubscriptionMail.asked_at) < link.expires_at,
        )
    )
    return [moment for moment in asked if (_second(link.expires_at) - _second(moment)) % _HOUR == 0]


def _was_here(person: Subscriber, at: datetime) -> bool:
    """To the second, because tokens know no more."""
    return _second(person.created_at) <= _second(at)


def _second(moment: datetime) -> int:
    return int(moment.timestamp())
