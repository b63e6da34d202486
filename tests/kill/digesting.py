"""Digests while processes are killed: news comes, a day of the digest comes; each item must be in one campaign."""

import random
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from string import ascii_lowercase

from sqlalchemy.exc import OperationalError
from sqlmodel import col, func, select

from campaigns.block_tables import CampaignBlock
from campaigns.digest_tables import Digest, DigestFiring, Pattern
from campaigns.digests.calendar_rule import CalendarRule
from campaigns.digests.digest_request import DigestRequest
from campaigns.digests.set_up_digest import add_digest
from campaigns.tables import AutomationMode, Campaign
from kinds.registry import NewsKind
from news.tables import NewsItem, NewsText
from tests.kill.patience import until
from tests.kill.processes import processes
from tests.kill.stage import Account, Stage, far_side

WORDS = 12
LONGEST_LIFE = 8.0
"""Seconds: a digest is gathered, rendered and checked before it is written, in a process that is new to it all."""


def kill_while_digesting(stage: Stage, chance: random.Random, rounds: int, var_dir: Path) -> tuple[int, Account]:
    """How often a process was killed, and the account: lost or twice is an item, a day or a reader's copy."""
    digests, kills = DigestStage(stage, chance), 0
    with far_side(chance, stage.clock) as far, processes(stage.order({"resend": far.url}, var_dir)) as lives:
        for _ in range(rounds):
            digests.come_due()
            life = lives.begin("digesting")
            time.sleep(chance.uniform(0, LONGEST_LIFE))
            kills += life.kill()
        last = lives.begin("embedded")
        until(digests.is_over)
        last.end()
        digests.count_campaigns()
        account, faults = stage.account(far), digests.faults()
    lost = account.lost + faults["forgotten"] + faults["days"]
    return kills, replace(account, lost=lost, twice=account.twice + faults["twice"])


class DigestStage:
    """A digest that sends by itself on a stage, and its days."""

    def __init__(self, stage: Stage, chance: random.Random) -> None:
        self._stage, self._chance = stage, chance
        self.days = self.items = 0
        world, now = stage.world, stage.clock.now()
        rule = CalendarRule(
            Pattern.FIRST_OF_MONTH, (), date(2026, 1, 1), time_of_day(12), _where_it_is_morning(now)
        )
        request = DigestRequest("digest", rule, AutomationMode.SEND, ["bulletin"], "main", oldest_days=3650)
        with stage.database.write() as session:
            made = add_digest(session, request, actor=world.boris, settings=world.settings, now=now)
            self._number = made.id

    def come_due(self) -> None:
        """News, and the next day, unless the last one has not happened yet. For when no process runs."""
        try:
            if self._is_due():
                return
            self.days += 1
            for _ in range(self._chance.randint(1, 3)):
                self._publish()
            with self._stage.database.write() as session:
                digest = session.get_one(Digest, self._number)
                digest.next_at, digest.next_local = self._stage.clock.now(), f"9999-{self.days:06}"
                session.add(digest)
        except OperationalError:
            return

    def is_over(self) -> bool:
        return not self._is_due() and self._stage.is_over()

    def count_campaigns(self) -> int:
        """For the stage's account of who received what."""
        with self._stage.database.read() as session:
            self._stage.campaigns = session.exec(select(func.count(col(Campaign.id)))).one()
        return self._stage.campaigns

    def faults(self) -> Counter[str]:
        """Items in no campaign, and in more than one; days that made none or are missing."""
        with self._stage.database.read() as session:
            held = Counter(session.exec(select(CampaignBlock.item_id)).all())
            firings = session.exec(select(func.count()).select_from(DigestFiring)).one()
        return Counter(
            forgotten=self.items - len(held),
            twice=sum(count - 1 for count in held.values()),
            days=abs(self.days - firings),
        )

    def _is_due(self) -> bool:
        with self._stage.database.read() as session:
            digest = session.get_one(Digest, self._number)
            return digest.next_at is not None and digest.next_at <= self._stage.clock.now()

    def _publish(self) -> None:
        now = self._stage.clock.now()
        long_ago = now - timedelta(hours=1)
        number = self.items + 1
        with self._stage.database.write() as session:
            item = NewsItem(
                slug=f"item-{number}", kind=NewsKind.STATEMENT, published_on=now.date() - timedelta(days=1),
                created_at=long_ago, updated_at=long_ago,
            )  # fmt: skip
            session.add(item)
            session.flush()
            body = f"<p>{self._some_words()}.</p>"
            title, summary = f"{number} {self._some_words()[:40]}", self._some_words()
            session.add(NewsText(item_id=item.id, language="en", title=title, summary=summary, body_html=body))
        self.items = number

    def _some_words(self) -> str:
        """Nobody takes them for what was sent before."""
        return " ".join("".join(self._chance.choices(ascii_lowercase, k=7)) for _ in range(WORDS))


def _where_it_is_morning(now: datetime) -> str:
    """A zone in which it is about eight: nothing is made at night."""
    hours = (now.astimezone(UTC).hour - 8 + 12) % 24 - 12
    return f"Etc/GMT{hours:+}" if hours else "Etc/GMT"
