"""Duplicate detection: news whose content has been acted on before, by an automation or by a person's campaign."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

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


def repeats_of(
    session: Session, item_ids: Sequence[int], *, now: datetime, but: int | None = None
) -> dict[int, list[RepeatedItem]]:
    """By item, the strongest first, each earlier item once. `but`: a campaign that does not count. As many queries
    for many items as for one."""
    if not item_ids:
        return {}
    same = _same_content(session, item_ids)
    recent = _with_titles_alike(session, item_ids, recently_acted_on(session, limit=_MAX_COMPARED, now=now))
    others = {item_id: {*same[item_id], *recent[item_id]} - {item_id} for item_id in item_ids}
    acted_at = acted_on(session, set[int]().union(*others.values()), but=but)
    texts = texts_of(session, list({*item_ids, *acted_at}))
    remembered = _remembered(session, {item_id: texts[item_id] for item_id in item_ids}, now=now)
    items = session.exec(select(NewsItem).where(col(NewsItem.id).in_(acted_at))).all() if acted_at else []
    unproven = {
        other for item_id in item_ids for other in {*same[item_id], *recent[item_id]} - _proven(same[item_id])
    }
    comparable = _comparable(session, texts, {*item_ids, *unproven}) if items else {}
    return {
        item_id: sorted(
            [
                *(
                    _repeated(kind, item, texts[item.id], acted_at[item.id])
                    for item in items
                    if item.id in others[item_id]
                    and (
                        kind := _kind(same[item_id].get(item.id), comparable[item_id], comparable.get(item.id, ()))
                    )
                ),
                *remembered[item_id],
            ],
            key=_strength,
        )[:MAX_SHOWN]
        for item_id in item_ids
    }


def _remembered(
    session: Session, texts: Mapping[int, Mapping[str, NewsText]], *, now: datetime
) -> dict[int, list[RepeatedItem]]:
    """From before the database was set back: nothing is left of it but what it was called."""
    repeats = {
        item_id: [_of_lost_item(RepeatKind(repeat.kind), repeat.slug, repeat.slug, repeat.at) for repeat in lost]
        for item_id, lost in remembered_repeats(session, texts).items()
    }
    titles = {item_id: {language: text.title for language, text in of.items()} for item_id, of in texts.items()}
    for item_id, lost in titles_alike(session, titles, since=now - RECENTLY).items():
        repeats[item_id] += [_of_lost_item(RepeatKind.LOST, row.title, row.slug, row.at) for row in lost]
    return {item_id: _each_once(of_item) for item_id, of_item in repeats.items()}


def _each_once(repeats: Sequence[RepeatedItem]) -> list[RepeatedItem]:
    strongest = {repeat.params["slug"]: repeat for repeat in sorted(repeats, key=_strength, reverse=True)}
    return sorted(strongest.values(), key=_strength)


def _repeated(kind: RepeatKind, item: NewsItem, texts: Mapping[str, NewsText], at: datetime) -> RepeatedItem:
    title = next((text.title for text in texts.values()), item.slug)
    return RepeatedItem(kind, {"title": title, "slug": item.slug, "date": at.date().isoformat()})


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


def _with_titles_alike(
    session: Session, item_ids: Collection[int], others: Collection[int]
) -> dict[int, set[int]]:
    """By item: those whose title in one of its languages is its own, but for a word."""
    rows = session.exec(
        select(NewsText.item_id, NewsText.language, NewsText.title).where(
            col(NewsText.item_id).in_({*item_ids, *others})
        )
    )
    titles = [(item_id, language, folded_tokens(title)) for item_id, language, title in rows]
    alike: dict[int, set[int]] = {item_id: set() for item_id in item_ids}
    for item_id, language, title in titles:
        if item_id in alike:
            alike[item_id] |= {
                other
                for other, other_language, other_title in titles
                if other != item_id
                and other in others
                and other_language == language
                and are_titles_alike(title, other_title, language)
            }
    return alike


def _same_content(session: Session, item_ids: Collection[int]) -> dict[int, dict[int, RepeatKind]]:
    """By item: the newest of those that have one of its fingerprints."""
    mine, other = aliased(Fingerprint), aliased(Fingerprint)
    newest_first = func.row_number().over(partition_by=col(mine.item_id), order_by=col(other.item_id).desc())
    matches = (
        select(
            col(mine.item_id).label("mine"),
            col(other.item_id).label("other"),
            other.kind,
            newest_first.label("row"),
        )
        .join(
            mine,
            (col(mine.kind) == col(other.kind))
            & (col(mine.digest) == col(other.digest))
            & (col(mine.language) == col(other.language)),
        )
        .where(col(mine.item_id).in_(item_ids), other.item_id != mine.item_id)
        .subquery()
    )
    newest = select(matches.c.mine, matches.c.other, matches.c.kind).where(matches.c.row <= _MAX_COMPARED)
    kinds: dict[int, dict[int, RepeatKind]] = {item_id: {} for item_id in item_ids}
    for item_id, other_id, name in session.execute(newest):
        kind = RepeatKind(name)
        before = kinds[item_id].get(other_id, kind)
        kinds[item_id][other_id] = min(kind, before, key=_STRENGTH.index)
    return kinds
