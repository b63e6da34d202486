"""Somebody else's website on this machine, shaped as content management systems shape theirs, and who reads it."""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from core.outbound import OutboundClient
from core.public_addresses import IPAddress, is_public
from tests.fakes.dns import HERE, FakeDns
from tests.fakes.far_site import Asked, FarSite, Reply, far_site
from tests.news.making import a_picture, a_written_pdf

HOST = "kolpa.example"
PAGES = Path(__file__).parent.parent / "news" / "cases" / "pages"
HTML: dict[str, str] = {"Content-Type": "text/html"}


def page(name: str) -> bytes:
    """One of `tests/news/cases/pages`, in the encoding that it names."""
    source = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    return source.encode("windows-1250" if "charset=windows-1250" in source else "utf-8")


@dataclass
class ForeignSite:
    site: FarSite
    replies: dict[str, Reply] = field(default_factory=dict)
    scheme: str = "http"

    def url(self, path: str) -> str:
        return self.site.url(HOST, path, scheme=self.scheme)

    def has(self, path: str, body: bytes, headers: Mapping[str, str] = HTML, status: int = 200) -> str:
        """The page's own links lead to this site, at its port."""
        here = self.url("").encode()
        self.replies[path] = Reply(status, headers, body.replace(f"http://{HOST}".encode(), here))
        return self.url(path)

    def has_files(self) -> None:
        self.replies["/wp-content/uploads/2024/06/coln.png"] = Reply(
            200, {"Content-Type": "image/png"}, a_picture()
        )
        pdf = Reply(200, {"Content-Type": "application/pdf"}, a_written_pdf("The report"))
        self.replies["/wp-content/uploads/2024/06/porocilo.pdf"] = pdf


@contextmanager
def foreign_site(tls: ssl.SSLContext | None = None) -> Iterator[ForeignSite]:
    replies: dict[str, Reply] = {}

    def reply(asked: Asked) -> Reply:
        return replies.get(asked.path, Reply(404))

    with far_site(reply, tls=tls) as site:
        yield ForeignSite(site, replies, "https" if tls else "http")


def reads_this_machine(dns: FakeDns | None = None, trust: ssl.SSLContext | None = None) -> OutboundClient:
    """As from outside: only what the site is, on whatever port, and nothing else that is inner."""
    return OutboundClient(dns=dns or FakeDns({HOST: HERE}), may_connect=_is_site, any_port=True, trust=trust)


def _is_site(address: IPAddress) -> bool:
    return is_public(address) or str(address) == "127.0.0.1"
