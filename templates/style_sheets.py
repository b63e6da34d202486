"""Style sheets that a template has, and what in its html they count on. Pure."""

import re
from dataclasses import dataclass
from functools import cached_property

from templates.html_nodes import HtmlElement
from templates.minify_css import Rule, rules_in

_COMPILERS_OWN = re.compile(r"\s*(?:@media only screen and \(m(?:in|ax)-width|\.moz-text-html|#outlook a)")
_BOX = re.compile(r"(?:^|[\s>+~(])(?:div|\*)")
_PARENT = re.compile(r"([^\s>+~]+)>")
_SPACE = frozenset({"padding", "padding-top", "padding-bottom"})
_CLASS = re.compile(r"\.([\w-]+)")


@dataclass(frozen=True)
class AuthoredStyle:
    """All but the compiler's own."""

    rules: tuple[Rule, ...]

    @classmethod
    def of(cls, root: HtmlElement) -> "AuthoredStyle":
        sheets = (str(node.children[0]) for node in root.all("style") if node.children)
        return cls(tuple(rule for css in sheets if not _COMPILERS_OWN.match(css) for rule in rules_in(css)))

    def set_on_screens(self, *properties: str) -> bool:
        """Whether a rule sets one of these, or a border's or a margin's part."""
        on_screens = (rule for rule in self.rules if rule.condition != "@media print")
        stated = {name for rule in on_screens for name in rule.properties}
        whole = {name.partition("-")[0] for name in stated} & {"border", "margin"}
        return bool((stated | whole) & set(properties))

    def name(self, classes: frozenset[str]) -> bool:
        return any(classes & set(_CLASS.findall(rule.selector)) for rule in self.rules)

    @cached_property
    def set_fonts(self) -> bool:
        """Whether a rule may give cells, or what they inherit from, a font."""
        return any({"font", "font-family"} & rule.properties for rule in self.rules if rule.selector != "img")

    @cached_property
    def count_on_boxes(self) -> bool:
        """Whether a selector names `div`, but for the mail's outermost one, and those in cells that look as the
        cell does (`.ink, .ink > div`). What is said of all elements (`*`) holds for the cell, too."""
        return any(
            _BOX.search(rule.selector)
            for rule in self.rules
            if rule.selector not in ("body>div", "*") and not _is_as_its_cell(rule)
        )

    def count_on_children_of(self, cell: HtmlElement) -> bool:
        """Whether a selector is about what stands right in the cell."""
        names = {"td", *(f".{name}" for name in cell.get("class").split())}
        parents = (
            part for rule in self.rules if not _is_as_its_cell(rule) for part in _PARENT.findall(rule.selector)
        )
        return any(names & set(re.findall(r"\.[\w-]+|^\w+", part)) or part[0] == ":" for part in parents)

    def may_set_space_in(self, cell: HtmlElement) -> bool:
        """Whether a rule for screens may give the cell space above or below, which would replace what it has."""
        own = set(cell.get("class").split())
        around = {name for box in cell.above() for name in box.get("class").split()}
        return any(
            _may_match(rule.selector, own, around)
            for rule in self.rules
            if _SPACE & rule.properties and rule.condition != "@media print"
        )

    def count_on_rows_of(self, section: HtmlElement) -> bool:
        """Whether a selector goes from the section, or from any table, down to its rows."""
        names = set((section.parent.get("class") if section.parent else "").split()) | set(
            section.get("class").split()
        )
        down = [rule.selector for rule in self.rules if re.search(r">(?:tbody|tr|td)\b", rule.selector)]
        return any(names & set(_CLASS.findall(selector)) or "." not in selector for selector in down)

    @cached_property
    def unconditional_classes(self) -> frozenset[str]:
        """Named by a rule outside `@media`, as Outlook reads them."""
        return frozenset(
            name for rule in self.rules if not rule.condition for name in _CLASS.findall(rule.selector)
        )


def _may_match(selector: str, own: set[str], around: set[str]) -> bool:
    """A cell with these classes, in elements with those."""
    *boxes, last = re.split(r"[\s>+~]+", selector)
    is_cell = re.match(r"(?:td|\*)?(?![\w*])", last) is not None
    return is_cell and set(_CLASS.findall(last)) <= own and set(_CLASS.findall(" ".join(boxes))) <= around


def _is_as_its_cell(rule: Rule) -> bool:
    return rule.selector.removesuffix(">div") in rule.beside - {rule.selector} and rule.properties <= {"color"}
