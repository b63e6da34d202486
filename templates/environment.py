"""The first phase: Jinja in a sandbox, strict about names, with every printed value made harmless.

Two environments over one library: MJML sources (`*.mjml.j2`) and plain-text sources (`*.txt.j2`). Autoescaping is
on in both, because that is what tells template text (Markup) from outside text; what "escaping" means is the
finalizer's: html in one, merge brackets in the other.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import PurePosixPath

from jinja2 import BaseLoader, PackageLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from core.errors import BiltenError, InputRefused
from templates.mail_view import MailView
from templates.neutralise import neutral_html, neutral_text
from templates.plaintext import apart, html_to_text, isolate, wrap
from templates.sandbox import BUDGET, BoundedEnvironment, Budget


def run_template(name: str, mail: MailView, *, loader: BaseLoader | None = None) -> str:
    """The template's text for `mail`. Raises InputRefused with template and line for a defect in it, also
    for what would never come to an end or would print without measure."""
    environment = _environment(PurePosixPath(name).suffixes[-2] == ".mjml", loader)
    token = BUDGET.set(Budget())
    try:
        return environment.get_template(name).render(mail=mail)
    except BiltenError:
        raise
    except Exception as error:
        # A source may divide by zero, or give a filter a number for a text: here Python's errors are the source's.
        raise _refusal(name, error) from error
    finally:
        BUDGET.reset(token)


@lru_cache
def _environment(is_mjml: bool, loader: BaseLoader | None) -> BoundedEnvironment:
    return BoundedEnvironment(
        neutral_html if is_mjml else neutral_text,
        _HTML_FILTERS if is_mjml else _TEXT_FILTERS,
        loader=loader or PackageLoader("templates", "library"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _refusal(name: str, error: Exception) -> InputRefused:
    said = error.message if isinstance(error, TemplateError) else str(error)
    detail = said or type(error).__name__
    if isinstance(error, TemplateSyntaxError):
        return InputRefused(
            "templates-template-broken", template=error.name or name, line=error.lineno, detail=detail
        )
    return InputRefused("templates-template-broken", template=name, line=_line_of(error), detail=detail)


def _line_of(error: Exception) -> int:
    """Where in the template an error while rendering arose: Jinja maps its traceback to template lines."""
    line, step = 1, error.__traceback__
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
