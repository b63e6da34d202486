"""Why did she not get it? One answer a campaign, for whoever may see its readers."""

from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlmodel import select

from campaigns.reporting.reader_absence import (
    AbsenceReason,
    AbsenceVerdict,
    PastMailing,
    ReaderChoices,
    SubscriptionHistory,
    why_absent,
)
from campaigns.reporting.reader_search import ReaderSearchResult, search_reader
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from core.settings import Settings
from delivery.outcome import EventType, Outcome, RejectReason
from delivery.status import DeliveryStatus
from staff.principal import OPERATOR, Principal
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import (
    ConsentProof,
    SubscriptionRequest,
    confirm,
    request_subscription,
    unsubscribe,
)
from subscribers.suppress import suppress
from subscribers.tables import (
    ConsentAction,
    ConsentMethod,
    MailingList,
    Subscriber,
    Subscription,
    SuppressionReason,
)
from subscribers.topic_tables import Frequency
from tests.campaigns.test_campaign_report import refuse_asja
from tests.campaigns.test_deliveries import hear
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite

DAY = timedelta(days=1)
BEFORE, LAUNCH, AFTER = NOON - DAY, NOON, NOON + DAY
CONFIRMED, PENDING, LEFT = (
    SubscriptionStatus.CONFIRMED,
    SubscriptionStatus.PENDING,
    SubscriptionStatus.UNSUBSCRIBED,
)
NEVER = SubscriptionHistory(None)
ON_IT = SubscriptionHistory(CONFIRMED, BEFORE)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["asja", "bine"])
    return world


def search(
    world: World, name: str, *, viewer: Principal = OPERATOR, before: int | None = None
) -> ReaderSearchResult:
    secret = world.settings.secret_key.get_secret_value()
    hashed = address_hash(EmailAddress.parse(f"{name}@example.org"), secret=secret)
    with world.database.read() as session:
        return search_reader(session, hashed, viewer=viewer, now=world.clock.now(), before_id=before)


def states(result: ReaderSearchResult) -> list[str]:
    return [answer.state for answer in result.answers]


@pytest.mark.parametrize(
    ("lists", "excluded", "suppressed_at", "verdict"),
    [
        ([NEVER], [], None, AbsenceVerdict(AbsenceReason.NOT_ON_LIST)),
        ([NEVER], [], BEFORE, AbsenceVerdict(AbsenceReason.NOT_ON_LIST)),
        ([SubscriptionHistory(PENDING, BEFORE)], [], None, AbsenceVerdict(AbsenceReason.UNCONFIRMED)),
        (
            [SubscriptionHistory(LEFT, BEFORE, ((ConsentAction.UNSUBSCRIBED, BEFORE),))],
            [],
            None,
            AbsenceVerdict(AbsenceReason.UNSUBSCRIBED, BEFORE),
        ),
        (
            [SubscriptionHistory(CONFIRMED, AFTER, ((ConsentAction.CONFIRMED, AFTER),))],
            [],
            None,
            AbsenceVerdict(AbsenceReason.JOINED_LATER, AFTER),
        ),
        (
            [
                SubscriptionHistory(
                    CONFIRMED, AFTER, ((ConsentAction.REQUESTED, BEFORE), (ConsentAction.CONFIRMED, AFTER))
                )
            ],
            [],
            None,
            AbsenceVerdict(AbsenceReason.UNCONFIRMED),
        ),
        ([ON_IT], [], BEFORE, AbsenceVerdict(AbsenceReason.SUPPRESSED, BEFORE)),
        ([NEVER, ON_IT], [], BEFORE, AbsenceVerdict(AbsenceReason.SUPPRESSED, BEFORE)),
        ([ON_IT], [], AFTER, AbsenceVerdict(AbsenceReason.UNEXPLAINED)),
        ([ON_IT], [ON_IT], None, AbsenceVerdict(AbsenceReason.EXCLUDED)),
        ([ON_IT], [SubscriptionHistory(LEFT, BEFORE)], None, AbsenceVerdict(AbsenceReason.UNEXPLAINED)),
        ([ON_IT], [SubscriptionHistory(CONFIRMED, AFTER)], None, AbsenceVerdict(AbsenceReason.UNEXPLAINED)),
    ],
)
def test_why_somebody_has_no_copy(
    lists: list[SubscriptionHistory],
    excluded: list[SubscriptionHistory],
    suppressed_at: datetime | None,
    verdict: AbsenceVerdict,
) -> None:
    ask = partial(why_absent, lists=lists, excluded=excluded, suppressed_at=suppressed_at, choices=ReaderChoices())
    assert ask(mailing=PastMailing(LAUNCH)) == verdict
    narrowed = ask(mailing=PastMailing(LAUNCH, has_segments=True))
    is_unexplained = verdict.reason is AbsenceReason.UNEXPLAINED
    assert narrowed == (AbsenceVerdict(AbsenceReason.NOT_IN_SEGMENTS) if is_unexplained else verdict)


