"""A small organisation to tell stories in: brand, list, sender, staff, news, readers, and the jobs run by hand."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import bindparam, exists
from sqlmodel import Session, col, select

from campaigns.automation.closed_items import watched_intake
from campaigns.automation.run_automations import run_automations
from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.reporting.report import CampaignReport, report
from campaigns.review.approve import approve
from campaigns.review.schedule import send_now
from campaigns.review.submit import submit
from campaigns.sending.finish import finish_drained_campaigns
from campaigns.sending.job_context import JobContext
from campaigns.sending.launch import launch_due_campaigns
from campaigns.sending.reconcile import reconcile_in_doubt
from campaigns.sending.send import send_campaigns
from campaigns.services import build_services
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from core.addresses import EmailAddress, address_hash
from core.clock import UptimeClock
from core.db import Database
from core.generation.guard_of import guard_of
from core.settings import Settings
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptState, Delivery, Sender
from kinds.registry import NewsKind
from news.import_files import NewsIntake
from news.tables import NewsItem, NewsText
from scheduler.build import simulated_far_side
from staff.principal import Principal, principal_of
from staff.roles import permissions_of
from staff.tables import Role, User
from subscribers.index_people import index_people
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscriber, Subscription
from templates.tables import Brand
from tests.conftest import NOON, StoppedClock
from tests.fakes.provider import FakeProvider
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.with_variables import with_variables

ROUNDS_AT_REST = 2
"""That the jobs leave alone what is at rest is seen in so many rounds; more of them show nothing new."""
ON_THEIR_WAY = (CampaignStatus.SCHEDULED, CampaignStatus.PREPARING, CampaignStatus.SENDING)
_MOMENT = select(
    exists().where(col(Campaign.status).in_(ON_THEIR_WAY)).label("is_on_its_way"),
    exists().where(col(Attempt.state) != AttemptState.SETTLED).label("is_unsettled"),
    exists()
    .where(
        col(Campaign.status) == CampaignStatus.SCHEDULED,
        col(Campaign.automation_id).is_not(None),
        col(Campaign.scheduled_at) <= bindparam("now"),
    )
    .label("is_waiting"),
)
"""Made once: it is asked in each round of each test, and making it takes longer than asking."""


@dataclass(frozen=True)
class _Moment:
    is_at_rest: bool
    """There is nothing that any of the jobs looks for."""
    is_waiting: bool
    """What an automation has scheduled is due."""


@dataclass
class World:
    context: JobContext
    clock: StoppedClock
    provider: FakeProvider
    ana: Principal
    """Editor: drafts."""
    boris: Principal
    """Approver."""
    cilka: Principal
    """Another approver."""

    @property
    def database(self) -> Database:
        return self.context.database

    @property
    def settings(self) -> Settings:
        return self.context.settings

    def configure(self, **changes: object) -> None:
        services = replace(self.context.services, settings=with_variables(self.settings, **changes))
        self.context = replace(self.context, services=services)

    def add_readers(
        self,
        names: Iterable[str],
        *,
        language: str = "en",
        status: SubscriptionStatus = SubscriptionStatus.CONFIRMED,
    ) -> None:
        secret = self.settings.secret_key.get_secret_value()
        with self.database.write() as session:
            people = [
                Subscriber(
                    address=f"{name}@example.org",
                    address_hash=address_hash(EmailAddress.parse(f"{name}@example.org"), secret=secret),
                    name=name.title(),
                    language=language,
                    created_at=NOON,
                )
                for name in names
            ]
            session.add_all(people)
            session.flush()
            index_people(session, [person.id for person in people])
            session.add_all(
                Subscription(subscriber_id=person.id, list_id=1, status=status, changed_at=NOON)
                for person in people
            )

    def draft(self, *, slug: str = "shipwreck", languages: tuple[str, ...] = (), second_sender: str = "") -> int:
        request = DraftRequest(
            kind=CampaignKind.STATEMENT,
            name="",
            item_slugs=[slug],
            list_slug="bulletin",
            sender_name="main",
            second_sender_name=second_sender,
            main_language="en",
            languages=languages,
        )
        with self.database.write() as session:
            return draft_campaign(session, request, actor=self.ana, now=self.clock.now()).id

    def submit(self, campaign_id: int) -> None:
        submit(self.database, campaign_id, actor=self.ana, settings=self.settings, now=self.clock.now())

    def approve(self, campaign_id: int, by: Principal | None = None) -> None:
        with self.database.write() as session:
            seen = session.get_one(Campaign, campaign_id).content_hash or ""
            approve(
                session,
                campaign_id,
                seen_hash=seen,
                actor=by or self.boris,
                settings=self.settings,
                now=self.clock.now(),
            )

    def send_now(self, campaign_id: int) -> None:
        with self.database.write() as session:
            send_now(session, campaign_id, actor=self.boris, settings=self.settings, now=self.clock.now())

    def scheduled(self, **draft: object) -> int:
        """A campaign on its way, due when the undo window has passed."""
        campaign_id = self.draft(**draft)  # type: ignore[arg-type]  # passed through
        self.submit(campaign_id)
        self.approve(campaign_id)
        self.send_now(campaign_id)
        return campaign_id

    def launched(self, **draft: object) -> int:
        campaign_id = self.scheduled(**draft)
        self.clock.advance(seconds=60)
        launch_due_campaigns(self.context)
        return campaign_id

    def run(self, *, rounds: int = 30, seconds: float = 1) -> None:
        """The jobs of sending, again and again, as the clock goes on."""
        at_rest = 0
        for round_ in range(rounds):
            moment = self._moment()
            at_rest = at_rest + 1 if moment.is_at_rest else 0
            if at_rest > ROUNDS_AT_REST:
                # No job runs any more, so nothing but the clock can change.
                self.clock.advance(seconds=seconds * (rounds - round_))
                return
            if moment.is_waiting:
                # What an automation has scheduled waits until its folder has been compared since its time.
                run_automations(self.context)
            launch_due_campaigns(self.context)
            send_campaigns(self.context)
            reconcile_in_doubt(self.context)
            finish_drained_campaigns(self.context)
            self.clock.advance(seconds=seconds)

    def _moment(self) -> "_Moment":
        with self.database.read() as session:
            row = session.execute(_MOMENT, {"now": self.clock.now()}).one()
        return _Moment(is_at_rest=not (row.is_on_its_way or row.is_unsettled), is_waiting=bool(row.is_waiting))

    def campaign(self, campaign_id: int) -> Campaign:
        with self.database.read() as session:
            return session.get_one(Campaign, campaign_id)

    def status(self, campaign_id: int) -> CampaignStatus:
        return self.campaign(campaign_id).status

    def report(self, campaign_id: int) -> CampaignReport:
        with self.database.read() as session:
            return report(session, campaign_id)

    def deliveries(self, campaign_id: int) -> list[Delivery]:
        with self.database.read() as session:
            return list(session.exec(select(Delivery).where(Delivery.campaign_id == campaign_id)).all())

    def delivery_states(self, campaign_id: int) -> set[DeliveryStatus]:
        return {delivery.status for delivery in self.deliveries(campaign_id)}


def intake_of(world: World) -> NewsIntake:
    return watched_intake(world.context.services)


def put_file(path: Path, text: str, *, at: datetime) -> Path:
    """Written at that moment: an item without a date is of the day of its file."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def make_world(
    database: Database, clock: StoppedClock, settings: Settings, provider: FakeProvider | None = None
) -> World:
    provider = provider or FakeProvider()
    context = _context(database, clock, settings, provider)
    with database.write() as session:
        session.add(
            Brand(
                name="Odprta pot",
                postal_address="Primerova ulica 1, 1000 Ljubljana",
                website="https://example.org",
                updated_at=NOON,
            )
        )
        session.add(MailingList(slug="bulletin", name="Bilten", created_at=NOON))
        session.add(
            Sender(
                name="main",
                provider="fake",
                from_name="Odprta pot",
                from_address="bilten@example.org",
                webhook_token="t" * 40,
                calls_per_second=1000.0,
                created_at=NOON,
            )
        )
        staff = [_user("ana", AUTHOR), _user("boris", APPROVER), _user("cilka", APPROVER)]
        session.add_all(staff)
        session.flush()
        _add_news(session)
        actors = [principal_of(user) for user in staff]
    return World(context, clock, provider, *actors)


