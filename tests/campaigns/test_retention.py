"""Retention: what is too old goes by itself, shown before; no no is lost by it, and no report changes."""

from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from campaigns.opt_in.send_opt_in_mail import ask
from campaigns.people.staff_action import StaffAction
from campaigns.reporting.full_report import full_report
from campaigns.reporting.report import unsubscribe_evidence
from campaigns.retention import run_retention as module
from campaigns.retention.rules import RetentionPart, RetentionWindow, due_now
from campaigns.retention.run_retention import RUN, SCHEDULE, next_run_at, run_now, run_retention
from campaigns.retention.tables import RetentionRun
from campaigns.sending.finish import finish_drained_campaigns
from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose, StaffMailState
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.errors import Conflict, InputRefused, NotAllowed
from core.sql import insert_once
from delivery.events.receipt_queue import UNPLACED
from delivery.outcome import EventType, RejectReason
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptState, Delivery, DeliveryEvent, WebhookReceipt
from staff.principal import OPERATOR
from staff.tables import AuditEntry
from subscribers.lists import create_list
from subscribers.opt_out import opted_out
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription, unsubscribe
from subscribers.tables import ConsentMethod, ConsentRecord, OptedOut, Subscriber, Subscription
from tests.campaigns.test_deliveries import hear
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite

PROOF = ConsentProof(ConsentMethod.SIGN_UP, "Yes, write to me.", "en", "page")
COUNTER = count()
LINK = ConsentProof(ConsentMethod.CONFIRMATION_LINK, "Yes, write to me.", "en", "link")


def sign_up(world: World, name: str) -> int:
    request = SubscriptionRequest(f"{name}@example.org", name.title(), 1, PROOF)
    with world.database.write() as session:
        secret = world.settings.secret_key.get_secret_value()
        return request_subscription(session, request, now=world.clock.now(), secret=secret).subscriber_id


def say_yes(world: World, number: int) -> None:
    with world.database.write() as session:
        confirm(session, subscriber_id=number, list_id=1, proof=LINK, now=world.clock.now())


def say_no(world: World, number: int, *, evidence: str = "page") -> None:
    now, method = world.clock.now(), ConsentMethod.UNSUBSCRIBE_PAGE
    with world.database.write() as session:
        unsubscribe(session, subscriber_id=number, list_id=1, method=method, evidence=evidence, now=now)


def run(world: World) -> dict[str, int]:
    return run_now(world.context, StaffAction("the yearly tidying", OPERATOR, world.clock.now(), zone="UTC"))


def bring(world: World, name: str) -> None:
    """As an import does."""
    proof = replace(PROOF, method=ConsentMethod.IMPORT)
    request = SubscriptionRequest(f"{name}@example.org", "", 1, proof)
    with world.database.write() as session:
        secret = world.settings.secret_key.get_secret_value()
        asked = request_subscription(session, request, now=NOON, secret=secret)
        confirm(session, subscriber_id=asked.subscriber_id, list_id=1, proof=proof, now=NOON)


def rows(world: World, *what: Any) -> list[Any]:
    with world.database.read() as session:
        return list(session.exec(select(*what)).all())


def states(world: World, number: int) -> list[SubscriptionStatus]:
    with world.database.read() as session:
        return list(
            session.exec(select(col(Subscription.status)).where(Subscription.subscriber_id == number)).all()
        )


def test_who_never_confirmed_goes_after_a_month_and_is_shown_before(world: World) -> None:
    old = sign_up(world, "nada")
    world.clock.advance(days=20)
    young = sign_up(world, "rok")
    world.clock.advance(days=11)
    with world.database.read() as session:
        due = {each.rule.name: each for each in due_now(session, world.settings, now=world.clock.now())}
    assert due["unconfirmed"].count == 1
    assert due["unconfirmed"].oldest == world.clock.now() - timedelta(days=31)
    assert due["left"].period is None, "off until somebody sets it"
    assert run(world) == {"unconfirmed": 1}
    numbers = rows(world, col(Subscriber.id))
    assert old not in numbers
    assert young in numbers
    assert rows(world, OptedOut) == [], "nobody has said no"
    (entry,) = [entry for entry in rows(world, AuditEntry) if entry.action == RUN]
    assert entry.detail == {"counts": {"unconfirmed": 1}, "reason": "the yearly tidying"}
    assert sign_up(world, "nada") != old


