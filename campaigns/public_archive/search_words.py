"""A text as it is searched: without capitals and accents, alike on every database. Pure."""

from core.fold_text import fold_text
from templates.merge import replace_fields


def searchable(text: str) -> str:
    """As `core.fold_text` has it. Merge fields are no words."""
    return fold_text(replace_fields(text, lambda _name, _source: " "))
