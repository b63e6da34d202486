"""A digest is frozen in sets of its items; a statement by the urgent path says that it is one"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0090'
down_revision: str | None = '0089'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_BEFORE = 'uq_rendered_variant_campaign_id_language'
_AFTER = 'uq_rendered_variant_campaign_id_language_item_set'


def upgrade() -> None:
    with op.batch_alter_table('campaign') as batch:
        batch.add_column(sa.Column('is_urgent', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('campaign') as batch:
        batch.alter_column('is_urgent', server_default=None)
    with op.batch_alter_table('rendered_variant') as batch:
        batch.add_column(sa.Column('item_set', sa.String(length=1200), nullable=False, server_default=''))
    with op.batch_alter_table('rendered_variant') as batch:
        batch.alter_column('item_set', server_default=None)
        batch.drop_constraint(_BEFORE, type_='unique')
        batch.create_unique_constraint(batch.f(_AFTER), ['campaign_id', 'language', 'item_set'])


def downgrade() -> None:
    # Whoever was sent some of the items is said to have been sent all: that version knows nothing else.
    whole = (
        'SELECT whole.id FROM rendered_variant AS whole WHERE whole.campaign_id = mine.campaign_id'
        " AND whole.language = mine.language AND whole.item_set = ''"
    )
    op.execute(
        f'UPDATE delivery SET variant_id = (SELECT ({whole}) FROM rendered_variant AS mine WHERE mine.id = variant_id)'
        f" WHERE variant_id IN (SELECT mine.id FROM rendered_variant AS mine WHERE mine.item_set <> '' AND EXISTS ({whole}))"
    )
    op.execute(
        'DELETE FROM rendered_variant WHERE id IN'
        f" (SELECT mine.id FROM rendered_variant AS mine WHERE mine.item_set <> '' AND EXISTS ({whole}))"
    )
    with op.batch_alter_table('rendered_variant') as batch:
        batch.drop_constraint(_AFTER, type_='unique')
        batch.create_unique_constraint(batch.f(_BEFORE), ['campaign_id', 'language'])
        batch.drop_column('item_set')
    with op.batch_alter_table('campaign') as batch:
        batch.drop_column('is_urgent')