def _context(database: Database, clock: StoppedClock, settings: Settings, provider: FakeProvider) -> JobContext:
    def no_parser(name: str) -> object:
        raise AssertionError(name)

    guard = guard_of(database, settings, clock)
    guard.take_as_own()
    return JobContext(
        services=build_services(settings, database, clock),
        provider=lambda _: provider,
        report_parser=no_parser,  # type: ignore[arg-type]  # no webhooks in these stories
        far_side=simulated_far_side,
        guard=guard,
        worker="test:1",
        uptime=UptimeClock("this boot", clock.seconds),
    )


def as_admin(person: Principal) -> Principal:
    """The same person in another role."""
    return replace(person, permissions=permissions_of(ADMIN))


def join_staff(world: World, name: str, roles: frozenset[Role]) -> Principal:
    """Somebody more works here."""
    with world.database.write() as session:
        user = _user(name, roles)
        session.add(user)
        session.flush()
        return principal_of(user)


def _user(name: str, roles: frozenset[Role]) -> User:
    return User(
        address=f"{name}@example.org",
        name=name.title(),
        roles=roles,
        language="sl",
        password_hash="!",
        created_at=NOON,
    )


def _add_news(session: Session) -> None:
    item = NewsItem(
        slug="shipwreck", kind=NewsKind.STATEMENT, published_on=date(2026, 6, 18), created_at=NOON, updated_at=NOON
    )
    session.add(item)
    session.flush()
    session.add_all(
        [
            NewsText(
                item_id=item.id, language="en", title="600 people are missing",
                summary="600 migrants, including 100 children.", body_html="<p>The deaths are many.</p>",
            ),
            NewsText(
                item_id=item.id, language="sl", title="Pogrešanih je 600 ljudi",
                summary="600 ljudi, med njimi 100 otrok.", body_html="<p>Mrtvih je veliko.</p>",
            ),
        ]
    )  # fmt: skip
