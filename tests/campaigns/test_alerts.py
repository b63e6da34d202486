"""Security alerts: what may be an attack is told to every administrator, in their language, once, and never to
nobody but who did it."""

from io import BytesIO

import pytest
from sqlmodel import col, select, update

from campaigns.imports.import_rows import RowGroup
from campaigns.imports.import_rows_table import take_rows
from campaigns.imports.manage_import import upload_import
from campaigns.people.export_people import ExportFileType, export_list
from campaigns.people.staff_action import StaffAction
from campaigns.staff_mail.alert_administrators import (
    alert_export,
    alert_new_device,
    enable_colleague,
    give_roles,
    invite_colleague,
)
from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose, StaffMailState
from campaigns.system_mail.send_staff_mails import send_staff_mails
from core.db import Database
from core.settings import Settings
from delivery.errors import TransientProviderError
from staff.colleagues import disable
from staff.principal import OPERATOR, Principal, principal_of
from staff.tables import Role, User
from staff.users import invited_user
from subscribers.import_report import ImportRequest
from tests.campaigns.world import World, join_staff, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.people_roles import ADMIN, AUTHOR

pytestmark = on_sqlite


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    """With the administrators Darja, who reads English, and Fran."""
    world = make_world(database, clock, settings)
    world.configure(staff_sender="main", sign_up_sender="")
    for name in ("darja", "fran"):
        join_staff(world, name, ADMIN)
    with database.write() as session:
        session.exec(update(User).where(col(User.name) == "Darja").values(language="en"))
    return world


def recipients(world: World) -> dict[str, str]:
    """Whom, of what."""
    with world.database.read() as session:
        rows = session.exec(
            select(User.name, StaffMail.subject).join(User, col(User.id) == StaffMail.user_id)
        ).all()
    assert len(rows) == len(dict(rows)), "each once"
    return dict(rows)


def person(world: World, name: str) -> User:
    with world.database.read() as session:
        return session.exec(select(User).where(User.name == name)).one()


def give(world: World, roles: frozenset[Role], *, actor: Principal = OPERATOR) -> None:
    services, now = world.context.services, world.clock.now()
    with world.database.write() as session:
        give_roles(session, person(world, "Ana").id, roles, actor=actor, services=services, now=now)


def test_a_new_device_is_told_to_its_owner_and_to_administrators_in_their_language(world: World) -> None:
    ana, services, now = person(world, "Ana"), world.context.services, world.clock.now()
    with world.database.write() as session:
        assert alert_new_device(session, ana, browser="Firefox, Android", services=services, now=now) is None
    assert recipients(world) == {
        "Ana": "Prijava z nove naprave: Ana",
        "Darja": "Sign-in on a new device: Ana",
        "Fran": "Prijava z nove naprave: Ana",
    }
    with world.database.read() as session:
        texts = [mail.text for mail in session.exec(select(StaffMail))]
    assert all("Firefox, Android" in text for text in texts)
    assert sum("V vaš račun" in text for text in texts) == 1
    assert [text for text in texts if "V vaš račun" in text] == [
        text for text in texts if "sporočite skrbniku" in text
    ]
    with world.database.write() as session:
        alert_new_device(session, ana, browser="", services=services, now=now)
    with world.database.read() as session:
        unnamed = session.exec(select(StaffMail.text).order_by(col(StaffMail.id))).all()[3:]
    assert sum("brskalnik, ki se ni predstavil." in text for text in unnamed) == 2
    assert sum("a browser that does not say what it is." in text for text in unnamed) == 1


def test_a_role_that_allows_more_is_told_and_one_that_allows_less_is_not(world: World) -> None:
    give(world, AUTHOR | {Role.VIEWER})
    assert recipients(world) == {}, "no more than before"
    give(world, frozenset({Role.SENDER}))
    assert set(recipients(world)) == {"Ana", "Darja", "Fran"}
    assert recipients(world)["Darja"] == "More permissions for Ana"
    give(world, frozenset({Role.VIEWER}))
    assert set(recipients(world)) == {"Ana", "Darja", "Fran"}


