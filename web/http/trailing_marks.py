"""Trailing marks: an address that a mail program has run together with what stands after it is the same without.

A full stop, a comma, a bracket or a quotation mark at the end of a link belongs to the sentence around it, and no
address of ours ends with one, nor with a slash. It is answered where it was asked: a redirect would repeat the
reader's token in an address that begins with http:// behind a proxy that ends TLS, and would turn the POST of a
mail program (RFC 8058) into nothing.

A reader's token ends where a character follows that no token of ours has: a counter that a program appends
(`&fbclid=…`), an entity (`&gt;`), the `=` of a line that quoted-printable broke, a Chinese full stop, a word.
"""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from core.public_urls import (
    ASSET,
    CHANGE_ADDRESS,
    CONFIRM,
    INVITATION,
    PREFERENCES,
    REFUSE_ADDRESS,
    UNSUBSCRIBE,
    WEB_VERSION,
)
from core.signing import SIGNATURE_LENGTH

MARKS = "/.,;:!?…()[]{}<>'\"’‘”“„»«*`|\\ \t\r\n\u00a0\u200b\u200e\u200f،؛؟"

_BY_CHECKSUM = ASSET.partition("{")[0]
"""Nobody types or clicks these, and each has one name."""
_WITH_TOKEN = tuple(
    path.partition("{")[0]
    for path in (
        UNSUBSCRIBE,
        PREFERENCES,
        CONFIRM,
        INVITATION,
        WEB_VERSION,
        CHANGE_ADDRESS,
        REFUSE_ADDRESS,
    )
)
_NO_TOKEN = re.compile(r"[^A-Za-z0-9_.\-/].*", re.DOTALL)
"""From the first character that is in no token (`core.signing`, base64url with points), nor in the path of one."""

_AFTER_SIGNATURE = re.compile(rf"(\.[A-Za-z0-9_-]{{{SIGNATURE_LENGTH}}})[A-Za-z0-9_.-]+")
"""A dash, an underscore or a word, which could stand in a token, but not behind its signature."""

_SIGNED = re.compile(rf"\.[A-Za-z0-9_-]{{{SIGNATURE_LENGTH}}}(?![A-Za-z0-9_.-])")
_WRAPPED = re.compile(r"=?[ \t\r\n]+[> ]*")
"""Where a mail program began a new line within the address, and whoever copied it took that along; in a reply with
its `>`, in quoted-printable after a `=`."""


def without_marks(address: str) -> str:
    """A path, or a value at the end of an address, decoded."""
    return address.rstrip(MARKS)


def token_alone(text: str) -> str:
    """A token, or a path that ends with one, without whatever it was run together with or broken by."""
    alone = _before_what_follows(text)
    if _SIGNED.search(alone):
        return alone
    joined = _before_what_follows(_WRAPPED.sub("", text))
    return joined if _SIGNED.search(joined) else alone


def _before_what_follows(text: str) -> str:
    return without_marks(_AFTER_SIGNATURE.sub(r"\1", _NO_TOKEN.sub("", text)))


class TrailingMarksMiddleware:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] == "http" and not path.startswith(_BY_CHECKSUM):
            cut = without_marks(path)
            if path.startswith(_WITH_TOKEN) and f"{token_alone(path)}/" not in _WITH_TOKEN:
                cut = token_alone(path)
            # In place: the log reads from this scope which route it was.
            scope["path"] = cut or "/"
        await self.app(scope, receive, send)