def test_as_long_as_a_link_holds_whoever_has_it_stays(world: World) -> None:
    world.configure(confirmation_lifetime="P60D")
    number = sign_up(world, "nada")
    world.clock.advance(days=59)
    assert run(world) == {}
    say_yes(world, number)
    world.clock.advance(days=59)
    assert run(world) == {}
    assert states(world, number) == [SubscriptionStatus.CONFIRMED]


@on_sqlite
def test_one_question_about_several_lists_holds_each_of_them(world: World) -> None:
    number = sign_up(world, "pending")
    say_yes(world, number)
    with world.database.write() as session:
        other = create_list(session, slug="press", name="Press", now=NOON).id
    secret = world.settings.secret_key.get_secret_value()
    request = SubscriptionRequest("pending@example.org", "", other, PROOF)
    with world.database.write() as session:
        request_subscription(session, request, now=NOON, secret=secret)
    world.clock.advance(days=29)
    with world.database.write() as session:
        ask(session, subscriber_id=number, list_ids=[1, other], language="en", now=world.clock.now())
    world.clock.advance(days=5)
    assert run(world) == {}
    world.clock.advance(days=31)
    assert run(world) == {"unconfirmed": 1}
    assert states(world, number) == [SubscriptionStatus.CONFIRMED]


def test_a_sign_up_after_a_no_goes_back_to_the_no(world: World) -> None:
    number = sign_up(world, "nada")
    say_yes(world, number)
    say_no(world, number)
    world.clock.advance(days=5)
    sign_up(world, "nada")
    assert states(world, number) == [SubscriptionStatus.PENDING]
    world.clock.advance(days=31)
    assert run(world) == {"unconfirmed": 1}
    assert states(world, number) == [SubscriptionStatus.UNSUBSCRIBED]
    assert len([record for record in rows(world, ConsentRecord) if record.subscriber_id == number]) == 4


def test_who_has_left_every_list_is_erased_and_their_no_stays(world: World) -> None:
    world.configure(retention_left="P90D")
    gone, back, never = (sign_up(world, name) for name in ("nada", "rok", "iva"))
    for number in (gone, back):
        say_yes(world, number)
        say_no(world, number)
    say_yes(world, never)
    with world.database.read() as session:
        address_hash = session.get_one(Subscriber, gone).address_hash
    world.clock.advance(days=80)
    sign_up(world, "rok")
    say_yes(world, back)
    world.clock.advance(days=11)
    assert run(world) == {"left": 1}
    numbers = rows(world, col(Subscriber.id))
    assert gone not in numbers
    assert {back, never} <= set(numbers)
    with world.database.read() as session:
        assert opted_out(session, [address_hash]) == {address_hash}


def sent(world: World) -> int:
    world.add_readers(["asja", "bine", "cene"])
    campaign_id = world.launched()
    world.run(rounds=3)
    return campaign_id


def full(world: World, campaign_id: int) -> Any:
    """Domains by their sums: of whoever was erased it is not known which they were at."""
    with world.database.read() as session:
        report = full_report(session, campaign_id, now=world.clock.now(), zone="UTC")
    assert report is not None
    sums = [sum(getattr(row, name) for row in report.domains) for name in ("recipients", "delivered", "refused")]
    return replace(report, domains=[]), sums


