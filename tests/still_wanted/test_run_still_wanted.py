"""Quiet readers are asked once, a few a day; who does not answer stays, or is off the list when the email says."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import select

from campaigns.opt_in.send_opt_in_mail import send_opt_in_mails
from campaigns.people.merge_people import merge
from campaigns.people.staff_action import StaffAction
from campaigns.still_wanted.change_rule import StillWantedEdit, change_rule, turn_off, turn_on
from campaigns.still_wanted.run_still_wanted import end_unanswered, run_still_wanted
from campaigns.tables import SubscriptionMailState
from core.errors import Conflict, InputRefused, NotAllowed
from delivery.senders.breaker import pause_sender, unpause_sender
from staff.principal import OPERATOR
from subscribers.import_csv import import_csv
from subscribers.import_report import ImportRequest
from subscribers.signs_of_life import note_heard
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.suppress import suppress
from subscribers.tables import ConsentMethod, MailingList, Subscriber, SuppressionReason
from subscribers.topic_choices import pause_mail
from subscribers.topics import create_topic
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.still_wanted.world import (
    SENDS,
    YEAR,
    answer_yes,
    days_pass,
    is_on_list,
    last_step,
    number_of,
    questions,
    received,
    switch_on,
    work,
)


def test_whoever_was_silent_for_a_year_is_asked_once_and_again_after_another(world: World) -> None:
    world.add_readers(["nada", "omar"])
    world.add_readers(["zala"], language="sl")
    switch_on(world)
    work(world)
    assert received(world) == {}, "a year has not gone by"
    world.clock.advance(days=YEAR - 10)
    answer_yes(world, "omar")  # whatever they do themselves
    days_pass(world, 12)
    assert received(world) == {"nada": 1, "zala": 1}
    subjects = {batch.messages[0].to: batch.messages[0].subject for batch in world.provider.batches}
    assert subjects["zala@example.org"] == "Ali naša sporočila še želite prejemati?"
    assert subjects["nada@example.org"] == "Do you still want our emails?"
    days_pass(world, 5)
    assert received(world) == {"nada": 1, "zala": 1}, "nobody is taken off, nobody is asked again"
    world.clock.advance(days=YEAR)
    days_pass(world, 1)
    assert received(world) == {"nada": 2, "zala": 2, "omar": 1}
    assert all(is_on_list(world, name) for name in ("nada", "omar", "zala"))


def test_who_does_not_answer_by_the_day_in_the_email_is_off_the_list_and_who_does_stays(world: World) -> None:
    world.add_readers(["nada", "omar", "pika"])
    switch_on(world, days=30)
    world.clock.advance(days=YEAR)
    work(world)
    (mail, *_) = (batch.messages[0] for batch in world.provider.batches)
    day = (world.clock.now() + timedelta(days=30)).strftime("%-d %B %Y")
    assert day in mail.text
    assert day in mail.html
    days_pass(world, 30)
    answer_yes(world, "omar")  # on the last day
    with world.database.write() as session:
        note_heard(session, number_of(session, "pika"), now=world.clock.now())  # she saved her preferences
    assert is_on_list(world, "nada"), "not a day earlier"
    days_pass(world, 1)
    assert [is_on_list(world, name) for name in ("nada", "omar", "pika")] == [False, True, True]
    assert last_step(world, "nada") == ("unsubscribed", ConsentMethod.NO_ANSWER, "still-wanted:1")
    assert last_step(world, "omar")[1] is ConsentMethod.STILL_WANTED
    days_pass(world, 40)
    assert received(world) == {"nada": 1, "omar": 1, "pika": 1}


@on_sqlite
def test_turned_off_it_takes_nobody_off_who_was_told_a_day(world: World) -> None:
    world.add_readers(["nada"])
    switch_on(world, days=30)
    world.clock.advance(days=YEAR)
    work(world)
    with world.database.write() as session:
        turn_off(session, "bulletin", actor=OPERATOR, now=world.clock.now())
    switch_on(world, days=30)
    days_pass(world, 40)
    assert is_on_list(world, "nada")


@on_sqlite
def test_whom_the_policy_bars_is_neither_asked_nor_taken_off(world: World) -> None:
    world.add_readers(["paused", "bounced", "left", "later"])
    switch_on(world, days=14)
    world.clock.advance(days=YEAR - 1)
    now = world.clock.now()
    with world.database.write() as session:
        hashes = {person.address: person.address_hash for person in session.exec(select(Subscriber))}
        bounced = hashes["bounced@example.org"]
        suppress(session, address_hash=bounced, reason=SuppressionReason.BOUNCED, detail="", now=now)
        leaving = {"subscriber_id": number_of(session, "left"), "list_id": 1}
        unsubscribe(session, **leaving, method=ConsentMethod.STAFF, evidence="x", now=now)
    days_pass(world, 2)
    assert received(world) == {"paused": 1, "later": 1}
    with world.database.write() as session:
        pause_mail(session, hashes["paused@example.org"], now + timedelta(days=90), now=world.clock.now())
        later = hashes["later@example.org"]
        suppress(session, address_hash=later, reason=SuppressionReason.COMPLAINED, detail="", now=now)
    days_pass(world, 20)
    assert is_on_list(world, "paused"), "she has paused, which is a sign of life"
    assert is_on_list(world, "later"), "he did not get to read it"


@on_sqlite
@pytest.mark.parametrize("meanwhile", ["a no", "a sign of life", "off"])
def test_what_happens_before_it_is_sent_counts(world: World, meanwhile: str) -> None:
    world.add_readers(["nada"])
    switch_on(world)
    world.clock.advance(days=YEAR)
    run_still_wanted(world.context)
    assert len(questions(world)) == 1
    now = world.clock.now()
    with world.database.write() as session:
        number = number_of(session, "nada")
        if meanwhile == "a no":
            unsubscribe(
                session, subscriber_id=number, list_id=1, method=ConsentMethod.ONE_CLICK, evidence="x", now=now
            )
        elif meanwhile == "a sign of life":
            note_heard(session, number, now=now)
        else:
            turn_off(session, "bulletin", actor=OPERATOR, now=now)
    send_opt_in_mails(world.context)
    assert received(world) == {}
    assert questions(world)[0].state is SubscriptionMailState.GIVEN_UP


@on_sqlite
def test_a_list_that_was_imported_on_one_day_is_asked_over_days(world: World) -> None:
    world.add_readers([f"reader{number}" for number in range(7)])
    switch_on(world, a_day=3, days=14)
    world.clock.advance(days=YEAR)
    counts = []
    for _ in range(4):
        work(world)
        counts.append(len(received(world)))
        world.clock.advance(days=1, seconds=1)
    assert counts == [3, 6, 7, 7]
    left = []
    world.clock.advance(days=40)  # nothing ran: all their days have gone by
    for _ in range(3):
        work(world)
        left.append(sum(not is_on_list(world, f"reader{number}") for number in range(7)))
        world.clock.advance(days=1, seconds=1)
    assert left == [3, 6, 7]


@on_sqlite
def test_what_could_not_be_sent_for_days_is_asked_anew_with_another_day(world: World) -> None:
    world.add_readers(["nada"])
    switch_on(world, days=14)
    world.clock.advance(days=YEAR)
    with world.database.write() as session:
        pause_sender(session, 1, reason="down", detail="")
    days_pass(world, 4)
    assert received(world) == {}
    with world.database.write() as session:
        unpause_sender(session, 1)
    days_pass(world, 2)
    assert received(world) == {"nada": 1}
    given_up, asked = questions(world)
    assert (given_up.state, asked.state) == (SubscriptionMailState.GIVEN_UP, SubscriptionMailState.ASKED)
    assert asked.answer_until is not None
    last_days = asked.answer_until - asked.asked_at
    assert timedelta(days=14) < last_days < timedelta(days=15), "to the end of the day"


@on_sqlite
def test_nobody_is_asked_at_night_or_by_a_clock_that_has_just_leapt(world: World) -> None:
    world.add_readers(["nada"])
    switch_on(world)
    world.clock.advance(days=YEAR, hours=11)
    work(world)
    assert questions(world) == [], "it is one in the morning"
    world.clock.advance(hours=13)
    world.clock.step(days=1)
    work(world)
    assert questions(world) == []
    world.clock.advance(hours=2)
    work(world)
    assert len(questions(world)) == 1


@on_sqlite
def test_people_at_risk_are_never_taken_off_and_the_email_names_no_list(world: World) -> None:
    world.add_readers(["nada"])
    with world.database.write() as session:
        session.exec(select(MailingList)).one().is_protected = True
    with pytest.raises(InputRefused, match="still-wanted-protected"):
        switch_on(world, days=30)
    switch_on(world)
    world.clock.advance(days=YEAR)
    work(world)
    mail = world.provider.batches[0].messages[0]
    assert "Bilten" not in mail.subject + mail.text + mail.html
    assert "Odprta pot" in mail.text
    assert questions(world)[0].answer_until is None
    days_pass(world, 100)
    assert is_on_list(world, "nada")


@on_sqlite
def test_only_administrators_turn_it_on_and_only_where_somebody_sends_it(world: World) -> None:
    now = world.clock.now()
    with pytest.raises(NotAllowed), world.database.write() as session:
        turn_on(session, "bulletin", actor=world.ana, settings=world.settings, now=now)
    world.configure(sign_up_sender="")
    with pytest.raises(Conflict, match="no-sender"), world.database.write() as session:
        turn_on(session, "bulletin", actor=OPERATOR, settings=world.settings, now=now)
    for refused in (StillWantedEdit(5, 100, None), StillWantedEdit(12, 0, None), StillWantedEdit(12, 100, 13)):
        with pytest.raises(InputRefused), world.database.write() as session:
            change_rule(session, "bulletin", refused, actor=OPERATOR, now=now)


@on_sqlite
def test_who_only_asked_for_the_list_is_nobody_to_ask(world: World) -> None:
    world.add_readers(["nada"], status=SubscriptionStatus.PENDING)
    switch_on(world)
    world.clock.advance(days=YEAR)
    work(world)
    assert received(world) == {}


@on_sqlite
def test_what_an_import_brings_is_no_sign_of_life(world: World, tmp_path: Path) -> None:
    """A choice about a topic and a pause: staff brought them, and the reader did nothing. Pika did."""
    world.add_readers(["nada", "omar", "pika"])
    switch_on(world)
    now = world.clock.advance(days=YEAR - 10)
    with world.database.write() as session:
        create_topic(session, slug="sea", name="Sea", names={}, now=now)
        hashes = {person.address: person.address_hash for person in session.exec(select(Subscriber))}
        pause_mail(session, hashes["pika@example.org"], now + timedelta(days=2), now=now - timedelta(hours=1))
    until = (now + timedelta(days=2)).isoformat()
    file = tmp_path / "people.csv"
    columns = "email,status,bounced,complained,suppressed,created at,agreed at,unsubscribed at,paused until,tags"
    rows = (f"{name}@example.org,subscribed,no,no,no,2026-11-22,,," for name in ("nada", "omar"))
    file.write_text("\n".join([f"{columns},topics", f"{next(rows)},,sea=never", f"{next(rows)}{until},,"]))
    secret = world.settings.secret_key.get_secret_value()
    import_csv(world.database, file, ImportRequest("bulletin", "Paper", "sl"), secret=secret, now=now)
    days_pass(world, 12)
    assert received(world) == {"nada": 1, "omar": 1}


@on_sqlite
def test_the_policy_is_asked_once_of_all_who_did_not_answer(world: World) -> None:
    world.add_readers([f"reader{number}" for number in range(SENDS)])
    switch_on(world, days=14)
    world.clock.advance(days=YEAR)
    work(world)
    now = world.clock.advance(days=20)
    asked = []

    def statement(_: Any, __: Any, sql: str, *___: Any) -> None:
        asked.append(sql)

    event.listen(world.database.engine, "before_cursor_execute", statement)
    with world.database.write() as session:
        assert end_unanswered(session, 1, now=now) == SENDS
    event.remove(world.database.engine, "before_cursor_execute", statement)
    assert sum("FROM suppression" in sql for sql in asked) == 1
    assert not is_on_list(world, f"reader{SENDS - 1}")


@on_sqlite
def test_a_question_to_an_entry_that_was_merged_into_another_takes_nobody_off(world: World) -> None:
    """It went to an address that is read no more."""
    world.add_readers(["gone", "kept"])
    switch_on(world, days=30, a_day=1)
    world.clock.advance(days=YEAR)
    work(world)
    assert received(world) == {"gone": 1}
    with world.database.write() as session:
        act = StaffAction("wrote to us from both", OPERATOR, world.clock.now(), zone="UTC")
        merge(session, number_of(session, "kept"), number_of(session, "gone"), act)
    (asked,) = questions(world)
    assert asked.answer_until is None
    days_pass(world, 40)
    assert is_on_list(world, "kept")
    assert received(world) == {"gone": 1}, "the one person that they are was asked this year"
