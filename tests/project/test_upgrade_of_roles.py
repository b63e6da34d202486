"""Migration 0088: roles are several. Nobody gains by the upgrade, and nobody loses."""

from itertools import product

from sqlalchemy import MetaData, Table, insert
from sqlmodel import select

from core.db import Database
from migrations.upgrade import alembic_scripts, downgrade, upgrade
from staff.principal import principal_of
from staff.roles import Permission as P
from staff.tables import User
from staff.users import who_could_lately
from tests.conftest import NOON
from tests.project.filled import fill
from tests.project.kept_revisions import MigratedTo

EDITOR = {P.SEE_REPORTS, P.LOOK, P.DRAFT, P.EDIT, P.SUBMIT, P.COMMENT}
APPROVER = EDITOR | {
    P.APPROVE, P.SCHEDULE, P.SEND, P.PAUSE, P.CANCEL, P.PUBLISH, P.DECIDE_DOUBTS, P.SERVE_SUBSCRIBERS,
    P.EXPORT_SUBSCRIBERS, P.MANAGE_SOURCES,
}  # fmt: skip
BEFORE = {"editor": EDITOR, "approver": APPROVER, "admin": set(P)}
"""What each role of that version allowed; what is a permission by now (looking, comments) was everybody's."""


def test_everybody_may_after_the_upgrade_what_they_might_before_and_no_more(migrated_to: MigratedTo) -> None:
    before = str(alembic_scripts().get_revision("0088").down_revision)
    bare = migrated_to(before)
    fill(bare)
    for number, (role, sees) in enumerate(product(BEFORE, (False, True)), start=1000):
        _add(bare, number, role, sees)
    upgrade(bare)
    with bare.read() as session:
        for role, sees in product(BEFORE, (False, True)):
            user = session.exec(select(User).where(User.name == f"{role} {sees}")).one()
            extra = {P.SEE_PROTECTED_READERS} if sees else set()
            assert principal_of(user).permissions == BEFORE[role] | extra
        for user in session.exec(select(User)):
            assert user.roles, "nobody is without"
        lately = {user.name for user in who_could_lately(session, P.APPROVE, now=NOON)}
        assert {"editor True", "editor False"} <= lately, "who could lately still counts"
    downgrade(bare, before)
    users = _users(bare)
    with bare.read() as session:
        rows = {
            row.name: (row.role, row.sees_protected_readers)
            for row in session.connection().execute(users.select())
        }
    assert {
        f"{role} {sees}": (role, sees) for role, sees in product(BEFORE, (False, True))
    }.items() <= rows.items()
    bare.dispose()


def _users(database: Database) -> Table:
    with database.read() as session:
        return Table("staff_user", MetaData(), autoload_with=session.connection())


def _add(database: Database, number: int, role: str, sees: bool) -> None:
    with database.write() as session:
        session.execute(
            insert(_users(database)).values(
                id=number,
                address=f"{role}-{sees}@example.org",
                name=f"{role} {sees}",
                role=role,
                former_role="approver",
                former_until=NOON,
                sees_protected_readers=sees,
                language="en",
                password_hash="!",
                failed_count=0,
                created_at=NOON,
            )
        )
