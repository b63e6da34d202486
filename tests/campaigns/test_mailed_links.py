"""An invitation and a link for a new password by email: it works once, and no row of the database holds it."""

import re

import pytest
from sqlmodel import select

from campaigns.staff_mail.delete_colleague import delete_colleague
from campaigns.staff_mail.mail_password_link import mail_password_link
from campaigns.staff_mail.tables import StaffMail, StaffMailState
from campaigns.system_mail.send_staff_mails import send_staff_mails
from core.db import Database
from core.errors import NotAllowed
from core.settings import Settings
from delivery.errors import TransientProviderError
from delivery.message.outgoing import OutgoingMessage
from staff.colleagues import invite
from staff.password_link import LINK_LIFETIME, make_password_link, owner_of_link, set_password
from staff.principal import Principal, principal_of
from staff.tables import User
from staff.users import invited_user
from tests.campaigns.world import World, join_staff, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.people_roles import ADMIN, AUTHOR

NEW = "eva@example.org"
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.configure(staff_sender="main", sign_up_sender="")
    join_staff(world, "darja", ADMIN)
    return world


def _boss(world: World) -> Principal:
    with world.database.read() as session:
        return principal_of(session.exec(select(User).where(User.roles == ADMIN)).one())


def _invite(world: World) -> str:
    """The secret that was made before it was mailed."""
    now, services, boss = world.clock.now(), world.context.services, _boss(world)
    person = invited_user(address=NEW, name="Eva", roles=AUTHOR, language="sl", now=now)
    with world.database.write() as session:
        made = invite(session, person, actor=boss, now=now)
        assert mail_password_link(session, made, actor=boss, services=services, now=now) is None
    return made.secret


def _mailed(world: World) -> OutgoingMessage:
    ((message,),) = [batch.messages for batch in world.provider.batches[-1:]]
    return message


def _secret_in(text: str) -> str:
    (secret,) = re.findall(r"/password/(\S+)", text)
    return str(secret)


def _is_good(world: World, secret: str) -> bool:
    with world.database.read() as session:
        try:
            return owner_of_link(session, secret, now=world.clock.now()).address == NEW
        except NotAllowed:
            return False


def test_an_invitation_arrives_with_a_link_that_no_row_holds(world: World) -> None:
    shown = _invite(world)
    with world.database.read() as session:
        (mail,) = session.exec(select(StaffMail)).all()
    kept = _secret_in(mail.text)
    send_staff_mails(world.context)
    message = _mailed(world)
    secret = _secret_in(message.text)
    assert (message.to, message.subject) == (NEW, "Vaš račun za Bilten")
    assert secret in message.html
    assert "Darja" in message.text
    assert [_is_good(world, each) for each in (shown, kept, secret)] == [False, False, True]
    with world.database.write() as session:
        assert set_password(session, secret, "a hash", now=world.clock.now()).name == "Eva"
    assert not _is_good(world, secret)


@on_sqlite
def test_every_try_is_the_same_request(world: World) -> None:
    _invite(world)
    world.provider.faults = [TransientProviderError("busy")]
    for _ in range(3):
        send_staff_mails(world.context)
        world.clock.advance(minutes=30)
    assert len(world.provider.batches) == 2
    assert len({_secret_in(batch.messages[0].text) for batch in world.provider.batches}) == 1
    assert _is_good(world, _secret_in(_mailed(world).text))


@on_sqlite
def test_what_a_newer_link_replaced_is_not_sent(world: World) -> None:
    _invite(world)
    with world.database.write() as session:
        eva = session.exec(select(User).where(User.address == NEW)).one()
        made = make_password_link(session, eva.id, actor=_boss(world), now=world.clock.now())
    send_staff_mails(world.context)
    assert world.provider.batches == []
    assert _is_good(world, made.secret)
    with world.database.read() as session:
        assert session.exec(select(StaffMail.state)).all() == [StaffMailState.GIVEN_UP]


@on_sqlite
def test_a_link_that_has_expired_opens_nothing(world: World) -> None:
    _invite(world)
    send_staff_mails(world.context)
    secret = _secret_in(_mailed(world).text)
    world.clock.advance(days=LINK_LIFETIME.days, seconds=1)
    assert not _is_good(world, secret)


@on_sqlite
def test_without_a_sender_it_is_said_and_the_shown_link_is_good(world: World) -> None:
    world.configure(staff_sender="")
    now = world.clock.now()
    person = invited_user(address=NEW, name="Eva", roles=AUTHOR, language="sl", now=now)
    with world.database.write() as session:
        made = invite(session, person, actor=_boss(world), now=now)
        reason = mail_password_link(session, made, actor=_boss(world), services=world.context.services, now=now)
        assert session.exec(select(StaffMail)).all() == []
    assert reason is not None
    assert reason.code == "campaigns-staff-mail-unset"
    assert _is_good(world, made.secret)


@on_sqlite
def test_hostile_names_are_text_in_it(world: World) -> None:
    with world.database.write() as session:
        session.get_one(User, _boss(world).user_id).name = HOSTILE
    _invite(world)
    send_staff_mails(world.context)
    assert HOSTILE not in _mailed(world).html
    assert "&lt;img" in _mailed(world).html


def test_of_a_deleted_colleague_only_the_name_is_left(world: World) -> None:
    _invite(world)
    with world.database.write() as session:
        eva = session.exec(select(User).where(User.address == NEW)).one()
        delete_colleague(session, eva.id, actor=_boss(world), now=world.clock.now())
    with world.database.read() as session:
        row = session.get_one(User, eva.id)
        assert session.exec(select(StaffMail)).all() == []
    assert (row.name, row.address, row.password_hash) == ("Eva", f"{eva.id}@deleted.invalid", "")
    _invite(world)  # the address is free again
