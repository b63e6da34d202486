"""The public archive: who may read a campaign on the web, and the words by which it is found"""

import re
import unicodedata
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0014'
down_revision: str | None = '0011'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def _searchable(text: str) -> str:
    """As the program had it when this was written."""
    parts = unicodedata.normalize('NFKD', re.sub(r'\[\[[a-z_]+(\|[^\[\]]*)?\]\]', ' ', text).casefold())
    return ' '.join(''.join(part for part in parts if not unicodedata.combining(part)).split())


def upgrade() -> None:
    with op.batch_alter_table('campaign', schema=None) as batch_op:
        batch_op.add_column(sa.Column('visibility', sa.String(length=40), nullable=False, server_default='link_only'))
    with op.batch_alter_table('rendered_variant', schema=None) as batch_op:
        batch_op.add_column(sa.Column('search_words', sa.String(), nullable=False, server_default=''))
        batch_op.create_index(batch_op.f('ix_rendered_variant_language_id'), ['language', 'id'])
    variant = sa.table('rendered_variant', *(sa.column(name) for name in ('id', 'subject', 'preheader', 'text', 'search_words')))
    connection = op.get_bind()
    for row in connection.execute(sa.select(variant.c.id, variant.c.subject, variant.c.preheader, variant.c.text)).all():
        words = _searchable(f'{row.subject} {row.preheader} {row.text}')
        connection.execute(variant.update().where(variant.c.id == row.id).values(search_words=words))


def downgrade() -> None:
    with op.batch_alter_table('rendered_variant', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_rendered_variant_language_id'))
        batch_op.drop_column('search_words')
    with op.batch_alter_table('campaign', schema=None) as batch_op:
        batch_op.drop_column('visibility')
