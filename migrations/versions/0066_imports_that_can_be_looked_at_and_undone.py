"""Imports that are looked at first and can be undone: files, rows and what became of each"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0066'
down_revision: str | None = '0065'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'subscriber_import',
        sa.Column('id', _ID, nullable=False),
        sa.Column('list_id', _ID, nullable=False),
        sa.Column('state', sa.String(length=40), nullable=False),
        sa.Column('file_name', sa.String(length=200), nullable=False),
        sa.Column('actor', sa.String(length=80), nullable=False),
        sa.Column('request', sa.JSON(), nullable=False),
        sa.Column('figures', sa.JSON(), nullable=False),
        sa.Column('row_count', sa.Integer(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('began_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('undone_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('undone_by', sa.String(length=80), nullable=True),
        sa.Column('erase_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('erased_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('worker', sa.String(length=120), nullable=True),
        sa.Column('lease_until', sa.DateTime(timezone=True), nullable=True),
        sa.Column('after_place', _ID, nullable=False),
        sa.Column('error', sa.String(length=80), nullable=True),
        sa.Column('error_params', sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ['list_id'], ['mailing_list.id'],
            name=op.f('fk_subscriber_import_list_id_mailing_list'), ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_subscriber_import')),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_subscriber_import_state', 'subscriber_import', ['state'])
    op.create_index('ix_subscriber_import_list_id_id', 'subscriber_import', ['list_id', 'id'])
    op.create_table(
        'import_piece',
        sa.Column('import_id', _ID, nullable=False),
        sa.Column('place', sa.Integer(), nullable=False),
        sa.Column('content', sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ['import_id'], ['subscriber_import.id'],
            name=op.f('fk_import_piece_import_id_subscriber_import'), ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('import_id', 'place', name=op.f('pk_import_piece')),
    )
    op.create_table(
        'import_row',
        sa.Column('import_id', _ID, nullable=False),
        sa.Column('place', _ID, nullable=False),
        sa.Column('line', sa.Integer(), nullable=False),
        sa.Column('address', sa.String(length=254), nullable=False),
        sa.Column('address_hash', sa.String(length=64), nullable=False),
        sa.Column('name', sa.String(length=120), nullable=False),
        sa.Column('language', sa.String(length=20), nullable=False),
        sa.Column('has_language', sa.Boolean(), nullable=False),
        sa.Column('status', sa.String(length=40), nullable=True),
        sa.Column('suppression', sa.String(length=40), nullable=True),
        sa.Column('is_everywhere', sa.Boolean(), nullable=False),
        sa.Column('outcome', sa.String(length=40), nullable=False),
        sa.Column('code', sa.String(length=80), nullable=False),
        sa.Column('params', sa.JSON(), nullable=False),
        sa.Column('is_new_person', sa.Boolean(), nullable=False),
        sa.Column('old_name', sa.String(length=120), nullable=True),
        sa.Column('old_language', sa.String(length=20), nullable=True),
        sa.Column('undo', sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ['import_id'], ['subscriber_import.id'],
            name=op.f('fk_import_row_import_id_subscriber_import'), ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('import_id', 'place', name=op.f('pk_import_row')),
    )
    op.create_index('ix_import_row_import_id_outcome_place', 'import_row', ['import_id', 'outcome', 'place'])
    op.create_index('ix_import_row_address_hash', 'import_row', ['address_hash'])


def downgrade() -> None:
    op.drop_table('import_row')
    op.drop_table('import_piece')
    op.drop_table('subscriber_import')
