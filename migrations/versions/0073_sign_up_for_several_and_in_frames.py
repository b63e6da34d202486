"""Lists that are offered together, one question about all that was chosen, and who may frame a form.

Every public list was offered with every other one: that stays so for those that there are.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0073'
down_revision: str | None = '0072'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'list_offer',
        sa.Column('list_id', _ID, nullable=False),
        sa.Column('offered_id', _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ['list_id'], ['mailing_list.id'],
            name=op.f('fk_list_offer_list_id_mailing_list'), ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['offered_id'], ['mailing_list.id'],
            name=op.f('fk_list_offer_offered_id_mailing_list'), ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('list_id', 'offered_id', name=op.f('pk_list_offer')),
    )
    op.create_index('ix_list_offer_offered_id', 'list_offer', ['offered_id'])
    op.execute(
        'INSERT INTO list_offer (list_id, offered_id)'
        ' SELECT one.id, other.id FROM mailing_list AS one JOIN mailing_list AS other ON other.id != one.id'
        ' WHERE NOT one.is_protected AND NOT other.is_protected'
        ' AND one.archived_at IS NULL AND other.archived_at IS NULL'
    )
    for name in ('also_list_ids', 'unwanted_topic_ids'):
        op.add_column('question', sa.Column(name, sa.JSON(), nullable=False, server_default='[]'))
    op.add_column('mailing_list', sa.Column('frame_origins', sa.JSON(), nullable=False, server_default='[]'))


def downgrade() -> None:
    op.drop_column('mailing_list', 'frame_origins')
    for name in ('unwanted_topic_ids', 'also_list_ids'):
        op.drop_column('question', name)
    op.drop_table('list_offer')
