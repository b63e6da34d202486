"""The designs of the library: which there are, and what each can be made of. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from core.errors import InputRefused


@dataclass(frozen=True, slots=True)
class Design:
    is_for_one: bool
    """About exactly one item, whose title is the mail's own."""
    kind: str = ""
    """The one kind of item that says what the design is built around; empty: any kind."""


DESIGNS: Mapping[str, Design] = MappingProxyType(
    {
        "statement": Design(is_for_one=True),
        "bulletin": Design(is_for_one=False),
        "publication": Design(is_for_one=True),
        "project": Design(is_for_one=True),
        "report_summary": Design(is_for_one=True),
        "event": Design(is_for_one=True, kind="event"),
        "appeal": Design(is_for_one=True, kind="appeal"),
        "digest": Design(is_for_one=False),
        "correction": Design(is_for_one=True, kind="correction"),
    }
)


def check_fits(template: str, kinds: Sequence[str]) -> None:
    """Raises InputRefused for a design that does not exist or cannot be made of items of these kinds."""
    design = DESIGNS.get(template)
    if design is None:
        raise InputRefused("templates-template-unknown", template=template, known=", ".join(DESIGNS))
    if not kinds:
        raise InputRefused("templates-nothing-to-say", template=template)
    if design.is_for_one and len(kinds) != 1:
        raise InputRefused("templates-one-item", template=template, found=len(kinds))
    if design.kind and kinds[0] != design.kind:
        raise InputRefused("templates-item-does-not-fit", template=template, kind=kinds[0], needed=design.kind)
