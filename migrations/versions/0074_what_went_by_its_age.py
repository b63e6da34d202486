"""What went by its age, when, and at whose word; and who asked for what under the GDPR"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0074'
down_revision: str | None = '0073'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'retention_run',
        sa.Column('id', _ID, nullable=False),
        sa.Column('actor', sa.String(length=80), nullable=False),
        sa.Column('reason', sa.String(length=200), nullable=False),
        sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('counts', sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_retention_run')),
        sqlite_autoincrement=True,
    )
    op.create_table(
        'anonymous_leaving',
        sa.Column('id', _ID, nullable=False),
        sa.Column('evidence', sa.String(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_anonymous_leaving')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_anonymous_leaving_evidence'), 'anonymous_leaving', ['evidence'])
    op.create_table(
        'data_request',
        sa.Column('id', _ID, nullable=False),
        sa.Column('kind', sa.String(length=40), nullable=False),
        sa.Column('subscriber_id', _ID, nullable=True),
        sa.Column('address_hash', sa.String(length=64), nullable=True),
        sa.Column('received_on', sa.Date(), nullable=False),
        sa.Column('due_on', sa.Date(), nullable=False),
        sa.Column('note', sa.String(length=200), nullable=False),
        sa.Column('entered_by', sa.String(length=80), nullable=False),
        sa.Column('entered_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('done_by', sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_data_request')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_data_request_subscriber_id'), 'data_request', ['subscriber_id'])
    op.create_index(op.f('ix_data_request_done_at'), 'data_request', ['done_at'])
    op.create_table(
        'register_text',
        sa.Column('part', sa.String(length=40), nullable=False),
        sa.Column('language', sa.String(length=20), nullable=False),
        sa.Column('text', sa.String(), nullable=False),
        sa.PrimaryKeyConstraint('part', 'language', name=op.f('pk_register_text')),
    )


def downgrade() -> None:
    op.drop_table('register_text')
    op.drop_table('data_request')
    op.drop_table('anonymous_leaving')
    op.drop_table('retention_run')
