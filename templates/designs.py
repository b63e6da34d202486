"""Registry of the designs of the library: which there are, and what each can be made of. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from core.errors import InputRefused
from kinds.registry import NewsKind


@dataclass(frozen=True, slots=True)
class Design:
    is_for_one: bool
    """About exactly one item, whose title is the mail's own."""
    kind: str = ""
    """The one kind of item that says what the design is built around; empty: any kind."""


_BUILT_AROUND = {kind.definition.design: kind.value for kind in NewsKind if kind.definition.is_design_for_it_alone}
DESIGNS: Mapping[str, Design] = MappingProxyType(
    {
        name: Design(is_for_one, _BUILT_AROUND.get(name, ""))
        for name, is_for_one in (
            ("statement", True),
            ("bulletin", False),
            ("publication", True),
            ("project", True),
            ("report_summary", True),
            ("event", True),
            ("appeal", True),
            ("digest", False),
            ("correction", True),
        )
    }
)


def check_fits(template: str, kinds: Sequence[str], *, has_other_blocks: bool = False) -> None:
    """Raises InputRefused for a design that does not exist or cannot be made of items of these kinds, with blocks
    beside them that are no items or without."""
    design = DESIGNS.get(template)
    if design is None:
        raise InputRefused("templates-template-unknown", template=template, known=", ".join(DESIGNS))
    if not kinds and not has_other_blocks:
        raise InputRefused("templates-nothing-to-say")
    if design.is_for_one and len(kinds) != 1:
        raise InputRefused("templates-one-item", found=len(kinds))
    if design.kind and kinds[0] != design.kind:
        raise InputRefused("templates-item-does-not-fit", needed=design.kind)
