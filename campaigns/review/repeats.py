"""Duplicate detection: news whose content has been acted on before, by an automation or by a person's campaign."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from campaigns.review.acted_on import RECENTLY, acted_on, recently_acted_on
from campaigns.review.remembered_content import remembered_repeats, titles_alike
from core.errors import Param
from news.fingerprint_rows import pdf_fingerprints
from news.near_duplicates import ComparableText, are_titles_alike, folded_tokens, is_nearly_the_same
from news.queries import texts_of
from news.tables import Fingerprint, NewsItem, NewsText

MAX_SHOWN = 5
_MAX_COMPARED = 200


class RepeatKind(StrEnum):
    """In what an item is the same as an earlier one, the strongest first."""

    ADDRESS = "address"
    WORDS = "words"
    BODY = "body"
    NEAR = "near"
    """Title and text are, but for a word or two (`news.near_duplicates`)."""
    LOST = "lost"
    """The title is, but for a word or two, and the text of the earlier one is lost since a restore."""
    TITLE = "title"


_STRENGTH = tuple(RepeatKind)


@dataclass(frozen=True, slots=True)
class RepeatedItem:
    """An earlier item with the same content."""

    kind: RepeatKind
    params: dict[str, Param]
    """Its title, slug, and the day on which it was acted on."""

    @property
    def is_proof(self) -> bool:
        """A title alone is none: a journal comes every month."""
        return self.kind is not RepeatKind.TITLE


def repeats_of(session: Session, item_id: int, *, now: datetime, but: int | None = None) -> list[RepeatedItem]:
    """The strongest first, each earlier item once. `but`: a campaign that does not count."""
    same = _same_content(session, item_id)
    recent = _with_titles_alike(session, item_id, recently_acted_on(session, limit=_MAX_COMPARED, now=now))
    acted_at = acted_on(session, {*same, *recent} - {item_id}, but=but)
    remembered = _remembered(session, item_id, now=now)
    if not acted_at:
        return remembered[:MAX_SHOWN]
    items = session.exec(select(NewsItem).where(col(NewsItem.id).in_(acted_at))).all()
    texts = texts_of(session, [item_id, *acted_at])
    comparable = _comparable(session, texts, [item_id, *(same.keys() - _proven(same)), *recent])
    repeats = [
        RepeatedItem(
            kind,
            {
                "title": next((text.title for text in texts[item.id].values()), item.slug),
                "slug": item.slug,
                "date": acted_at[item.id].date().isoformat(),
            },
        )
        for item in items
        if (kind := _kind(same.get(item.id), comparable[item_id], comparable.get(item.id, ())))
    ]
    return sorted([*repeats, *remembered], key=_strength)[:MAX_SHOWN]


def _remembered(session: Session, item_id: int, *, now: datetime) -> list[RepeatedItem]:
    """From before the database was set back: nothing is left of it but what it was called."""
    repeats = [
        _of_lost_item(RepeatKind(repeat.kind), repeat.slug, repeat.slug, repeat.at)
        for repeat in remembered_repeats(session, item_id)
    ]
    titles = {language: text.title for language, text in texts_of(session, [item_id])[item_id].items()}
    repeats += [
        _of_lost_item(RepeatKind.LOST, lost.title, lost.slug, lost.at)
        for lost in titles_alike(session, titles, since=now - RECENTLY)
    ]
    strongest = {repeat.params["slug"]: repeat for repeat in sorted(repeats, key=_strength, reverse=True)}
    return sorted(strongest.values(), key=_strength)


def _of_lost_item(kind: RepeatKind, title: str, slug: str, at: datetime) -> RepeatedItem:
    return RepeatedItem(kind, {"title": title, "slug": slug, "date": at.date().isoformat()})


def _strength(repeat: RepeatedItem) -> int:
    return _STRENGTH.index(repeat.kind)


def _kind(
    same: RepeatKind | None, texts: Iterable[ComparableText], earlier: Iterable[ComparableText]
) -> RepeatKind | None:
    if same not in (None, RepeatKind.TITLE):
        return same
    is_near = any(is_nearly_the_same(text, other) for text in texts for other in earlier)
    return RepeatKind.NEAR if is_near else same


def _proven(same: Mapping[int, RepeatKind]) -> set[int]:
    return {item_id for item_id, kind in same.items() if kind is not RepeatKind.TITLE}


def _comparable(
    session: Session, texts: Mapping[int, Mapping[str, NewsText]], item_ids: Collection[int]
) -> dict[int, list[ComparableText]]:
    compared = [item_id for item_id in item_ids if item_id in texts]
    pdfs = pdf_fingerprints(session, compared)
    sources = dict(
        session.exec(select(NewsItem.id, NewsItem.source_id).where(col(NewsItem.id).in_(compared))).all()
    )
    return {
        item_id: [
            ComparableText.of(
                text.model_dump() | text.details,
                language=language,
                pdf=pdfs.get((item_id, language), ""),
                folder=sources[item_id] if text.missing_since is None else None,
            )
            for language, text in texts[item_id].items()
        ]
        for item_id in compared
    }


def _with_titles_alike(session: Session, item_id: int, others: Collection[int]) -> set[int]:
    """Those whose title in one of the item's languages is the item's, but for a word."""
    titles: dict[str, Sequence[str]] = {}
    alike = set[int]()
    rows = session.exec(
        select(NewsText.item_id, NewsText.language, NewsText.title)
        .where(col(NewsText.item_id).in_({item_id, *others}))
        .order_by(col(NewsText.item_id) != item_id)
    )
    for row_item, language, title in rows:
        if row_item == item_id:
            titles[language] = folded_tokens(title)
        elif language in titles and are_titles_alike(titles[language], folded_tokens(title), language):
            alike.add(row_item)
    return alike


def _same_content(session: Session, item_id: int) -> dict[int, RepeatKind]:
    mine, other = aliased(Fingerprint), aliased(Fingerprint)
    rows = session.exec(
        select(other.item_id, other.kind)
        .join(
            mine,
            (col(mine.kind) == col(other.kind))
            & (col(mine.digest) == col(other.digest))
            & (col(mine.language) == col(other.language)),
        )
        .where(mine.item_id == item_id, other.item_id != item_id)
        .order_by(col(other.item_id).desc())
        .limit(_MAX_COMPARED)
    ).all()
    kinds: dict[int, RepeatKind] = {}
    for other_id, name in rows:
        kind = RepeatKind(name)
        before = kinds.get(other_id, kind)
        kinds[other_id] = kind if _STRENGTH.index(kind) < _STRENGTH.index(before) else before
    return kinds
