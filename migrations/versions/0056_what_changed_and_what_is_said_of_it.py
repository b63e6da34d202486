"""What campaigns said when they were submitted, comments on their blocks, and rehearsals"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0056'
down_revision: str | None = '0055'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'submitted_content',
        sa.Column('id', _ID, nullable=False),
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('content_hash', sa.String(length=64), nullable=False),
        sa.Column('content', sa.JSON(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'],
            name=op.f('fk_submitted_content_campaign_id_campaign'), ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_submitted_content')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_submitted_content_campaign_id'), 'submitted_content', ['campaign_id'])
    op.create_table(
        'block_comment',
        sa.Column('id', _ID, nullable=False),
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('block_id', _ID, nullable=False),
        sa.Column('actor', sa.String(length=80), nullable=False),
        sa.Column('text', sa.String(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('settled_by', sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'],
            name=op.f('fk_block_comment_campaign_id_campaign'), ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_block_comment')),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_block_comment_campaign_id_settled_at', 'block_comment', ['campaign_id', 'settled_at'])

    op.create_table(
        'rehearsal',
        sa.Column('id', _ID, nullable=False),
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('state', sa.String(length=40), nullable=False),
        sa.Column('actor', sa.String(length=80), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('worker', sa.String(length=120), nullable=True),
        sa.Column('lease_until', sa.DateTime(timezone=True), nullable=True),
        sa.Column('content_digest', sa.String(length=64), nullable=True),
        sa.Column('after_id', _ID, nullable=False),
        sa.Column('figures', sa.JSON(), nullable=False),
        sa.Column('error', sa.String(length=80), nullable=True),
        sa.Column('error_params', sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'], name=op.f('fk_rehearsal_campaign_id_campaign'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_rehearsal')),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_rehearsal_state', 'rehearsal', ['state'])
    op.create_index('ix_rehearsal_campaign_id_id', 'rehearsal', ['campaign_id', 'id'])


def downgrade() -> None:
    op.drop_table('rehearsal')
    op.drop_table('block_comment')
    op.drop_table('submitted_content')
