"""What a change of blocks is to the ledger of who changed what, and to the audit log.

Each block has its own parts, once and for each language, so that putting one text back frees whoever changed only
that; the order is one part, by the blocks' ids.
"""

from collections.abc import Sequence
from typing import Any

from campaigns.block_content import BlockContent
from campaigns.editorial.content_changes import ABSENT

Parts = dict[str, tuple[Any, Any]]
"""Part → what was there, what is there now."""


def addition(block: BlockContent) -> Parts:
    return {part: (ABSENT, value) for part, value in _values(block).items()}


def removal(block: BlockContent) -> Parts:
    return {part: (value, ABSENT) for part, value in _values(block).items()}


def content_change(before: BlockContent, after: BlockContent) -> Parts:
    was, now = _values(before), _values(after)
    return {part: (was.get(part, ABSENT), now.get(part, ABSENT)) for part in (*was, *now)}


def order_change(before: Sequence[BlockContent], after: Sequence[BlockContent]) -> Parts:
    return {"blocks": ([block.id for block in before], [block.id for block in after])}


def audit_facts(block: BlockContent) -> dict[str, object]:
    """Which block it is, for the audit log."""
    item = {} if block.item_id is None else {"item": block.item_id}
    return {"block": block.id, "kind": block.kind.value, **item}


def _values(block: BlockContent) -> dict[str, Any]:
    texts = {f"block:{block.id}:{language}": text.to_store() for language, text in block.texts.items()}
    return {f"block:{block.id}:settings": [block.item_id, block.settings.to_store()], **texts}
