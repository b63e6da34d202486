"""The one renderer: preview, test mail and real campaign go through here."""

import re
from functools import lru_cache

from core.i18n import Texts
from templates.content import Document, Rendered
from templates.designs import check_fits
from templates.environment import run_template
from templates.mail_view import MailView, mail_view
from templates.merge import compile_html, compile_text
from templates.mjml import compile_mjml
from templates.neutralise import on_one_line


def render(document: Document) -> Rendered:
    """The mail with its merge fields still in it. Raises InputRefused; then nothing half-made is left."""
    check_fits(document.template, [block.kind for block in document.blocks])
    mail = mail_view(document, reader_texts())
    rendered = Rendered(
        subject=on_one_line(document.subject),
        preheader=on_one_line(document.preheader),
        html=render_html(document.template, mail),
        text=render_text(document.template, mail),
    )
    check_fields(rendered)
    return rendered


def render_html(template: str, mail: MailView) -> str:
    return compile_mjml(run_template(f"{template}.mjml.j2", mail))


def render_text(template: str, mail: MailView) -> str:
    """The text part, with no more than one empty line in a row and none at its ends."""
    text = run_template(f"{template}.txt.j2", mail)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip() + "\n"


def check_fields(rendered: Rendered) -> None:
    """Raises InputRefused for a merge field that nobody knows, before anybody's copy is made."""
    for text in (rendered.subject, rendered.preheader, rendered.text):
        compile_text(text)
    compile_html(rendered.html)


@lru_cache
def reader_texts() -> Texts:
    return Texts(["templates"])
