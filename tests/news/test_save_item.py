"""News that arrives from anywhere: what is saved is an incoming item, and no file is asked for."""

import dataclasses
from datetime import date

import pytest
from sqlmodel import Session, col, select

from core.db import Database
from core.errors import InputRefused
from core.write_guard import SlowInWrite
from kinds.details import Details
from kinds.event import EventDetails
from kinds.registry import NewsKind, details_from
from news.incoming_item import IncomingAsset, IncomingItem
from news.save_item import SavedItem, save_item
from news.slug_owner import TextOrigin
from news.store import DerivedAsset, StoredAsset
from news.tables import Asset, AssetRole, Fingerprint, NewsItem, NewsText, Source, SourceKind
from tests.conftest import NOON

POSTER = IncomingAsset(
    role=AssetRole.IMAGE,
    file_name="poster.png",
    alt="A hall",
    caption="By A.",
    stored=StoredAsset("a" * 64, "image/png", 9, 40, 30, None),
    made=DerivedAsset("b" * 64, "image/png", 20, 15),
)
EVENT = IncomingItem(
    place="https://example.org/feed",
    digest="d" * 64,
    slug="assembly",
    kind=NewsKind.EVENT,
    language="en",
    title="Assembly",
    body_html="<p>Come.</p>",
    url="https://example.org/assembly",
    details=EventDetails(starts="2026-12-05T18:00", place="Metelkova 6"),
    published_on=None,
    undated_on=date(2026, 11, 20),
    assets=(POSTER,),
)


def save(database: Database, incoming: IncomingItem, origin: TextOrigin | None = None) -> SavedItem:
    with database.write() as session:
        return save_item(session, incoming, now=NOON, origin=origin or TextOrigin())


def text_of(session: Session) -> NewsText:
    return session.exec(select(NewsText)).one()


def test_an_item_from_anywhere_is_saved_with_its_details_and_assets(database: Database) -> None:
    saved = save(database, EVENT)
    assert saved.is_new
    with database.read() as session:
        item, text, asset = (
            session.get_one(NewsItem, saved.item_id),
            text_of(session),
            session.exec(select(Asset)).one(),
        )
        assert (item.slug, item.kind, item.published_on) == ("assembly", NewsKind.EVENT, date(2026, 11, 20))
        assert (text.title, text.body_html, text.digest) == ("Assembly", "<p>Come.</p>", "d" * 64)
        assert details_from(text.details) == EVENT.details
        assert (asset.file_name, asset.alt, asset.sha256, asset.mail_sha256) == (
            "poster.png",
            "A hall",
            "a" * 64,
            "b" * 64,
        )


def test_saving_it_again_changes_the_text_and_drops_what_is_gone(database: Database) -> None:
    first = save(database, EVENT)
    later = dataclasses.replace(
        EVENT, title="Moved", details=EventDetails(starts="2026-12-06", place="X"), assets=()
    )
    again = save(database, later)
    assert (again.item_id, again.is_new) == (first.item_id, False)
    with database.read() as session:
        text = text_of(session)
        assert (text.title, details_from(text.details)) == ("Moved", later.details)
        assert session.exec(select(Asset)).all() == []


def test_an_item_of_another_kind_keeps_nothing_of_the_former(database: Database) -> None:
    save(database, EVENT)
    save(database, dataclasses.replace(EVENT, kind=NewsKind.PAGE, details=Details()))
    with database.read() as session:
        assert text_of(session).details == {"kind": "page", "version": 1}
        assert session.exec(select(NewsItem.kind)).one() is NewsKind.PAGE


def test_every_fingerprint_that_it_ever_had_is_kept(database: Database) -> None:
    save(database, EVENT)
    save(database, dataclasses.replace(EVENT, title="Moved"))
    with database.read() as session:
        digests = set(session.exec(select(Fingerprint.digest)))
    assert digests >= {made.digest for made in EVENT.fingerprints}


def test_a_slug_of_another_source_is_refused_with_the_place_it_came_from(database: Database) -> None:
    with database.write() as session:
        source = Source(name="feed", kind=SourceKind.FOLDER, location="/x", created_at=NOON)
        session.add(source)
        session.flush()
        source_id = source.id
    save(database, EVENT)
    with pytest.raises(InputRefused) as refused:
        save(database, dataclasses.replace(EVENT, title="Other"), TextOrigin(source_id))
    assert (refused.value.code, refused.value.params["file"]) == ("news-slug-by-hand", EVENT.place)
    with database.read() as session:
        assert session.exec(select(col(NewsText.title))).one() == "Assembly"


def test_an_incoming_item_is_made_with_no_transaction_open(database: Database) -> None:
    with database.write(), pytest.raises(SlowInWrite):
        dataclasses.replace(EVENT)
