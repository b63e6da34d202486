"""Verification of intent (WebSub, section 5.3): a hub asks whether we have asked it; yes is said only to that.

A GET that changes state, as the protocol has it. What it changes is the row of its own address, and only where
that row awaits it: nobody else knows the address, and nothing else comes of it.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from core.db import Database
from core.errors import Refusal
from news.feeds.tables import FeedHub, HubRequest

SHORTEST_LEASE, LONGEST_LEASE = timedelta(minutes=10), timedelta(days=30)
"""That is believed: who promises less is asked again after the former, who promises more after the latter."""
MOST_CHALLENGE = 2_000
_MOST_REASON = 200
_DENIED_FOR = timedelta(days=7)
"""Until one that has said no is asked again."""


@dataclass(frozen=True, slots=True)
class IntentCheck:
    mode: str
    topic: str
    challenge: str = ""
    lease_seconds: str = ""
    reason: str = ""


def answer_hub(database: Database, token: str, question: IntentCheck, *, now: datetime) -> bool:
    """Whether we agree. Whoever asks for anything else than what is awaited is turned away before anything is
    locked: a stranger's flood keeps nobody from writing."""
    with database.read() as session:
        if _awaited(session, token, question) is None:
            return False
    with database.write() as session:
        row = _awaited(session, token, question, is_locked=True)
        if row is None:
            return False
        if row.is_left:
            session.delete(row)
            return True
        row.pending = HubRequest.NONE
        if question.mode == "denied":
            row.problem = asdict(_denial(_printable(question.reason)))
            row.told_until, row.next_at = None, now + _DENIED_FOR
        else:
            lease = lease_of(question.lease_seconds)
            row.problem, row.failures, row.told_until = None, 0, now + lease
            row.next_at = now + max(lease * 0.8, SHORTEST_LEASE)
        session.add(row)
    return True


def lease_of(written: str) -> timedelta:
    """Of what names no lease, nothing is believed beyond the shortest."""
    seconds = int(written) if written.isascii() and written.isdigit() and len(written) < 12 else 0
    return min(max(timedelta(seconds=seconds), SHORTEST_LEASE), LONGEST_LEASE)


def _awaited(session: Session, token: str, question: IntentCheck, *, is_locked: bool = False) -> FeedHub | None:
    """A hub may say no at any time; yes, only to what it was asked for."""
    if not (token + question.topic).isprintable():  # PostgreSQL has no NUL
        return None
    wanted = select(FeedHub).where(FeedHub.token == token, FeedHub.topic == question.topic)
    if question.mode != "denied":
        if question.mode not in ("subscribe", "unsubscribe") or not 0 < len(question.challenge) <= MOST_CHALLENGE:
            return None
        wanted = wanted.where(FeedHub.pending == HubRequest(question.mode))
        wanted = wanted.where(col(FeedHub.is_left).is_(question.mode == "unsubscribe"))
    return session.exec(wanted.with_for_update() if is_locked else wanted).first()


def _denial(reason: str) -> Refusal:
    if not reason:
        return Refusal("", None, "news-hub-denied", {})
    return Refusal("", None, "news-hub-denied-because", {"reason": reason})


def _printable(reason: str) -> str:
    return "".join(sign for sign in reason if sign.isprintable())[:_MOST_REASON]
