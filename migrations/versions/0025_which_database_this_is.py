"""Which database this is, how far it has come, and which machines work on it"""

import uuid
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0025'
down_revision: str | None = '0024'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    state = op.create_table(
        'database_state',
        sa.Column('identity', sa.String(length=36), nullable=False),
        sa.Column('counter', _ID, nullable=False),
        sa.Column('last_machine', sa.String(length=36), nullable=True),
        sa.Column('machines', sa.Integer(), nullable=False),
        sa.Column('quarantined_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('quarantine_reason', sa.String(length=40), nullable=True),
        sa.Column('quarantined_counter', _ID, nullable=True),
        sa.PrimaryKeyConstraint('identity'),
    )
    op.create_table(
        'machine',
        sa.Column('id', sa.String(length=36), nullable=False),
        sa.Column('host', sa.String(length=255), nullable=False),
        sa.Column('beats', _ID, nullable=False),
        sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_table(
        'remembered_no',
        sa.Column('address_hash', sa.String(length=64), nullable=False),
        sa.Column('list_id', _ID, nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['list_id'], ['mailing_list.id']),
        sa.PrimaryKeyConstraint('address_hash', 'list_id'),
    )
    op.bulk_insert(state, [{'identity': str(uuid.uuid4()), 'counter': 0, 'machines': 0}])


def downgrade() -> None:
    op.drop_table('remembered_no')
    op.drop_table('machine')
    op.drop_table('database_state')
