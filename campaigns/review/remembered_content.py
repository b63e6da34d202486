"""News that was acted on after the state to which the database was set back, known again by its content."""

from collections.abc import Collection, Mapping
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


def remembered_repeats(session: Session, item_ids: Collection[int]) -> dict[int, list[RememberedItem]]:
    """By item: what of it that item repeats, by any content that it ever had."""
    rows = session.execute(
        _same(
            col(Fingerprint.item_id),
            col(RememberedContent.kind),
            col(RememberedContent.slug),
            col(RememberedContent.at),
        )
        .where(col(Fingerprint.item_id).in_(item_ids))
        .distinct()
        .order_by(col(RememberedContent.slug))
    )
    repeats: dict[int, list[RememberedItem]] = {item_id: [] for item_id in item_ids}
    for item_id, kind, slug, at in rows:
        repeats[item_id].append(RememberedItem(kind, slug, at))
    return repeats


def titles_alike(
    session: Session, titles: Mapping[int, Mapping[str, str]], *, since: datetime
) -> dict[int, list[RememberedTitle]]:
    """By item: of those that were learned of since then and whose words nothing here has, whose title is one of
    its own (language → title), but for spelling or a word."""
    here = _same(col(RememberedContent.slug))
    remembered = session.exec(
        select(RememberedTitle).where(
            col(RememberedTitle.at) > since,
            col(RememberedTitle.language).in_({language for of_item in titles.values() for language in of_item}),
            col(RememberedTitle.slug).not_in(here),
        )
    ).all()
    return {
        item_id: [
            row
            for row in remembered
            if row.language in of_item
            and are_titles_alike(folded_tokens(of_item[row.language]), folded_tokens(row.title), row.language)
        ]
        for item_id, of_item in titles.items()
    }


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
