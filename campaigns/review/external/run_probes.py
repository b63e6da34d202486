"""Look at what a campaign points to, out in the world, and keep what was seen.

Nothing is asked while a transaction is open, everything is asked side by side, and all of it together is over in
LONGEST, whatever the far sides do. What went unasked for want of time is asked at the next look.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from campaigns.active_sender import senders_of
from campaigns.editorial.render_variants import render_variants
from campaigns.queries import get_campaign
from campaigns.review.external.probe_domain import ask_domain
from campaigns.review.external.probe_links import ask_web
from campaigns.review.external.probe_results import looks_of
from campaigns.review.external.probe_spam_filter import ask_filter, specimen
from campaigns.review.external.probe_targets import Said, domain_key, mail_key, web_addresses
from campaigns.review.external.probes import Eyes
from campaigns.review.external.tables import LookKind, OutsideLook
from campaigns.tables import Campaign
from core.db import Database
from core.pinned_network import Deadline
from core.settings import Settings
from delivery.senders.senders import sends_by_mail

LONGEST = 10.0
"""Seconds for everything together."""
MOST = 60
"""Questions in one look."""
AT_ONCE = 8
BELIEVED_FOR = timedelta(days=1)
FORGOTTEN_AFTER = timedelta(days=30)

Ask = Callable[[float], list[Said] | None]
"""In so many seconds, what is wrong; None where nothing can be said."""


@dataclass(frozen=True, slots=True)
class Question:
    kind: LookKind
    key: str
    ask: Ask


@dataclass(frozen=True, slots=True)
class Looked:
    asked: int
    answered: int


def look_outside(database: Database, campaign_id: int, *, eyes: Eyes, settings: Settings, now: datetime) -> Looked:
    """What was good a little while ago is not asked again; what was not, is. Raises NotFound, InputRefused where a
    variant cannot be rendered, Misconfigured."""
    with database.read() as session:
        campaign = get_campaign(session, campaign_id)
        questions = list(_questions(session, campaign, eyes=eyes, settings=settings, now=now))
        due = _due(session, questions, now=now)[:MOST]
    answers = _ask_all(due)
    with database.write() as session:
        _remember(session, due, answers, now=now)
    return Looked(asked=len(due), answered=sum(answer is not None for answer in answers))


def _questions(
    session: Session, campaign: Campaign, *, eyes: Eyes, settings: Settings, now: datetime
) -> Iterator[Question]:
    """Each once, the few before the many."""
    mails = [mail for _, mail in render_variants(session, campaign, settings=settings)]
    senders = senders_of(session, campaign)
    if eyes.dns is not None:
        for sender in filter(sends_by_mail, senders):
            yield Question(LookKind.SENDER, domain_key(sender), partial(ask_domain, eyes.dns, sender))
    if eyes.spam_filter is not None:
        for mail in mails:
            message = specimen(mail, senders[0], settings=settings, now=now)
            if message is not None:
                yield Question(
                    LookKind.SPAM, mail_key(senders[0], mail), partial(ask_filter, eyes.spam_filter, message)
                )
    if eyes.outbound is not None:
        found = [one for mail in mails for one in web_addresses(mail.html, public_url=settings.public_url)]
        for address in dict.fromkeys(found):
            yield Question(address.kind, address.key, partial(ask_web, eyes.outbound, address))


def _due(session: Session, questions: Sequence[Question], *, now: datetime) -> list[Question]:
    """Those that nothing is known of, then those that were not well: somebody may have mended them."""
    looks = looks_of(session, {question.key for question in questions}, now=now)
    unknown = [one for one in questions if (one.kind, one.key) not in looks]
    unwell = [one for one in questions if looks.get((one.kind, one.key))]
    return unknown + unwell


def _ask_all(questions: Sequence[Question]) -> list[list[Said] | None]:
    deadline = Deadline(LONGEST)

    def ask(question: Question) -> list[Said] | None:
        left = deadline.left()
        return question.ask(left) if left else None

    with ThreadPoolExecutor(max_workers=AT_ONCE) as threads:
        return list(threads.map(ask, questions))


def _remember(
    session: Session, questions: Sequence[Question], answers: Sequence[list[Said] | None], *, now: datetime
) -> None:
    """Two people may look at once: the later answer stands."""
    session.execute(delete(OutsideLook).where(col(OutsideLook.good_until) < now - FORGOTTEN_AFTER))
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    # In one order for everybody, or two looks could wait for each other's rows.
    for question, answer in sorted(zip(questions, answers, strict=True), key=lambda one: one[0].key):
        if answer is None:
            continue
        seen = {"said": [one.as_json() for one in answer], "looked_at": now, "good_until": now + BELIEVED_FOR}
        statement = (sqlite.insert if is_sqlite else postgresql.insert)(OutsideLook)
        session.execute(
            statement.values(kind=question.kind, key=question.key, **seen).on_conflict_do_update(
                index_elements=["kind", "key"], set_=seen
            )
        )
