"""Emails about a review: those who may approve hear that they are waited for, the author what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.editorial.content_changes import approvers_left, contributors
from campaigns.review.tables import ReviewNote, ReviewNoteKind
from campaigns.services import program_texts
from campaigns.staff_mail.compose_mail import MailLine, StaffMailBody, compose_mail, new_staff_mail
from campaigns.staff_mail.tables import StaffMailPurpose
from campaigns.tables import Campaign
from core.errors import Param
from core.public_urls import campaign_page_url
from core.settings import Settings
from staff.principal import Principal
from staff.tables import User
from staff.users import ACTOR, names_of_actors


@dataclass(frozen=True, slots=True)
class ReviewMailData:
    """What happened, as an email about it says."""

    purpose: StaffMailPurpose
    actor: Principal
    remark: str = ""
    count: int = 0
    """How many readers it goes to; only of what was submitted."""


def tell_approvers(
    session: Session, campaign: Campaign, data: ReviewMailData, *, settings: Settings, now: datetime
) -> None:
    """One email for each person whose approval would count (ADR 38), but for whoever submitted it."""
    people = approvers_left(session, contributors(session, campaign))
    _queue(session, campaign, people, data, settings=settings, now=now)


def tell_author(
    session: Session, campaign: Campaign, data: ReviewMailData, *, settings: Settings, now: datetime
) -> None:
    """Whoever drafted it, and whoever submitted it last, unless they did it themselves."""
    submitted = session.exec(
        select(ReviewNote.actor)
        .where(ReviewNote.campaign_id == campaign.id, ReviewNote.kind == ReviewNoteKind.SUBMITTED)
        .order_by(col(ReviewNote.id).desc())
        .limit(1)
    ).all()
    ids = {int(actor.removeprefix(ACTOR)) for actor in (campaign.author, *submitted) if actor.startswith(ACTOR)}
    people = session.exec(select(User).where(col(User.id).in_(ids)).order_by(col(User.id))).all()
    _queue(session, campaign, people, data, settings=settings, now=now)


def _queue(
    session: Session,
    campaign: Campaign,
    people: Sequence[User],
    data: ReviewMailData,
    *,
    settings: Settings,
    now: datetime,
) -> None:
    by = names_of_actors(session, [data.actor.name]).get(data.actor.name, data.actor.name)
    session.add_all(
        new_staff_mail(
            user,
            data.purpose,
            _body(user.language, campaign, data, by=by, settings=settings),
            now=now,
            campaign_id=campaign.id,
        )
        for user in people
        if user.disabled_at is None and f"{ACTOR}{user.id}" != data.actor.name
    )


def _body(
    language: str, campaign: Campaign, data: ReviewMailData, *, by: str, settings: Settings
) -> StaffMailBody:
    texts, key = program_texts(), f"campaigns-mail-{data.purpose.value.replace('_', '-')}"
    params: dict[str, Param] = {"name": campaign.name, "by": by, "count": data.count}
    is_welcome = data.purpose is StaffMailPurpose.SUBMITTED and campaign.series_email_id is not None
    what_happened = "campaigns-mail-submitted-welcome" if is_welcome else key
    lines = [
        MailLine(texts.text(language, what_happened, **params)),
        *([MailLine(data.remark, is_quoted=True)] if data.remark else []),
        MailLine(
            texts.text(language, "campaigns-mail-open-campaign"), url=campaign_page_url(settings, campaign.id)
        ),
        MailLine(texts.text(language, "campaigns-mail-why")),
    ]
    return compose_mail(language, texts.text(language, f"{key}-subject", **params), lines)
