"""Topics, which of them readers want, until when somebody's mail is paused, and how often a reason for leaving was given

What news items say that they are about stays as it is written: staff say which of these words readers may choose by.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0063'
down_revision: str | None = '0062'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'topic',
        sa.Column('id', _ID, nullable=False),
        sa.Column('slug', sa.String(length=60), nullable=False),
        sa.Column('name', sa.String(length=80), nullable=False),
        sa.Column('names', sa.JSON(), nullable=False),
        sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_topic')),
        sa.UniqueConstraint('slug', name=op.f('uq_topic_slug')),
        sqlite_autoincrement=True,
    )
    op.create_table(
        'topic_word',
        sa.Column('word', sa.String(length=400), nullable=False),
        sa.Column('topic_id', _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ['topic_id'], ['topic.id'], name=op.f('fk_topic_word_topic_id_topic'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('word', name=op.f('pk_topic_word')),
    )
    op.create_index(op.f('ix_topic_word_topic_id'), 'topic_word', ['topic_id'])
    op.create_table(
        'list_topic',
        sa.Column('list_id', _ID, nullable=False),
        sa.Column('topic_id', _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ['list_id'], ['mailing_list.id'], name=op.f('fk_list_topic_list_id_mailing_list'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(
            ['topic_id'], ['topic.id'], name=op.f('fk_list_topic_topic_id_topic'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('list_id', 'topic_id', name=op.f('pk_list_topic')),
    )
    op.create_index(op.f('ix_list_topic_topic_id'), 'list_topic', ['topic_id'])
    op.create_table(
        'topic_choice',
        sa.Column('address_hash', sa.String(length=64), nullable=False),
        sa.Column('topic_id', _ID, nullable=False),
        sa.Column('frequency', sa.String(length=40), nullable=False),
        sa.Column('chosen_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['topic_id'], ['topic.id'], name=op.f('fk_topic_choice_topic_id_topic')),
        sa.PrimaryKeyConstraint('address_hash', 'topic_id', name=op.f('pk_topic_choice')),
    )
    op.create_index(op.f('ix_topic_choice_topic_id'), 'topic_choice', ['topic_id'])
    op.create_table(
        'pause',
        sa.Column('address_hash', sa.String(length=64), nullable=False),
        sa.Column('until', sa.DateTime(timezone=True), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('address_hash', name=op.f('pk_pause')),
    )
    op.create_table(
        'audience_topic',
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('topic_id', _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ['campaign_id'],
            ['campaign.id'],
            name=op.f('fk_audience_topic_campaign_id_campaign'),
            ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(['topic_id'], ['topic.id'], name=op.f('fk_audience_topic_topic_id_topic')),
        sa.PrimaryKeyConstraint('campaign_id', 'topic_id', name=op.f('pk_audience_topic')),
    )
    op.create_index(op.f('ix_audience_topic_topic_id'), 'audience_topic', ['topic_id'])
    op.create_table(
        'leaving_count',
        sa.Column('list_id', _ID, nullable=False),
        sa.Column('day', sa.Date(), nullable=False),
        sa.Column('reason', sa.String(length=40), nullable=False),
        sa.Column('count', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ['list_id'],
            ['mailing_list.id'],
            name=op.f('fk_leaving_count_list_id_mailing_list'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('list_id', 'day', 'reason', name=op.f('pk_leaving_count')),
    )


def downgrade() -> None:
    op.drop_table('leaving_count')
    op.drop_table('audience_topic')
    op.drop_table('pause')
    op.drop_table('topic_choice')
    op.drop_table('list_topic')
    op.drop_table('topic_word')
    op.drop_table('topic')
