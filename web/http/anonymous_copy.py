"""A mail as nobody in particular gets it: for previews and for the public copy.

No name and no field: its default stands in, as for a reader of whom nobody knows anything. A preview may have
somebody's in it (`of_reader`, by the name of the merge field); the links are nobody's in any case.
"""

from collections.abc import Mapping
from types import MappingProxyType

from core.public_urls import links_of_nobody
from core.settings import Settings
from templates.merge import compile_html, compile_text

NOBODY: Mapping[str, str] = MappingProxyType({})


def anonymous_html(html: str, settings: Settings, *, of_reader: Mapping[str, str] = NOBODY) -> str:
    return compile_html(html).merge({**of_reader, **links_of_nobody(settings)})


def anonymous_text(text: str, settings: Settings, *, of_reader: Mapping[str, str] = NOBODY) -> str:
    return compile_text(text).merge({**of_reader, **links_of_nobody(settings)})
