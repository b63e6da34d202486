"""Whom a campaign is for: rows of lists, where it had one; each delivery names the list of its reader"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0038'
down_revision: str | None = '0037'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('audience_list',
        sa.Column('campaign_id', _BIG, nullable=False),
        sa.Column('list_id', _BIG, nullable=False),
        sa.Column('is_excluded', sa.Boolean(), nullable=False),
        sa.Column('position', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_audience_list_campaign_id_campaign'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['list_id'], ['mailing_list.id'], name=op.f('fk_audience_list_list_id_mailing_list')),
        sa.PrimaryKeyConstraint('campaign_id', 'list_id', name=op.f('pk_audience_list')),
    )
    op.create_index(op.f('ix_audience_list_list_id'), 'audience_list', ['list_id'])
    op.execute(
        'INSERT INTO audience_list (campaign_id, list_id, is_excluded, position)'
        ' SELECT id, list_id, FALSE, 0 FROM campaign'
    )
    op.add_column('delivery', sa.Column('list_id', _BIG, nullable=True))
    op.execute(
        'UPDATE delivery SET list_id = (SELECT campaign.list_id FROM campaign WHERE campaign.id = delivery.campaign_id)'
    )
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.alter_column('list_id', existing_type=_BIG, nullable=False)
    with op.batch_alter_table('campaign', schema=None) as batch_op:
        batch_op.drop_constraint('fk_campaign_list_id_mailing_list', type_='foreignkey')
        batch_op.drop_column('list_id')


def downgrade() -> None:
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.drop_column('list_id')
    op.add_column('campaign', sa.Column('list_id', _BIG, nullable=True))
    # The first list: an older version knows no second one.
    op.execute(
        'UPDATE campaign SET list_id = (SELECT list_id FROM audience_list'
        ' WHERE audience_list.campaign_id = campaign.id ORDER BY is_excluded, position LIMIT 1)'
    )
    with op.batch_alter_table('campaign', schema=None) as batch_op:
        batch_op.alter_column('list_id', existing_type=_BIG, nullable=False)
        batch_op.create_foreign_key('fk_campaign_list_id_mailing_list', 'mailing_list', ['list_id'], ['id'])
    op.drop_table('audience_list')
