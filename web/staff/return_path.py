"""Return path: where somebody who has to sign in first goes on afterwards: the page, or the form that was sent.

It stands in an address, where anybody may have written it: only a page of ours is led to (an open redirect would
be an invitation to send people elsewhere), and only to look at.
"""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Request

HOME = "/campaigns"
SECOND_FACTOR = "/account/second-factor"
PROOF_QUESTION = f"{SECOND_FACTOR}/question"
PROOF_ELSEWHERE = f"{SECOND_FACTOR}/single-sign-on"
"""At the identity provider."""
NEW_PASSKEY_QUESTION = f"{SECOND_FACTOR}/new-passkey/question"
_OUR_PAGES = re.compile(
    "|".join(
        (
            r"/news(/library(/[0-9]{1,18}/delete)?|/new(/[a-z_]{1,30})?|/[0-9]{1,18}(/edit|/versions)?)?",
            "/settings",
            "/first-steps/(brand|list|sender)",
            r"/new-list|/lists(/[a-z0-9-]{1,60}(/still-wanted)?)?",
            r"/new-welcome|/welcome(/[0-9]{1,18})?",
            r"/new-segment|/segments(/[0-9]{1,18})?",
            r"/new-topic|/topics(/[a-z0-9-]{1,60})?",
            r"/new-field|/fields(/[a-z0-9_]{1,40})?",
            r"/new-import/[a-z0-9-]{1,60}|/imports/[0-9]{1,18}",
            r"/new-sender(/[a-z]{1,30})?|/senders(/[0-9]{1,18})?",
            r"/new-automation|/automations(/[0-9]{1,18})?",
            "/reader-search",
            r"/subscribers(/[0-9]{1,18}(/merge(/[0-9]{1,18})?|/[a-z-]{1,30})?)?",
            "/folders|/new-folder",
            r"/new-colleague|/colleagues(/[0-9]{1,18})?",
            "/account(/second-factor)?|/audit|/inbox|/exports|/reports|/clicks|/retention",
            r"/data-protection(/register/[a-z]{2,3}(/sheet)?)?",
            r"/new-digest|/digests(/[0-9]{1,18})?",
            r"/new-source|/sources(/[0-9]{1,18})?",
            "/brand",
            r"/templates(/new/[a-z_]{1,30}|/[a-z0-9@-]{1,70})?",
            r"/campaigns/new(/[a-z_]{1,30}(/readers)?)?",
            r"/campaigns(/[0-9]{1,18}(/audience|/report|/deliveries(/[0-9]{1,18})?|/compose(/news|/versions)?)?)?",
            r"/campaigns/[0-9]{1,18}/clicks/[a-z]{2,3}",
        )
    )
)
_BLOCK_FORM = re.compile("/campaign-blocks/(?P<campaign>[0-9]{1,18})/(?P<block>[0-9]{1,18})")
_OPENED = {"block": re.compile("[0-9]{1,18}"), "words": re.compile("[a-z]{2,3}")}
"""What a page may be asked to open: a form of the composer."""


def sign_in_path(request: Request) -> str:
    """Where to sign in and come back from."""
    place = return_path(request)
    return f"/sign-in?{urlencode({'next': place})}" if place != HOME else "/sign-in"


def return_path(request: Request) -> str:
    """The page that was asked for, or the one on which the form stood that was sent."""
    place = _place(request.scope["path"], request.url.query)
    if request.method not in ("GET", "HEAD"):
        # Our pages say where they are to this server alone (Referrer-Policy); of any other, only the path is read.
        form = urlsplit(request.headers.get("referer", ""))
        place = _place(form.path, form.query) or place or _page_of(request.scope["path"])
    return place or HOME


def _page_of(path: str) -> str:
    """Where the form stands that is sent to this path: a page that refuses what is in it has the path itself."""
    if block := _BLOCK_FORM.fullmatch(path):
        return f"/campaigns/{block['campaign']}/compose?block={block['block']}"
    above = path
    for _ in range(path.count("/") - 1):
        above = above.rpartition("/")[0]
        if place := _place(above, ""):
            return place
    return ""


def where_next(place: str) -> str:
    path, _, query = place.partition("?")
    return _place(path, query) or HOME


def _place(path: str, query: str) -> str:
    """Empty where it is no page of ours."""
    if not _OUR_PAGES.fullmatch(path):
        return ""
    opened = list(_opened(parse_qsl(query[:200])))
    return f"{path}?{urlencode(opened)}" if opened else path


def _opened(asked: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((name, value) for name, value in asked if name in _OPENED and _OPENED[name].fullmatch(value))
