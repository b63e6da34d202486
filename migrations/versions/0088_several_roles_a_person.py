"""A person may have several roles: what each colleague may do stays what it was"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0088'
down_revision: str | None = '0087'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_OLD = {'editor': ',author,', 'approver': ',approver,author,sender,', 'admin': ',admin,'}
_WITH_PROTECTED = {
    'editor': ',author,keeper,', 'approver': ',approver,author,keeper,sender,', 'admin': ',admin,keeper,'
}


def upgrade() -> None:
    with op.batch_alter_table('staff_user') as batch:
        batch.add_column(sa.Column('roles', sa.String(length=120), nullable=False, server_default=','))
        batch.add_column(sa.Column('former_roles', sa.String(length=120), nullable=True))
    users = sa.table(
        'staff_user', sa.column('role', sa.String), sa.column('roles', sa.String),
        sa.column('former_role', sa.String), sa.column('former_roles', sa.String),
        sa.column('sees_protected_readers', sa.Boolean),
    )
    for old in _OLD:
        which = users.c.role == old
        sees = users.c.sees_protected_readers
        op.execute(users.update().where(which, sees).values(roles=_WITH_PROTECTED[old]))
        op.execute(users.update().where(which, sa.not_(sees)).values(roles=_OLD[old]))
        op.execute(users.update().where(users.c.former_role == old).values(former_roles=_OLD[old]))
    with op.batch_alter_table('staff_user') as batch:
        batch.alter_column('roles', server_default=None)
        batch.drop_column('role')
        batch.drop_column('former_role')
        batch.drop_column('sees_protected_readers')


def downgrade() -> None:
    # Nobody gains: of the old roles the highest all of which somebody may. Who may none of it, as somebody who
    # only reads reports, could not be kept from more in that version, and is disabled.
    with op.batch_alter_table('staff_user') as batch:
        batch.add_column(sa.Column('role', sa.String(length=40), nullable=False, server_default='editor'))
        batch.add_column(sa.Column('former_role', sa.String(length=40), nullable=True))
        batch.add_column(
            sa.Column('sees_protected_readers', sa.Boolean(), nullable=False, server_default=sa.false())
        )
    users = sa.table(
        'staff_user', sa.column('role', sa.String), sa.column('roles', sa.String),
        sa.column('former_role', sa.String), sa.column('former_roles', sa.String),
        sa.column('sees_protected_readers', sa.Boolean), sa.column('disabled_at', sa.DateTime(timezone=True)),
    )
    has = users.c.roles.contains
    op.execute(users.update().where(has(',keeper,')).values(sees_protected_readers=sa.true()))
    approves = sa.and_(has(',author,'), has(',approver,'), has(',sender,'))
    op.execute(users.update().where(approves).values(role='approver'))
    op.execute(users.update().where(has(',admin,')).values(role='admin'))
    is_less = sa.and_(sa.not_(has(',author,')), sa.not_(has(',admin,')), users.c.disabled_at.is_(None))
    op.execute(users.update().where(is_less).values(disabled_at=sa.func.current_timestamp()))
    for old, new in (('editor', 'author'), ('approver', 'approver'), ('admin', 'admin')):
        had = users.c.former_roles.contains(f',{new},')
        op.execute(users.update().where(had).values(former_role=old))
    with op.batch_alter_table('staff_user') as batch:
        batch.alter_column('role', server_default=None)
        batch.drop_column('former_roles')
        batch.drop_column('roles')
