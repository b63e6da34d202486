"""The demo's steps, each through the same use cases that staff's commands and pages call."""

import shutil
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import col, select

from campaigns.automation.run_automations import AutomationRequest, add_automation
from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.reporting.report import CampaignReport, report
from campaigns.review.approve import approve
from campaigns.review.check import check
from campaigns.review.schedule import schedule
from campaigns.review.submit import submit
from campaigns.status import FINAL, CampaignStatus
from campaigns.tables import AutomationMode, Campaign, CampaignKind
from cli.demo.environment import SENDER, Environment, examples
from cli.demo.placeholders import make_placeholders
from cli.demo.seed_data import LIST, plant_seed_data
from cli.demo.summary import Summary
from cli.demo.things_to_try import OnboardingPlan, all_are_settled, leave_things_to_try, settled_mails
from core.errors import Refusal
from core.i18n import language_name, local_time
from delivery.tables import WebhookReceipt
from news.import_files import NewsIntake, import_folder
from news.queries import list_items
from news.sources import add_folder_source
from subscribers.import_csv import import_csv
from subscribers.import_report import ImportRequest

LANGUAGES = ("sl", "en", "ar")
STATEMENT = "shipwreck-statement"
ABOUT = "about-us"
"""Comes last: who we are is not the news."""
AHEAD = timedelta(seconds=3)


