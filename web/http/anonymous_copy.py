"""A mail as nobody in particular gets it: for previews and for the public copy.

No name: its default stands in, as for a reader whose name nobody knows.
"""

from core.public_urls import links_of_nobody
from core.settings import Settings
from templates.merge import compile_html, compile_text


def anonymous_html(html: str, settings: Settings) -> str:
    return compile_html(html).merge(links_of_nobody(settings))


def anonymous_text(text: str, settings: Settings) -> str:
    return compile_text(text).merge(links_of_nobody(settings))
