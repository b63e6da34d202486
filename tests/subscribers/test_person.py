"""What people write about a person, and what is made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputRefused
from subscribers.person import MAX_NAME, read_address, read_language, read_name


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" ana@Example.org\u00a0", "ana@example.org"),
        ("\u200bana@example.org\u200f", "ana@example.org"),
        ("ana@čebela.example", "ana@xn--ebela-gya.example"),
        ("ana+bilten@example.org", "ana+bilten@example.org"),
        ("a" * 64 + "@example.org", "a" * 64 + "@example.org"),
    ],
)
def test_an_address_is_kept_as_mail_needs_it(text: str, kept: str) -> None:
    assert read_address(text).value == kept


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "subscribers-address-missing"),
        (" \u200b ", "subscribers-address-missing"),
        ("ana.example.org", "subscribers-address-without-at"),
        ("Ana <ana@example.org>", "subscribers-address-with-name"),
        ("žiga@example.org", "subscribers-address-not-ascii"),
        ("a" * 250 + "@example.org", "subscribers-address-too-long"),
        ("a" * 65 + "@example.org", "subscribers-address-long-before-at"),
        ("ž" * 65 + "@example.org", "subscribers-address-not-ascii"),
        ("ana@", "subscribers-address-refused"),
        ("ana@example..org", "subscribers-address-refused"),
        ("ana@example.org\nBcc: x@example.org", "subscribers-address-refused"),
        ("ana@example.org, bor@example.org", "subscribers-address-refused"),
        ("=1+1@", "subscribers-address-refused"),
    ],
)
def test_a_faulty_address_is_refused_with_its_fault(text: str, code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_address(text)
    assert refused.value.code == code


@given(st.text(max_size=60) | st.emails())
def test_any_text_is_refused_or_an_address_that_fits_in_a_header(text: str) -> None:
    try:
        address = read_address(text)
    except InputRefused:
        return
    assert "@" in address.value
    assert address.value.isascii()
    assert address.value.isprintable()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Ana \n Novak ", "Ana Novak"),
        ("ليلى حداد", "ليلى حداد"),
        ("می\u200cنا", "می\u200cنا"),
        ("\u202bمحمد\u202c", "محمد"),
        ("\ufeffAna", "Ana"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("", ""),
    ],
)
def test_a_name_is_kept_on_one_line(text: str, kept: str) -> None:
    assert read_name(text) == kept


@pytest.mark.parametrize("text", ["a\x00b", "Ana\u202evonN", "\x1b[31mAna", "Ana\u2066"])
def test_a_name_that_would_show_as_another_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="subscribers-name-unreadable"):
        read_name(text)


def test_a_name_has_a_longest() -> None:
    assert len(read_name("a" * MAX_NAME)) == MAX_NAME
    with pytest.raises(InputRefused, match="subscribers-name-too-long"):
        read_name("a" * (MAX_NAME + 1))


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("sl", "sl"),
        ("SL", "sl"),
        (" sl_si ", "sl-SI"),
        ("de", "de"),
        ("sr-latn", "sr-Latn"),
        ("slovenščina", "sl"),
        ("Slovenian", "sl"),
        ("angleščina", "en"),
        ("العربية", "ar"),
        ("فارسی", "fa"),
    ],
)
def test_a_language_is_understood_by_tag_and_by_name(text: str, tag: str) -> None:
    assert read_language(text) == tag


@pytest.mark.parametrize("text", ["xx", "klingon", "sl-", "s", "../etc", "a" * 5_000])
def test_an_unknown_language_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="subscribers-language-unknown"):
        read_language(text)


def test_no_language_is_the_default_where_there_is_one() -> None:
    assert read_language(" ", default="sl-SI") == "sl-SI"
    with pytest.raises(InputRefused, match="subscribers-language-missing"):
        read_language("")


def test_what_is_quoted_back_can_do_nothing_to_a_terminal() -> None:
    with pytest.raises(InputRefused) as refused:
        read_language("\x1b[2J\u202eklingon" + "x" * 99)
    assert refused.value.params == {"language": "�[2j�klingon" + "x" * 8}


def test_arabic_that_an_old_program_drew_letter_by_letter_is_kept_as_letters() -> None:
    assert read_name("ﻣﺣﻣﺩ ﺎﺣﻤﺪ") == "محمد احمد"
    assert read_name("ﬁnal ① 可") == "ﬁnal ① 可"
