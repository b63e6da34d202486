"""How long the server takes for each page of staff, and how much it sends, in a newsroom of some years.

Run as a process: an order in JSON on stdin; milliseconds and bytes by page in JSON on stdout. The application is
asked in this process, and what is measured is processor time: no network, and nobody else, is in it. The median of
some requests, after one that is not counted.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from campaigns.services import build_services
from core.db import Database
from core.logging import configure_logging
from tests.bench.newsroom import Newsroom, make_newsroom
from tests.bench.settings import settings_for
from tests.web.browser import browser
from tests.web.conftest import give_passwords
from tests.web.test_sign_in import form_token_on, sign_in
from web.app import create_app

KEYSTROKE = "a keystroke in the composer, until its preview"
Order = dict[str, Any]
Measured = dict[str, dict[str, float]]


def pages_of(newsroom: Newsroom) -> dict[str, str]:
    """By what the row is called."""
    return {
        "Today": "/campaigns",
        "News": "/news",
        "a search in news": "/news?q=number+5123",
        "a news item": "/news/1001",
        "older campaigns": f"/campaigns?before={newsroom.bulletin - 500}",
        "a campaign in review": f"/campaigns/{newsroom.waiting}",
        "the composer, ten items": f"/campaigns/{newsroom.bulletin}/compose",
        "its audience": f"/campaigns/{newsroom.bulletin}/audience",
        "a report": f"/campaigns/{newsroom.sent}/report",
        "its deliveries": f"/campaigns/{newsroom.sent}/deliveries",
        "Lists": "/lists",
        "a list": "/lists/bulletin",
        "Clicks": "/clicks",
    }


def measure(order: Order) -> Measured:
    database = Database(order["database_url"])
    settings = settings_for(order["database_url"], Path(order["folder"]), order["far_side"])
    newsroom = make_newsroom(
        database, settings, items=order["items"], campaigns=order["campaigns"], readers=order["readers"]
    )
    give_passwords(database, language="en")
    results: Measured = {}
    with browser(create_app(build_services(settings, database, newsroom.world.clock))) as client:
        sign_in(client, "ana@example.org")
        for name, path in pages_of(newsroom).items():
            results[name] = _median_of(partial(client.get, path), order["times"])
        results[KEYSTROKE] = _median_of(_typing(client, newsroom.bulletin), order["times"])
    database.dispose()
    return results


def _typing(client: httpx.Client, campaign_id: int) -> Callable[[], httpx.Response]:
    """Each call is what the composer sends while somebody types the subject; the answer brings the new preview."""
    token, letters = form_token_on(client.get(f"/campaigns/{campaign_id}/compose")), count(1)

    def type_one() -> httpx.Response:
        fields = {"form_token": token, "subject": "Bilten " + "a" * next(letters), "preheader": "", "intro": ""}
        path = f"/campaigns/{campaign_id}/variants/en"
        answer = client.post(path, data=fields, headers={"HX-Request": "true"})
        assert fields["subject"] in answer.text, answer.text[:500]
        return answer

    return type_one


def _median_of(ask: Callable[[], httpx.Response], times: int) -> dict[str, float]:
    seconds, size = [], 0
    for number in range(times + 1):
        start = time.process_time()
        answer = ask()
        took = time.process_time() - start
        assert answer.status_code == 200, (answer.request.url, answer.status_code, answer.text[:500])
        size = len(answer.content)
        if number:
            seconds.append(took)
    return {"ms": median(seconds) * 1000, "bytes": size}


if __name__ == "__main__":
    configure_logging(level="error", style="console")
    sys.stdout.write(json.dumps(measure(json.loads(sys.stdin.readline()))) + "\n")
