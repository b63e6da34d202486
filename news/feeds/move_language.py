"""Moves one language of an item to another item: its text, files, versions, and the entry that it came from."""

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, update

from news.feeds.tables import FeedEntry
from news.tables import Asset, Fingerprint, NewsText, NewsVersion


def move_language(session: Session, language: str, *, of_item: int, to_item: int) -> None:
    """`to_item` has nothing in this language. What its content is recognised by goes along, unless the other item
    is recognised by the same."""
    there = aliased(Fingerprint)
    is_same = (col(there.kind) == col(Fingerprint.kind), col(there.digest) == col(Fingerprint.digest))
    is_known_there = exists().where(col(there.item_id) == to_item, *is_same)
    its_prints = (col(Fingerprint.item_id) == of_item, col(Fingerprint.language) == language, ~is_known_there)
    session.execute(update(Fingerprint).where(*its_prints).values(item_id=to_item))
    for table in (NewsText, Asset, NewsVersion, FeedEntry):
        is_its_own = (col(table.item_id) == of_item, col(table.language) == language)
        session.execute(update(table).where(*is_its_own).values(item_id=to_item))
    session.expire_all()
