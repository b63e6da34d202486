"""A PDF with bytes around it is a PDF; one that is cut off, locked or says nothing in its pages is not taken."""

import io

import pikepdf
import pytest

from core.errors import InputRefused
from news.clean_pdf import pdf_without_metadata
from news.inspect_asset import PDF, inspect_asset
from tests.news.making import a_written_pdf


@pytest.mark.parametrize("before", [b"", b"\n\n", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\nContent-Type: x\r\n\r\n"])
@pytest.mark.parametrize("after", [b"", b"\r\n", b"\x00" * 5_000, b"\n<!-- made in 0.3 s -->" * 400])
def test_bytes_before_and_after_are_no_damage(before: bytes, after: bytes) -> None:
    whole = before + a_written_pdf("page") + after
    assert (inspect_asset(whole).media_type, inspect_asset(whole).page_count) == (PDF, 1)
    clean = pdf_without_metadata(whole)
    assert clean.startswith(b"%PDF-")
    assert b"made in" not in clean
    assert inspect_asset(clean).page_count == 1


def test_a_pdf_that_is_cut_off_is_damaged_wherever_its_first_end_is() -> None:
    """A linearised PDF has an end near its beginning, so that it can be shown while it comes."""
    out = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(a_written_pdf("page"))) as made:
        made.save(out, linearize=True)
    whole = out.getvalue()
    first_end = whole.index(b"%%EOF") + 5
    assert whole.rindex(b"%%EOF") > first_end
    assert inspect_asset(whole).page_count == 1
    for cut in (whole[: first_end + (len(whole) - first_end) // 2], a_written_pdf("page")[:-8]):
        with pytest.raises(InputRefused) as refused:
            inspect_asset(cut)
        assert refused.value.code == "news-pdf-unreadable"


def test_one_that_asks_for_a_password_is_locked_and_not_damaged() -> None:
    out = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(a_written_pdf("page"))) as made:
        made.save(out, encryption=pikepdf.Encryption(owner="owner", user="secret"))
    with pytest.raises(InputRefused) as refused:
        inspect_asset(out.getvalue())
    assert refused.value.code == "news-pdf-encrypted"


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("/Collection", pikepdf.Dictionary(View=pikepdf.Name.T), "news-pdf-portfolio"),
        ("/NeedsRendering", True, "news-pdf-dynamic-form"),
        ("/NeedsRendering", False, ""),
    ],
)
def test_pages_that_only_say_open_me_elsewhere_are_refused(name: str, value: object, code: str) -> None:
    out = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(a_written_pdf("Please wait"))) as made:
        made.Root[name] = value
        made.save(out)
    try:
        pdf_without_metadata(out.getvalue())
        refusal = ""
    except InputRefused as refused:
        refusal = refused.code
    assert refusal == code
