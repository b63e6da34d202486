"""Fingerprints, kept: each that an item ever had stays, so that a text that was corrected after it went out is
still known when its earlier words come back."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, select, update

from core.db import Database
from core.sql import insert_new
from news.fingerprints import MIN_LETTERS, VERSION, TextFingerprint, fingerprints
from news.fold_words import folded_words
from news.tables import Asset, AssetRole, Fingerprint, NewsText

BATCH_SIZE = 200


def pdf_fingerprint(sha256: str, text: str) -> str:
    """Its words, which are the same when another program saves it; of one without many, the file itself."""
    plain = folded_words(text)
    return plain if len(plain) >= MIN_LETTERS else sha256


def pdf_fingerprints(session: Session, item_ids: Sequence[int]) -> dict[tuple[int, str], str]:
    """By item and language."""
    pdfs = session.exec(select(Asset).where(col(Asset.item_id).in_(item_ids), Asset.role == AssetRole.PDF)).all()
    return {(pdf.item_id, pdf.language): pdf_fingerprint(pdf.sha256, pdf.words) for pdf in pdfs}


def save_fingerprints(
    session: Session, item_id: int, text_fingerprints: Sequence[TextFingerprint], *, now: datetime
) -> None:
    # In one order for everybody, or two imports could wait for each other's rows.
    for fingerprint in sorted(text_fingerprints, key=lambda each: (each.kind, each.digest)):
        values = {
            "kind": fingerprint.kind,
            "digest": fingerprint.digest,
            "language": fingerprint.language,
            "item_id": item_id,
            "seen_at": now,
        }
        session.execute(insert_new(session, Fingerprint).values(**values))


def fingerprints_of(session: Session, item_ids: Collection[int]) -> dict[int, list[TextFingerprint]]:
    """Each that these items ever had."""
    by_item: dict[int, list[TextFingerprint]] = {item_id: [] for item_id in item_ids}
    rows = session.exec(
        select(Fingerprint)
        .where(col(Fingerprint.item_id).in_(item_ids))
        .order_by(col(Fingerprint.item_id), col(Fingerprint.kind), col(Fingerprint.digest))
    )
    for row in rows:
        by_item[row.item_id].append(TextFingerprint(row.kind, row.language, row.digest))
    return by_item


def fingerprint_all(database: Database, *, now: datetime) -> int:
    """Texts from before there were fingerprints, or before these: compared outside of any transaction and noted in
    short ones. Returns how many; 0, after one look at an index, where there are none."""
    count = 0
    while batch := _waiting(database):
        made = [
            (text, fingerprints(text.model_dump() | text.details, language=text.language, pdf=pdf))
            for text, pdf in batch
        ]
        with database.write() as session:
            for text, text_fingerprints in made:
                save_fingerprints(session, text.item_id, text_fingerprints, now=now)
                # A text that was imported anew meanwhile has its own already.
                is_same = (col(NewsText.id) == text.id) & (col(NewsText.digest) == text.digest)
                session.exec(update(NewsText).where(is_same).values(fingerprint_version=VERSION))
        count += len(batch)
    return count


def _waiting(database: Database) -> list[tuple[NewsText, str]]:
    with database.read() as session:
        texts = session.exec(
            select(NewsText)
            .where(NewsText.fingerprint_version < VERSION)
            .order_by(col(NewsText.id))
            .limit(BATCH_SIZE)
        ).all()
        pdfs = pdf_fingerprints(session, [text.item_id for text in texts])
    return [(text, pdfs.get((text.item_id, text.language), "")) for text in texts]
