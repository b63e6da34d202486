"""A file that is made to hurt is set aside and shown; all others are read, and it is not tried again and again."""

import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from core.db import Database
from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from news import decoding, refused_assets
from news.decoding import clean, decode_process, pdf_content
from news.import_files import NewsIntake, import_folder
from news.import_report import ImportReport
from news.inspect_asset import MAX_FRAMES, InspectionResult
from news.read_pdf import COVER_HEIGHT, COVER_WIDTH, cover_scale
from news.sources import add_folder_source
from news.store import AssetStore
from news.tables import RefusedAsset
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.news import hostile
from tests.news.making import a_pdf, news_file

pytestmark = pytest.mark.slow  # each decodes in a process of its own, until its limits


@pytest.fixture(autouse=True)
def a_child_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "DecodeProcess", DecodeProcess)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (hostile.a_png_bomb(), "news-image-too-many-pixels"),
        (hostile.a_jpeg_bomb(), "news-image-too-many-pixels"),
        (hostile.a_webp_bomb(), "news-image-too-many-pixels"),
        (hostile.a_gif_of_frames(), "news-image-too-many-frames"),
        (hostile.a_png_with_a_text_bomb(), "news-image-unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "news-asset-svg"),
    ],
    ids=["png", "jpeg", "webp", "gif", "png-text", "svg"],
)
def test_a_bomb_is_refused_by_its_name(data: bytes, code: str) -> None:
    with decode_process() as process, pytest.raises(InputRefused) as refused:
        clean(process, data)
    assert refused.value.code == code


def test_a_picture_with_as_many_frames_as_there_may_be_is_taken() -> None:
    with decode_process() as process:
        assert clean(process, hostile.a_gif_of_frames(MAX_FRAMES))[0] == InspectionResult(
            "image/gif", width=1, height=1
        )


@pytest.mark.parametrize(("levels", "times"), [(12, 12), (28, 2)])
def test_forms_inside_forms_without_end_are_ended(levels: int, times: int) -> None:
    data = hostile.a_pdf_of_nested_forms(levels, times)
    with DecodeProcess("news.decoders", max_seconds=1) as process, pytest.raises(DecodeFailed):
        pdf_content(process, data)


@pytest.mark.parametrize(
    "data",
    [
        hostile.a_pdf_of_one_strip("0.1", "4000"),
        hostile.a_pdf_of_one_strip("4000", "0.1"),
        hostile.a_pdf_of_one_strip("1", "4000"),
        hostile.a_pdf_of_one_strip("200000", "200000"),
        hostile.a_pdf_of_one_strip("1e30", "1e-30"),
    ],
)
def test_a_page_of_impossible_size_is_not_drawn_without_end(data: bytes) -> None:
    with decode_process() as process:
        content = pdf_content(process, data)
    assert content.text == ""
    if content.cover:
        with decode_process() as process:
            drawn = clean(process, content.cover)[0]
        assert (drawn.width or 0) * (drawn.height or 0) <= COVER_WIDTH * COVER_HEIGHT


def test_a_small_pdf_with_a_huge_picture_is_read_or_ended() -> None:
    with decode_process() as process:
        with contextlib.suppress(DecodeFailed):
            pdf_content(process, hostile.a_pdf_with_an_image())
        assert clean(process, a_pdf())[0].page_count == 1


def a_pdf_nested(levels: int = 100_000) -> bytes:
    """Arrays inside arrays without end."""
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Deep 4 0 R >>"
    return hostile.a_pdf_of([page, "[" * levels + "]" * levels])


def a_pdf_of_many_objects(count: int = 200_000) -> bytes:
    """Each is an array that leads to the next one, and all of them to the page's numbers."""
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Chain 4 0 R >>"
    return hostile.a_pdf_of([page, *(f"[{number} 0 R]" for number in range(5, count)), "[]"])


@pytest.mark.parametrize("make", [a_pdf_nested, a_pdf_of_many_objects, hostile.a_pdf_with_an_image])
def test_a_pdf_that_cannot_be_written_anew_ends_nothing_but_itself(make: Callable[[], bytes]) -> None:
    with DecodeProcess("news.decoders", max_seconds=30) as process:
        with contextlib.suppress(DecodeFailed, InputRefused):
            clean(process, make())
        assert clean(process, a_pdf())[0].page_count == 1


@given(st.floats(allow_nan=True, allow_infinity=True), st.floats(allow_nan=True, allow_infinity=True))
def test_what_is_drawn_of_a_page_is_bounded_by_both_its_sides(width: float, height: float) -> None:
    scale = cover_scale(width, height)
    if scale is not None:
        assert 1 <= width * scale <= COVER_WIDTH * 1.001
        assert 1 <= height * scale <= COVER_HEIGHT * 1.001


