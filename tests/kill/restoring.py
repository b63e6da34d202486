"""One story of a restore: a backup, life goes on, a kill, the older state is put back, and all starts again.

Told for a campaign that was only scheduled when the backup was made, for one in mid-send, and for a publication
that an automation had not seen; restored by `bilten restore`, and by hand. One campaign, so that every reader must
have exactly one copy, or none and be shown as undecided.
"""

import random
import time
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy.exc import OperationalError
from sqlmodel import col, select

from campaigns.automation.run_automations import AutomationRequest, add_automation
from campaigns.restore.adopt import adopt
from campaigns.restore.restore_backup import restore_backup
from campaigns.sending.pause import resume
from campaigns.services import build_services
from campaigns.status import FINAL, AutomationItemState, CampaignStatus, PauseReason
from campaigns.tables import AutomationItem, AutomationMode, Campaign
from core.backup.create import Source, create_backup
from core.db import Database
from core.generation.verdict import Verdict
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from migrations.upgrade import upgrade
from news.import_files import NewsIntake
from news.sources import add_folder_source
from scheduler.build import build_job_context
from simulator.serve import SimulatorThread
from subscribers.links import read_unsubscribe_token
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.tables import ConsentMethod, Subscription
from tests.kill.patience import until
from tests.kill.places import Place
from tests.kill.processes import Life, Processes
from tests.kill.stage import Stage

NOES = 7
"""Readers who unsubscribe after the backup."""
LONGEST_LIFE = 1.0
QUIET = 0.7
"""Seconds for which a database in quarantine is watched."""
PUBLICATION = """---
kind: publication
language: en
title: A new report
summary: What it is about.
---
Some words about it.
"""


class Moment(StrEnum):
    """When the backup was made."""

    SCHEDULED = "while scheduled"
    MID_SEND = "in mid-send"
    BEFORE_AUTOMATION = "before an automation acted"


class How(StrEnum):
    COMMAND = "by command"
    HAND = "by hand"


@dataclass(frozen=True)
class Outcome:
    sent: int
    twice: int
    lost: int
    """Readers who got nothing, did not say no, and of whom nobody is told."""
    in_doubt: int
    noes_lost: int
    """Who had unsubscribed, and is subscribed again."""
    noes_mailed: int
    """Who had unsubscribed, and was mailed after the restore."""
    woke_early: int
    """Messages that went out before a person had said that it may go on."""
    since: int
    """Messages that had gone out after the backup: without any the round proves nothing."""

    @property
    def holds(self) -> bool:
        return not (self.twice or self.lost or self.noes_lost or self.noes_mailed or self.woke_early)