@pytest.mark.parametrize(
    ("choices", "topics", "verdict"),
    [
        (ReaderChoices((BEFORE, AFTER)), (), AbsenceVerdict(AbsenceReason.PAUSED, AFTER)),
        (
            ReaderChoices((BEFORE, AFTER), {1: (Frequency.NEVER, BEFORE)}),
            (1,),
            AbsenceVerdict(AbsenceReason.PAUSED, AFTER),
        ),
        (ReaderChoices((BEFORE, LAUNCH)), (), AbsenceVerdict(AbsenceReason.UNEXPLAINED)),
        (ReaderChoices((AFTER, AFTER + DAY)), (), AbsenceVerdict(AbsenceReason.UNEXPLAINED)),
        (
            ReaderChoices(frequencies={1: (Frequency.NEVER, BEFORE)}),
            (1,),
            AbsenceVerdict(AbsenceReason.NOT_THEIR_TOPIC),
        ),
        (
            ReaderChoices(frequencies={1: (Frequency.NEVER, AFTER)}),
            (1,),
            AbsenceVerdict(AbsenceReason.UNEXPLAINED),
        ),
        (
            ReaderChoices(frequencies={1: (Frequency.NEVER, BEFORE)}),
            (1, 2),
            AbsenceVerdict(AbsenceReason.UNEXPLAINED),
        ),
        (
            ReaderChoices(frequencies={1: (Frequency.NEVER, BEFORE), 2: (Frequency.WEEKLY, BEFORE)}),
            (1, 2),
            AbsenceVerdict(AbsenceReason.IN_WEEKLY_DIGEST),
        ),
        (
            ReaderChoices(frequencies={1: (Frequency.MONTHLY, BEFORE)}),
            (1,),
            AbsenceVerdict(AbsenceReason.IN_MONTHLY_DIGEST),
        ),
        (ReaderChoices(frequencies={1: (Frequency.NEVER, BEFORE)}), (), AbsenceVerdict(AbsenceReason.UNEXPLAINED)),
    ],
)
def test_who_was_paused_or_wants_nothing_of_the_topic_is_told_so(
    choices: ReaderChoices, topics: tuple[int, ...], verdict: AbsenceVerdict
) -> None:
    answer = why_absent(
        lists=[ON_IT], excluded=[], suppressed_at=None, choices=choices, mailing=PastMailing(LAUNCH, topics)
    )
    assert answer == verdict


def test_what_became_of_her_copy_campaign_by_campaign(world: World) -> None:
    world.provider.faults = [refuse_asja]
    refused = world.launched()
    world.run(rounds=3)
    bounced = world.launched()
    world.run(rounds=3)
    (delivery,) = world.deliveries(bounced)
    hear(world, delivery.id, (EventType.BOUNCED, RejectReason.BLOCKED, "not today"))
    assert [(answer.campaign_id, answer.state, answer.reason_key) for answer in search(world, "asja").answers] == [
        (bounced, "suppressed", None),
        (refused, "rejected", "delivery-reason-invalid"),
    ]
    newest, oldest = search(world, "bine").answers
    assert (newest.state, newest.reason_key) == ("bounced", "delivery-reason-blocked")
    assert newest.delivery_id == delivery.id
    assert oldest.state == "pending"