@pytest.mark.parametrize(("width", "height"), [(595, 842), (842, 595), (420, 595)])
def test_an_ordinary_page_is_as_wide_as_ever(width: float, height: float) -> None:
    assert cover_scale(width, height) == COVER_WIDTH / width


class Folder:
    def __init__(self, database: Database, path: Path, tried: list[bytes]) -> None:
        self.path = path
        self.database = database
        self.tried = tried
        self.intake = NewsIntake(database, AssetStore(path.parent / "assets"))

    def read(self) -> ImportReport:
        return import_folder(self.intake, self.path, now=NOON)

    def put(self, name: str, data: bytes) -> None:
        news_file(self.path, f"{name}.md", f"pdf: {name}.pdf")
        (self.path / f"{name}.pdf").write_bytes(data)


@pytest.fixture
def folder(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """With short patience, and a note of each file that a decoder was asked for."""
    tried: list[bytes] = []
    real: Callable[[DecodeProcess, bytes], object] = decoding.clean

    def noted(process: DecodeProcess, data: bytes) -> object:
        tried.append(data)
        return real(process, data)

    monkeypatch.setattr("news.store.clean", noted)
    monkeypatch.setattr("news.import_files.decode_process", lambda: DecodeProcess("news.decoders", max_seconds=4))
    (tmp_path / "feed").mkdir()
    return Folder(database, tmp_path / "feed", tried)


def test_what_did_not_finish_is_set_aside_and_the_others_are_read(folder: Folder) -> None:
    hurtful = hostile.a_pdf_of_nested_forms()
    folder.put("a", a_pdf())
    folder.put("hurtful", hurtful)
    folder.put("z", a_pdf(pages=2))
    report = folder.read()
    assert len(report.imported) == 2
    (refused,) = report.refused
    assert (refused.place, refused.code) == ("hurtful.md", "news-asset-refused")
    assert (refused.params["asset"], refused.params["reason"]) == ("hurtful.pdf", "asset-undecoded")
    assert hurtful in folder.tried


def test_it_is_not_tried_again_until_the_decoders_are_others(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurtful = hostile.a_pdf_of_nested_forms()
    folder.put("hurtful", hurtful)
    first = folder.read()
    folder.tried.clear()
    again = folder.read()
    assert (again.refused, folder.tried) == (first.refused, [])
    (folder.path / "hurtful.md").rename(folder.path / "renamed.md")
    assert [refused.place for refused in folder.read().refused] == ["renamed.md"]
    assert folder.tried == []
    monkeypatch.setattr(refused_assets, "decoder_version", lambda: "a later one")
    folder.read()
    assert folder.tried == [hurtful]
    with folder.database.read() as session:
        (row,) = session.exec(select(RefusedAsset)).all()
    assert (row.file_name, row.code, row.decoder) == ("hurtful.pdf", "news-asset-undecoded", "a later one")


def test_what_a_decoder_refuses_is_decoded_once_too(folder: Folder) -> None:
    folder.put("cut", a_pdf()[:-20])
    assert folder.read().refused == folder.read().refused
    assert len(folder.tried) == 1
    folder.put("cut", a_pdf())
    assert folder.read().refused == []


@pytest.mark.parametrize("body", ["*a " * 66_000, "_a_ *b* **c** " * 14_000], ids=["open", "closed"])
@on_sqlite
def test_a_text_without_end_is_set_aside_like_a_picture(
    folder: Folder, body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "news.import_files.decode_process", lambda: DecodeProcess("news.decoders", max_seconds=0.5)
    )
    news_file(folder.path, "hurtful.md", body=body)
    (refused,) = folder.read().refused
    assert (refused.place, refused.code, refused.params["cause"]) == ("hurtful.md", "news-text-undecoded", "time")
    (folder.path / "hurtful.md").rename(folder.path / "renamed.md")
    monkeypatch.setattr("news.named_assets.markdown_html", None)
    assert [again.place for again in folder.read().refused] == ["renamed.md"]


def test_while_a_file_is_decoded_everybody_may_write(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unsubscribing, webhooks and jobs are writes: they must not wait for a decoder."""
    wrote: list[str] = []
    real = decoding.clean

    def meanwhile(process: DecodeProcess, data: bytes) -> object:
        with ThreadPoolExecutor(1) as somebody:
            somebody.submit(write).result()
        return real(process, data)

    def write() -> None:
        with folder.database.write() as session:
            add_folder_source(session, name="Other", folder=folder.path, now=NOON)
        wrote.append("a source")

    monkeypatch.setattr("news.store.clean", meanwhile)
    folder.put("a", a_pdf())
    monkeypatch.setattr("news.prepare_assets.pdf_content", lambda *_: decoding.PdfContent(None, ""))
    assert len(folder.read().imported) == 1
    assert wrote == ["a source"]
