"""The one renderer: preview, test mail and real campaign go through here."""

import re
from functools import lru_cache

from core.errors import InputRefused
from core.i18n import Texts
from core.write_guard import refuse_in_write
from templates.content import Document, RenderedMail, TemplateSources
from templates.designs import check_fits
from templates.environment import OWN_HTML, OWN_TEXT, own_loader, run_template, trace_template
from templates.escape import on_one_line
from templates.mail_view import MailView, mail_view
from templates.merge import OF_CAMPAIGNS, compile_html, compile_text, custom_field, custom_words
from templates.mjml import compile_mjml


def render(document: Document) -> RenderedMail:
    """The mail with its merge fields still in it. Raises InputRefused; then nothing half-made is left."""
    refuse_in_write("rendering a mail")
    check_fits(
        document.template,
        [item.kind for item in document.items],
        has_other_blocks=len(document.items) < len(document.blocks),
    )
    mail = mail_view(document, reader_texts())
    rendered = RenderedMail(
        subject=on_one_line(document.subject),
        preheader=on_one_line(document.preheader),
        html=render_html(document.template, mail, sources=document.sources),
        text=render_text(document.template, mail, sources=document.sources),
    )
    check_fields(rendered, OF_CAMPAIGNS)
    return rendered


def render_html(template: str, mail: MailView, *, sources: TemplateSources | None = None) -> str:
    if sources is None:
        return compile_mjml(run_template(f"{template}.mjml.j2", mail))
    loader = own_loader(sources)
    try:
        return compile_mjml(run_template(OWN_HTML, mail, loader=loader))
    except InputRefused as refused:
        if not refused.code.startswith("templates-mjml-"):
            raise
        made = trace_template(OWN_HTML, mail, loader=loader)
        line, column = made.origin(int(refused.params["line"]), int(refused.params["column"]))
        raise InputRefused(refused.code, **{**refused.params, "line": line, "column": column}) from refused


def origin_of(document: Document, written: str) -> tuple[int, int]:
    """Line and column, from 1, in the document's own html source of where these words come from; its beginning
    where they are put together, and of the library's."""
    if document.sources is None:
        return 1, 1
    made = trace_template(OWN_HTML, mail_view(document, reader_texts()), loader=own_loader(document.sources))
    return made.origin_of(written)


def render_text(template: str, mail: MailView, *, sources: TemplateSources | None = None) -> str:
    """The text part, with no more than one empty line in a row and none at its ends."""
    if sources is None:
        text = run_template(f"{template}.txt.j2", mail)
    else:
        text = run_template(OWN_TEXT, mail, loader=own_loader(sources))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip() + "\n"


def check_fields(rendered: RenderedMail, supplied: frozenset[str]) -> None:
    """`supplied` are the fields that a mail of this kind has values for. Raises InputRefused for any other, before
    anybody's copy is made."""
    plain = [compile_text(text) for text in (rendered.subject, rendered.preheader, rendered.text)]
    for compiled in (*plain, compile_html(rendered.html)):
        custom = (
            {custom_field(word) for word in custom_words(compiled.fields)} if supplied >= OF_CAMPAIGNS else set()
        )
        for name in sorted(compiled.fields - supplied - custom):
            raise InputRefused("templates-field-unknown", field=name, known=", ".join(sorted(supplied)))


@lru_cache
def reader_texts() -> Texts:
    return Texts(["templates"])
