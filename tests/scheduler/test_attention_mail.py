"""Whatever needs attention for ten minutes is emailed once to those who may act, and again only as news."""

from collections.abc import Callable

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from campaigns.reporting.attention_item import AttentionItem
from campaigns.sending.pause import pause, resume
from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose
from campaigns.system_mail.send_staff_mails import send_staff_mails
from core.db import Database
from core.errors import Refusal
from core.settings import Settings
from delivery.senders.breaker import pause_sender, unpause_sender
from scheduler.attention_mail import MAX_ITEMS, attention_mail, email_attention
from staff.tables import User
from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock

BORIS, CILKA = "boris@example.org", "cilka@example.org"


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.configure(staff_sender="main")
    world.add_readers(["rosa", "miha"])
    return world


def _break(world: World) -> None:
    with world.database.write() as session:
        pause_sender(session, 1, reason="delivery-provider-misconfigured", detail="<key> of rosa@example.org")


def _mend(world: World) -> None:
    with world.database.write() as session:
        unpause_sender(session, 1)


def _pass(world: World, minutes: int, *, every: int = 1) -> None:
    for _ in range(0, minutes, every):
        email_attention(world.context)
        world.clock.advance(minutes=every)


def _mails(world: World) -> list[StaffMail]:
    with world.database.read() as session:
        return list(session.exec(select(StaffMail).order_by(col(StaffMail.id))).all())


def test_after_ten_minutes_those_who_may_act_are_told_once(world: World) -> None:
    _break(world)
    _pass(world, 10)
    assert _mails(world) == []
    _pass(world, 300, every=20)
    assert len(_mails(world)) == 2
    _mend(world)
    for _ in range(3):
        send_staff_mails(world.context)
        world.clock.advance(seconds=1)
    assert world.provider.received == {BORIS: 1, CILKA: 1}
    mail = world.provider.batches[0].messages[0]
    assert mail.subject == "Bilten potrebuje vašo pozornost: 1 zadeva"
    assert "main" in mail.text
    assert f"{world.settings.public_url}/campaigns" in mail.text


def test_what_is_over_within_ten_minutes_is_told_to_nobody(world: World) -> None:
    _break(world)
    _pass(world, 9)
    _mend(world)
    _pass(world, 120, every=20)
    assert _mails(world) == []


def test_what_comes_and_goes_is_told_once_and_as_news_after_an_hour(world: World) -> None:
    for _ in range(6):
        _break(world)
        _pass(world, 15, every=5)
        _mend(world)
        _pass(world, 15, every=5)
    assert len(_mails(world)) == 2
    _pass(world, 75, every=15)
    _break(world)
    _pass(world, 15, every=5)
    assert len(_mails(world)) == 4


def test_a_night_in_which_nothing_ran_does_not_make_it_news(world: World) -> None:
    _break(world)
    _pass(world, 15, every=5)
    world.clock.advance(hours=9)
    _pass(world, 30, every=5)
    assert len(_mails(world)) == 2


def test_nothing_that_a_provider_said_is_in_the_email(world: World) -> None:
    _break(world)
    _pass(world, 15, every=5)
    assert all("rosa@example.org" not in mail.text + mail.html for mail in _mails(world))


def test_what_somebody_paused_on_purpose_is_told_to_nobody(world: World) -> None:
    campaign_id = world.launched()
    with world.database.write() as session:
        pause(session, campaign_id, actor=world.boris, now=world.clock.now())
    _pass(world, 30, every=5)
    assert all(mail.purpose is not StaffMailPurpose.ATTENTION for mail in _mails(world))
    with world.database.write() as session:
        resume(session, campaign_id, actor=world.boris, now=world.clock.now())


def test_each_is_told_in_their_language(world: World) -> None:
    with world.database.write() as session:
        session.execute(update(User).where(col(User.name) == "Cilka").values(language="en"))
    _break(world)
    _pass(world, 15, every=5)
    assert [mail.subject for mail in _mails(world)] == [
        "Bilten potrebuje vašo pozornost: 1 zadeva",
        "Bilten needs attention: 1 thing",
    ]


def test_a_quarantine_is_told_although_nothing_else_is_sent(world: World) -> None:
    backup = StoredBackup(world)
    campaign_id = world.draft()
    world.submit(campaign_id)
    backup.back_up()
    world.launched()
    backup.put_back()
    for _ in range(6):
        email_attention(world.context)
        send_staff_mails(world.context)
        world.clock.advance(minutes=5)
    assert world.provider.received == {BORIS: 1, CILKA: 1}
    purposes = {mail.purpose for mail in _mails(world) if mail.state == "sent"}
    assert purposes == {StaffMailPurpose.HELD}
    adopted(world)
    for _ in range(6):
        email_attention(world.context)
        send_staff_mails(world.context)
        world.clock.advance(minutes=5)
    assert all(mail.purpose is not StaffMailPurpose.HELD or mail.state == "sent" for mail in _mails(world))


@pytest.mark.parametrize(
    "change",
    [
        lambda item: AttentionItem(
            item.code, item.params | {"count": 7, "hours": 9}, campaign_id=item.campaign_id
        ),
        lambda item: AttentionItem(item.code, dict(item.params), detail="other", campaign_id=item.campaign_id),
    ],
)
def test_a_thing_is_the_same_however_many_and_however_long(
    change: Callable[[AttentionItem], AttentionItem],
) -> None:
    item = AttentionItem("campaigns-need-doubts", {"name": "Ana", "count": 2}, campaign_id=3)
    assert change(item).key == item.key
    assert AttentionItem("campaigns-need-doubts", {"name": "Ana", "count": 2}, campaign_id=4).key != item.key
    paused = AttentionItem(
        "campaigns-need-doubts", {"name": "Ana"}, why=(Refusal("", None, "x", {}),), campaign_id=3
    )
    assert paused.key != item.key


@pytest.mark.parametrize("language", ["sl", "en"])
def test_a_hostile_name_is_text_and_a_long_list_ends(settings: Settings, language: str) -> None:
    hostile = '<script>alert(1)</script>"><a href="https://evil.example">'
    items = [
        AttentionItem("campaigns-need-doubts", {"name": f"{hostile}\r\nBcc: x", "count": 2}, campaign_id=number)
        for number in range(MAX_ITEMS + 3)
    ]
    body = attention_mail(language, items, settings=settings)
    assert "<script" not in body.html
    assert '<a href="https://evil' not in body.html
    assert "\n" not in body.subject
    assert "3" in body.text.split("/campaigns/19")[1]
