"""Which variant a reader gets, and which text of an item stands in a variant. Pure.

sl-SI → sl → the list's chain → the campaign's main language. The launch says the same in SQL; a test holds the two
together.
"""

from collections.abc import Collection, Sequence

from news.tables import NewsText


def own(language: str, offered: Collection[str]) -> str | None:
    """The nearest of `offered` that is in the reader's own language: sl-Latn-SI → sl-Latn → sl."""
    while language:
        if language in offered:
            return language
        language = language.rpartition("-")[0]
    return None


def best(language: str, offered: Collection[str], *, chain: Sequence[str], main: str) -> str:
    """Their own language, else the first of the list's `chain` that is offered, else the `main` one."""
    match = own(language, offered)
    return match or next((code for code in chain if code in offered), main)


def best_text(texts: dict[str, NewsText], language: str, *, chain: Sequence[str], main: str) -> NewsText:
    """The item's text in `language`, else the nearest by the same chain, else any: no item is left out."""
    if not texts:
        raise ValueError("an item without a text")
    code = best(language, texts, chain=chain, main=main)
    return texts[code] if code in texts else texts[min(texts)]


def missing(required: Sequence[str], offered: Collection[str]) -> list[str]:
    """Of the languages that a list demands, those whose readers would get another."""
    return [language for language in required if own(language, offered) is None]
