"""The first phase: Jinja in a sandbox, strict about names, with every printed value made harmless.

Two environments over one library: MJML sources (`*.mjml.j2`) and plain-text sources (`*.txt.j2`). Autoescaping is
on in both, because that is what tells template text (Markup) from outside text; what "escaping" means is the
finalizer's: html in one, merge brackets in the other. An organisation's own sources stand beside the library, and
may extend and import what is in it.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FunctionLoader,
    PackageLoader,
    StrictUndefined,
    TemplateNotFound,
    nodes,
)
from markupsafe import Markup

from core.errors import BiltenError
from templates.broken_source import TracedSource, marked, refusal
from templates.content import TemplateSources
from templates.escape import escape_html, escape_text
from templates.mail_view import MailView
from templates.plaintext import apart, html_to_text, isolate, wrap
from templates.render_budget import BUDGET, Budget
from templates.sandbox import BoundedEnvironment

OWN_HTML, OWN_TEXT = "own.mjml.j2", "own.txt.j2"
_LIBRARY = PackageLoader("templates", "library")
_KEPT = 32
"""Environments with what they have compiled: as many own looks as are drawn at the same time, and some more."""


def library_sources(design: str) -> TemplateSources:
    """What the library has for that design."""
    environment = _environment(is_mjml=True, loader=_LIBRARY)
    return TemplateSources(_source(environment, f"{design}.mjml.j2"), _source(environment, f"{design}.txt.j2"))


@lru_cache(maxsize=_KEPT)
def own_loader(sources: TemplateSources) -> BaseLoader:
    """The library, and beside it `sources` as `OWN_HTML` and `OWN_TEXT`."""
    written = {OWN_HTML: sources.html, OWN_TEXT: sources.text}

    def get(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (written[name], name, lambda: True) if name in written else None

    return ChoiceLoader([FunctionLoader(get), _LIBRARY])


def run_template(name: str, mail: MailView, *, loader: BaseLoader = _LIBRARY) -> str:
    """The template's text for `mail`. Raises InputRefused with template, line and column for a defect in it, also
    for what would never come to an end or would print without measure."""
    return _run(_environment(PurePosixPath(name).suffixes[-2] == ".mjml", loader), name, mail)


def trace_template(name: str, mail: MailView, *, loader: BaseLoader) -> TracedSource:
    """The same, with where each piece of the own source's text was written."""
    return TracedSource(_run(_Tracing(escape_html, _HTML_FILTERS, **_manner(loader)), name, mail))


def _run(environment: BoundedEnvironment, name: str, mail: MailView) -> str:
    token = BUDGET.set(Budget())
    try:
        return environment.get_template(name).render(mail=mail)
    except BiltenError:
        raise
    except Exception as error:
        # A source may divide by zero, or give a filter a number for a text: here Python's errors are the source's.
        raise refusal(name, error, source_of=lambda where: _source(environment, where)) from error
    finally:
        BUDGET.reset(token)


@lru_cache(maxsize=_KEPT)
def _environment(is_mjml: bool, loader: BaseLoader) -> BoundedEnvironment:
    if is_mjml:
        return BoundedEnvironment(escape_html, _HTML_FILTERS, **_manner(loader))
    return BoundedEnvironment(escape_text, _TEXT_FILTERS, **_manner(loader))


def _manner(loader: BaseLoader) -> dict[str, Any]:
    return {
        "loader": loader,
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }


class _Tracing(BoundedEnvironment):
    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        if filename == OWN_HTML:
            lines = source.splitlines()
            for data in tree.find_all(nodes.TemplateData):
                data.data = marked(data.data, data.lineno, lines)
        return tree


def _source(environment: BoundedEnvironment, name: str) -> str:
    try:
        return environment.loader.get_source(environment, name)[0] if environment.loader else ""
    except TemplateNotFound:
        return ""


def _lines(value: str) -> Markup:
    """Outside text whose line breaks are meant."""
    return Markup("<br/>").join(escape_html(line) for line in value.strip().splitlines())


def _written(value: str, language: str, indent: str = "") -> Markup:
    """A paragraph of the text part, wrapped, and isolated where the language runs to the left."""
    laid_out = isolate(wrap(str(value), first=indent, rest=indent), language)
    # Staff's own words keep their merge fields; outside text loses what would begin one.
    return Markup(laid_out) if isinstance(value, Markup) else escape_text(laid_out)  # noqa: S704  see above


def _heading(value: str, language: str, rule: str) -> Markup:
    """A heading of the text part, with a rule as long as its longest line."""
    lines = wrap(" ".join(value.split()))
    longest = max(map(len, lines.split("\n")))
    return escape_text(isolate(lines, language)) + "\n" + rule * longest


def _body(value: str, language: str) -> Markup:
    text = html_to_text(value, language)
    # Staff's own words keep their merge fields, as above.
    return Markup(text) if isinstance(value, Markup) else escape_text(text)  # noqa: S704  plain text


_Filters = dict[str, Callable[..., str]]
_HTML_FILTERS: _Filters = {"lines": _lines}
_TEXT_FILTERS: _Filters = {"written": _written, "heading": _heading, "body": _body, "apart": apart}