def test_a_report_reads_the_same_before_and_after(world: World) -> None:
    world.configure(retention_left="P1D")
    campaign_id = sent(world)
    first, second, third, *_ = world.deliveries(campaign_id)
    bounced, complained = EventType.BOUNCED, EventType.COMPLAINED
    hear(world, first.id, (bounced, RejectReason.BOUNCED, "550 <ana@example.org> unknown"))
    hear(world, second.id, (EventType.DELIVERED, None, None), (complained, None, "ana@example.org"))
    hear(world, third.id, (EventType.DELIVERED, None, "to ana@example.org"))
    say_no(world, third.subscriber_id, evidence=unsubscribe_evidence(world.campaign(campaign_id).public_id))
    with world.database.write() as session:
        session.get_one(Delivery, first.id).detail = "550 <ana@example.org> unknown"
        session.exec(select(Attempt)).one().detail = "about ana@example.org"
    finish_drained_campaigns(world.context)
    world.clock.advance(days=300)
    before = full(world, campaign_id)
    assert before[0].figures.unsubscribed == 1
    assert run(world) == {"left": 1}, "a campaign of this year keeps what providers said"
    world.clock.advance(days=100)
    assert full(world, campaign_id)[0].figures == before[0].figures
    taken = run(world)
    assert taken == {"events": 4 + 1 + 1}, "what each said of deliveries, one of an address, one of a call"
    kept = rows(world, DeliveryEvent)
    assert {event.type for event in kept} == {bounced, complained}
    assert "ana@" not in repr([*kept, *rows(world, Delivery), *rows(world, Attempt)])
    after = full(world, campaign_id)
    assert after[1] == before[1]
    assert replace(after[0], days=[]) == replace(before[0], days=[])
    assert sum(day.unsubscribed for day in after[0].days) == 1


def test_nothing_of_a_campaign_that_is_not_finished_goes(world: World) -> None:
    campaign_id = sent(world)
    delivery = world.deliveries(campaign_id)[0]
    hear(world, delivery.id, (EventType.DELIVERED, None, "ana@example.org"))
    with world.database.write() as session:
        session.get_one(Campaign, campaign_id).status = CampaignStatus.PAUSED
    world.clock.advance(days=800)
    assert run(world) == {}
    assert len(rows(world, DeliveryEvent)) == 1


def test_a_call_in_doubt_keeps_what_its_repeat_needs(world: World) -> None:
    campaign_id = sent(world)
    with world.database.write() as session:
        attempt = session.exec(select(Attempt)).one()
        attempt.state, attempt.detail = AttemptState.IN_DOUBT, "timed out"
        delivery = session.exec(select(Delivery).limit(1)).one()
        delivery.status, delivery.detail = DeliveryStatus.IN_DOUBT, "timed out"
        session.get_one(Campaign, campaign_id).finished_at = world.clock.now()
    world.clock.advance(days=800)
    run(world)
    assert [attempt.detail for attempt in rows(world, Attempt)] == ["timed out"]
    assert [row.detail for row in rows(world, Delivery) if row.detail] == ["timed out"]
    assert len({row.address_hash for row in rows(world, Delivery)}) == len(rows(world, Delivery))


@on_sqlite
def test_what_nobody_could_read_and_what_staff_were_told_lose_their_words_after_a_month(world: World) -> None:
    now = world.clock.now()
    receipt = {"sender_id": 1, "received_at": now, "processed_at": now}
    unread = [
        {**receipt, "dedupe_key": error, "body": b"ana@example.org", "error": error}
        for error in (UNPLACED, "delivery-webhook-unreadable")
    ]
    with world.database.write() as session:
        insert_once(session, WebhookReceipt, unread)
        for key, state in (("sent", StaffMailState.SENT), ("waits", StaffMailState.WAITING)):
            mail = StaffMail(
                user_id=1, purpose=StaffMailPurpose.TEST, subject="s", text="t", html="h", key=key, state=state,
                queued_at=now, next_attempt_at=now,
            )  # fmt: skip
            session.add(mail)
    world.clock.advance(days=29)
    assert run(world) == {}
    world.clock.advance(days=2)
    assert run(world) == {"webhooks": 2, "staff_mails": 1}
    assert [row.body for row in rows(world, WebhookReceipt)] == [None, None], "the receipts stay"
    assert {row.key: row.text for row in rows(world, StaffMail)} == {"sent": "", "waits": "t"}


