"""Quotation marks as each language writes them: »…« in Slovenian, “…” in English, «…» in Arabic. Pure."""

from core.rich_text import quotation_marks

_OPENING, _CLOSING = "»«„“‘‚›‹", "«»”“’‘‹›"


def quoted(text: str, language: str) -> str:
    """`text` between the marks of its language; as it is where its author has set marks already."""
    stripped = text.strip()
    if not stripped or (stripped[0] in _OPENING and stripped[-1] in _CLOSING):
        return stripped
    opening, closing = quotation_marks(language)[:2]
    return f"{opening}{stripped}{closing}"
