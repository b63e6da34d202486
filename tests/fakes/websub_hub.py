"""A hub (WebSub) on this machine, over https: it takes requests as it is told, and comes back when told to."""

import hmac
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import httpx

from tests.fakes.far_site import Asked, FarSite, Reply, far_site

HUB = "hub.example"
Form = dict[str, str]


def form_of(asked: Asked) -> Form:
    return {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}


@dataclass
class FakeHub:
    site: FarSite = field(default_factory=FarSite)
    reply: Reply = field(default_factory=lambda: Reply(202))
    meanwhile: Callable[[Form], None] = lambda _: None
    """What it does before it answers a request."""

    @property
    def url(self) -> str:
        return self.site.url(HUB, "/", scheme="https")

    @property
    def forms(self) -> list[Form]:
        return [form_of(asked) for asked in self.site.asked if asked.method == "POST"]

    def verify(self, to: httpx.Client, form: Form, **other: str) -> httpx.Response:
        """`other`: what it says instead of what it was asked for; without `hub.`."""
        query = {
            "mode": form["hub.mode"],
            "topic": form["hub.topic"],
            "challenge": "c<b>",
            "lease_seconds": "864000",
        }
        return to.get(
            urlsplit(form["hub.callback"]).path,
            params={f"hub.{name}": text for name, text in (query | other).items()},
        )

    def publish(
        self,
        to: httpx.Client,
        form: Form,
        body: bytes = b"news",
        method: str = "sha256",
        signature: str | None = None,
    ) -> httpx.Response:
        signed = f"{method}={hmac.digest(form['hub.secret'].encode(), body, method).hex()}"
        headers = {"X-Hub-Signature": signed if signature is None else signature}
        return to.post(urlsplit(form["hub.callback"]).path, content=body, headers=headers)


@contextmanager
def fake_hub(tls: ssl.SSLContext) -> Iterator[FakeHub]:
    hub = FakeHub()

    def answer(asked: Asked) -> Reply:
        if asked.method == "POST":
            hub.meanwhile(form_of(asked))
        return hub.reply

    with far_site(answer, tls=tls) as site:
        hub.site = site
        yield hub