def test_who_may_again_what_an_account_allows_is_told(world: World) -> None:
    ana, services, now = person(world, "Ana"), world.context.services, world.clock.now()
    darja = principal_of(person(world, "Darja"))
    with world.database.write() as session:
        disable(session, ana.id, actor=darja, now=now)
    for _ in range(2):  # enabled already, it is no news
        with world.database.write() as session:
            enable_colleague(session, ana.id, actor=darja, services=services, now=now)
    in_slovenian, in_english = "Račun je spet omogočen: Ana", "An account is enabled again: Ana"
    assert recipients(world) == {"Ana": in_slovenian, "Darja": in_english, "Fran": in_slovenian}


@pytest.mark.parametrize("roles", [ADMIN, AUTHOR])
def test_an_invitation_is_told_to_who_was_there_before(world: World, roles: frozenset[Role]) -> None:
    services, now = world.context.services, world.clock.now()
    new = invited_user(address="gita@example.org", name="Gita", roles=roles, language="en", now=now)
    darja = principal_of(person(world, "Darja"))
    with world.database.write() as session:
        invite_colleague(session, new, actor=darja, services=services, now=now)
    assert recipients(world) == {"Darja": "A new colleague: Gita", "Fran": "Nova oseba med sodelavci: Gita"}
    with world.database.read() as session:
        assert all("Darja" in mail.text for mail in session.exec(select(StaffMail)))


def test_a_new_administrator_is_no_other_one_to_whoever_invited_them(world: World) -> None:
    services, now = world.context.services, world.clock.now()
    with world.database.write() as session:
        session.exec(update(User).where(col(User.name) == "Fran").values(disabled_at=now))
    new = invited_user(address="gita@example.org", name="Gita", roles=ADMIN, language="en", now=now)
    darja = principal_of(person(world, "Darja"))
    with world.database.write() as session:
        invite_colleague(session, new, actor=darja, services=services, now=now)
    assert set(recipients(world)) == {"Darja", "Boris", "Cilka"}


def test_an_export_is_told_without_whom_it_is_of(world: World) -> None:
    world.add_readers(["rosa"])
    act = StaffAction("rosa asked", world.boris, world.clock.now(), "UTC")
    with world.database.write() as session:
        export_list(session, "bulletin", ExportFileType.CSV, act)
        alert_export(session, actor=act.actor, services=world.context.services, now=act.now)
    assert set(recipients(world)) == {"Darja", "Fran"}
    with world.database.read() as session:
        for mail in session.exec(select(StaffMail)):
            assert "Boris" in mail.text
            assert "rosa" not in mail.text


def test_the_rows_of_an_import_as_a_file_are_an_export(world: World) -> None:
    services, now = world.context.services, world.clock.now()
    file = BytesIO(b"email,name,language\nrosa@example.org,Rosa,sl\n")
    number = upload_import(services, ImportRequest("bulletin", "Forms"), file, "people.csv", actor=OPERATOR)
    rows = take_rows(services, number, [RowGroup.NEW], lambda key, **_: key, actor=OPERATOR, now=now)
    assert len(list(rows)) == 1, "the titles: nothing of it is read yet"
    assert set(recipients(world)) == {"Darja", "Fran"}


def test_who_did_it_is_never_the_only_one_who_is_told(world: World) -> None:
    with world.database.write() as session:
        session.exec(update(User).where(col(User.name) == "Fran").values(disabled_at=world.clock.now()))
        darja = session.exec(select(User).where(User.name == "Darja")).one()
        alert_new_device(session, darja, browser="", services=world.context.services, now=world.clock.now())
    assert set(recipients(world)) == {"Darja", "Boris", "Cilka"}, (
        "who approves, where there is no other administrator"
    )


def test_each_try_is_the_same_email_with_the_same_key(world: World) -> None:
    give(world, frozenset({Role.SENDER}))
    world.provider.faults = [TransientProviderError("later")]
    for _ in range(4):
        send_staff_mails(world.context)
        world.clock.advance(minutes=10)
    with world.database.read() as session:
        mails = session.exec(select(StaffMail)).all()
    assert {(mail.state, mail.purpose) for mail in mails} == {(StaffMailState.SENT, StaffMailPurpose.ROLE_RAISED)}
    assert len({mail.key for mail in mails}) == len(mails) == len(world.provider.received)


def test_without_a_working_sender_it_is_said_why_nobody_is_told(world: World) -> None:
    world.configure(staff_sender="")
    with world.database.write() as session:
        why = alert_export(session, actor=world.boris, services=world.context.services, now=world.clock.now())
    assert why is not None
    assert why.code == "campaigns-staff-mail-unset"
    assert recipients(world) == {}
