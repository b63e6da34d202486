"""Onboarding tasks: what the demo leaves undone, so that there is something to do in the web app in each role."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import select

from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.review.approve import approve
from campaigns.review.schedule import schedule
from campaigns.review.submit import submit
from campaigns.staff_mail.tables import StaffMail, StaffMailState
from campaigns.tables import Campaign
from cli.demo.environment import SENDER, Environment, examples
from cli.demo.seed_data import LIST, SeedData
from cli.demo.summary import Summary
from core.db import Database
from core.i18n import local_time
from news.import_files import NewsIntake, import_folder
from news.queries import item_by_slug, texts_of

FAULTY, UNUSED, WAITING, LATER = "open-the-inquiry", "reading-the-names", "shipwreck-correction", "getcohesive"
"""The news items of which each is made."""
DAYS_AHEAD = timedelta(days=2)
SENT_AT = time(9)


@dataclass(frozen=True, slots=True)
class OnboardingPlan:
    """Names, as the pages show them."""

    faulty: str
    """A draft of Ana's without a subject."""
    unused: str
    """A news item in no campaign."""
    waiting: str
    """A campaign in review."""
    later: str
    """A scheduled campaign."""
    scheduled_at: datetime


def leave_things_to_try(
    environment: Environment, people: SeedData, intake: NewsIntake, *, now: datetime
) -> OnboardingPlan:
    folder = environment.folder / "more-news"
    shutil.copytree(examples() / "other-kinds", folder)
    import_folder(intake, folder, now=now)
    settings, database = environment.settings, environment.database
    faulty = _draft(environment, people, FAULTY, language="en", now=now)
    with database.write() as session:
        edit_variant(session, faulty.id, "en", VariantEdit({"subject": ""}), actor=people.editor, now=now)
    waiting = _draft(environment, people, WAITING, language="en", now=now)
    submit(database, waiting.id, actor=people.editor, settings=settings, now=now)
    later = _draft(environment, people, LATER, language=settings.staff_language, now=now)
    later = submit(database, later.id, actor=people.editor, settings=settings, now=now)
    seen, zone = later.content_hash or "", settings.time_zone
    local = datetime.combine(now.astimezone(ZoneInfo(zone)).date() + DAYS_AHEAD, SENT_AT)
    with database.write() as session:
        approve(session, later.id, seen_hash=seen, actor=people.approver, settings=settings, now=now)
        schedule(session, later.id, local=local, zone=zone, actor=people.approver, now=now)
    with database.read() as session:
        unused = item_by_slug(session, UNUSED)
        title = texts_of(session, [unused.id])[unused.id]["sl"].title
    return OnboardingPlan(faulty.name, title, waiting.name, later.name, local.replace(tzinfo=ZoneInfo(zone)))


def suggest_things_to_try(
    summary: Summary, environment: Environment, people: SeedData, things: OnboardingPlan
) -> None:
    zone, language = environment.settings.time_zone, environment.settings.staff_language
    summary.step("cli-demo-step-try")
    summary.say("cli-demo-look-web", url=f"{environment.url}/campaigns")
    summary.line("")
    summary.say("cli-demo-try-author", address=people.editor_address, password=people.password)
    summary.say("cli-demo-try-faulty", name=things.faulty)
    summary.say("cli-demo-try-unused", name=things.unused)
    summary.line("")
    summary.say("cli-demo-try-approver", address=people.approver_address, password=people.password)
    summary.say("cli-demo-try-waiting", name=things.waiting)
    time_text = local_time(things.scheduled_at, language, zone)
    summary.say("cli-demo-try-later", name=things.later, time=time_text, zone=zone)
    summary.line("")
    summary.say("cli-demo-look-simulator", url=f"{environment.far_side.url}/simulator/")
    summary.say("cli-demo-look-end")


def settled_mails(database: Database) -> tuple[int, int]:
    """(settled, all) of the emails to those who work here: asked to approve, and told of it."""
    states = _states(database)
    return len(states) - states.count(StaffMailState.WAITING), len(states)


def all_are_settled(database: Database) -> bool:
    settled, mails = settled_mails(database)
    return settled == mails


def count_sent_mails(database: Database) -> int:
    """Of those; what is no longer true is settled and not sent."""
    return _states(database).count(StaffMailState.SENT)


def _states(database: Database) -> Sequence[str]:
    with database.read() as session:
        return session.exec(select(StaffMail.state)).all()


def _draft(environment: Environment, people: SeedData, slug: str, *, language: str, now: datetime) -> Campaign:
    """In the design of its kind, in the languages that it has."""
    request = DraftRequest(
        kind=None, name="", item_slugs=[slug], list_slug=LIST, sender_name=SENDER, main_language=language
    )
    with environment.database.write() as session:
        return draft_campaign(session, request, actor=people.editor, now=now)
