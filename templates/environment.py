"""The first phase: Jinja in a sandbox, strict about names, with every printed value made harmless.

Two environments over one library: MJML sources (`*.mjml.j2`) and plain-text sources (`*.txt.j2`). Autoescaping is
on in both, because that is what tells template text (Markup) from outside text; what "escaping" means is the
finalizer's: html in one, merge brackets in the other.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import PurePosixPath

from jinja2 import BaseLoader, PackageLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from core.errors import InputRefused
from templates.mail_view import MailView
from templates.neutralise import neutral_html, neutral_text
from templates.plaintext import apart, html_to_text, isolate, wrap


def run_template(name: str, mail: MailView, *, loader: BaseLoader | None = None) -> str:
    """The template's text for `mail`. Raises InputRefused with template and line for a defect in the template."""
    environment = _environment(PurePosixPath(name).suffixes[-2] == ".mjml", loader)
    try:
        return environment.get_template(name).render(mail=mail)
    except TemplateError as error:
        raise _refusal(name, error) from error


@lru_cache
def _environment(is_mjml: bool, loader: BaseLoader | None) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=loader or PackageLoader("templates", "library"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=neutral_html if is_mjml else neutral_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(_HTML_FILTERS if is_mjml else _TEXT_FILTERS)
    return environment


def _refusal(name: str, error: TemplateError) -> InputRefused:
    if isinstance(error, TemplateSyntaxError):
        return InputRefused(
            "templates-template-broken", template=error.name or name, line=error.lineno, detail=str(error.message)
        )
    return InputRefused(
        "templates-template-broken", template=name, line=_line_of(error), detail=str(error.message)
    )


def _line_of(error: TemplateError) -> int:
    """Where in the template an error while rendering arose: Jinja maps its traceback to template lines."""
    line, step = 0, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.endswith((".j2", "<template>")):
            line = step.tb_lineno
        step = step.tb_next
    return line


def _lines(value: str) -> Markup:
    """Outside text whose line breaks are meant."""
    return Markup("<br/>").join(neutral_html(line) for line in value.strip().splitlines())


def _written(value: str, language: str, indent: str = "") -> Markup:
    """A paragraph of the text part, wrapped, and isolated where the language runs to the left."""
    laid_out = isolate(wrap(str(value), first=indent, rest=indent), language)
    # Staff's own words keep their merge fields; outside text loses what would begin one.
    return Markup(laid_out) if isinstance(value, Markup) else neutral_text(laid_out)  # noqa: S704  see above


def _heading(value: str, language: str, rule: str) -> Markup:
    """A heading of the text part, with a rule as long as its longest line."""
    lines = wrap(" ".join(value.split()))
    longest = max(map(len, lines.split("\n")))
    return neutral_text(isolate(lines, language)) + "\n" + rule * longest


def _body(value: str, language: str) -> Markup:
    return neutral_text(html_to_text(value, language))


_Filters = dict[str, Callable[..., str]]
_HTML_FILTERS: _Filters = {"lines": _lines}
_TEXT_FILTERS: _Filters = {"written": _written, "heading": _heading, "body": _body, "apart": apart}
