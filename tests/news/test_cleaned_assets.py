"""Files that were kept before their makers' traces went are written anew: each whole or not at all, once, and
found by the addresses that mails were sent with."""

import hashlib
import io
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary
from sqlmodel import col, select, update

from core.db import Database
from news.cleaned_assets import CleaningReport, clean_name_of, clean_store
from news.import_files import NewsIntake, import_file
from news.store import AssetStore
from news.tables import Asset, CleanedAsset, Download, NewsText
from tests.conftest import NOON
from tests.news.making import a_picture, a_written_pdf, news_file
from tests.news.traces import MARK, a_telling_pdf, everything_in


@pytest.fixture
def store(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path / "assets")


def kept_before(store: AssetStore, data: bytes) -> str:
    """As an earlier Bilten kept it."""
    sha256 = hashlib.sha256(data).hexdigest()
    store.path(sha256).parent.mkdir(parents=True, exist_ok=True)
    store.path(sha256).write_bytes(data)
    return sha256


def an_earlier_item(database: Database, store: AssetStore, folder: Path, data: bytes) -> str:
    """An item whose PDF is kept with all that it says; its address."""
    folder.mkdir(exist_ok=True)
    (folder / "report.pdf").write_bytes(data)
    import_file(NewsIntake(database, store), news_file(folder, "report.en.md", "pdf: report.pdf"), now=NOON)
    old = kept_before(store, data)
    with database.write() as session:
        (asset,) = session.exec(select(Asset)).all()
        new = asset.sha256
        session.exec(update(Asset).values(sha256=old, byte_count=len(data)))
    if new != old:
        store.remove(new)
    return old


def replaced(database: Database, store: AssetStore) -> tuple[CleaningReport, list[tuple[str, str]]]:
    replacements: list[tuple[str, str]] = []
    return clean_store(database, store, lambda _, old, new: replacements.append((old, new))), replacements


def present_name(database: Database, sha256: str) -> str:
    with database.read() as session:
        return clean_name_of(session, sha256)


def the_asset(database: Database) -> Asset:
    with database.read() as session:
        return session.exec(select(Asset)).one()


def test_an_earlier_file_is_written_anew_and_found_by_its_old_address(
    database: Database, store: AssetStore, tmp_path: Path
) -> None:
    old = an_earlier_item(database, store, tmp_path / "news", a_telling_pdf())
    with database.write() as session:
        session.add(Download(sha256=old, day=date(2026, 1, 2), count=3))
    cleaned, replacements = replaced(database, store)
    new = present_name(database, old)
    assert (cleaned.count, cleaned.left, replacements) == (1, [], [(old, new)])
    assert not store.path(old).exists()
    data = store.read(new)
    assert MARK.encode() not in everything_in(data)
    asset = the_asset(database)
    assert (asset.sha256, asset.byte_count) == (new, len(data))
    with database.read() as session:
        assert [(row.sha256, row.count) for row in session.exec(select(Download))] == [(new, 3)]
        assert session.exec(select(NewsText.fingerprint_version)).one() == 0


def test_a_second_run_does_nothing_and_decodes_nothing(
    database: Database, store: AssetStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_earlier_item(database, store, tmp_path / "news", a_telling_pdf())
    replaced(database, store)
    before = the_asset(database)
    monkeypatch.setattr("news.store.clean", None)
    assert replaced(database, store) == (CleaningReport(), [])
    assert the_asset(database) == before


def test_importing_the_same_source_again_changes_nothing(
    database: Database, store: AssetStore, tmp_path: Path
) -> None:
    an_earlier_item(database, store, tmp_path / "news", a_telling_pdf())
    replaced(database, store)
    again = import_file(NewsIntake(database, store), tmp_path / "news" / "report.en.md", now=NOON)
    assert not again.is_changed


def test_a_picture_that_only_sent_mails_name_is_written_anew_too(database: Database, store: AssetStore) -> None:
    old = kept_before(store, a_picture() + MARK.encode())
    assert replaced(database, store)[0].count == 1
    assert store.read(present_name(database, old)) == a_picture()


def test_a_signed_pdf_is_left_as_it_is_and_named(database: Database, store: AssetStore, tmp_path: Path) -> None:
    old = an_earlier_item(database, store, tmp_path / "news", a_written_pdf("Signed"))
    out = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(a_written_pdf("Signed"))) as pdf:
        pdf.Root.AcroForm = Dictionary(SigFlags=3)
        pdf.save(out)
    signed = kept_before(store, out.getvalue())
    with database.write() as session:
        session.exec(update(Asset).where(col(Asset.sha256) == old).values(sha256=signed))
    store.remove(old)
    for _ in range(2):
        (left,) = replaced(database, store)[0].left
        assert (left.place, left.code) == ("report.pdf", "news-pdf-signed")
        assert store.read(signed) == out.getvalue()
        assert present_name(database, signed) == signed


@pytest.mark.parametrize("where", ["news.cleaned_assets._note", "news.store.AssetStore.remove"])
def test_stopped_in_the_middle_a_file_is_whole_and_the_next_run_goes_on(
    database: Database, store: AssetStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    telling = a_telling_pdf()
    old = an_earlier_item(database, store, tmp_path / "news", telling)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(where, killed)
        with pytest.raises(KeyboardInterrupt):
            replaced(database, store)
    assert store.read(the_asset(database).sha256)
    assert store.read(old) == telling
    replaced(database, store)
    assert not store.path(old).exists()
    assert MARK.encode() not in everything_in(store.read(the_asset(database).sha256))
    assert present_name(database, old) == the_asset(database).sha256


def test_a_file_that_a_later_decoder_writes_anew_is_found_by_all_its_addresses(
    database: Database, store: AssetStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kept_before(store, a_picture() + MARK.encode())
    second = kept_before(store, a_picture() + b"less")
    with database.write() as session:
        session.add(CleanedAsset(sha256=first, clean_sha256=second, decoder="earlier"))
        session.add(CleanedAsset(sha256=second, clean_sha256=second, decoder="earlier"))
    replaced(database, store)
    third = hashlib.sha256(a_picture()).hexdigest()
    assert {present_name(database, name) for name in (first, second, third)} == {third}
    assert list(store.names()) == [third]
