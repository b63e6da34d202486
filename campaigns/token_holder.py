"""Token binding: a link acts for the person it was made for, and for nobody who has their number now (ADR 39).

A token carries a subscriber's number, and its bytes never change, because mails that are out carry it. Numbers
came back: SQLite gave out again that of an erased reader, and a restored backup gives out again what it has not
seen. So a token is bound when it is read. What is known of the moment it was made for decides, in this order:

1. the campaign's delivery to that number, by the address hash that was frozen with it: no clock is asked;
2. the mail about a subscription, asked a whole number of hours before the link ends (lifetimes are settings, and
   may have been changed since; another's link agrees to the second once in 3600);
3. else the number must have been theirs at that moment: when the campaign was launched or, where that is not known
   (a backup older than the mail), the token's end less its lifetime.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from campaigns.settings import CampaignSettings
from campaigns.tables import Campaign, SubscriptionMail, SubscriptionMailPurpose
from core.errors import NotFound
from core.settings import Settings
from delivery.tables import Delivery
from subscribers.links import ConfirmationLink, PreferencesLink, UnsubscribeLink
from subscribers.tables import Subscriber

WELCOME = "welcome"
"""Stands where a campaign's name would in the links of a welcome, and so in the proof of leaving."""
_HOUR = 3600


def find_holder(
    session: Session, link: UnsubscribeLink | PreferencesLink | ConfirmationLink, *, settings: Settings
) -> Subscriber | None:
    """Whom the link was made for; None where that person has been erased, whoever has the number now."""
    person = session.get(Subscriber, link.subscriber_id)
    if person is None or not _is_theirs(session, link, person, settings):
        return None
    return person


def holder(
    session: Session, link: UnsubscribeLink | PreferencesLink | ConfirmationLink, *, settings: Settings
) -> Subscriber:
    """As `find_holder`. Raises NotFound."""
    person = find_holder(session, link, settings=settings)
    if person is None:
        raise NotFound("subscribers-person-gone")
    return person


def _is_theirs(
    session: Session,
    link: UnsubscribeLink | PreferencesLink | ConfirmationLink,
    person: Subscriber,
    settings: Settings,
) -> bool:
    made_at = link.expires_at - _lifetime(link, settings)
    if isinstance(link, ConfirmationLink):
        return _was_asked(session, link, SubscriptionMailPurpose.CONFIRMATION) or _was_here(person, made_at)
    if link.campaign_public_id == WELCOME:
        return _was_asked(session, link, SubscriptionMailPurpose.WELCOME) or _was_here(person, made_at)
    campaign = session.exec(select(Campaign).where(Campaign.public_id == link.campaign_public_id)).one_or_none()
    if campaign is None:
        return _was_here(person, made_at)
    sent_to = session.exec(
        select(Delivery.address_hash).where(
            Delivery.campaign_id == campaign.id, Delivery.subscriber_id == person.id
        )
    ).one_or_none()
    if sent_to is not None:
        return sent_to == person.address_hash
    return _was_here(person, campaign.launched_at or made_at)


def _lifetime(link: UnsubscribeLink | PreferencesLink | ConfirmationLink, settings: Settings) -> timedelta:
    match link:
        case UnsubscribeLink():
            return CampaignSettings.of(settings).link_lifetime
        case PreferencesLink():
            return CampaignSettings.of(settings).preferences_lifetime
        case ConfirmationLink():
            return CampaignSettings.of(settings).confirmation_lifetime


def _was_asked(
    session: Session, link: UnsubscribeLink | PreferencesLink | ConfirmationLink, purpose: SubscriptionMailPurpose
) -> bool:
    asked = session.exec(
        select(SubscriptionMail.asked_at).where(
            SubscriptionMail.subscriber_id == link.subscriber_id,
            SubscriptionMail.list_id == link.list_id,
            SubscriptionMail.purpose == purpose,
            col(SubscriptionMail.asked_at) < link.expires_at,
        )
    )
    return any((_second(link.expires_at) - _second(asked_at)) % _HOUR == 0 for asked_at in asked)


def _was_here(person: Subscriber, at: datetime) -> bool:
    """To the second, because tokens know no more."""
    return _second(person.created_at) <= _second(at)


def _second(moment: datetime) -> int:
    return int(moment.timestamp())
