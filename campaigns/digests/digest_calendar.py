"""The calendar of a digest as its row has it, and when it is due next.

That moment is a row, found by the sweep (ADR 8), and is worked out anew by it: after a change of the clock or of
the zone's own rules it is wrong, and the rule is not.
"""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlmodel import Session, select

from campaigns.digest_tables import Digest, DigestFiring, Pattern
from campaigns.digests.calendar_rule import CalendarRule, Firing, firings
from campaigns.settings import CampaignSettings
from core.errors import InputRefused
from core.settings import Settings


def rule_of(digest: Digest) -> CalendarRule:
    return CalendarRule(
        Pattern(digest.pattern),
        tuple(digest.weekdays),
        digest.starts_on,
        time.fromisoformat(digest.at),
        digest.zone,
        digest.moves_for_holidays,
    )


def local_name(firing: Firing) -> str:
    """2026-11-30T08:00"""
    return firing.local.isoformat(timespec="minutes")


def first_open_firing(session: Session, digest: Digest, *, settings: Settings, now: datetime) -> Firing:
    """The next one that has not happened: a clock that was set back says some of them once more. Raises
    InputRefused for a zone that the machine does not know any more."""
    wanted = select(DigestFiring.local).where(DigestFiring.automation_id == digest.automation_id)
    over = set(session.exec(wanted.where(DigestFiring.local >= _today(digest, now))))
    upcoming = firings(rule_of(digest), CampaignSettings.of(settings).quiet, after=now)
    return next(firing for firing in upcoming if local_name(firing) not in over)


def set_next(session: Session, digest: Digest, *, settings: Settings, now: datetime) -> None:
    """None where the machine does not know the zone any more, which staff read on its page; and where no calendar
    says it."""
    if digest.is_on_publication:
        digest.next_at, digest.next_local = None, ""
        session.add(digest)
        return
    try:
        firing = first_open_firing(session, digest, settings=settings, now=now)
        digest.next_at, digest.next_local = firing.at, local_name(firing)
    except InputRefused:
        digest.next_at = None
    session.add(digest)


def is_quiet(digest: Digest, *, settings: Settings, now: datetime) -> bool:
    """Whether it is the part of the night in which nothing is made: a machine that was down finds what was due."""
    quiet = CampaignSettings.of(settings).quiet
    return quiet is not None and quiet.holds(now.astimezone(ZoneInfo(digest.zone)).replace(tzinfo=None))


def _today(digest: Digest, now: datetime) -> str:
    return now.astimezone(ZoneInfo(digest.zone)).date().isoformat()