def test_why_she_has_no_copy_campaign_by_campaign(world: World) -> None:
    secret = world.settings.secret_key.get_secret_value()
    own = ConsentProof(ConsentMethod.SIGN_UP, "I want it", "en", "form")
    yes = ConsentProof(ConsentMethod.CONFIRMATION_LINK, "I want it", "en", "link")

    def launch() -> None:
        world.clock.advance(days=1)
        world.launched()
        world.run(rounds=3)
        world.clock.advance(days=1)

    launch()
    with world.database.write() as session:
        request = SubscriptionRequest("dana@example.org", "Dana", 1, own)
        request_subscription(session, request, now=world.clock.now(), secret=secret)
        dana = session.exec(select(Subscriber).where(Subscriber.address == "dana@example.org")).one()
        hashed, dana_id = dana.address_hash, dana.id
    launch()
    with world.database.write() as session:
        confirm(session, subscriber_id=dana_id, list_id=1, proof=yes, now=world.clock.now())
    launch()
    with world.database.write() as session:
        reason = SuppressionReason.BOUNCED
        suppress(session, address_hash=hashed, reason=reason, detail="", now=world.clock.now())
    launch()
    left_at = world.clock.now()
    with world.database.write() as session:
        method = ConsentMethod.UNSUBSCRIBE_PAGE
        unsubscribe(session, subscriber_id=dana_id, list_id=1, method=method, evidence="", now=left_at)
    launch()
    result = search(world, "dana")
    assert states(result) == ["unsubscribed", "suppressed", "pending", "unconfirmed", "joined_later"]
    assert result.answers[0].at == left_at


def test_a_stranger_is_no_subscriber(world: World) -> None:
    world.launched()
    result = search(world, "nobody")
    assert (result.is_known, result.answers) == (False, [])


def test_who_is_on_a_protected_list_shows_in_no_answer(world: World) -> None:
    """Neither in a campaign to it, nor in whether the address is known."""
    world.launched()
    with world.database.write() as session:
        session.add(MailingList(slug="open", name="Open", created_at=NOON))
        session.get_one(MailingList, 1).is_protected = True
        session.flush()
        bine = session.exec(select(Subscriber).where(Subscriber.name == "Bine")).one()
        session.add(Subscription(subscriber_id=bine.id, list_id=2, status=CONFIRMED, changed_at=NOON))
    assert search(world, "asja", viewer=world.ana) == search(world, "nobody", viewer=world.ana)
    assert search(world, "bine", viewer=world.ana).is_known
    assert states(search(world, "bine", viewer=world.ana)) == []
    assert states(search(world, "asja")) == ["queued"]


def test_older_campaigns_come_on_the_next_page(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("campaigns.reporting.reader_search.MAX_CAMPAIGNS", 2)
    launched = [world.launched() for _ in range(3)]
    first = search(world, "asja")
    second = search(world, "asja", before=first.next_before)
    shown = [answer.campaign_id for answer in (*first.answers, *second.answers)]
    assert shown == sorted(launched, reverse=True)
    assert second.next_before is None


@on_sqlite
def test_each_state_has_its_sentence(world: World) -> None:
    texts = Texts(["web"])
    accepted = {str(outcome) for outcome in Outcome}
    others = {str(status) for status in DeliveryStatus if status is not DeliveryStatus.ACCEPTED}
    for state in accepted | others | set(AbsenceReason):
        for language in STAFF_LANGUAGES:
            assert texts.text(language, f"web-search-{state}", time="2026-11-28 12:00")
