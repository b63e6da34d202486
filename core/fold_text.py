"""Unicode case folding and accent folding (NFKD): a text as it is searched, alike on every database. Pure."""

import unicodedata


def fold_text(text: str) -> str:
    """»Pogrešanih« and "POGRESANIH" come out the same; đ and ł, which are letters of their own, stay."""
    if text.isascii():
        return " ".join(text.lower().split())
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join([part for part in parts if not unicodedata.combining(part)]).split())
