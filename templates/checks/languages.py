"""Whether a variant is in its own language at all."""

from collections.abc import Iterator

from templates.checks.finding import Finding, a_warning
from templates.content import Document


def check_languages(document: Document) -> Iterator[Finding]:
    """An item that exists in another language only may be in it, marked. If all of them are, it is no variant."""
    others = {block.language for block in document.blocks} - {document.language}
    is_own = any(block.language == document.language for block in document.blocks)
    if document.blocks and not is_own:
        yield a_warning("all-in-another-language", "html", language=document.language, other=min(others))
