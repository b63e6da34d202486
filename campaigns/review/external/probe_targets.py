"""What there is to ask the world about a campaign: pure, so that a look and its findings mean the same things."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urldefrag, urlsplit

from campaigns.review.external.tables import ProbeKind
from core.errors import Param
from delivery.tables import Sender
from templates.content import RenderedMail
from templates.html_facts import read_html


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: the key of its text, and the values that belong to what was seen."""

    code: str
    params: dict[str, Param] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {"code": self.code, "params": self.params}


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A link's or an image's target that is the same for every reader."""

    kind: ProbeKind
    url: str

    @property
    def key(self) -> str:
        return key_of(self.url)


def key_of(*subject: str) -> str:
    return hashlib.sha256("\0".join(subject).encode()).hexdigest()


def domain_key(sender: Sender) -> str:
    return key_of(sender.domain, sender.provider)


def mail_key(sender: Sender, mail: RenderedMail) -> str:
    """Other words, or another sender, are another mail."""
    return key_of(sender.from_name, sender.from_address, mail.subject, mail.html, mail.text)


def web_addresses(html: str, *, public_url: str) -> list[WebAddress]:
    """Those on the web that are not our own, each once. A reader's own links are never among them: whoever asks
    for one leaves in that reader's name."""
    facts = read_html(html)
    addresses = [*_of(ProbeKind.LINK, facts.links, public_url), *_of(ProbeKind.IMAGE, facts.images, public_url)]
    return list(dict.fromkeys(addresses))


def _of(kind: ProbeKind, urls: Iterable[str], public_url: str) -> Iterator[WebAddress]:
    for written in urls:
        url = urldefrag(written.strip())[0]
        if "[[" not in url and _is_on_the_web(url) and not _is_ours(url, public_url):
            yield WebAddress(kind, url)


def _is_on_the_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _is_ours(url: str, public_url: str) -> bool:
    """What Bilten serves itself is seen in its database, and a development server is on an inner address."""
    return url == public_url or url.startswith((f"{public_url}/", f"{public_url}?"))
