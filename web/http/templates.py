"""Pages: Jinja templates with the reader's language around them."""

from functools import partial
from typing import Any

from babel import Locale
from babel.numbers import format_decimal
from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from core.i18n import Texts, direction, language_name, local_time
from core.languages import READER_LANGUAGES, STAFF_LANGUAGES
from core.public_urls import archive_json_feed_path, archive_path, archive_rss_path

READING = ["GET", "HEAD"]


class Pages:
    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._templates = Environment(
            loader=PackageLoader("web", "pages"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(
            archive_json_feed_path=archive_json_feed_path,
            archive_path=archive_path,
            archive_rss_path=archive_rss_path,
            direction=direction,
            language_name=language_name,
            local_time=local_time,
            number=number,
            reader_languages=READER_LANGUAGES,
            staff_languages=STAFF_LANGUAGES,
        )

    def make(self, name: str, /, *, language: str, status: int = 200, **values: Any) -> HTMLResponse:
        """The page `name` in `language`. In it, `t("key", …)` is the text of that key."""
        html = self._templates.get_template(f"{name}.html.j2").render(
            language=language, t=partial(self.texts.text, language), **values
        )
        return HTMLResponse(html, status_code=status)


def number(value: int, language: str) -> str:
    """1.234 or 1,234, as the language has it."""
    return format_decimal(value, locale=Locale.parse(language, sep="-"))


def pages_router() -> APIRouter:
    """A router whose endpoints make their own responses."""
    return APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
