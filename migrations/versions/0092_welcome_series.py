"""Welcome series: emails that each new reader of a list gets, some days after the own yes"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0092'
down_revision: str | None = '0091'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'welcome_series',
        sa.Column('id', _ID, nullable=False),
        sa.Column('name', sa.String(length=80), nullable=False),
        sa.Column('list_id', _ID, nullable=False),
        sa.Column('sender_id', _ID, nullable=False),
        sa.Column('is_enabled', sa.Boolean(), nullable=False),
        sa.Column('since', sa.DateTime(timezone=True), nullable=True),
        sa.Column('turned_on_by', sa.String(length=80), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['list_id'], ['mailing_list.id'], name=op.f('fk_welcome_series_list_id_mailing_list')
        ),
        sa.ForeignKeyConstraint(['sender_id'], ['sender.id'], name=op.f('fk_welcome_series_sender_id_sender')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_welcome_series')),
        sa.UniqueConstraint('name', name=op.f('uq_welcome_series_name')),
        sqlite_autoincrement=True,
    )
    op.create_table(
        'series_email',
        sa.Column('id', _ID, nullable=False),
        sa.Column('series_id', _ID, nullable=False),
        sa.Column('days', sa.Integer(), nullable=False),
        sa.Column('campaign_id', _ID, nullable=True),
        sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ['series_id'], ['welcome_series.id'], name=op.f('fk_series_email_series_id_welcome_series')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_series_email')),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_series_email_series_id', 'series_email', ['series_id'])
    with op.batch_alter_table('campaign') as batch:
        batch.add_column(sa.Column('series_email_id', _ID, nullable=True))
        batch.create_foreign_key(
            batch.f('fk_campaign_series_email_id_series_email'), 'series_email', ['series_email_id'], ['id']
        )
        batch.create_index('ix_campaign_series_email_id', ['series_email_id'])


def downgrade() -> None:
    with op.batch_alter_table('campaign') as batch:
        batch.drop_index('ix_campaign_series_email_id')
        batch.drop_constraint('fk_campaign_series_email_id_series_email', type_='foreignkey')
        batch.drop_column('series_email_id')
    op.drop_table('series_email')
    op.drop_table('welcome_series')
