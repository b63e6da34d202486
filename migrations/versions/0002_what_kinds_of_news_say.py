"""What kinds of news say: events, appeals, projects, corrections; captions; the brand's own footer; the welcome"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0002'
down_revision: str | None = '0001'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

WORDS = ('partners', 'funding', 'place', 'directions', 'wrong', 'correct')


def _text(name: str, length: int | None = None, default: str = '') -> sa.Column[str]:
    """Rows from before say nothing here."""
    return sa.Column(name, sa.String(length=length), nullable=False, server_default=default)


def upgrade() -> None:
    with op.batch_alter_table('brand', schema=None) as batch_op:
        batch_op.add_column(sa.Column('logo_dark_sha256', sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column('footer_texts', sa.JSON(), nullable=False, server_default='{}'))

    with op.batch_alter_table('news_asset', schema=None) as batch_op:
        batch_op.add_column(_text('caption'))

    with op.batch_alter_table('news_text', schema=None) as batch_op:
        for name in WORDS:
            batch_op.add_column(_text(name))
        batch_op.add_column(_text('starts', 16))
        batch_op.add_column(_text('ends', 16))
        batch_op.add_column(_text('action', 60))
        batch_op.add_column(sa.Column('action_url', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('deadline', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('count', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('goal', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('counted_on', sa.Date(), nullable=True))
        batch_op.add_column(_text('corrects', 120))

    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.add_column(_text('purpose', 40, 'confirmation'))


def downgrade() -> None:
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.drop_column('purpose')

    with op.batch_alter_table('news_text', schema=None) as batch_op:
        for name in (
            'corrects', 'counted_on', 'goal', 'count', 'deadline', 'action_url', 'action', 'ends', 'starts', *WORDS
        ):
            batch_op.drop_column(name)

    with op.batch_alter_table('news_asset', schema=None) as batch_op:
        batch_op.drop_column('caption')

    with op.batch_alter_table('brand', schema=None) as batch_op:
        batch_op.drop_column('footer_texts')
        batch_op.drop_column('logo_dark_sha256')