def test_it_runs_once_a_day_and_the_first_day_only_shows(world: World) -> None:
    sign_up(world, "nada")
    world.clock.advance(days=40)
    run_retention(world.context)
    assert len(rows(world, col(Subscriber.id))) > 0
    (first,) = rows(world, RetentionRun)
    assert (first.actor, first.counts, first.finished_at) == (SCHEDULE, {}, world.clock.now())
    with world.database.read() as session:
        assert next_run_at(session, now=world.clock.now()) == world.clock.now() + timedelta(days=1)
    world.clock.advance(hours=23)
    run_retention(world.context)
    assert len(rows(world, RetentionRun)) == 1
    world.clock.advance(hours=2)
    for _ in range(2):
        run_retention(world.context)
    assert [each.counts for each in rows(world, RetentionRun)] == [{}, {"unconfirmed": 1}]
    assert [entry.actor for entry in rows(world, AuditEntry) if entry.action == RUN] == [SCHEDULE]


def test_killed_in_the_middle_it_goes_on_and_counts_each_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        sign_up(world, f"nada{number}")
    world.clock.advance(days=31)

    def killed(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "let_others_write", killed)
        with pytest.raises(KeyboardInterrupt):
            run(world)
    (begun,) = rows(world, RetentionRun)
    assert 0 < begun.counts["unconfirmed"] < 12
    with pytest.raises(Conflict):
        run(world)
    run_retention(world.context)
    (ended,) = rows(world, RetentionRun)
    assert ended.counts == {"unconfirmed": 12}
    assert ended.finished_at is not None


@on_sqlite
def test_what_another_process_took_first_does_not_end_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command is run beside the job."""
    for number in range(12):
        sign_up(world, f"nada{number}")
    world.clock.advance(days=31)
    really = module._first
    others: list[int] = []

    def first(session: Session, part: RetentionPart, window: RetentionWindow, **among: Any) -> list[int]:
        ids = really(session, part, window, **among)
        if not others and not among:
            others.extend(ids)
            with world.database.write() as other:
                part.take(other, ids, window)
        return ids

    monkeypatch.setattr(module, "_first", first)
    assert run(world) == {"unconfirmed": 12 - len(others)}
    assert others


@on_sqlite
def test_nothing_goes_while_the_database_is_held_back_or_the_clock_jumped(world: World) -> None:
    number = sign_up(world, "nada")
    run_retention(world.context)
    world.clock.step(days=40)
    run_retention(world.context)
    assert states(world, number) == [SubscriptionStatus.PENDING]


@on_sqlite
def test_only_an_administrator_has_it_run_and_says_why(world: World) -> None:
    with pytest.raises(NotAllowed):
        run_now(world.context, StaffAction("tidying", world.boris, world.clock.now(), zone="UTC"))
    with pytest.raises(InputRefused):
        run_now(world.context, StaffAction(" ", OPERATOR, world.clock.now(), zone="UTC"))


@given(days=st.lists(st.tuples(st.sampled_from(["ask", "yes", "no"]), st.integers(0, 40)), max_size=6))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@on_sqlite
def test_a_no_that_was_somebodys_last_word_holds_against_every_import(
    world: World, days: list[tuple[str, int]]
) -> None:
    world.configure(retention_left="P20D")
    name = f"r{next(COUNTER)}"
    number, last = 0, ""
    for word, wait in days:
        if word == "ask" or not states(world, number):
            number = sign_up(world, name)
        elif word == "yes" and states(world, number) == [SubscriptionStatus.PENDING]:
            say_yes(world, number)
            last = "yes"
        elif word == "no":
            say_no(world, number)
            last = "no"
        world.clock.advance(days=wait)
        run(world)
    if last == "no":
        with pytest.raises(NotAllowed):
            bring(world, name)