class ScenarioState:
    """What one run of the demo has come to know on its way."""

    def __init__(self, environment: Environment, summary: Summary) -> None:
        self.environment = environment
        self.summary = summary
        self.items = 0
        self.imported = 0
        self.refused: list[Refusal] = []
        self.people = plant_seed_data(
            environment.database, language=environment.settings.staff_language, now=self._now()
        )

    def run(self) -> None:
        self.load_news()
        self.import_readers()
        statement, bulletin = self.prepare_campaigns()
        self.summary.step("cli-demo-step-sending")
        self.follow(statement)
        self._schedule(bulletin)
        self.follow(bulletin)
        self.let_a_publication_go_out_by_itself()

    def load_news(self) -> None:
        """Step 1: the organisation's own texts, with placeholders for the pictures and PDFs that they name."""
        self.summary.step("cli-demo-step-news")
        folder = self.environment.folder / "news"
        shutil.copytree(examples() / "news", folder)
        drawn = make_placeholders(folder)
        loaded = import_folder(self._intake(), folder, now=self._now())
        with self.environment.database.read() as session:
            items = list_items(session, limit=100)
        self.items = len(items)
        self.summary.say("cli-demo-news-loaded", items=self.items, texts=len(loaded.imported), drawn=len(drawn))
        self.summary.refused(loaded.refused)

    def import_readers(self) -> None:
        """Step 2: made-up subscribers, with a few rows that no import should take."""
        self.summary.step("cli-demo-step-readers")
        came = import_csv(
            self.environment.database,
            examples() / "subscribers.csv",
            ImportRequest(LIST, "Made-up readers of the demo"),
            secret=self.environment.settings.secret_key.get_secret_value(),
            now=self._now(),
        )
        self.imported, self.refused = came.imported, list(came.refused)
        self.summary.say("cli-demo-readers-imported", imported=self.imported, refused=len(self.refused))
        self.summary.refused(self.refused)

    def prepare_campaigns(self) -> tuple[int, int]:
        """Step 3: drafted by one person, checked, approved by another; the statement is given its time."""
        self.summary.step("cli-demo-step-campaigns")
        with self.environment.database.read() as session:
            slugs = [item.slug for item in list_items(session, limit=100)]
        others = sorted({*slugs} - {STATEMENT}, key=lambda slug: (slug == ABOUT, slug))
        statement = self._approved(CampaignKind.STATEMENT, [STATEMENT], "")
        bulletin = self._approved(CampaignKind.BULLETIN, others, "Bilten · november 2026")
        at = self._schedule(statement)
        language, zone = self.environment.settings.staff_language, self.environment.settings.time_zone
        self.summary.say("cli-demo-scheduled", time=local_time(at, language, zone), zone=zone)
        return statement, bulletin

    def follow(self, campaign_id: int) -> None:
        """Step 4: the engine sends it over HTTP, the far side answers and posts its webhooks back."""
        with self.environment.database.read() as session:
            name = session.get_one(Campaign, campaign_id).name
        self.summary.line("")
        self.summary.line(name)
        self.summary.watch(
            "cli-demo-sending",
            lambda: self._accepted(campaign_id),
            lambda: self._status(campaign_id) in FINAL | {CampaignStatus.PAUSED},
        )
        self.summary.watch("cli-demo-hearing", self._heard, self._is_quiet)
        self._show_report(self.report(campaign_id))

    def let_a_publication_go_out_by_itself(self) -> None:
        """Step 5: a file is dropped into a watched folder; nobody does anything else."""
        self.summary.step("cli-demo-step-automation")
        folder = self.environment.folder / "inbox-feed"
        shutil.copytree(examples() / "inbox-feed", folder)
        request = AutomationRequest(
            name="Publications",
            source_name="inbox-feed",
            list_slug=LIST,
            sender_name=SENDER,
            mode=AutomationMode.SEND,
        )
        with self.environment.database.write() as session:
            add_folder_source(session, name="inbox-feed", folder=folder, now=self._now())
        add_automation(self._intake(), request, actor=self.people.approver, now=self._now())
        before = self._newest_campaign()
        shutil.copy(examples() / "new-publication.md", folder)
        make_placeholders(folder)
        self.summary.say("cli-demo-dropped", folder=str(folder))
        self.summary.watch("cli-demo-noticing", lambda: (0, 0), lambda: self._newest_campaign() > before)
        self.follow(self._newest_campaign())

    def leave_things_to_try(self) -> OnboardingPlan:
        """Step 6: for each role something that is not done yet; colleagues are told of it, as they would be."""
        things = leave_things_to_try(self.environment, self.people, self._intake(), now=self._now())
        database = self.environment.database
        self.summary.line("")
        self.summary.watch("cli-demo-telling", lambda: settled_mails(database), lambda: all_are_settled(database))
        return things

    def report(self, campaign_id: int) -> CampaignReport:
        with self.environment.database.read() as session:
            return report(session, campaign_id)

    def _now(self) -> datetime:
        return self.environment.job_context.clock.now()

    def _intake(self) -> NewsIntake:
        return NewsIntake(
            self.environment.database, self.environment.job_context.assets, self.environment.settings.time_zone
        )

    def _schedule(self, campaign_id: int) -> datetime:
        """In a moment. What is sent at once can be taken back first, for which the story would have to wait."""
        now, zone = self._now(), self.environment.settings.time_zone
        local = (now + AHEAD).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        with self.environment.database.write() as session:
            campaign = schedule(session, campaign_id, local=local, zone=zone, actor=self.people.approver, now=now)
            return campaign.scheduled_at or now

    def _approved(self, kind: CampaignKind, slugs: list[str], name: str) -> int:
        settings, now = self.environment.settings, self._now()
        request = DraftRequest(
            kind=kind,
            name=name,
            item_slugs=slugs,
            list_slug=LIST,
            sender_name=SENDER,
            main_language=settings.staff_language,
            languages=LANGUAGES,
        )
        with self.environment.database.write() as session:
            campaign_id = draft_campaign(session, request, actor=self.people.editor, now=now).id
        with self.environment.database.read() as session:
            findings = check(session, campaign_id, settings=settings, now=now)
        campaign = submit(
            self.environment.database, campaign_id, actor=self.people.editor, settings=settings, now=now
        )
        with self.environment.database.write() as session:
            approve(
                session,
                campaign_id,
                seen_hash=campaign.content_hash or "",
                actor=self.people.approver,
                settings=settings,
                now=now,
            )
        self.summary.say(
            "cli-demo-campaign-approved",
            name=campaign.name,
            languages=", ".join(language_name(code) for code in LANGUAGES),
            warnings=len(findings),
        )
        return campaign_id

    def _status(self, campaign_id: int) -> CampaignStatus:
        with self.environment.database.read() as session:
            return session.get_one(Campaign, campaign_id).status

    def _accepted(self, campaign_id: int) -> tuple[int, int]:
        known = self.report(campaign_id)
        return known.recipients - known.queued - known.in_doubt, known.recipients

    def _heard(self) -> tuple[int, int]:
        """(webhooks read, webhooks received)."""
        with self.environment.database.read() as session:
            read, received = session.exec(
                select(func.count(col(WebhookReceipt.processed_at)), func.count(col(WebhookReceipt.id)))
            ).one()
        return read, received

    def _is_quiet(self) -> bool:
        """The far side has posted everything, and everything has been read."""
        read, received = self._heard()
        return self.environment.far_side.simulation.poster.counts()["pending"] == 0 and read == received

    def _newest_campaign(self) -> int:
        with self.environment.database.read() as session:
            return session.exec(select(func.max(col(Campaign.id)))).one() or 0

    def _show_report(self, known: CampaignReport) -> None:
        figures = {
            "recipients": known.recipients,
            "accepted": known.accepted,
            "delivered": known.delivered,
            "bounced": known.bounced,
            "complained": known.complained,
            "unsubscribed": known.unsubscribed,
            "rejected": known.rejected,
            "skipped": sum(known.skipped.values()),
        }
        self.summary.figures("cli-demo-report", figures)
        for reason, count in sorted(known.skipped.items()):
            self.summary.say(
                "cli-demo-skipped", count=count, reason=self.summary.text(f"campaigns-skipped-{reason}")
            )
