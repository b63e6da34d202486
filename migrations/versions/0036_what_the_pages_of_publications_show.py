"""What the pages of publications show, frozen with the campaigns whose mails lead to them"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0036'
down_revision: str | None = '0035'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'publication_page',
        sa.Column('campaign_id', _BIG, nullable=False),
        sa.Column('item_id', _BIG, nullable=False),
        sa.Column('language', sa.String(length=20), nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('summary', sa.String(), nullable=False),
        sa.Column('pdf_sha256', sa.String(length=64), nullable=False),
        sa.Column('pdf_media_type', sa.String(length=40), nullable=False),
        sa.Column('pdf_language', sa.String(length=20), nullable=False),
        sa.Column('page_count', sa.Integer(), nullable=True),
        sa.Column('byte_count', sa.Integer(), nullable=False),
        sa.Column('words', sa.String(), nullable=False),
        sa.Column('cover_sha256', sa.String(length=64), nullable=True),
        sa.Column('cover_media_type', sa.String(length=40), nullable=True),
        sa.Column('cover_width', sa.Integer(), nullable=True),
        sa.Column('cover_height', sa.Integer(), nullable=True),
        sa.Column('is_found_by_slug', sa.Boolean(), nullable=False),
        sa.Column('shown_from', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ['campaign_id'],
            ['campaign.id'],
            name=op.f('fk_publication_page_campaign_id_campaign'),
            ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['item_id'], ['news_item.id'], name=op.f('fk_publication_page_item_id_news_item')
        ),
        sa.PrimaryKeyConstraint('campaign_id', 'item_id', 'language', name=op.f('pk_publication_page')),
    )
    op.create_index('ix_publication_page_item_id', 'publication_page', ['item_id'], unique=False)
    _freeze_what_is_shown()


def _freeze_what_is_shown() -> None:
    """Of what is frozen already, nobody knows any more what its pages showed then: what they show now stays."""
    op.execute(
        """
        INSERT INTO publication_page (
            campaign_id, item_id, language, title, summary, pdf_sha256, pdf_media_type, pdf_language, page_count,
            byte_count, words, cover_sha256, cover_media_type, cover_width, cover_height, is_found_by_slug
        )
        SELECT
            campaign_item.campaign_id, news_text.item_id, news_text.language, news_text.title, news_text.summary,
            pdf.sha256, pdf.media_type, pdf.language, pdf.page_count, pdf.byte_count, pdf.words,
            pdf.mail_sha256, pdf.mail_media_type, pdf.mail_width, pdf.mail_height, TRUE
        FROM campaign_item
        JOIN news_text ON news_text.item_id = campaign_item.item_id
        JOIN news_asset AS pdf ON pdf.item_id = news_text.item_id AND pdf.role = 'pdf'
        WHERE campaign_item.campaign_id IN (SELECT rendered_variant.campaign_id FROM rendered_variant)
            AND pdf.language = COALESCE(
                (
                    SELECT own.language FROM news_asset AS own
                    WHERE own.item_id = news_text.item_id AND own.role = 'pdf' AND own.language = news_text.language
                ),
                (
                    SELECT MIN(other.language) FROM news_asset AS other
                    WHERE other.item_id = news_text.item_id AND other.role = 'pdf'
                )
            )
        """
    )


def downgrade() -> None:
    op.drop_index('ix_publication_page_item_id', table_name='publication_page')
    op.drop_table('publication_page')