@dataclass
class Restoring:
    stage: Stage
    far: SimulatorThread
    lives: Processes
    place: Place
    file: Path
    """Where `bilten backup` writes."""
    chance: random.Random

    def tell(self, moment: Moment, how: How, *, to_the_end: bool = False) -> Outcome:
        """`to_the_end`: everything has gone out, and the process ended in order, before the restore."""
        life = self._until_backup(moment, how)
        before = self._taken()
        if moment is Moment.BEFORE_AUTOMATION:
            (self._feed / "new.en.md").write_text(PUBLICATION, encoding="utf-8")
        life = life or self.lives.begin("embedded")
        opted_out = self._go_on(before, to_the_end=to_the_end)
        life.end() if to_the_end else life.kill()
        until(self._is_far_side_done)
        since = self._taken()
        copies_of = self._copies_of(opted_out)
        woke_early = self._restore(how)
        last = self.lives.begin("embedded")
        self._staff_let_it_go_on()
        until(self._is_over)
        last.end()
        return self._outcome(opted_out, copies_of, woke_early=woke_early, since=since - before)

    # --- until the backup

    def _until_backup(self, moment: Moment, how: How) -> Life | None:
        if moment is Moment.BEFORE_AUTOMATION:
            self._watch()
            self._back_up(how)
            return None
        self.stage.begin_campaign()
        if moment is Moment.SCHEDULED:
            self._back_up(how)
            return None
        life = self.lives.begin("embedded")
        until(lambda: self._taken() > self.chance.uniform(0.1, 0.4) * self.stage.readers, every=0.005)
        if how is How.HAND and not self.place.copies_alive:
            life.kill()
            self._back_up(how)
            return None
        self._back_up(how)
        return life

    @property
    def _feed(self) -> Path:
        return self.file.parent / "feed"

    def _watch(self) -> None:
        self._feed.mkdir(exist_ok=True)
        world, now = self.stage.world, self.stage.clock.now()
        request = AutomationRequest(
            name="publications", source_name="feed", list_slug="bulletin", sender_name="main",
            mode=AutomationMode.SEND,
        )  # fmt: skip
        with world.database.write() as session:
            add_folder_source(session, name="feed", folder=self._feed, now=now)
        add_automation(NewsIntake(world.database, world.context.assets), request, actor=world.boris, now=now)

    def _back_up(self, how: How) -> None:
        if how is How.COMMAND:
            create_backup(self._source, self.file, now=self.stage.clock.now(), overwrite=True)
            return
        self.stage.database.dispose()
        self.place.copy()

    @property
    def _source(self) -> Source:
        settings = self.stage.world.settings
        return Source(self.stage.database, settings.assets_dir, settings.secret_key.get_secret_value())

    # --- after it

    def _go_on(self, before: int, *, to_the_end: bool) -> list[int]:
        until(lambda: self._taken() > before, every=0.005)
        opted_out = self.chance.sample(range(1, self.stage.readers + 1), NOES)
        for subscriber_id in opted_out:
            with self.stage.database.write() as session:
                unsubscribe(
                    session, subscriber_id=subscriber_id, list_id=1, method=ConsentMethod.ONE_CLICK,
                    evidence="", now=self.stage.clock.now(),
                )  # fmt: skip
        if to_the_end:
            until(self._is_over)
        else:
            time.sleep(self.chance.uniform(0, LONGEST_LIFE))
        return opted_out

    def _restore(self, how: How) -> int:
        """Returns how many messages went out before somebody said that it may go on."""
        before = self._taken()
        if how is How.COMMAND:
            restore_backup(
                self.file,
                self._source,
                upgrade=upgrade,
                adopt=lambda restored, _: self._adopt(restored),
                now=self.stage.clock.now(),
                apply=True,
            )
            return 0
        self.stage.database.dispose()
        self.place.put_back()
        life = self.lives.begin("embedded")
        time.sleep(QUIET)
        life.kill()
        woke_early = self._taken() - before
        self._adopt(self.stage.database)
        return woke_early

    def _adopt(self, database: Database) -> None:
        world = self.stage.world
        context = build_job_context(build_services(world.settings, database, self.stage.clock))
        report = adopt(context, apply=True, actor=world.boris, now=self.stage.clock.now())
        # On PostgreSQL one that is put back by hand is a new database, in another place.
        recognised = (Verdict.QUARANTINED, Verdict.LIES_ELSEWHERE)
        assert report.before in recognised, "an older database was not recognised"

    def _staff_let_it_go_on(self) -> None:
        """Somebody has looked, and resumes what a restore has paused."""
        paused = (Campaign.status == CampaignStatus.PAUSED, Campaign.pause_reason == PauseReason.RESTORED)
        world = self.stage.world
        with world.database.write() as session:
            for campaign_id in session.exec(select(Campaign.id).where(*paused)).all():
                resume(session, campaign_id, actor=world.boris, now=self.stage.clock.now())

    # --- what came of it

    def _is_over(self) -> bool:
        try:
            with self.stage.database.read() as session:
                states = set(session.exec(select(Campaign.status)).all())
                items = session.exec(select(AutomationItem.state)).all()
        except OperationalError:
            return False
        held = AutomationItemState.RESTORED in items
        return states <= FINAL and (bool(states) or held)

    def _taken(self) -> int:
        """How many messages the far side has taken."""
        return self.far.simulation.ledger.count()

    def _is_far_side_done(self) -> bool:
        """What was on its way when the process died has been taken: it was sent before the restore."""
        taken = self._taken()
        time.sleep(0.2)
        return self._taken() == taken

    def _copies(self) -> list[int]:
        """Of each message that the far side took, whose copy it is."""
        return [
            read_unsubscribe_token(
                self.stage.world.context.signer,
                (message.envelope.header("List-Unsubscribe") or "").strip("<>").rpartition("/u/")[2],
                now=self.stage.clock.now(),
            ).subscriber_id
            for message in self.far.simulation.ledger.messages()
        ]

    def _copies_of(self, readers: list[int]) -> dict[int, int]:
        copies = Counter(self._copies())
        return {reader: copies[reader] for reader in readers}

    def _outcome(self, opted_out: list[int], copies_of: dict[int, int], *, woke_early: int, since: int) -> Outcome:
        copies = Counter(self._copies())
        left = Subscription.status == SubscriptionStatus.UNSUBSCRIBED
        undecided = Delivery.status == DeliveryStatus.IN_DOUBT
        with self.stage.database.read() as session:
            unsubscribed = set(session.exec(select(Subscription.subscriber_id).where(left)).all())
            in_doubt = set(session.exec(select(Delivery.subscriber_id).where(undecided)).all())
            held = session.exec(
                select(AutomationItem.item_id).where(col(AutomationItem.state) == AutomationItemState.RESTORED)
            ).all()
        everybody = set(range(1, self.stage.readers + 1))
        forgotten = everybody - copies.keys() - in_doubt - unsubscribed
        again = {reader for reader in opted_out if copies[reader] != copies_of[reader]}
        return Outcome(
            sent=copies.total(),
            twice=copies.total() - len(copies),
            lost=0 if held else len(forgotten),
            in_doubt=len(in_doubt),
            noes_lost=len(set(opted_out) - unsubscribed),
            noes_mailed=len(again),
            woke_early=woke_early,
            since=since,
        )
