"""The report of a campaign: one sentence, and figures that add up to its readers, whoever they are."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col, select, update

from campaigns.reporting.full_report import (
    MAX_DAYS,
    MIN_PROTECTED_READERS,
    DayRow,
    DomainRow,
    FullReport,
    ends_of_days,
    full_report,
)
from campaigns.reporting.report import CampaignReport, unsubscribe_evidence
from campaigns.reporting.report_comparison import (
    LAST,
    MIN_FOR_SHARES,
    CampaignValues,
    compare,
    compare_with_last,
)
from campaigns.reporting.report_sentence import readers_in, report_sentence
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from core.settings import Settings
from delivery.message.outgoing import Accepted, OutgoingBatch, Rejected, SendResult
from delivery.outcome import EventType, RejectReason
from subscribers.tables import ConsentAction, ConsentMethod, ConsentRecord, MailingList, Subscriber
from tests.campaigns.test_deliveries import hear
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock

ZONE = "Europe/Ljubljana"
TEXTS = Texts(["campaigns"])
COUNTS = st.integers(0, 5000)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    return make_world(database, clock, settings)


def full(world: World, campaign_id: int) -> FullReport:
    with world.database.read() as session:
        report = full_report(session, campaign_id, zone="UTC", now=world.clock.now())
    assert report is not None
    return report


def sentence(report: CampaignReport, language: str) -> str:
    return "; ".join(TEXTS.text(language, part.code, count=part.count) for part in report_sentence(report))


def move_to(world: World, names: list[str], domain: str) -> None:
    """Their addresses are there from the beginning."""
    secret = world.settings.secret_key.get_secret_value()
    with world.database.write() as session:
        for name in names:
            address = EmailAddress.parse(f"{name}@{domain}")
            session.execute(
                update(Subscriber)
                .where(col(Subscriber.address) == f"{name}@example.org")
                .values(address=address.value, address_hash=address_hash(address, secret=secret))
            )


def refuse_asja(batch: OutgoingBatch) -> SendResult:
    return SendResult(
        tuple(
            Rejected(message.delivery_id, RejectReason.INVALID, "no such user")
            if message.to.startswith("asja")
            else Accepted(message.delivery_id, f"id-{message.delivery_id}")
            for message in batch.messages
        )
    )


def leave(world: World, campaign_id: int, subscriber_id: int, *, list_id: int = 1) -> None:
    with world.database.write() as session:
        session.add(
            ConsentRecord(
                subscriber_id=subscriber_id,
                list_id=list_id,
                action=ConsentAction.UNSUBSCRIBED,
                method=ConsentMethod.ONE_CLICK,
                evidence=unsubscribe_evidence(world.campaign(campaign_id).public_id),
                at=world.clock.now(),
            )
        )


@given(st.builds(
    CampaignReport,
    recipients=st.just(0), queued=COUNTS, accepted=st.just(0), delivered=COUNTS, deferred=COUNTS, bounced=COUNTS,
    complained=COUNTS, unsubscribed=COUNTS, rejected=COUNTS, failed=COUNTS, in_doubt=COUNTS, cancelled=COUNTS,
    skipped=st.dictionaries(st.sampled_from(["pending", "suppressed"]), COUNTS),
), COUNTS)  # fmt: skip
def test_each_reader_is_in_one_part_of_the_sentence(report: CampaignReport, unreported: int) -> None:
    accepted = report.delivered + report.bounced + report.deferred + unreported
    figures = {name: getattr(report, name) for name in CampaignReport.__slots__}
    own = ("queued", "rejected", "failed", "in_doubt", "cancelled")
    recipients = accepted + sum(figures[name] for name in own) + sum(report.skipped.values())
    report = CampaignReport(**figures | {"accepted": accepted, "recipients": recipients})
    assert sum(readers_in(report).values()) == recipients
    is_closed = not (report.queued or report.in_doubt or report.deferred or unreported)
    codes = [part.code for part in report_sentence(report)]
    is_empty = codes == ["campaigns-sentence-nobody"]
    assert ("campaigns-sentence-closed" in codes) == (is_closed and not is_empty)
    for language in STAFF_LANGUAGES:
        assert sentence(report, language)


def of(**counts: int) -> CampaignReport:
    names = [name for name in CampaignReport.__slots__ if name != "skipped"]
    return CampaignReport(skipped={}, **dict.fromkeys(names, 0) | counts)


def test_the_sentence_in_plain_words() -> None:
    report = of(recipients=1216, accepted=1216, delivered=1204, bounced=12, unsubscribed=3)
    assert sentence(report, "en") == (
        "1,204 readers got it; 12 addresses refused it; 3 people unsubscribed; nothing is pending"
    )
    assert sentence(report, "sl") == (
        "1.204 bralci so ga dobili; 12 naslovov ga je zavrnilo; 3 osebe so se odjavile; nič več ne čaka"
    )
    assert sentence(of(recipients=2, accepted=2, delivered=2), "sl").startswith("2 bralca sta ga dobila")
    assert sentence(of(), "en") == "nobody was to get it"


def test_what_was_refused_has_its_reason_and_its_domain(world: World) -> None:
    names = ["asja", "bine", "cene", "dana", "edo", "fani"]
    world.add_readers(names)
    move_to(world, ["asja", "bine"], "posta.example.com")
    world.provider.faults = [refuse_asja]
    campaign_id = world.launched()
    world.run(rounds=3)
    by_reader = sorted(world.deliveries(campaign_id), key=lambda delivery: delivery.subscriber_id)
    _, bine, cene, dana, edo, _ = (delivery.id for delivery in by_reader)
    hear(
        world, bine, (EventType.BOUNCED, RejectReason.BOUNCED, None), (EventType.BOUNCED, RejectReason.SPAM, None)
    )
    hear(world, cene, (EventType.BOUNCED, None, None))
    hear(world, dana, (EventType.DELIVERED, None, None), (EventType.COMPLAINED, None, None))
    hear(world, edo, (EventType.DELIVERED, None, None))
    report = full(world, campaign_id)
    assert report.refusals == {"invalid": 1, "other": 1, "spam": 1}
    assert report.domains == [
        DomainRow("posta.example.com", recipients=2, delivered=0, refused=2),
        DomainRow("example.org", recipients=4, delivered=2, refused=1),
    ]
    assert readers_in(report.figures) | {"delivered": 0} == dict.fromkeys(readers_in(report.figures), 0) | {
        "unreported": 1,
        "refused": 3,
    }


def test_whoever_has_been_erased_is_among_the_others(world: World) -> None:
    world.add_readers(["asja", "bine"])
    campaign_id = world.launched()
    with world.database.write() as session:
        session.delete(session.exec(select(Subscriber).where(Subscriber.name == "Asja")).one())
    assert full(world, campaign_id).domains == [DomainRow("example.org", 1, 0, 0), DomainRow(None, 1, 0, 0)]


def test_of_a_protected_list_a_domain_with_few_readers_is_not_named(world: World) -> None:
    few = [f"few{number}" for number in range(MIN_PROTECTED_READERS - 1)]
    many = [f"many{number}" for number in range(MIN_PROTECTED_READERS)]
    world.add_readers([*few, *many])
    move_to(world, few, "family.example.com")
    campaign_id = world.launched()
    named = {row.domain for row in full(world, campaign_id).domains}
    assert named == {"family.example.com", "example.org"}
    with world.database.write() as session:
        session.get_one(MailingList, 1).is_protected = True
    assert full(world, campaign_id).domains == [
        DomainRow("example.org", MIN_PROTECTED_READERS, 0, 0),
        DomainRow(None, MIN_PROTECTED_READERS - 1, 0, 0),
    ]


def test_unsubscribed_and_complained_day_by_day_each_person_once(world: World) -> None:
    world.add_readers(["asja", "bine", "cene", "dana"])
    campaign_id = world.launched()
    world.run(rounds=3)
    people = {delivery.subscriber_id: delivery.id for delivery in world.deliveries(campaign_id)}
    asja, bine, cene, dana = sorted(people)
    launched_on = world.clock.now().date()
    leave(world, campaign_id, asja)
    world.clock.advance(days=1)
    leave(world, campaign_id, asja)
    leave(world, campaign_id, bine)
    hear(world, people[cene], (EventType.COMPLAINED, None, None), (EventType.COMPLAINED, None, None))
    world.clock.advance(days=1)
    report = full(world, campaign_id)
    tomorrow = launched_on + timedelta(days=1)
    assert report.days == [
        DayRow(launched_on, 1, 0),
        DayRow(tomorrow, 1, 1),
        DayRow(launched_on + timedelta(days=2), 0, 0),
    ]
    assert report.figures.unsubscribed == 2
    world.clock.advance(days=60)
    leave(world, campaign_id, dana)
    days = full(world, campaign_id).days
    assert len(days) == MAX_DAYS + 1
    assert days[-1] == DayRow(None, 1, 0)


@given(
    launched_at=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  made aware by `timezones`
    age=st.timedeltas(timedelta(0), timedelta(days=40)),
    zone=st.sampled_from([ZONE, "Asia/Tehran", "America/St_Johns", "Pacific/Apia"]),
)
def test_days_end_at_midnight_and_follow_each_other(launched_at: datetime, age: timedelta, zone: str) -> None:
    ends = ends_of_days(launched_at, zone=zone, now=launched_at + age)
    assert 1 <= len(ends) <= MAX_DAYS
    assert launched_at < ends[0]
    assert ends == sorted(set(ends))
    assert len(ends) == MAX_DAYS or launched_at + age < ends[-1]


def values(recipients: int, delivered: int, **others: int) -> CampaignValues:
    return CampaignValues(recipients, delivered, **{"refused": 0, "unsubscribed": 0, "complained": 0} | others)


def test_of_few_readers_numbers_are_compared_and_no_shares() -> None:
    assert compare(values(7, 6), []) is None
    many, few = values(MIN_FOR_SHARES, 90), values(MIN_FOR_SHARES - 1, 80)
    comparison = compare(many, [values(200, 100), values(1000, 1000), values(400, 100)])
    assert comparison is not None
    delivered = comparison.measures[1]
    assert (delivered.count, delivered.median_count) == (90, 100)
    assert (delivered.share, delivered.median_share) == (0.9, 0.5)
    for with_few in (compare(few, [many]), compare(many, [few, many])):
        assert with_few is not None
        assert {(measure.share, measure.median_share) for measure in with_few.measures} == {(None, None)}


def test_compared_are_the_last_ones_of_its_kind_that_went_out_before_it(world: World) -> None:
    world.add_readers(["asja"])
    sent = []
    for _ in range(LAST + 2):
        sent.append(world.launched())
        world.run(rounds=3)
        world.add_readers([f"next{len(sent)}"])
    with world.database.read() as session:
        assert compare_with_last(session, world.campaign(sent[0]), world.report(sent[0])) is None
        comparison = compare_with_last(session, world.campaign(sent[-1]), world.report(sent[-1]))
    assert comparison is not None
    assert comparison.earlier == LAST
    recipients = comparison.measures[0]
    assert (recipients.count, recipients.median_count) == (LAST + 2, 4)


def test_before_the_launch_there_is_no_report(world: World) -> None:
    draft = world.draft()
    with world.database.read() as session:
        assert full_report(session, draft, zone="UTC", now=world.clock.now()) is None
