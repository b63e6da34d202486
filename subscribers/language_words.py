"""Language codes as people write them: names, three letters (ISO 639-2), and countries taken for languages. Pure.

A wrong language is one that its reader cannot read, so what may mean two is asked about, never guessed.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from babel.core import Locale, get_global

from core.errors import InputRefused
from core.i18n import is_language, language_name
from core.languages import READER_LANGUAGES, STAFF_LANGUAGES
from subscribers.quoted import quoted

_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}))?")
_ASKED: Mapping[str, tuple[str, ...]] = {"slo": ("sl", "sk"), "si": ("sl", "si-LK")}
"""Slovak's old code, and Slovenia's; written for Slovenian by many."""
_ASKED_IN_FILES: Mapping[str, tuple[str, ...]] = {
    **_ASKED,
    "af": ("fa", "ps-AF", "af-ZA"),
    "ba": ("bs", "ba-RU"),
    "be": ("nl", "fr", "be-BY"),
    "ee": ("et", "ee-GH"),
    "ie": ("en", "ie"),
    "ps": ("ar", "ps-AF"),
    "se": ("sv", "se-NO"),
    **{code: ("ar", code) for code in ("dz", "kw", "lb", "sa", "sd", "tn")},
}
"""Countries whose codes are other people's languages: a column of countries is easily taken for languages."""


def read_tag(text: str, *, meanings: Mapping[str, str] | None = None) -> str:
    """The tag (sl, sl-SI, ar) of a word that is not empty. `meanings`: for a cell of a file, what words in it
    mean, as a person says; None where a person writes the word now. Raises InputRefused, with the choice."""
    return _plain_tag(text, is_in_file=meanings is not None) if not meanings else _read_tag(text, meanings)


@lru_cache(maxsize=1_000)
def _plain_tag(text: str, *, is_in_file: bool) -> str:
    """A file of a million rows says the same few words."""
    return _read_tag(text, {} if is_in_file else None)


def _read_tag(text: str, meanings: Mapping[str, str] | None) -> str:
    word = text.casefold().replace("_", "-")
    if meanings is not None:
        word = {key.casefold(): value.casefold() for key, value in meanings.items()}.get(word, word)
    asked = _ASKED if meanings is None else _ASKED_IN_FILES
    is_told = meanings is not None and word in {value.casefold() for value in meanings.values()}
    if word in asked and not is_told:
        raise InputRefused(
            "subscribers-language-unclear", language=quoted(text.casefold(), 20), known=", ".join(asked[word])
        )
    tag = _names().get(word) or _canonical_tag(word)
    if tag is not None:
        return tag
    if (country := _country(word)) is not None:
        raise InputRefused(
            "subscribers-language-is-country", language=quoted(text.casefold(), 20), country=country
        )
    raise InputRefused("subscribers-language-unknown", language=quoted(text.casefold(), 20))


def _canonical_tag(word: str) -> str | None:
    match = _TAG.fullmatch(word)
    if match is None:
        return None
    language, script, region = match.groups()
    # CLDR knows what three letters stand for (slv, eng, ger), and what has another code by now.
    language, _, implied = get_global("language_aliases").get(language, language).partition("_")
    is_script = len(implied) == len("Latn")
    script, region = script or (implied if is_script else ""), region or ("" if is_script else implied)
    parts = (language, script.title(), region.upper())
    tag = "-".join(part for part in parts if part)
    return tag if is_language(tag) else None


def _country(word: str) -> str | None:
    """The name of the country of that code, in itself or in English."""
    code = word.upper()
    code = "GB" if code == "UK" else get_global("territory_aliases").get(code, [code])[0]
    name: str | None = Locale("en").territories.get(code)
    return name if len(word) in (2, 3) else None


@lru_cache
def _names() -> dict[str, str]:
    names = {language_name(code).casefold(): code for code in READER_LANGUAGES}
    for staff_language in STAFF_LANGUAGES:
        names |= {language_name(code, in_language=staff_language).casefold(): code for code in READER_LANGUAGES}
    return names
