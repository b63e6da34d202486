"""Two ways in which a website says that it has published: it posts the text, or its hub says so (WebSub)."""

import hmac
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import update
from sqlmodel import select

from campaigns.feeds.connect_feed import FeedRequest, connect_feed
from campaigns.feeds.connect_webhook import connect_webhook
from campaigns.feeds.feed_intake import feed_intake
from campaigns.sending.job_context import JobContext
from core.clock import SystemClock
from core.outbound import OutboundClient
from kinds.registry import NewsKind
from news.feeds.tables import Feed, FeedHub
from news.feeds.webhook.keep_post import receive_post
from news.feeds.websub.ask_hub import HubCredentials
from news.feeds.websub.receive_ping import HubMessage, receive_ping
from scheduler.jobs import read_websites
from staff.principal import OPERATOR
from tests.fakes.dns import HERE, FakeDns
from tests.fakes.far_site import certificate_for
from tests.news.feeds.shapes import rss
from tests.web.foreign_site import HOST, foreign_site, reads_this_machine

Wake = Callable[..., None]
Publisher = Callable[[int, Wake], None]
"""Publishes the article of that number, and says so."""
ARTICLES = (
    ("Obleganje, deseti dan", "Six hundred people are missing, and nobody says who answers for it."),
    ("Odprto pismo ministru", "We demand an inquiry at once, and that the minister answers our letter."),
    ("Nova pot čez Kolpo", "Volunteers have cooked a warm meal for all who came across the river."),
)


@contextmanager
def posting_site(context: JobContext, folder: Path) -> Iterator[tuple[Publisher, OutboundClient | None]]:
    database = context.database
    with database.write() as session:
        request = FeedRequest("Website", language="en")
        token = connect_webhook(session, request, actor=OPERATOR, now=context.clock.now())[1]

    def publish(number: int, wake: Wake) -> None:
        title, text = ARTICLES[number]
        article = {"id": str(number), "title": title, "html": f"<p>{text}</p>", "language": "en"}
        call = partial(wake, job=read_websites)
        receive_post(database, token, json.dumps(article).encode(), wake=call, now=SystemClock().now())

    yield publish, context.feeds


@contextmanager
def site_with_hub(context: JobContext, folder: Path) -> Iterator[tuple[Publisher, OutboundClient]]:
    shows, trusts = certificate_for(HOST, folder)
    outbound = reads_this_machine(FakeDns({HOST: HERE}), trusts)
    with foreign_site(shows) as site:

        def show(articles: list[tuple[str, str]]) -> None:
            items = (f"<title>{title}</title><link>/{title}</link><description>{text}</description>"
                     for title, text in articles)  # fmt: skip
            hub = '<atom:link rel="hub" href="https://hub.example/"/>'
            feed = rss("</item><item>".join(items)).replace("<item>", f"{hub}<item>", 1)
            site.has("/feed", feed.encode(), {})

        earlier = ("Pred tem", "This was there before.")
        show([earlier])
        intake, request = feed_intake(context.services, outbound), FeedRequest("Website", NewsKind.STATEMENT, "en")
        connect_feed(intake, site.url("/feed"), request, actor=OPERATOR, now=context.clock.now())
        with context.database.read() as session:
            hub = session.exec(select(FeedHub)).one()
        secret = HubCredentials(context.settings.public_url, context.services.signer).secret(hub.token)
        signature = f"sha256={hmac.digest(secret.encode(), b'', 'sha256').hex()}"
        published = [earlier]

        def publish(number: int, wake: Wake) -> None:
            published.insert(0, ARTICLES[number])
            show(published)
            _forget_the_last_message(context)
            message, call = HubMessage(hub.token, b"", signature), partial(wake, job=read_websites)
            assert receive_ping(context.database, message, secret, wake=call, now=SystemClock().now())

        yield publish, outbound


def _forget_the_last_message(context: JobContext) -> None:
    """As if half a minute had gone by: a hub has a feed read no oftener."""
    with context.database.write() as session:
        session.execute(update(Feed).values(told_at=None))


PUBLISHERS: dict[str, Any] = {"post": posting_site, "hub": site_with_hub}
