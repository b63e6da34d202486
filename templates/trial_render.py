"""Draw a look with the example mails, in every reader language, before anybody writes with it. Pure."""

from dataclasses import dataclass, replace

from core.errors import InputRefused
from core.languages import READER_LANGUAGES
from templates.check import Finding, check_rendered
from templates.content import BrandView, Document, RenderedMail, TemplateSources
from templates.environment import OWN_HTML
from templates.examples import PictureUrl, example
from templates.render import origin_of, render


@dataclass(frozen=True)
class ExampleContext:
    """Whose mails the examples are, and where their pictures lie."""

    brand: BrandView
    site: str
    picture: PictureUrl


def trial_render(sources: TemplateSources, kind: str, *, example_context: ExampleContext) -> list[Finding]:
    """What is wrong in the example mails of that kind; what is wrong in the examples themselves is not said.

    Raises InputRefused with line and column where one cannot be rendered at all, would load something from another
    host, or has a link that runs something.
    """
    findings: list[Finding] = []
    for language in READER_LANGUAGES:
        document, rendered = draw(sources, kind, language, example_context=example_context)
        drawn_findings = check_rendered(document, rendered)
        for unsafe in filter(_is_unsafe, drawn_findings):
            line, column = origin_of(document, str(unsafe.params["url"]))
            raise InputRefused(
                unsafe.code, **unsafe.params | {"template": OWN_HTML, "line": line, "column": column}
            )
        already = check_rendered(document, render(replace(document, sources=None))) if drawn_findings else []
        findings += [finding for finding in drawn_findings if finding not in already]
    return findings


def _is_unsafe(finding: Finding) -> bool:
    return finding.code in ("templates-check-foreign-load", "templates-check-link-unsafe")


def draw(
    sources: TemplateSources | None, kind: str, language: str, *, example_context: ExampleContext
) -> tuple[Document, RenderedMail]:
    """That kind's example in a reader language, as the library has it without `sources`. Raises InputRefused."""
    document = replace(
        example(
            kind, language, brand=example_context.brand, site=example_context.site, picture=example_context.picture
        ),
        sources=sources,
    )
    return document, render(document)
