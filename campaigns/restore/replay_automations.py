"""Automations after a restore: what they may have sent of already is left to staff, not sent once more."""

from collections.abc import Collection
from dataclasses import asdict, astuple
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.automation.closed_items import watched_intake
from campaigns.automation.memory import folder_of, is_of_folder, unseen_items
from campaigns.automation.refusals import restored_row
from campaigns.digest_tables import Digest, DigestItem, SeenState
from campaigns.digests.gather_items import unseen_by_digest
from campaigns.restore.past import History
from campaigns.review.remembered_content import items_with_remembered_content
from campaigns.review.tables import RememberedContent, RememberedTitle
from campaigns.sending.job_context import JobContext
from campaigns.tables import Automation
from core.sql import insert_new
from news.fingerprint_rows import fingerprint_all
from news.sources import read_source


def read_watched_sources(context: JobContext, *, now: datetime) -> None:
    """Once, and before the replay, so that what lies in them now is not taken for new later. Files are decoded:
    no transaction is open meanwhile, and no automation acts while the database is held back."""
    with context.database.read() as session:
        automations = session.exec(select(Automation).where(is_of_folder())).all()
    source_ids = sorted({folder_of(automation) for automation in automations})
    intake = watched_intake(context.services)
    for source_id in source_ids:
        read_source(intake, source_id, now=now)
    fingerprint_all(context.database, now=now)


def hold_automations(session: Session, history: History, *, now: datetime) -> int:
    """How many items that lie in watched sources it leaves to staff, who find them where all refused ones are.
    What was acted on is known again by its content, also where its file has another name or comes later."""
    remember_content(session, history, now=now)
    automations = session.exec(select(Automation).where(is_of_folder()).order_by(col(Automation.id))).all()
    known = items_with_remembered_content(session)
    held = [
        restored_row(automation.id, item.id, now=now)
        for automation in automations
        for item in session.exec(unseen_items(automation))
        if not history.is_whole or (automation.id, item.slug) in history.automated or item.id in known
    ]
    session.add_all(held)
    return len(held) + _hold_digests(session, history, known, now=now)


def _hold_digests(session: Session, history: History, known: Collection[int], *, now: datetime) -> int:
    """The same of what waits for a digest."""
    held = [
        DigestItem(automation_id=automation_id, item_id=item.id, seen_as=SeenState.RESTORED, at=now)
        for automation_id in session.exec(select(Digest.automation_id).order_by(col(Digest.automation_id)))
        for item in session.exec(unseen_by_digest(automation_id))
        if not history.is_whole or (automation_id, item.slug) in history.automated or item.id in known
    ]
    session.add_all(held)
    return len(held)


def remember_content(session: Session, history: History, *, now: datetime) -> None:
    for table, facts in ((RememberedContent, history.acted_on), (RememberedTitle, history.titles)):
        rows = [asdict(fact) | {"at": now} for fact in sorted(facts, key=astuple)]
        if rows:
            session.execute(insert_new(session, table), rows)
