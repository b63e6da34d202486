"""Replay the journal into a restored database: nobody twice, no no forgotten, nobody forgotten unseen (ADR 31)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from campaigns.forgotten_mail import SentMail, remember_mails
from campaigns.people.erase_person import replay_erasures
from campaigns.restore.past import History
from campaigns.restore.replay_automations import hold_automations
from campaigns.restore.replay_campaign import ReplayOutcome, replay_campaign
from campaigns.restore.replay_questions import end_questions, stop_asking
from campaigns.restore.replay_reports import replay_reports
from campaigns.sending.job_context import JobContext
from campaigns.staff_mail.tables import StaffMail, StaffMailState
from campaigns.tables import Campaign
from campaigns.token_holder import address_of_mail
from core.generation.numbers import raise_numbers
from delivery.attempts import replay as deliveries
from delivery.status import DeliveryAction
from subscribers.replay_address_changes import replay_address_changes
from subscribers.replay_choices import replay_pauses, replay_topic_choices, replay_topics
from subscribers.replay_noes import replay_lists, replay_noes, replay_opt_outs, replay_suppressions
from templates.brand import get_brand


@dataclass(slots=True)
class ReplayReport:
    """What a replay did, or would do."""

    is_whole: bool
    """Whether the journal proves that what is not in it was not done."""
    calls: int = 0
    """Calls to providers that the database had forgotten."""
    noes: int = 0
    lists: int = 0
    """Lists that the database had lost."""
    suppressed: int = 0
    erased: int = 0
    """People whose data the older state still had, and who are erased once more."""
    questions: int = 0
    """Mails about subscriptions that are not sent once more."""
    automations: int = 0
    """Publications that an automation leaves to staff."""
    in_doubt: int = 0
    """Readers of whom only people can say whether they got their copy."""
    goes_on: list[str] = field(default_factory=list)
    """Names of campaigns, by what becomes of them."""
    paused: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    perhaps_sent: list[str] = field(default_factory=list)
    """Drafts, and what is in review, where it is not known whether they have gone out since."""
    silenced: list[str] = field(default_factory=list)
    """Lists whose quiet readers are not asked any more until somebody turns that on again."""
    unknown: list[str] = field(default_factory=list)
    """Campaigns that went out and are not in this database at all, by the name in their addresses."""


def replay_journal(session: Session, context: JobContext, history: History, *, now: datetime) -> ReplayReport:
    """In the caller's transaction, while nobody else works on the database."""
    report = ReplayReport(history.is_whole, calls=len(history.attempts))
    raise_numbers(session, history.numbers)
    brand = get_brand(session)
    report.lists = replay_lists(session, history.lists, otherwise=brand.name if brand else "", now=now)
    replay_topics(session, history.topics, now=now)
    _learn_results(session, history, now=now)
    names = _campaigns(session, context, history, report, now=now)
    report.unknown = sorted({attempt.campaign for attempt in history.attempts} - names)
    _remember_mails(session, history)
    # After the campaigns: who got a copy and left then has got it all the same.
    report.noes = replay_noes(session, [*history.noes, *_of_somebody(session, history.lost_noes)])
    report.noes += replay_opt_outs(session, history.opted_out)
    report.noes += replay_topic_choices(session, history.topic_choices) + replay_pauses(session, history.pauses)
    report.suppressed = replay_suppressions(session, history.suppressed) + replay_reports(session, now=now)
    report.noes += replay_address_changes(session, history.address_changes)
    report.erased = replay_erasures(session, history.erased, now=now)
    report.automations = hold_automations(session, history, now=now)
    report.questions = end_questions(session, history)
    report.silenced = stop_asking(session, history)
    _end_staff_mails(session, history)
    return report


def _learn_results(session: Session, history: History, *, now: datetime) -> None:
    """Of calls that the database knows, but not what became of them. That a copy was accepted counts for more than
    whatever somebody has decided since from this older state."""
    begun_since = {row.delivery_id for attempt in history.attempts for row in attempt.rows}
    accepted = {
        delivery_id: action for delivery_id, action in history.moved.items() if action is DeliveryAction.ACCEPT
    }
    for open_ones, results in (
        (deliveries.undecided(session), history.moved),
        (deliveries.waiting(session), accepted),
    ):
        known = {
            delivery_id: results[delivery_id]
            for delivery_id in open_ones
            if delivery_id in results and delivery_id not in begun_since
        }
        deliveries.apply_moves(session, known, now=now)
    deliveries.close_decided(session, now=now)


def _campaigns(
    session: Session, context: JobContext, history: History, report: ReplayReport, *, now: datetime
) -> set[str]:
    lists = {
        ReplayOutcome.GOES_ON: report.goes_on,
        ReplayOutcome.PAUSED: report.paused,
        ReplayOutcome.CANCELLED: report.cancelled,
        ReplayOutcome.PERHAPS_SENT: report.perhaps_sent,
    }
    known = set()
    for campaign in session.exec(select(Campaign).order_by(col(Campaign.id))).all():
        known.add(campaign.public_id)
        replayed = replay_campaign(session, context, campaign, history, now=now)
        report.in_doubt += replayed.in_doubt
        if replayed.fate in lists:
            lists[replayed.fate].append(campaign.name)
    return known


def _remember_mails(session: Session, history: History) -> None:
    """Of campaigns without deliveries here, and about subscriptions: whoever leaves by a link in one of them, or
    complains about it, is somebody all the same."""
    launched = set(session.exec(select(Campaign.public_id).where(col(Campaign.launched_at).is_not(None))).all())
    for attempt in history.attempts:
        if attempt.campaign not in launched:
            remember_mails(
                session,
                [
                    SentMail(
                        attempt.campaign, row.subscriber_id, row.address_hash, attempt.sender_id, row.delivery_id
                    )
                    for row in attempt.rows
                ],
            )
    remember_mails(
        session,
        [
            SentMail(question["purpose"], question["subscriber"], question["hash"])
            for question in history.asked.values()
            if "hash" in question
        ],
    )


def _of_somebody(session: Session, lost_noes: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Whose they were is known by now, as far as it ever will be."""
    addresses = [address_of_mail(session, no["campaign"], no["subscriber"]) for no in lost_noes]
    return [
        {**no, "hashes": [address], "evidence": f"campaign:{no['campaign']}"}
        for no, address in zip(lost_noes, addresses, strict=True)
        if address is not None
    ]


def _end_staff_mails(session: Session, history: History) -> None:
    """What may have been sent since is not sent once more. What is still so is shown on the pages of staff."""
    waiting = update(StaffMail).where(col(StaffMail.state) == StaffMailState.WAITING)
    if history.is_whole:
        waiting = waiting.where(col(StaffMail.key).in_(history.staff_mailed))
    session.execute(waiting.values(state=StaffMailState.GIVEN_UP))
