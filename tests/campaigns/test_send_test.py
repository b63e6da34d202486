"""A test email goes to colleagues, is the real thing but for its marks, counts nowhere, and has no token."""

import re

import pytest
from sqlalchemy import func, update
from sqlmodel import col, select

from campaigns.editorial.preview import preview
from campaigns.review import send_test as sending
from campaigns.review.send_test import MailTestRequest, send_test
from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose
from campaigns.system_mail.send_staff_mails import send_staff_mails
from core.db import Database
from core.errors import Conflict, InputRefused, TooManyAttempts
from core.settings import Settings
from delivery.message.outgoing import OutgoingMessage
from delivery.tables import Attempt, Delivery, Sender
from staff.principal import Principal
from staff.tables import AuditEntry, User
from tests.campaigns.world import World, join_staff, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.people_roles import AUTHOR

ANA, BORIS = "ana@example.org", "boris@example.org"


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"])
    return world


def _test(
    world: World, campaign_id: int, *to: str, languages: tuple[str, ...] = (), by: Principal | None = None
) -> int:
    return send_test(
        world.database,
        campaign_id,
        MailTestRequest(to, languages),
        actor=by or world.ana,
        settings=world.settings,
        now=world.clock.now(),
    )


def _sent(world: World) -> list[OutgoingMessage]:
    for _ in range(8):
        send_staff_mails(world.context)
        world.clock.advance(seconds=1)
    return [message for batch in world.provider.batches for message in batch.messages]


@on_sqlite
def test_each_colleague_gets_each_language_once_marked_as_a_test(world: World) -> None:
    campaign_id = world.draft(languages=("en", "sl"))
    assert _test(world, campaign_id, ANA, BORIS, ANA) == 4
    messages = _sent(world)
    assert world.provider.received == {ANA: 2, BORIS: 2}
    assert {message.subject for message in messages} == {
        "[Poskus] 600 people are missing",
        "[Poskus] Pogrešanih je 600 ljudi",
    }
    for message in messages:
        assert message.text.startswith("To je poskusno sporočilo")
        body = re.split(r"<body[^>]*>", message.html)[1]
        assert re.sub("<[^>]*>", "", body).strip().startswith("To je poskusno sporočilo")


@on_sqlite
def test_but_for_its_marks_it_is_what_readers_get(world: World) -> None:
    campaign_id = world.draft()
    _test(world, campaign_id, ANA, languages=("en",))
    (message,) = _sent(world)
    with world.database.read() as session:
        rendered = preview(session, campaign_id, language="en", settings=world.settings)
    before, _, after = rendered.html.partition("[[")
    assert before.split("<body")[0] in message.html
    assert after.rpartition("]]")[2] in message.html


@on_sqlite
def test_nothing_in_it_acts_and_it_counts_nowhere(world: World) -> None:
    campaign_id = world.draft()
    _test(world, campaign_id, ANA, languages=("en",))
    (message,) = _sent(world)
    for part in (message.html, message.text):
        assert "/u/" not in part
        assert "/preferences/" not in part
        assert "[[" not in part
        assert f"{world.settings.public_url}/unsubscribe" in part
    assert {name for name, _ in message.headers} == {"Message-ID", "Auto-Submitted"}
    with world.database.read() as session:
        assert session.exec(select(func.count(col(Delivery.id)))).one() == 0
        assert session.exec(select(func.count(col(Attempt.id)))).one() == 0
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "campaign.tested")).one()
    assert (entry.actor, entry.detail) == (world.ana.name, {"users": [1], "languages": ["en"]})


@on_sqlite
@pytest.mark.parametrize("address", ["rosa@example.org", "stranger@example.org", "bulletin", "", "a" * 400])
def test_nobody_gets_one_who_does_not_work_here(world: World, address: str) -> None:
    campaign_id = world.draft()
    with pytest.raises(InputRefused, match="not-staff"):
        _test(world, campaign_id, ANA, address)
    assert _sent(world) == []


def test_a_reader_who_works_here_too_gets_one(world: World) -> None:
    join_staff(world, "rosa", AUTHOR)
    _test(world, world.draft(), "rosa@example.org", languages=("en",))
    assert [message.to for message in _sent(world)] == ["rosa@example.org"]


def test_whoever_has_left_gets_none(world: World) -> None:
    with world.database.write() as session:
        session.execute(update(User).where(col(User.name) == "Boris").values(disabled_at=world.clock.now()))
    with pytest.raises(InputRefused, match="not-staff"):
        _test(world, world.draft(), BORIS)


@on_sqlite
def test_nobody_too_many_and_an_unknown_language_are_refused(world: World) -> None:
    campaign_id = world.draft()
    with pytest.raises(InputRefused, match="nobody"):
        _test(world, campaign_id)
    with pytest.raises(InputRefused, match="test-language"):
        _test(world, campaign_id, ANA, languages=("en", "fa"))
    many = [f"person{number}" for number in range(sending.MAX_PEOPLE + 1)]
    for name in many:
        join_staff(world, name, AUTHOR)
    with pytest.raises(InputRefused, match="too-many"):
        _test(world, campaign_id, *(f"{name}@example.org" for name in many))
    assert _sent(world) == []


def test_while_no_sender_of_the_campaign_may_be_used_a_test_is_refused(world: World) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        session.execute(update(Sender).values(paused_reason="delivery-provider-misconfigured"))
    with pytest.raises(Conflict, match="test-no-sender"):
        _test(world, campaign_id, ANA)


def test_tests_are_limited_by_the_hour(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "MAX_PER_HOUR", 3)
    campaign_id = world.draft(languages=("en", "sl"))
    _test(world, campaign_id, ANA)
    with pytest.raises(TooManyAttempts, match="test-rate"):
        _test(world, campaign_id, ANA)
    _test(world, campaign_id, ANA, languages=("en",))
    world.clock.advance(minutes=61)
    assert _test(world, campaign_id, ANA) == 2


def test_a_test_of_what_is_approved_shows_the_frozen_text_and_changes_nothing(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    before = world.campaign(campaign_id)
    _test(world, campaign_id, ANA)
    assert world.campaign(campaign_id) == before
    with world.database.read() as session:
        purposes = session.exec(select(StaffMail.purpose).where(StaffMail.user_id == 1)).all()
    assert StaffMailPurpose.TEST in purposes
