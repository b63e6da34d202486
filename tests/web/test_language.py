"""Which language a page is in."""

import pytest

from web.http.language import reader_language, staff_language


@pytest.mark.parametrize(
    ("asked", "known", "header", "chosen"),
    [
        ("ar", "sl", "en", "ar"),
        ("ar-EG", None, None, "ar"),
        ("xx", "sl-SI", "en", "sl"),
        (None, "de", "fa-IR,fa;q=0.9", "fa"),
        (None, None, "en;q=0.3, sl;q=0.8", "sl"),
        (None, None, "de, ar;q=0, en;q=0.1", "en"),
        (None, None, "ar;q=nonsense, sl;q=0.1", "sl"),
        (None, None, ",;;q=,,", "en"),
        (None, None, None, "en"),
        ("", "", "", "en"),
    ],
)
def test_asked_then_known_then_preferred(
    asked: str | None, known: str | None, header: str | None, chosen: str
) -> None:
    assert reader_language(asked=asked, known=known, header=header) == chosen


def test_staff_pages_exist_in_two_languages() -> None:
    assert staff_language("ar, sl;q=0.5", default="en") == "sl"
    assert staff_language("ar", default="sl") == "sl"
