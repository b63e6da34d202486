"""Mails to whoever is on a list, as they are filled for one reader: the welcome, and the question whether the list
is still wanted. Both have the headers by which a mail program knows how to leave it (RFC 8058)."""

from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from campaigns.sending.job_context import JobContext
from campaigns.settings import CampaignSettings
from campaigns.tables import SubscriptionMail
from campaigns.token_holder import preferences_token_of
from core.public_urls import preferences_url, still_wanted_url, unsubscribe_url
from delivery.attempts.keys import message_id
from delivery.message.headers import bulk_headers
from delivery.message.outgoing import NO_DELIVERY, Header
from delivery.settings import DeliverySettings
from subscribers.links import StillWantedLink, still_wanted_token, unsubscribe_token
from subscribers.tables import MailingList
from templates.content import RenderedMail, SubscriptionDocument
from templates.subscription_mails import render_still_wanted, render_welcome


@dataclass(frozen=True, slots=True)
class FilledMail:
    rendered: RenderedMail
    fields: dict[str, str]
    headers: tuple[Header, ...]


def welcome_mail(
    context: JobContext,
    subscription_mail: SubscriptionMail,
    mailing_list: MailingList,
    document: SubscriptionDocument,
) -> FilledMail:
    settings = context.settings
    leave, headers = _way_out(context, subscription_mail, mailing_list)
    choose = preferences_token_of(
        context.signer,
        subscription_mail.purpose.value,
        subscription_mail.subscriber_id,
        subscription_mail.list_id,
        made_at=subscription_mail.asked_at,
        settings=settings,
    )
    fields = {"unsubscribe_url": leave, "preferences_url": preferences_url(settings, choose)}
    return FilledMail(render_welcome(document), fields, headers)


def still_wanted_mail(
    context: JobContext,
    subscription_mail: SubscriptionMail,
    mailing_list: MailingList,
    document: SubscriptionDocument,
    address_hash: str,
) -> FilledMail:
    """Its link holds for as long as an answer counts."""
    settings, until = context.settings, subscription_mail.answer_until
    if until is not None:
        zone = ZoneInfo(settings.time_zone)
        document = replace(document, last_day=(until - timedelta(seconds=1)).astimezone(zone).date())
    expires_at = subscription_mail.asked_at + CampaignSettings.of(settings).preferences_lifetime
    link = StillWantedLink(subscription_mail.list_id, address_hash)
    token = still_wanted_token(context.signer, link, expires_at=max(expires_at, until or expires_at))
    _, headers = _way_out(context, subscription_mail, mailing_list)
    return FilledMail(render_still_wanted(document), {"confirm_url": still_wanted_url(settings, token)}, headers)


def _way_out(
    context: JobContext, subscription_mail: SubscriptionMail, mailing_list: MailingList
) -> tuple[str, tuple[Header, ...]]:
    """Where the reader leaves the list, and the headers by which a mail program knows that."""
    settings = context.settings
    token = unsubscribe_token(
        context.signer,
        campaign_public_id=subscription_mail.purpose.value,
        subscriber_id=subscription_mail.subscriber_id,
        list_id=subscription_mail.list_id,
        expires_at=subscription_mail.asked_at + CampaignSettings.of(settings).link_lifetime,
    )
    leave = unsubscribe_url(settings, token)
    headers = bulk_headers(
        unsubscribe_url=leave,
        list_name=mailing_list.name,
        list_slug=mailing_list.slug,
        list_domain=DeliverySettings.of(settings).list_domain,
        message_id=mail_id(context, subscription_mail),
    )
    return leave, headers


def mail_id(context: JobContext, subscription_mail: SubscriptionMail) -> str:
    settings = context.settings
    secret = settings.secret_key.get_secret_value()
    return message_id(
        f"question-{subscription_mail.id}",
        NO_DELIVERY,
        domain=DeliverySettings.of(settings).list_domain,
        secret=secret,
    )
