"""A mail as nobody in particular gets it: for previews and for the public copy.

No name: its default stands in, as for a reader whose name nobody knows. A preview may have somebody's name in it;
the links are nobody's in any case.
"""

from core.public_urls import links_of_nobody
from core.settings import Settings
from templates.merge import compile_html, compile_text


def anonymous_html(html: str, settings: Settings, *, name: str = "") -> str:
    return compile_html(html).merge({**links_of_nobody(settings), "recipient_name": name})


def anonymous_text(text: str, settings: Settings, *, name: str = "") -> str:
    return compile_text(text).merge({**links_of_nobody(settings), "recipient_name": name})
