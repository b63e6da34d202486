"""Jinja's sandbox with an end: a source can neither reach outside nor go on for ever.

Jinja keeps a template from the inside of Python, but not from `"x" * 10**9`, ten loops in one another, or a text
doubled forty times. So all that can grow or repeat is paid from one `Budget` for each rendering (ADR 19). What
would need a trick of its own to be bounded is left out: texts have no methods, lists hold no lists, nothing is
included, and of Jinja's own filters there are two.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jinja2 import nodes, pass_context, pass_environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Template
from jinja2.exceptions import TemplateAssertionError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from templates.render_budget import BUDGET, Beyond

MAX_SOURCE = 100_000
MAX_NUMBER = 10**9
_MAX_DETAIL = 20
_STEP = 64
"""As many characters are looked through in the time of one step."""

_MAPPING_METHODS = frozenset({"items", "keys", "values", "get"})
_REPEATED = (nodes.Template, nodes.Block, nodes.Macro, nodes.CallBlock)


class NotOffered(TemplateAssertionError):
    """A source is written with what Jinja has and Bilten does not. `reason` chooses its words in texts/*.ftl."""

    def __init__(self, reason: str, lineno: int, name: str | None, filename: str | None) -> None:
        super().__init__(reason, lineno, name, filename)
        self.reason = reason


class _Generator(CodeGenerator):
    """What Jinja joins and gathers by itself goes through the environment instead."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self._gathered("joined", node.nodes, frame)

    def visit_List(self, node: nodes.List, frame: Frame) -> None:
        self._gathered("listed", node.items, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:
        if node.ctx == "load":
            self._gathered("listed", node.items, frame)
        else:
            super().visit_Tuple(node, frame)

    def _gathered(self, method: str, parts: Iterable[nodes.Node], frame: Frame) -> None:
        self.write(f"environment.{method}((")
        for part in parts:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox of every source, the library's too. Whoever renders sets a new `BUDGET` first."""

    code_generator_class = _Generator
    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def __init__(
        self, neutral: Callable[[Any], Markup], filters: Mapping[str, Callable[..., Any]], **rest: Any
    ) -> None:
        super().__init__(finalize=self._printed, **rest)
        self._neutral = neutral
        self.globals.clear()
        own = {"join": _join, "select": _select, "~counted": _counted, "~spent": _spent, "~weighed": _weighed}
        kept = {name: self.filters[name] for name in ("first", "length")}
        self.filters = {**kept, **{name: _modest(filtered) for name, filtered in filters.items()}, **own}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > MAX_SOURCE:
            raise NotOffered("long", 1, name, filename)
        tree = super()._parse(source, name, filename)
        _refuse_what_has_no_end(tree, name, filename)
        _let_it_pay(tree)
        tree.set_environment(self)
        return tree

    def get_template(self, *args: Any, **kwargs: Any) -> Template:
        BUDGET.get().steps(1)
        return super().get_template(*args, **kwargs)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        BUDGET.get().steps(1)
        BUDGET.get().characters(sum(len(value) for value in (*args, *kwargs.values()) if isinstance(value, str)))
        return super().call(context, obj, *args, **kwargs)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, str):
            BUDGET.get().characters(len(obj))
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, Mapping):
            return attr in _MAPPING_METHODS
        return not isinstance(obj, str | bytes | int | float) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Nothing is wrapped: `format` is refused like every other method of a text."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.joined((left, right))
        if operator == "**" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise Beyond("operator", operator)
        result = super().call_binop(context, operator, left, right)
        if abs(result) > MAX_NUMBER:
            raise Beyond("number")
        return result

    def joined(self, parts: Iterable[Any], between: str = "") -> str:
        """The parts as one text. Beside template text, outside text is made harmless before it joins it."""
        texts = [_text(part) for part in parts]
        BUDGET.get().characters(sum(map(len, texts)) + len(texts) * len(between))
        if any(isinstance(text, Markup) for text in (*texts, between)):
            return self._neutral(between).join(self._neutral(text) for text in texts)
        return between.join(texts)

    def listed(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        """Raises Beyond for lists in lists: they double with each line, and comparing two never ends."""
        if any(isinstance(part, tuple | list | dict) for part in parts):
            raise Beyond("lists")
        return parts

    def _printed(self, value: Any) -> Markup:
        text = _text(value)
        # What is constant is printed while the source is compiled, and then it is no longer than the source.
        if budget := BUDGET.get(None):
            budget.characters(len(text))
        return self._neutral(text)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple | list | dict):
        raise Beyond("printed-list")
    return str(value)


@pass_environment
def _join(environment: BoundedEnvironment, parts: Iterable[Any], between: str = "") -> str:
    return environment.joined(parts, between)


def _select(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if value]


# A source cannot name what begins with ~. And a filter that wants the context is never carried out ahead of time,
# while the source is compiled.
@pass_context
def _counted(_: Context, values: Iterable[Any], weight: int) -> Iterator[Any]:
    budget = BUDGET.get()
    for value in values:
        budget.steps(weight)
        yield value


@pass_context
def _spent(_: Context, weight: int) -> None:
    BUDGET.get().steps(weight)


@pass_context
def _weighed(_: Context, value: Any) -> Any:
    if isinstance(value, str):
        BUDGET.get().steps(len(value) // _STEP)
    return value


def _modest(filtered: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of our own, paid by the length of its text; its details (an indent, a rule) are short."""

    @pass_context
    def paid(_: Context, value: str, *details: str, **named: str) -> Any:
        if any(len(detail) > _MAX_DETAIL for detail in (*details, *named.values())):
            raise Beyond("filter-detail")
        BUDGET.get().characters(len(value))
        return filtered(value, *details, **named)

    return paid


def _refuse_what_has_no_end(tree: nodes.Template, name: str | None, filename: str | None) -> None:
    for loop in tree.find_all(nodes.For):
        if loop.recursive:
            raise NotOffered("recursive", loop.lineno, name, filename)
    for node in tree.find_all((nodes.Include, nodes.Dict)):
        reason = "include" if isinstance(node, nodes.Include) else "mapping"
        raise NotOffered(reason, node.lineno, name, filename)


def _let_it_pay(tree: nodes.Template) -> None:
    """Whatever may happen many times pays, each time, for all that stands in it."""
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _filter(loop.iter, "~counted", nodes.Const(_weight(loop)))
    for compared in list(tree.find_all(nodes.Compare)):
        compared.expr = _filter(compared.expr, "~weighed")
        for operand in compared.ops:
            operand.expr = _filter(operand.expr, "~weighed")
    for repeated in [tree, *tree.find_all(_REPEATED[1:])]:
        payment = nodes.ExprStmt(_filter(nodes.Const(_weight(repeated)), "~spent"), lineno=repeated.lineno)
        repeated.body = [payment, *repeated.body]  # type: ignore[attr-defined]  # each of them has one


def _filter(value: nodes.Node, name: str, *details: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(value, name, list(details), [], None, None, lineno=value.lineno)


def _weight(node: nodes.Node) -> int:
    return 1 + sum(1 for _ in node.find_all(nodes.Node))
