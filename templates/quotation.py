"""Quotation marks as each language writes them: »…« in Slovenian, “…” in English, «…» in Arabic. Pure."""

from templates.styles import primary

_MARKS = {
    "sl": ("»", "«"),
    "hr": ("„", "”"),
    "bs": ("„", "”"),
    "sr": ("„", "”"),
    "de": ("„", "“"),
    "fr": ("«\u202f", "\u202f»"),
    "it": ("«", "»"),
    "ar": ("«", "»"),
    "fa": ("«", "»"),
}
_OTHERS = ("“", "”")
_OPENING, _CLOSING = "»«„“‘‚›‹", "«»”“’‘‹›"


def quoted(text: str, language: str) -> str:
    """`text` between the marks of its language; as it is where its author has set marks already."""
    stripped = text.strip()
    if not stripped or (stripped[0] in _OPENING and stripped[-1] in _CLOSING):
        return stripped
    opening, closing = _MARKS.get(primary(language), _OTHERS)
    return f"{opening}{stripped}{closing}"
