"""Who asks to export a protected list, and who grants it"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0068'
down_revision: str | None = '0067'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'export_request',
        sa.Column('id', _ID, nullable=False),
        sa.Column('list_id', _ID, nullable=False),
        sa.Column('asked_by', _ID, nullable=False),
        sa.Column('reason', sa.String(length=200), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('decided_by', _ID, nullable=True),
        sa.Column('granted_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('refused_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ['list_id'],
            ['mailing_list.id'],
            name=op.f('fk_export_request_list_id_mailing_list'),
            ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['asked_by'], ['staff_user.id'], name=op.f('fk_export_request_asked_by_staff_user')
        ),
        sa.ForeignKeyConstraint(
            ['decided_by'], ['staff_user.id'], name=op.f('fk_export_request_decided_by_staff_user')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_export_request')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_export_request_list_id'), 'export_request', ['list_id'])


def downgrade() -> None:
    op.drop_table('export_request')
