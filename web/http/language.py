"""Which language a page is in: asked for, else the person's own, else what the browser prefers."""

from collections.abc import Sequence

from core.languages import FALLBACK, READER_LANGUAGES, STAFF_LANGUAGES

MAX_HEADER_LENGTH = 500


def reader_language(
    *,
    asked: str | None,
    known: str | None = None,
    header: str | None,
    possible: Sequence[str] = READER_LANGUAGES,
) -> str:
    """`asked` comes from ?lang=, `known` from the subscriber's row or the mail, `header` is Accept-Language."""
    for candidate in (asked, known):
        if candidate and (base := _base(candidate)) in possible:
            return base
    return preferred(header, possible)


def staff_language(header: str | None, *, default: str) -> str:
    """Before anyone has signed in; afterwards it stands in the user's row."""
    return preferred(header, STAFF_LANGUAGES, otherwise=default)


def preferred(header: str | None, possible: Sequence[str], *, otherwise: str = FALLBACK) -> str:
    preferences = [_preference(part) for part in (header or "")[:MAX_HEADER_LENGTH].split(",")]
    preferences.sort(key=lambda preference: -preference[1])
    return next((language for language, weight in preferences if weight > 0 and language in possible), otherwise)


def _preference(part: str) -> tuple[str, float]:
    language, _, quality = part.partition(";")
    if not quality:
        return _base(language), 1.0
    try:
        return _base(language), float(quality.strip().removeprefix("q="))
    except ValueError:
        return _base(language), 0.0


def _base(language: str) -> str:
    return language.strip().lower().split("-", maxsplit=1)[0]
