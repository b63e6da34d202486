"""Pages: Jinja templates with the reader's language around them."""

import re
from functools import partial
from typing import Any

from babel import Locale
from babel.numbers import format_decimal, format_percent
from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from core.i18n import (
    Texts,
    day_of_week_and_date,
    direction,
    in_genitive,
    language_name,
    local_clock,
    local_time,
    long_date,
    month_and_year,
    short_day,
)
from core.languages import READER_LANGUAGES, STAFF_LANGUAGES
from core.public_urls import archive_json_feed_path, archive_path, archive_rss_path
from subscribers.person_fields import shown_value
from web.http.editor import editor_script
from web.http.streamed_upload import MAX_BODY_MEGABYTES

READING = ["GET", "HEAD"]
_PART = re.compile(r"(?<=[/_-])(?=\w)|(?=\.\w)")
"""Between the parts of an address or a file's name."""


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
            day_of_week_and_date=day_of_week_and_date,
            direction=direction,
            editor_script=editor_script,
            field_value=partial(shown_value, texts=texts),
            language_name=language_name,
            local_clock=local_clock,
            in_genitive=in_genitive,
            local_time=local_time,
            long_date=long_date,
            month_and_year=month_and_year,
            most_megabytes=MAX_BODY_MEGABYTES,
            number=number,
            percentage=percentage,
            reader_languages=READER_LANGUAGES,
            short_day=short_day,
            staff_languages=STAFF_LANGUAGES,
        )

        self._templates.filters["breakable"] = breakable

    def make(
        self, name: str, /, *, language: str, words_language: str = "", status: int = 200, **values: Any
    ) -> HTMLResponse:
        """The page `name` in `language`. In it, `t("key", …)` is the text of that key.

        `words_language`: where the page's own words are in another one than what it shows, because we have none in
        that; `words_lang` is what then stands in the element around them.
        """
        text_language = words_language or language
        html = self._templates.get_template(f"{name}.html.j2").render(
            language=language,
            t=partial(self.texts.text, text_language),
            words_lang=_words_lang(text_language, language),
            **values,
        )
        return HTMLResponse(html, status_code=status)


def _words_lang(text_language: str, language: str) -> Markup:
    if text_language == language.partition("-")[0]:
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(text_language, direction(text_language))


def breakable(text: str) -> Markup:
    """An address or a file's name that is wider than its place: it breaks between its parts, of an email address
    before the domain, instead of leaving its last letter on a line of its own."""
    written = str(escape(text))
    broken = written.replace("@", "@<wbr>") if "@" in written else _PART.sub("<wbr>", written)
    return Markup(broken)  # noqa: S704  escaped above


def number(value: float, language: str) -> str:
    """1.234 or 1,234, as the language has it."""
    return format_decimal(value, locale=Locale.parse(language, sep="-"))


def percentage(share: float, language: str) -> str:
    """98,7 % or 98.7%, of a share from 0 to 1."""
    locale = Locale.parse(language, sep="-")
    pattern = str(locale.percent_formats[None].pattern).replace("0", "0.0", 1)
    return format_percent(share, format=pattern, locale=locale)


def pages_router() -> APIRouter:
    """A router whose endpoints make their own responses."""
    return APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
