"""A website sends its news by itself: with its token, kept before it is answered, once whatever is sent twice."""

import json
import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from sqlmodel import Session, select, update

from campaigns.sending.job_context import JobContext
from campaigns.services import build_services
from core.db import Database
from core.public_urls import NEWS_WEBHOOK
from core.settings import Settings
from news.feeds import save_reading
from news.feeds.tables import Feed, FeedEntry, FeedPost
from news.feeds.webhook import keep_post
from news.tables import NewsText
from scheduler.jobs import read_websites
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.web.browser import browser
from tests.web.test_campaign_pages import world
from tests.web.test_source_pages import boris, polled, post
from web.app import create_app

__all__ = ["boris", "world"]

pytestmark = on_sqlite

NEWS = {"id": "1", "title": "Obleganje", "html": "<p>Šeststo ljudi.</p><script>x</script>", "language": "sl"}


def token_of(page: httpx.Response) -> str:
    (token,) = set(re.findall(r"bilten-news-[\w-]{43}", page.text))
    return str(token)


@pytest.fixture
def token(boris: httpx.Client) -> str:
    return token_of(post(boris, "/new-source/webhook", name="Kolpa"))


def send(client: httpx.Client, token: str, body: Any) -> httpx.Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(NEWS_WEBHOOK, content=content, headers={"Authorization": f"Bearer {token}"})


def poll(world: World, database: Database) -> list[NewsText]:
    world.clock.advance(seconds=10)
    polled(world.settings, database, world.clock)
    with database.read() as session:
        feed_texts = select(NewsText).join(FeedEntry, FeedEntry.item_id == NewsText.item_id)  # type: ignore[arg-type]  # columns
        return list({text.id: text for text in session.exec(feed_texts)}.values())


def test_what_is_sent_is_in_the_inbox_at_the_next_look_and_once(
    boris: httpx.Client, token: str, world: World, database: Database
) -> None:
    assert [send(boris, token, NEWS).status_code for _ in range(3)] == [202, 202, 202]
    (text,) = poll(world, database)
    assert (text.title, text.language, text.body_html) == ("Obleganje", "sl", "<p>Šeststo ljudi.</p>")
    assert "Obleganje" in boris.get("/inbox").text
    with database.read() as session:
        assert session.exec(select(FeedPost)).all() == []
    send(boris, token, NEWS | {"html": "<p>Šeststo ljudi in otroci.</p>"})
    (text,) = poll(world, database)
    assert "otroci" in text.body_html
    send(
        boris,
        token,
        {"id": "2", "title": "The siege", "html": "<p>600.</p>", "language": "en", "translations": ["1"]},
    )
    texts = poll(world, database)
    assert {(each.item_id, each.language) for each in texts} == {(text.item_id, "sl"), (text.item_id, "en")}
    send(boris, token, {"id": "1", "deleted": True})
    assert {each.language: bool(each.missing_since) for each in poll(world, database)} == {"sl": True, "en": False}


def test_the_job_that_reads_it_is_called_for_with_it(
    boris: httpx.Client, token: str, settings: Settings, world: World, database: Database
) -> None:
    """In the transaction that keeps it, so that neither is there without the other."""
    woken: list[Callable[[JobContext], None]] = []

    def wake(session: Session, job: Callable[[JobContext], None]) -> None:
        assert len(session.exec(select(FeedPost)).all()) == 1
        woken.append(job)

    with browser(create_app(build_services(settings, database, world.clock), wake=wake)) as plug_in:
        assert send(plug_in, token, NEWS).status_code == 202
        assert send(plug_in, "wrong", NEWS).status_code == 401
    assert woken == [read_websites]


def test_only_the_present_token_of_a_source_that_is_read_is_good(
    boris: httpx.Client, token: str, database: Database
) -> None:
    assert "bilten-news" not in boris.get("/sources/1").text
    with database.read() as session:
        assert token not in repr(session.get_one(Feed, 1).model_dump())
    for wrong in ("", "x", token[:-1], f"{token}x", "bilten-news-ž"):
        answer = boris.post(NEWS_WEBHOOK, json=NEWS, headers={b"Authorization": f"Bearer {wrong}".encode()})
        assert (answer.status_code, answer.headers.get("www-authenticate")) == (401, "Bearer")
    assert boris.post(NEWS_WEBHOOK, json=NEWS, headers={"Authorization": f"Basic {token}"}).status_code == 401
    renewed = token_of(post(boris, "/sources/1/token"))
    assert (send(boris, token, NEWS).status_code, send(boris, renewed, NEWS).status_code) == (401, 202)
    post(boris, "/sources/1/stop")
    assert send(boris, renewed, NEWS).status_code == 401


def test_what_is_no_publication_is_refused_with_the_field_that_is_wrong(
    boris: httpx.Client, token: str, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = {
        b"{": "JSON",
        b"[]": "JSON",
        b'{"title": "x"}': "id",
        b'{"id": "1", "image": {"alt": "x"}}': "image.url",
    }
    for body, field in wrong.items():
        answer = send(boris, token, body)
        assert (answer.status_code, field in answer.text) == (422, True)
    assert send(boris, token, NEWS | {"html": "x" * 1_000_001}).status_code == 413
    monkeypatch.setattr(keep_post, "MOST_WAITING", 1)
    assert [send(boris, token, NEWS | {"id": number}).status_code for number in "12"] == [202, 429]
    assert post(boris, "/new-source/webhook", name="Kolpa").status_code == 409
    assert post(boris, "/new-source/webhook", name=" ").status_code == 422


def test_who_is_turned_away_waits_for_nobody_who_writes(
    boris: httpx.Client, token: str, database: Database
) -> None:
    with database.write() as session:
        session.execute(update(Feed).values(title="locked"))
        assert send(boris, "bilten-news-of-nobody", NEWS).status_code == 401
        assert send(boris, token, b"no JSON").status_code == 422


def test_whoever_is_killed_while_reading_loses_nothing_that_was_sent(
    boris: httpx.Client, token: str, world: World, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(23):
        send(boris, token, NEWS | {"id": str(number), "title": f"Novica {number}"})

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(save_reading, "_mark_gone", killed)
        with pytest.raises(KeyboardInterrupt):
            poll(world, database)
    world.clock.advance(minutes=6)
    assert len(poll(world, database)) == 20
    world.clock.advance(minutes=1)
    assert len(poll(world, database)) == 23
