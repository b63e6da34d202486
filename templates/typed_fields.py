"""A mail that is still being written: what is no merge field stands in it as it was typed.

One wrong word does not take the whole preview away; the check tells where it stands
(`campaigns.review.fields_as_typed`), and nothing is frozen with one.
"""

from dataclasses import replace

from templates.content import Document, Text
from templates.merge import unusable_as_typed


def with_fields_as_typed(document: Document) -> Document:
    """The same document where there is nothing of that kind."""
    return replace(
        document,
        subject=unusable_as_typed(document.subject),
        preheader=unusable_as_typed(document.preheader),
        intro_html=unusable_as_typed(document.intro_html),
        blocks=tuple(
            replace(block, body_html=unusable_as_typed(block.body_html))
            if isinstance(block, Text) and block.has_fields
            else block
            for block in document.blocks
        ),
    )
