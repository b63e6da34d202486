"""Each new reader gets each email of a welcome series once, on their day, as it was approved; nobody else does."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from campaigns.public_archive.tables import NoticeKind
from campaigns.reporting.recipient_copy import Fidelity, readers_copy
from campaigns.retention.rules import needed_campaigns
from campaigns.sending.cancel import cancel
from campaigns.sending.recall import recall
from campaigns.status import CampaignStatus, PauseReason
from campaigns.tables import RenderedVariant
from campaigns.token_holder import find_holder
from campaigns.welcome.set_up_series import new_text
from campaigns.welcome_tables import SeriesEmail
from core.errors import InputRefused
from delivery.tables import Sender
from subscribers.links import read_unsubscribe_token
from subscribers.tables import ConsentMethod, MailingList
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.welcome.world import approved, days_pass, got, leave, running, say_yes, set_up, switch, work, write


def test_each_new_reader_gets_each_email_once_on_their_day(world: World) -> None:
    """Not who was there before; who comes later has days of their own."""
    say_yes(world, "early")
    world.clock.advance(seconds=1)
    _, (first, third, seventh) = running(world, 0, 3, 7)
    say_yes(world, "nada")
    days_pass(world, 2)
    assert got(world) == {"nada": [first]}
    say_yes(world, "omar")
    days_pass(world, 2)
    assert got(world) == {"nada": [first, third], "omar": [first]}
    days_pass(world, 8)
    assert got(world) == {"nada": [first, third, seventh], "omar": [first, third, seventh]}
    assert set(world.provider.received.values()) == {3}
    assert world.status(first) is CampaignStatus.SENDING, "it goes on, to whoever comes next"


def test_readers_get_their_language_byte_for_byte_as_approved(world: World) -> None:
    _, (first,) = running(world, 0, languages=("en", "sl"))
    say_yes(world, "nada", language="sl")
    say_yes(world, "omar", language="ar")
    work(world)
    with world.database.read() as session:
        frozen = {row.id: row.language for row in session.exec(select(RenderedVariant))}
    assert sorted(frozen[each.variant_id] for each in world.deliveries(first)) == ["en", "sl"]
    with world.database.write() as session:
        session.exec(select(RenderedVariant).limit(1)).one().html += "<p>More</p>"
    say_yes(world, "petra")
    work(world)
    assert world.campaign(first).pause_reason is PauseReason.CONTENT_CHANGED
    assert set(got(world)) == {"nada", "omar"}


def test_who_has_left_gets_no_more_and_who_comes_back_nothing_twice(world: World) -> None:
    _, (first, second) = running(world, 0, 3)
    say_yes(world, "nada", "omar")
    days_pass(world, 1)
    leave(world, "nada")
    days_pass(world, 3)
    assert got(world) == {"nada": [first], "omar": [first, second]}
    say_yes(world, "nada")
    days_pass(world, 3)
    assert got(world)["nada"] == [first, second], "what she has not had comes late, and nothing twice"
    leave(world, "omar")
    say_yes(world, "omar")
    days_pass(world, 5)
    assert got(world)["omar"] == [first, second]


@on_sqlite
def test_whom_staff_or_an_import_put_on_the_list_gets_none(world: World) -> None:
    running(world, 0)
    say_yes(world, "nada", method=ConsentMethod.IMPORT)
    say_yes(world, "omar", method=ConsentMethod.STAFF)
    days_pass(world, 1)
    say_yes(world, "nada")
    days_pass(world, 1)
    assert got(world) == {}, "her own yes came after she was on the list"


def test_a_new_text_needs_its_approval_and_is_for_who_has_not_had_the_email(world: World) -> None:
    _, (first, second) = running(world, 0, 5)
    say_yes(world, "nada")
    days_pass(world, 1)
    with world.database.write() as session:
        email_id = session.exec(select(SeriesEmail.id).order_by(col(SeriesEmail.days))).all()[0]
        copy = new_text(session, email_id, actor=world.ana, now=world.clock.now()).id
    write(world, copy, "Welcome, in other words.")
    say_yes(world, "omar")
    days_pass(world, 1)
    assert got(world) == {"nada": [first], "omar": [first]}, "until it is approved, the approved one goes out"
    approved(world, copy)
    say_yes(world, "petra")
    days_pass(world, 5)
    assert got(world) == {"nada": [first, second], "omar": [first, second], "petra": [copy, second]}
    assert (world.status(first), world.status(copy)) == (CampaignStatus.SENT, CampaignStatus.SENDING)


def test_off_ends_it_and_on_again_begins_with_who_comes_then(world: World) -> None:
    series_id, (first, second) = running(world, 0, 2)
    say_yes(world, "nada")
    days_pass(world, 1)
    switch(world, series_id, on=False)
    say_yes(world, "omar")
    days_pass(world, 2)
    assert got(world) == {"nada": [first]}
    assert {world.status(first), world.status(second)} == {CampaignStatus.SENT}
    switch(world, series_id, on=True)
    say_yes(world, "petra")
    days_pass(world, 3)
    assert got(world) == {"nada": [first], "petra": [first, second]}


@on_sqlite
def test_nobody_but_the_series_sends_its_emails(world: World) -> None:
    world.add_readers(["early"])
    _, (first,) = set_up(world, 0)
    approved(world, first)
    with pytest.raises(InputRefused, match="campaigns-welcome-sends-by-itself"):
        world.send_now(first)
    days_pass(world, 1)
    assert (world.status(first), got(world)) == (CampaignStatus.APPROVED, {})


@on_sqlite
def test_in_quiet_hours_nothing_is_sent_and_nothing_is_lost(world: World) -> None:
    running(world, 0)
    world.configure(quiet_hours="00:00-23:59")
    say_yes(world, "nada")
    work(world)
    assert got(world) == {}
    world.configure(quiet_hours="")
    work(world)
    assert set(got(world)) == {"nada"}


@on_sqlite
@pytest.mark.parametrize("how", ["recalled", "cancelled", "another sender", "list archived"])
def test_what_was_stopped_stays_stopped(world: World, how: str) -> None:
    _, (first, second) = running(world, 0, 1)
    say_yes(world, "nada")
    work(world)
    with world.database.write() as session:
        if how == "recalled":
            recall(session, first, NoticeKind.RECALL, actor=world.boris, now=world.clock.now())
        elif how == "cancelled":
            cancel(session, first, actor=world.boris, now=world.clock.now())
        elif how == "another sender":
            session.exec(select(Sender)).one().from_name = "Somebody else"
        else:
            session.exec(select(MailingList)).one().archived_at = world.clock.now()
    say_yes(world, "omar")
    work(world)
    assert "omar" not in got(world)
    if how in {"recalled", "cancelled"}:
        days_pass(world, 2)
        assert got(world) == {"nada": [first, second], "omar": [second]}, "the others of the series go on"


def test_links_hold_from_the_day_of_each_email_and_its_copy_is_proven(world: World) -> None:
    """The series has gone out for years: a link to leave is as good as in a campaign of today."""
    _, (first,) = running(world, 0)
    world.clock.advance(days=900)
    say_yes(world, "nada")
    work(world)
    now, signer = world.clock.now(), world.context.signer
    (delivery,) = world.deliveries(first)
    with world.database.read() as session:
        copy = readers_copy(session, delivery, settings=world.settings, signer=signer, now=now)
    assert copy is not None
    assert copy.fidelity is Fidelity.PROVEN
    (message,) = world.provider.batches[-1].messages
    (address,) = (value for name, value in message.headers if name == "List-Unsubscribe")
    token = address.strip("<>").rpartition("/")[2]
    link = read_unsubscribe_token(signer, token, now=now + timedelta(days=700))
    with world.database.read() as session:
        holder = find_holder(session, link, settings=world.settings)
    assert holder is not None
    assert holder.id == delivery.subscriber_id


@on_sqlite
def test_what_was_reported_of_it_is_forgotten_in_time_though_it_goes_on(world: World) -> None:
    _, (first,) = running(world, 0)
    say_yes(world, "nada")
    work(world)
    ordinary = world.launched()
    with world.database.read() as session:
        assert needed_campaigns(session, world.clock.now()) == {ordinary}
    assert world.status(first) is CampaignStatus.SENDING
