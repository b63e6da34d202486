"""Links: whole addresses, encrypted, honest about where they lead, and named by what they lead to."""

import re
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import urlsplit

from core.loopback import is_loopback
from templates.checks.finding import Finding, a_warning, an_error
from templates.html_facts import LinkFact

SHORTENERS = frozenset(
    {
        "bit.ly", "buff.ly", "cutt.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly", "s.id",
        "shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com",
    }
)  # fmt: skip
SAYS_NOTHING = frozenset(
    {
        "click here", "here", "more", "read more", "link", "this link", "learn more",
        "klik", "kliknite", "kliknite tukaj", "klikni", "tu", "tukaj",
        "več", "preberi več", "preberite več", "povezava",
        "هنا", "اضغط هنا", "المزيد", "اقرأ المزيد",
        "اینجا", "اینجا کلیک کنید", "بیشتر", "بیشتر بخوانید",
    }
)  # fmt: skip
"""Words that name no target: a screen reader can list a mail's links, and then each of them stands alone."""

_UNSAFE = frozenset({"javascript", "vbscript", "livescript", "data", "blob", "filesystem", "file"})
"""What runs, shows what its own address says, or opens something on the reader's machine."""
_IGNORED = re.compile(r"[\x00-\x20]+")
"""What a browser takes out of an address (WHATWG URL, 4.4): line breaks anywhere, blanks at its ends."""


def check_links(links: Iterable[LinkFact], targets: Collection[str] = ()) -> Iterator[Finding]:
    """`targets`: places in the mail itself, which a link may lead to."""
    seen: set[tuple[str, str]] = set()
    for link in links:
        text = " ".join(link.text.split())
        if (link.url, text) not in seen:
            seen.add((link.url, text))
            if not link.url.startswith("#"):
                yield from _address(link.url)
            elif link.url[1:] not in targets:
                yield an_error("link-target-missing", "html", url=link.url)
            yield from _link_text(link.url, text)


def _address(url: str) -> Iterator[Finding]:
    if url.startswith("[["):
        return
    if _IGNORED.sub("", url).partition(":")[0].lower() in _UNSAFE:
        yield an_error("link-unsafe", "html", url=url)
        return
    scheme, host = _scheme_and_host(url)
    if scheme in ("mailto", "tel", "sms") and host:
        return
    if scheme not in ("http", "https") or not host:
        yield an_error("link-relative", "html", url=url)
    elif scheme == "http" and not is_loopback(url):
        yield an_error("link-insecure", "html", url=url)
    if host.removeprefix("www.") in SHORTENERS:
        yield a_warning("link-shortened", "html", url=url, host=host)


def _link_text(url: str, text: str) -> Iterator[Finding]:
    if not text:
        yield an_error("link-without-words", "html", url=url)
    elif text.casefold().strip(" .…:→›»") in SAYS_NOTHING:
        yield a_warning("link-says-nothing", "html", url=url, words=text)
    shown, leads_to = _host_in(text), _scheme_and_host(url)[1]
    if shown and leads_to and _site(shown) != _site(leads_to):
        yield a_warning("link-leads-elsewhere", "html", url=url, shown=shown)


def _host_in(text: str) -> str:
    """The host that the words show, where they are an address."""
    if " " in text or not text.lower().startswith(("http://", "https://", "www.")):
        return ""
    return _scheme_and_host(text if "://" in text else f"https://{text}")[1]


def _site(host: str) -> str:
    return host.removeprefix("www.")


def _scheme_and_host(url: str) -> tuple[str, str]:
    """For mailto, tel and sms, what stands after the colon is where they lead."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "", ""
    return parts.scheme, parts.path if parts.scheme in ("mailto", "tel", "sms") else host
