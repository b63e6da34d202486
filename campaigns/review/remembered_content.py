"""News that was acted on after the state to which the database was set back, known again by its content."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from campaigns.review.tables import RememberedContent, RememberedTitle
from news.fingerprints import FingerprintKind
from news.near_duplicates import are_titles_alike, folded_tokens
from news.tables import Fingerprint


@dataclass(frozen=True, slots=True)
class RememberedItem:
    kind: FingerprintKind
    slug: str
    """What it was called then."""
    at: datetime
    """When it was learned that it had been acted on; nothing says when that was."""


def remembered_repeats(session: Session, item_id: int) -> list[RememberedItem]:
    """What of it this item repeats, by any content that it ever had."""
    rows = session.execute(
        _same(col(RememberedContent.kind), col(RememberedContent.slug), col(RememberedContent.at))
        .where(col(Fingerprint.item_id) == item_id)
        .distinct()
        .order_by(col(RememberedContent.slug))
    )
    return [RememberedItem(kind, slug, at) for kind, slug, at in rows]


def titles_alike(session: Session, titles: Mapping[str, str], *, since: datetime) -> list[RememberedTitle]:
    """Of items that were learned of since then and whose words nothing here has: whose title is one of these
    (language → title), but for spelling or a word."""
    here = _same(col(RememberedContent.slug))
    remembered = session.exec(
        select(RememberedTitle).where(
            col(RememberedTitle.at) > since,
            col(RememberedTitle.language).in_(titles),
            col(RememberedTitle.slug).not_in(here),
        )
    )
    return [
        row
        for row in remembered
        if are_titles_alike(folded_tokens(titles[row.language]), folded_tokens(row.title), row.language)
    ]


def items_with_remembered_content(session: Session) -> set[int]:
    """Of all items here."""
    return set(session.scalars(_same(col(Fingerprint.item_id)).distinct()))


def _same(*columns: Any) -> Any:
    return select(*columns).join_from(
        RememberedContent,
        Fingerprint,
        (col(Fingerprint.kind) == col(RememberedContent.kind))
        & (col(Fingerprint.digest) == col(RememberedContent.digest))
        & (col(Fingerprint.language) == col(RememberedContent.language)),
    )
