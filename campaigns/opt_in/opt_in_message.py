"""A mail about a subscription itself, ready for the provider: the question of double opt-in, the welcome, what is
sent about a change of address, and the question whether a list is still wanted."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from campaigns.editorial.compose import logo_url
from campaigns.merging.personalise import compile_variant
from campaigns.opt_in.mails_to_readers import FilledMail, mail_id, still_wanted_mail, welcome_mail
from campaigns.sending.job_context import JobContext
from campaigns.settings import CampaignSettings
from campaigns.tables import SubscriptionMail, SubscriptionMailPurpose
from core.encrypted_columns import expect_opened
from core.public_urls import (
    change_address_url,
    confirm_url,
    refuse_address_url,
)
from delivery.message.outgoing import NO_DELIVERY, OutgoingBatch, OutgoingMessage
from delivery.senders.bounce_address import envelope_from
from delivery.tables import Sender
from subscribers.address_tables import AddressChange
from subscribers.links import (
    ADDRESS_CHANGE,
    ADDRESS_REFUSAL,
    AddressLink,
    ConfirmationLink,
    address_token,
    confirmation_token,
)
from subscribers.lists import get_list
from subscribers.tables import MailingList, Subscriber
from subscribers.topics import topics_by_id
from templates import brand as brands
from templates.content import SubscriptionDocument
from templates.subscription_mails import (
    render_address_notice,
    render_address_question,
    render_confirmation,
)


@dataclass(frozen=True, slots=True)
class MailRecipient:
    address: str
    address_hash: str
    name: str


def opt_in_batch(
    session: Session, context: JobContext, subscription_mail: SubscriptionMail, sender: Sender
) -> OutgoingBatch | None:
    """The same bytes at every try: the date is the sign-up's. None while the organisation has no brand yet."""
    brand = brands.get_brand(session)
    if brand is None:
        return None
    # As it is now: before its first call, a question is narrowed to the lists that it is still about.
    subscription_mail = session.get_one(SubscriptionMail, subscription_mail.id)
    recipient = mail_recipient(session, subscription_mail)
    mailing_list = get_list(session, subscription_mail.list_id)
    purpose = subscription_mail.purpose
    is_welcome = purpose is SubscriptionMailPurpose.WELCOME
    document = SubscriptionDocument(
        language=subscription_mail.language,
        brand=brands.view(brand, logo_url(context.settings)),
        list_name=mailing_list.name_in(subscription_mail.language)
        if is_welcome
        else name_before_the_yes(mailing_list, brand.name, subscription_mail.language),
    )
    match purpose:
        case SubscriptionMailPurpose.WELCOME:
            mail = welcome_mail(context, subscription_mail, mailing_list, document)
        case SubscriptionMailPurpose.CONFIRMATION:
            mail = _confirmation(context, subscription_mail, _about_all(session, subscription_mail, document))
        case SubscriptionMailPurpose.STILL_WANTED:
            mail = still_wanted_mail(context, subscription_mail, mailing_list, document, recipient.address_hash)
        case _:
            mail = _about_change(session, context, subscription_mail, replace(document, list_name=brand.name))
    return OutgoingBatch(
        key=subscription_mail.key,
        date=subscription_mail.asked_at,
        from_name=sender.from_name,
        from_address=sender.from_address,
        reply_to=sender.reply_to,
        reference=f"question-{subscription_mail.id}",
        messages=(_message(context, sender, recipient, mail),),
    )


def name_before_the_yes(mailing_list: MailingList, organisation: str, language: str) -> str:
    """What a list is called to whoever may not be the one who asked for it: anyone can type any address into a
    form, and that somebody is on a list of people at risk is nobody else's business."""
    return organisation if mailing_list.is_protected else mailing_list.name_in(language)


def _about_all(session: Session, mail: SubscriptionMail, document: SubscriptionDocument) -> SubscriptionDocument:
    language = mail.language
    others = [session.get(MailingList, list_id) for list_id in mail.also_list_ids]
    topics = topics_by_id(session, mail.unwanted_topic_ids)
    return replace(
        document,
        other_lists=tuple(row.name_in(language) for row in others if row is not None),
        unwanted_topics=tuple(topic.name_in(language) for topic in topics),
    )


def mail_recipient(session: Session, mail: SubscriptionMail) -> MailRecipient:
    """Whom it goes to: of a change of address, the address that this email is for, whatever the person's is.
    Raises Misconfigured where they are encrypted by a key that is not here."""
    person = session.get_one(Subscriber, mail.subscriber_id)
    expect_opened(person.address, person.name)
    if mail.change_id is None:
        return MailRecipient(person.address, person.address_hash, person.name)
    change = session.get_one(AddressChange, mail.change_id)
    if mail.purpose is SubscriptionMailPurpose.ADDRESS_NOTICE:
        return MailRecipient(change.old_address, change.old_hash, person.name)
    # Whoever has the address need not be this person: no name that somebody wrote goes there.
    return MailRecipient(change.new_address, change.new_hash, "")


def _message(context: JobContext, sender: Sender, recipient: MailRecipient, mail: FilledMail) -> OutgoingMessage:
    compiled = compile_variant(subject=mail.rendered.subject, html=mail.rendered.html, text=mail.rendered.text)
    fields = mail.fields | {"recipient_name": recipient.name}
    to_hash = recipient.address_hash
    return OutgoingMessage(
        delivery_id=NO_DELIVERY,
        rendered_for=to_hash,
        to=recipient.address,
        to_hash=to_hash,
        envelope_from=envelope_from(context.signer, sender, delivery_id=NO_DELIVERY, to_hash=to_hash),
        subject=compiled.subject.merge(fields),
        html=compiled.html.merge(fields),
        text=compiled.text.merge(fields),
        headers=(
            *mail.headers,
            ("Auto-Submitted", "auto-generated"),  # RFC 3834, section 5: nobody's holiday reply is wanted
        ),
    )


def _confirmation(
    context: JobContext, subscription_mail: SubscriptionMail, document: SubscriptionDocument
) -> FilledMail:
    settings = context.settings
    link = ConfirmationLink(
        subscription_mail.subscriber_id,
        subscription_mail.list_id,
        subscription_mail.asked_at + CampaignSettings.of(settings).confirmation_lifetime,
        tuple(subscription_mail.also_list_ids),
        tuple(subscription_mail.unwanted_topic_ids),
    )
    fields = {"confirm_url": confirm_url(settings, confirmation_token(context.signer, link))}
    return FilledMail(
        render_confirmation(document), fields, (("Message-ID", mail_id(context, subscription_mail)),)
    )


def _about_change(
    session: Session, context: JobContext, subscription_mail: SubscriptionMail, document: SubscriptionDocument
) -> FilledMail:
    """It names no list, nor the other address: each may be somebody's who knows nothing of it."""
    settings = context.settings
    change = session.get_one(AddressChange, subscription_mail.change_id)
    link = AddressLink(change.subscriber_id, change.old_hash, change.new_hash)
    until = change.asked_at + CampaignSettings.of(settings).confirmation_lifetime
    if subscription_mail.purpose is SubscriptionMailPurpose.ADDRESS_NOTICE:
        token = address_token(context.signer, ADDRESS_REFUSAL, link, expires_at=until)
        rendered, fields = render_address_notice(document), {"confirm_url": refuse_address_url(settings, token)}
    else:
        token = address_token(context.signer, ADDRESS_CHANGE, link, expires_at=until)
        rendered, fields = render_address_question(document), {"confirm_url": change_address_url(settings, token)}
    return FilledMail(rendered, fields, (("Message-ID", mail_id(context, subscription_mail)),))
