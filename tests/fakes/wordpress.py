"""A WordPress on this machine: its REST API as its reference describes it, with Polylang's or WPML's fields.

Shapes: https://developer.wordpress.org/rest-api/reference/posts/ and, for translations, https://polylang.pro/doc/rest-api/
and https://wordpress.org/plugins/wpml-rest-api/.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.fakes.far_site import Asked, FarSite, Reply, far_site

HOST = "kolpa.example"
JSON = {"Content-Type": "application/json; charset=UTF-8"}


@dataclass
class FakeWordPress:
    site: FarSite
    posts: dict[int, dict[str, Any]] = field(default_factory=dict)
    pages: dict[str, bytes] = field(default_factory=dict)
    """By path: what people see."""
    default_language: str = ""
    """Of WPML, which lists this one alone unless another is asked for."""
    is_closed: bool = False
    is_old: bool = False
    """It does not know `modified_after`."""

    def url(self, path: str = "/wp-json/") -> str:
        return self.site.url(HOST, path)

    def publish(self, number: int, title: str, *, at: str, sort: str = "posts", **more: Any) -> None:
        """`at`: like 2026-11-22T10:00:00, in UTC; local time is an hour later."""
        self.posts[number] = {
            "id": number,
            "type": sort,
            "date": at.replace("T1", "T2"),
            "date_gmt": at,
            "modified": at.replace("T1", "T2"),
            "modified_gmt": at,
            "guid": {"rendered": self.url(f"/?p={number}")},
            "link": self.url(f"/{title.lower().replace(' ', '-')}/"),
            "title": {"rendered": title},
            "content": {"rendered": f"\n<p>Besedilo: {title}.</p>\n", "protected": False},
            "excerpt": {"rendered": f"<p>Besedilo: {title} [&hellip;]</p>\n", "protected": False},
            "featured_media": 0,
            **more,
        }

    def edit(self, number: int, text: str, *, at: str) -> None:
        post = self.posts[number]
        post["content"], post["modified_gmt"] = {"rendered": f"<p>{text}</p>", "protected": False}, at

    def reply(self, asked: Asked) -> Reply:
        path, query = urlsplit(asked.path).path, {k: v[0] for k, v in parse_qs(urlsplit(asked.path).query).items()}
        if path in self.pages:
            return Reply(200, {"Content-Type": "text/html; charset=UTF-8"}, self.pages[path])
        if self.is_closed or not path.startswith("/wp-json/"):
            return Reply(401 if self.is_closed else 404, JSON, b'{"code":"rest_forbidden"}')
        if path == "/wp-json/":
            index = {"name": "Kolpa poro&#269;a", "namespaces": ["oembed/1.0", "wp/v2"]}
            return Reply(200, JSON, json.dumps(index).encode())
        return self._listed(path.rpartition("/")[2], query)

    def _listed(self, sort: str, query: dict[str, str]) -> Reply:
        key = "modified_gmt" if query.get("orderby") == "modified" else "date_gmt"
        after = "" if self.is_old else query.get("modified_after", "").removesuffix("Z")
        language = query.get("lang", self.default_language)
        wanted = [
            post
            for post in sorted(self.posts.values(), key=lambda post: (post[key], post["id"]))
            if post["type"] == sort and post["modified_gmt"] > after
            if not language or post.get("wpml_current_locale", language).startswith(language)
        ]
        if query.get("order", "desc") == "desc":
            wanted.reverse()
        per_page, page = int(query["per_page"]), int(query.get("page", 1))
        shown = wanted[(page - 1) * per_page : page * per_page]
        if page > 1 and not shown:
            return Reply(400, JSON, b'{"code":"rest_post_invalid_page_number"}')
        names = query.get("_fields", "").split(",") if "_fields" in query else None
        body = [{k: v for k, v in post.items() if names is None or k in names} for post in shown]
        return Reply(200, JSON, json.dumps(body).encode())


@contextmanager
def fake_wordpress() -> Iterator[FakeWordPress]:
    known: list[FakeWordPress] = []
    with far_site(lambda asked: known[0].reply(asked)) as site:  # noqa: PLW0108  # it is there by then
        known.append(FakeWordPress(site))
        yield known[0]
