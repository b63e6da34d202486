"""A text as it is searched: without capitals and accents, alike on every database. Pure."""

import unicodedata

from templates.merge import replace_fields


def searchable(text: str) -> str:
    """»Pogrešanih« and "POGRESANIH" are the same word; đ and ł, which are letters of their own, stay. Merge fields
    are no words."""
    without_fields = replace_fields(text, lambda _name, _source: " ")
    parts = unicodedata.normalize("NFKD", without_fields.casefold())
    return " ".join("".join(part for part in parts if not unicodedata.combining(part)).split())
