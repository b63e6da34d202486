"""Test email: a campaign as a reader would get it, to people who work here, marked as a test and without a token.

It is made by the one renderer and counts nowhere: no delivery, no attempt, no report. It is never sent to a list,
and never to an address that is nobody's here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape

from sqlmodel import Session, col, func, select

from campaigns.active_sender import active_sender, senders_of
from campaigns.editorial.preview import preview
from campaigns.journal import note_order
from campaigns.merging.personalise import CompiledVariant, compile_variant
from campaigns.queries import get_campaign, variants_of
from campaigns.services import program_texts
from campaigns.staff_mail.compose_mail import StaffMailBody, new_staff_mail, shorten, unwrapped
from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose
from campaigns.tables import Campaign
from core.db import Database
from core.errors import Conflict, InputRefused, TooManyAttempts
from core.public_urls import links_of_nobody
from core.settings import Settings
from delivery.tables import Sender
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from staff.tables import User
from staff.users import find_user, names_of_actors

MAX_PEOPLE = 10
"""In one test."""
MAX_PER_HOUR = 100
"""Emails through one sender: a provider takes what it is sent for what is meant."""
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_BANNER = (
    '<div lang="{language}" dir="auto" style="padding:12px 16px;background-color:#fff3cd;color:#1d1b19;'
    'border-bottom:2px solid #74510a;font:16px/1.5 sans-serif;text-align:start">{text}</div>'
)


@dataclass(frozen=True, slots=True)
class MailTestRequest:
    addresses: Sequence[str]
    """Of people who work here."""
    languages: Sequence[str] = ()
    """None: all that the campaign has."""


@dataclass(frozen=True, slots=True)
class _RenderedTest:
    languages: tuple[str, ...]
    variants: tuple[CompiledVariant, ...]


def send_test(
    database: Database,
    campaign_id: int,
    request: MailTestRequest,
    *,
    actor: Principal,
    settings: Settings,
    now: datetime,
) -> int:
    """Queues one email for each person and language, and says how many. It is rendered with no transaction open
    that writes, and goes through the sender that readers would get it from.

    Raises InputRefused for an address that is nobody's here, nobody at all, too many people, a language that the
    campaign lacks, or what cannot be rendered; Conflict while no sender of the campaign may be used;
    TooManyAttempts; SendingHeld while the database is held back.
    """
    require(actor, Permission.EDIT)
    with database.read() as session:
        people = _people(session, request.addresses)
        rendered = _render(session, get_campaign(session, campaign_id), request.languages, settings=settings)
    with database.write() as session:
        campaign = get_campaign(session, campaign_id)
        sender = _sender(session, campaign)
        count = len(people) * len(rendered.languages)
        _expect_rate(session, sender, count, now=now)
        by = names_of_actors(session, [actor.name]).get(actor.name, actor.name)
        for user in people:
            for language, variant in zip(rendered.languages, rendered.variants, strict=True):
                body = _body(user, campaign.name, language, variant, by=by, settings=settings)
                mail = new_staff_mail(
                    user, StaffMailPurpose.TEST, body, now=now, campaign_id=campaign.id, sender_id=sender.id
                )
                session.add(mail)
        note_order(session, campaign.id, "campaign.tested")
        audit.record(
            session,
            actor=actor.name,
            action="campaign.tested",
            subject=f"campaign:{campaign.id}",
            now=now,
            users=[user.id for user in people],
            languages=list(rendered.languages),
        )
    return count


def _people(session: Session, addresses: Sequence[str]) -> list[User]:
    people: dict[int, User] = {}
    for address in addresses:
        user = find_user(session, address)
        if user is None or user.disabled_at is not None:
            raise InputRefused("campaigns-test-not-staff", address=address[:254])
        people[user.id] = user
    if not people:
        raise InputRefused("campaigns-test-nobody")
    if len(people) > MAX_PEOPLE:
        raise InputRefused("campaigns-test-too-many", count=len(people), limit=MAX_PEOPLE)
    return list(people.values())


def _render(session: Session, campaign: Campaign, asked: Sequence[str], *, settings: Settings) -> _RenderedTest:
    offered = [variant.language for variant in variants_of(session, campaign.id)]
    unknown = [language for language in asked if language not in offered]
    if unknown:
        raise InputRefused("campaigns-test-language", language=unknown[0][:20], name=campaign.name)
    languages = tuple(language for language in offered if language in asked or not asked)
    mails = [preview(session, campaign.id, language=language, settings=settings) for language in languages]
    variants = [compile_variant(subject=mail.subject, html=mail.html, text=mail.text) for mail in mails]
    return _RenderedTest(languages, tuple(variants))


def _sender(session: Session, campaign: Campaign) -> Sender:
    sender = active_sender(session, campaign)
    if sender is None:
        raise Conflict("campaigns-test-no-sender", name=senders_of(session, campaign)[0].name)
    return sender


def _expect_rate(session: Session, sender: Sender, count: int, *, now: datetime) -> None:
    """Counted with the sender's row locked, where the database can do so: of two tests at once, one waits."""
    session.get(Sender, sender.id, with_for_update=True, populate_existing=True)
    lately = session.exec(
        select(func.count(col(StaffMail.id))).where(
            StaffMail.purpose == StaffMailPurpose.TEST,
            col(StaffMail.queued_at) > now - timedelta(hours=1),
            StaffMail.sender_id == sender.id,
        )
    ).one()
    if lately + count > MAX_PER_HOUR:
        raise TooManyAttempts("campaigns-test-rate", limit=MAX_PER_HOUR)


def _body(
    user: User, name: str, language: str, variant: CompiledVariant, *, by: str, settings: Settings
) -> StaffMailBody:
    """`language` of the campaign; what marks it as a test is in the person's own."""
    texts = program_texts()
    fields = links_of_nobody(settings) | {"recipient_name": user.name}
    banner = unwrapped(texts.text(user.language, "campaigns-test-banner", name=name, by=by, language=language))
    html = variant.html.merge(fields)
    marked = _BANNER.format(language=user.language, text=escape(banner))
    after = place.end() if (place := _BODY.search(html)) else 0
    return StaffMailBody(
        subject=shorten(
            texts.text(user.language, "campaigns-test-subject", subject=variant.subject.merge(fields))
        ),
        text=f"{banner}\n\n{variant.text.merge(fields)}",
        html=html[:after] + marked + html[after:],
    )
