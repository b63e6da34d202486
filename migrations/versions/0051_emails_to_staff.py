"""Emails to staff, what they were told needs attention, and which opt-in emails may have been sent"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0051'
down_revision: str | None = '0050'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'staff_mail',
        sa.Column('id', _ID, nullable=False),
        sa.Column('user_id', _ID, nullable=False),
        sa.Column('purpose', sa.String(length=40), nullable=False),
        sa.Column('campaign_id', _ID, nullable=True),
        sa.Column('sender_id', _ID, nullable=True),
        sa.Column('subject', sa.String(), nullable=False),
        sa.Column('text', sa.String(), nullable=False),
        sa.Column('html', sa.String(), nullable=False),
        sa.Column('key', sa.String(length=80), nullable=False),
        sa.Column('state', sa.String(length=40), nullable=False),
        sa.Column('queued_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('next_attempt_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('attempt_count', sa.Integer(), nullable=False),
        sa.Column('is_called', sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ['user_id'], ['staff_user.id'], name=op.f('fk_staff_mail_user_id_staff_user'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'], name=op.f('fk_staff_mail_campaign_id_campaign'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(['sender_id'], ['sender.id'], name=op.f('fk_staff_mail_sender_id_sender')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_staff_mail')),
        sa.UniqueConstraint('key', name=op.f('uq_staff_mail_key')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_staff_mail_user_id'), 'staff_mail', ['user_id'])
    op.create_index(op.f('ix_staff_mail_campaign_id'), 'staff_mail', ['campaign_id'])
    op.create_index('ix_staff_mail_state_next_attempt_at', 'staff_mail', ['state', 'next_attempt_at'])
    op.create_index('ix_staff_mail_purpose_queued_at', 'staff_mail', ['purpose', 'queued_at'])
    op.create_table(
        'attention_notice',
        sa.Column('item_key', sa.String(length=64), nullable=False),
        sa.Column('first_seen_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('last_seen_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('is_mailed', sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint('item_key', name=op.f('pk_attention_notice')),
    )
    # Of what waits now, a call may have been begun by the version before: it is repeated only where that is safe.
    op.add_column('question', sa.Column('is_called', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(sa.text("UPDATE question SET is_called = (attempt_count > 0) WHERE state = 'waiting'"))


def downgrade() -> None:
    op.drop_column('question', 'is_called')
    op.drop_table('attention_notice')
    op.drop_table('staff_mail')
