"""Group commit of clicks: a number for each link and day. Whoever follows a link is led on first, and counted
afterwards or not at all."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select

from campaigns.clicks.click_links import click_code
from campaigns.clicks.counting import MIN_READERS, is_counting
from campaigns.clicks.tables import ClickCount, ClickLink
from campaigns.public_archive.web_access import is_of_open_list
from campaigns.tables import Campaign
from core.db import Database
from core.errors import BiltenError
from core.logging import get_logger
from core.sql import upsert

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class FollowedLink:
    target: str
    is_counted: bool


def find_link(session: Session, code: str) -> FollowedLink | None:
    """Where a counted address leads, and nowhere but where was approved: the code is the target's digest. It is
    counted once its campaign is out, to enough readers, while the organisation counts and no list of it is
    protected."""
    row = session.exec(
        select(ClickLink, Campaign.public_id, col(Campaign.launched_at).is_not(None), is_of_open_list())
        .join(Campaign, col(Campaign.id) == col(ClickLink.campaign_id))
        .where(ClickLink.code == code)
    ).one_or_none()
    if row is None:
        return None
    link, public_id, is_out, is_open = row
    if click_code(public_id, link.target) != code:
        log.error("click.target_changed", campaign_id=link.campaign_id)
        return None
    is_counted = bool(is_out and is_open) and link.reader_count >= MIN_READERS and is_counting(session)
    return FollowedLink(link.target, is_counted)


def add_clicks(session: Session, clicks: Mapping[tuple[str, date], int]) -> None:
    """By code and day, in one statement."""
    rows = [{"code": code, "day": day, "count": count} for (code, day), count in sorted(clicks.items())]
    statement = upsert(session, ClickCount).values(rows)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["code", "day"], set_={"count": col(ClickCount.count) + statement.excluded.count}
        )
    )


class ClickCounter:
    """Gathers what comes while a transaction is written, so that a thousand clicks in a second are a few writes.
    Safe for threads. Not durable before it is written: what a killed process had gathered is not counted."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._gathered: Counter[tuple[str, date]] = Counter()
        self._gathering = Lock()
        self._writing = Lock()

    def count(self, code: str, day: date) -> None:
        """Never fails and never waits for another writer of clicks. `code` is of a link that there is: the links
        that there are bound what is gathered."""
        with self._gathering:
            self._gathered[code, day] += 1
        # Whoever holds the lock looks again after letting it go: nothing is left lying.
        while self._gathered and self._writing.acquire(blocking=False):
            try:
                self._write()
            finally:
                self._writing.release()

    def _write(self) -> None:
        with self._gathering:
            clicks, self._gathered = self._gathered, Counter()
        if not clicks:
            return
        try:
            with self._database.write() as session:
                add_clicks(session, clicks)
        except (SQLAlchemyError, BiltenError) as error:
            log.warning("clicks.not_counted", count=clicks.total(), error=type(error).__name__)
