"""The same publication is known by its content, however its file was saved; another one is not."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.fingerprints import FIELDS, MIN_LETTERS, FingerprintKind, canonical_address, fingerprints
from news.fold_words import folded_words

LONG = "<p>Zahtevamo, da se čuvaji Evrope odzovejo. " * 10 + "</p>"
TEXT = {"title": "Čuvaji Evrope", "summary": "Povzetek, v enem stavku.", "body_html": LONG, "url": None}


def digests(changed: dict[str, Any] | None = None, *, language: str = "sl", pdf: str = "") -> dict[str, str]:
    values = TEXT | (changed or {})
    return {
        fingerprint.kind.value: fingerprint.digest
        for fingerprint in fingerprints(values, language=language, pdf=pdf)
    }


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_unicodes_normal_form_makes_no_other_text(form: Any) -> None:
    other = {name: unicodedata.normalize(form, value) if value else value for name, value in TEXT.items()}
    assert digests(other) == digests()


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "  ČUVAJI   evrope "},
        {"title": "\ufeffČuvaji Evrope"},
        {"title": "Čuvaji\u00adEvrope\u200b"},
        {"summary": "Povzetek v enem stavku"},
        {"body_html": LONG.replace(" ", "\r\n")},
        {"body_html": LONG.replace("<p>", '<p class="x">').replace("Evrope", "<strong>Evrope</strong>")},
        {"body_html": LONG.replace("č", "&#269;")},
        {"title": "Cuvaji Evrope", "body_html": LONG.translate(str.maketrans("čšž", "csz"))},
        {"title": "»Čuvaji Evrope«", "summary": "Povzetek – v enem stavku…"},
        {"body_html": LONG.replace(" ", "\u00a0").replace(",", "\u2009—")},
        {"body_html": LONG.replace("odzovejo", "od-\nzovejo")},
        {"body_html": LONG.replace("odzovejo", "od\u00adzo\u200bve\u2060jo")},
        {"body_html": LONG.replace("odzovejo", "od&shy;zovejo")},
        {"body_html": "<div><h2>" + LONG.replace("<p>", "").replace("</p>", "</h2></div>")},
        {"body_html": LONG.replace("<p>", "<p>**").replace("</p>", "**</p>")},
        {"body_html": LONG + "<p><em>Posodobljeno: 5. decembra 2026 ob 14.30</em></p>"},
        {"body_html": LONG + "<p>Updated: 2026-12-05</p><p> </p>"},
        {"body_html": "<p>Last updated on 5 December</p>" + LONG},
        {"body_html": LONG.replace("</p>", "<br>Zadnja sprememba: danes</p>")},
    ],
)
def test_how_it_was_saved_makes_no_other_text(changed: dict[str, Any]) -> None:
    assert digests(changed) == digests()


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("ĐURĐEVAC", "Djurdjevac"),
        ("Đorđe", "Dorde"),
        ("Łódź", "Lodz"),
        ("بيانٌ", "بیان"),
        ("إعلان الحقوق", "اعلان الحقوق"),
        ("كتاب ۱۲۳", "کتاب 123"),
        ("می\u200cخواهیم", "میخواهیم"),
        ("٦٠٠", "600"),
        ("ﬁnančni", "financni"),
        ("„Zdaj“", "»zdaj«"),
        ("Straße", "STRASSE"),
    ],
)
def test_the_same_words_by_another_keyboard_are_the_same(text: str, other: str) -> None:
    assert folded_words(text) == folded_words(other)


@pytest.mark.parametrize(
    ("text", "other"), [("600", "60"), ("Koper", "Kopar"), ("da", "ne"), ("5. 12.", "5. 11.")]
)
def test_other_words_and_numbers_are_others(text: str, other: str) -> None:
    assert folded_words(text) != folded_words(other)


@pytest.mark.parametrize(
    "more",
    [
        "<p>Posodobljeno: mrtvih ni 600, kot smo poročali v prvi izjavi, temveč 60, in še trije so pogrešani.</p>",
        "<p>Zdaj je znano več.</p>",
    ],
)
def test_an_update_that_says_something_is_another_text(more: str) -> None:
    assert digests({"body_html": LONG + more})["body"] != digests()["body"]


@pytest.mark.parametrize("kind", [FingerprintKind.BODY, FingerprintKind.WORDS, FingerprintKind.TITLE])
def test_the_same_words_under_another_language_are_the_same_but_a_title(kind: FingerprintKind) -> None:
    """A title alone is no proof in one language, either: "Journal" is one in many."""
    (sl,) = [fingerprint for fingerprint in fingerprints(TEXT, language="sl", pdf="") if fingerprint.kind is kind]
    (hr,) = [fingerprint for fingerprint in fingerprints(TEXT, language="hr", pdf="") if fingerprint.kind is kind]
    assert (sl == hr) == (kind is not FingerprintKind.TITLE)


@pytest.mark.parametrize("field", [field for field in FIELDS if field != "title"])
def test_a_changed_field_makes_other_words_and_the_same_title(field: str) -> None:
    before, after = digests(), digests({field: "2026-12-05 prej 600, zdaj 60"})
    assert before["words"] != after["words"]
    assert before["title"] == after["title"]


def test_a_journal_of_another_month_is_another_by_its_pdf() -> None:
    assert digests(pdf="a" * 64)["words"] != digests(pdf="b" * 64)["words"]


def test_the_date_and_the_image_do_not_make_it_another() -> None:
    assert digests({"published_on": "2026-01-01", "quote_language": "en"}) == digests()


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Lo"]), max_size=MIN_LETTERS * 2))
def test_a_body_is_compared_from_two_hundred_letters_on(letters: str) -> None:
    is_long = sum(char.isalpha() for char in folded_words(letters)) >= MIN_LETTERS
    assert ("body" in digests({"body_html": letters})) == is_long


@given(st.text())
def test_words_are_the_same_read_twice(text: str) -> None:
    escaped = text.replace("<", " ").replace("&", " ")
    assert folded_words(folded_words(escaped)) == folded_words(escaped)


@given(st.text(), st.sampled_from(["NFC", "NFD"]))
def test_words_are_the_same_in_each_normal_form(text: str, form: Any) -> None:
    assert folded_words(unicodedata.normalize(form, text)) == folded_words(text)


@pytest.mark.parametrize(
    "other",
    [
        "https://EXAMPLE.org/a-page",
        "http://example.org/a-page",
        "https://www.example.org/a-page/",
        "https://example.org:443/a-page",
        "https://example.org/a-page#top",
        "https://example.org/a-page?utm_source=mail&utm_medium=x&fbclid=1",
        "https://example.org/a%2Dpage",
        " https://example.org./a-page ",
        "https://example.org/./b/../a-page",
        "https://example.org//a-page",
        "https://example.org/a-page/index.html",
        "https://example.org/a-page?ref=newsletter",
        "https://example.org/../a-page",
    ],
)
def test_one_page_has_one_address(other: str) -> None:
    assert canonical_address(other) == canonical_address("https://example.org/a-page")


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/?id=1", "https://example.org/?id=2"),
        ("https://example.org/A", "https://example.org/a"),
        ("https://example.org/", "https://example.com/"),
        ("https://example.org:8443/a", "https://example.org/a"),
    ],
)
def test_another_page_has_another(address: str, other: str) -> None:
    assert canonical_address(address) != canonical_address(other)


def test_a_domain_in_unicode_and_in_punycode_is_one() -> None:
    assert canonical_address("https://čuvaji.example/a") == canonical_address("https://xn--uvaji-gya.example/a")
    assert canonical_address("https://example.org/?b=2&a=1") == canonical_address("https://example.org/?a=1&b=2")


@given(st.text())
def test_whatever_is_no_address_has_one_all_the_same(text: str) -> None:
    assert isinstance(canonical_address(text), str)


def test_an_address_is_the_same_page_in_any_language() -> None:
    url = {"url": "https://example.org/a"}
    (sl,) = [f for f in fingerprints(TEXT | url, language="sl", pdf="") if f.kind is FingerprintKind.ADDRESS]
    (en,) = [f for f in fingerprints(TEXT | url, language="en", pdf="") if f.kind is FingerprintKind.ADDRESS]
    assert sl == en
