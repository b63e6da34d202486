"""No reader gets a language other than theirs in silence."""

import pytest
from babel.core import get_global

from core.errors import InputRefused
from core.i18n import is_language
from subscribers.language_words import read_tag
from subscribers.person import read_language

THREE_LETTERS = {
    "prs": "fa-AF", "sh": "sr-Latn", "sh-RS": "sr-Latn-RS",
    "slv": "sl", "eng": "en", "SLV": "sl", "ara": "ar", "fas": "fa", "per": "fa", "deu": "de", "ger": "de",
    "hrv": "hr", "srp": "sr", "bos": "bs", "sqi": "sq", "mkd": "mk", "ukr": "uk", "slk": "sk", "ckb": "ckb",
    "slv-SI": "sl-SI", "eng_GB": "en-GB",
}  # fmt: skip


@pytest.mark.parametrize(("code", "tag"), THREE_LETTERS.items())
def test_a_code_of_three_letters_is_its_language(code: str, tag: str) -> None:
    assert read_tag(code) == tag
    assert read_tag(code, meanings={}) == tag


@pytest.mark.parametrize("code", ["slo", "SLO", "si", "SI"])
def test_what_may_be_two_languages_is_asked_about_everywhere(code: str) -> None:
    choices: tuple[dict[str, str] | None, ...] = (None, {})
    for meanings in choices:
        with pytest.raises(InputRefused, match="language-unclear") as refused:
            read_tag(code, meanings=meanings)
        assert "sl" in str(refused.value.params["known"])


@pytest.mark.parametrize("code", ["ba", "SE", "ee", "PS", "af", "lb", "tn"])
def test_a_country_whose_code_is_another_language_is_asked_about_in_files(code: str) -> None:
    with pytest.raises(InputRefused, match="language-unclear"):
        read_tag(code, meanings={})


@pytest.mark.parametrize("code", ["gb", "UK-", "dk", "RS", "svn", "usa", "at"])
def test_a_country_is_no_language(code: str) -> None:
    with pytest.raises(InputRefused, match=r"language-is-country|language-unknown"):
        read_tag(code, meanings={})


def test_a_country_is_told_by_its_name() -> None:
    with pytest.raises(InputRefused, match="language-is-country") as refused:
        read_tag("RS", meanings={})
    assert refused.value.params["country"] == "Serbia"


def test_a_person_can_say_what_a_word_means() -> None:
    meanings = {"slo": "sl", "SI": "sl", "angleško": "en", "ps": "ps"}
    assert [read_tag(word, meanings=meanings) for word in ("SLO", "si", "Angleško", "ps")] == [
        "sl",
        "sl",
        "en",
        "ps",
    ]
    assert read_language(" slo ", meanings=meanings) == "sl"


def test_a_code_that_stands_for_another_is_no_language_of_its_own() -> None:
    assert not is_language("slv")
    assert not is_language("eng-GB")
    assert is_language("sl-SI")


def test_no_language_that_we_write_is_known_as_another_one() -> None:
    for language in ("sl", "en", "ar", "fa", "bs", "hr", "sr", "sq", "mk", "uk", "ru", "ckb", "ku", "ps", "tr"):
        assert language not in get_global("language_aliases")
        assert read_tag(language) == language


@pytest.mark.parametrize("word", ["und", "und-Arab", "root"])
def test_a_code_for_no_language_is_none(word: str) -> None:
    with pytest.raises(InputRefused, match="subscribers-language-unknown"):
        read_tag(word)
