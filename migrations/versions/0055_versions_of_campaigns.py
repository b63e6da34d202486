"""What a campaign said after each edit, and who has its composer open"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0055'
down_revision: str | None = '0054'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'campaign_version',
        sa.Column('id', _ID, nullable=False),
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('content', sa.JSON(), nullable=False),
        sa.Column('action', sa.String(length=40), nullable=False),
        sa.Column('actor', sa.String(length=80), nullable=False),
        sa.Column('place', sa.String(length=80), nullable=False),
        sa.Column('restored_from_id', _ID, nullable=True),
        sa.Column('began_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'], name=op.f('fk_campaign_version_campaign_id_campaign'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_campaign_version')),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_campaign_version_campaign_id_id', 'campaign_version', ['campaign_id', 'id'])
    op.create_table(
        'campaign_presence',
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('user_id', _ID, nullable=False),
        sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'], name=op.f('fk_campaign_presence_campaign_id_campaign'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(
            ['user_id'], ['staff_user.id'], name=op.f('fk_campaign_presence_user_id_staff_user'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('campaign_id', 'user_id', name=op.f('pk_campaign_presence')),
    )


def downgrade() -> None:
    op.drop_table('campaign_presence')
    op.drop_table('campaign_version')
