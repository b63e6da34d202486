"""How long one click to leave, preferences and a provider's webhook take while others flood the server.

Run as a process: an order in JSON on stdin, milliseconds in JSON on stdout. The server is `bilten serve`, in a
process of its own, and so is the flood, or this one's own threads would be measured; each request of it comes from
another network, so that no limit by source takes the load away.
"""

import json
import multiprocessing
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import httpx
from sqlmodel import select

from campaigns.automation.run_automations import AutomationRequest, add_automation
from campaigns.settings import CampaignSettings
from campaigns.tables import AutomationMode, Campaign
from core.clock import SystemClock
from core.db import Database
from core.logging import configure_logging
from core.settings import Settings
from core.signing import Signer
from delivery.providers.resend.settings import SIMULATOR_WEBHOOK_SECRET
from delivery.providers.resend.settings import Settings as ResendSettings
from news.import_files import NewsIntake
from news.sources import add_folder_source
from news.store import AssetStore
from staff.principal import principal_of
from staff.tables import User
from subscribers.links import preferences_token, unsubscribe_token
from subscribers.tables import Subscriber
from tests.bench.measure import crowd
from tests.bench.settings import settings_for
from tests.bench.webhook_load import signed_request
from tests.news.hostile import a_pdf_of_nested_forms
from tests.people_roles import APPROVER

THREADS = 12
PAUSE = 0.02
"""Seconds between two clicks: readers do not all leave at once."""
ONE_CLICK = "List-Unsubscribe=One-Click"
_TOKEN = re.compile(r'name="form_token" value="([0-9a-f]{64})"')


def sign_ins(server: httpx.Client) -> Callable[[], None]:
    """Wrong passwords, for people whom nobody knows: each is hashed, or refused because too many are."""
    token = _TOKEN.search(server.get("/sign-in").text)
    assert token is not None

    def sign_in() -> None:
        form = {"form_token": token[1], "address": f"{random.random()}@example.org", "password": "a wrong guess"}
        server.post("/sign-in", data=form, headers=_somebody())

    return sign_in


def sign_ups(server: httpx.Client) -> Callable[[], None]:
    def sign_up() -> None:
        form = {"address": f"new{random.random()}@example.org", "name": "", "language": "en", "website": ""}
        server.post("/subscribe/bulletin", data=form, headers=_somebody())

    return sign_up


def nothing(_: httpx.Client) -> Callable[[], None]:
    return lambda: time.sleep(0.1)


FLOODS = {"nothing": nothing, "sign-ins": sign_ins, "sign-ups": sign_ups, "a hostile PDF": nothing}


def measure(order: dict[str, Any]) -> dict[str, Any]:
    settings = settings_for(order["database_url"], Path(order["folder"]), order["far_side"])
    crowd(order)
    links = paths(settings)
    if order["flood"] == "a hostile PDF":
        _watch_a_folder(settings, Path(order["folder"]))
    webhook = {"path": f"/webhooks/{'t' * 40}", "secret": SIMULATOR_WEBHOOK_SECRET}
    kinds = ("click", "preferences", "webhook")
    with serving(settings) as url, _flooding(order["flood"], url) as count, httpx.Client(base_url=url) as client:
        times = [
            (
                click(client, leave),
                _open_preferences(client, choose),
                _report_event(url, signed_request(webhook, number, _now())),
            )
            for number, (leave, choose) in enumerate(links, 1)
        ]
    times_by_kind = {kind: sorted(of_kind) for kind, of_kind in zip(kinds, zip(*times, strict=True), strict=True)}
    p95 = {kind: of_kind[int(len(of_kind) * 0.95)] * 1000 for kind, of_kind in times_by_kind.items()}
    return {"p95": p95, "longest": times_by_kind["click"][-1] * 1000, "flood": count[0]}


def _now() -> int:
    return int(time.time())


def click(client: httpx.Client, path: str) -> float:
    time.sleep(PAUSE)
    began = time.perf_counter()
    answer = client.post(
        path, content=ONE_CLICK, headers={"Content-Type": "application/x-www-form-urlencoded"}, timeout=120
    )
    assert answer.status_code == 200, answer.status_code
    return time.perf_counter() - began


def _open_preferences(client: httpx.Client, path: str) -> float:
    began = time.perf_counter()
    answer = client.get(path, timeout=120)
    assert answer.status_code == 200, answer.status_code
    return time.perf_counter() - began


def _report_event(url: str, request: bytes) -> float:
    began = time.perf_counter()
    with socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2])), timeout=120) as provider:
        provider.sendall(request)
        status = provider.recv(1000).split()[1]
    assert status == b"204", status
    return time.perf_counter() - began


def paths(settings: Settings) -> list[tuple[str, str]]:
    """Where each reader leaves, and where they choose."""
    database, signer = Database(settings.database_url), Signer(settings.secret_key.get_secret_value())
    with database.read() as session:
        campaign = session.exec(select(Campaign)).one()
        readers = session.exec(select(Subscriber.id)).all()
    database.dispose()
    assert campaign.launched_at is not None
    end = campaign.launched_at + CampaignSettings.of(settings).preferences_lifetime
    leave, choose = (
        partial(
            make, signer, campaign_public_id=campaign.public_id, list_id=campaign.audience.lists[0], expires_at=end
        )
        for make in (unsubscribe_token, preferences_token)
    )
    return [
        (f"/u/{leave(subscriber_id=reader)}", f"/preferences/{choose(subscriber_id=reader)}") for reader in readers
    ]


def _watch_a_folder(settings: Settings, folder: Path) -> None:
    """With a publication in it whose PDF takes as long to read as it is given."""
    database, now = Database(settings.database_url), SystemClock().now()
    feed = Path(tempfile.mkdtemp(prefix="feed-", dir=folder))  # one for each database that is measured
    request = AutomationRequest(
        name="new",
        source_name="feed",
        list_slug="bulletin",
        sender_name="main",
        mode=AutomationMode.DRAFT,
    )
    with database.write() as session:
        add_folder_source(session, name="feed", folder=feed, now=now)
        approver = session.exec(select(User).where(User.roles == APPROVER)).first()
    assert approver is not None
    intake = NewsIntake(database, AssetStore(settings.assets_dir))
    add_automation(intake, request, actor=principal_of(approver), now=now)
    database.dispose()
    (feed / "report.pdf").write_bytes(a_pdf_of_nested_forms(28, 2))
    news = "---\nkind: publication\nlanguage: en\ntitle: A report\nsummary: It.\npdf: report.pdf\n---\nWords.\n"
    (feed / "report.en.md").write_text(news, encoding="utf-8")
    old = (now - timedelta(hours=1)).timestamp()
    for path in feed.iterdir():
        os.utime(path, (old, old))


def _somebody() -> dict[str, str]:
    return {"X-Forwarded-For": f"2001:db8:{random.randrange(65536):x}:{random.randrange(65536):x}::1"}


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """`bilten serve`, in a process of its own: its address."""
    server = subprocess.Popen(
        [Path(sys.executable).with_name("bilten"), "serve", "--port", "0", "--json"],
        env=environment(settings), stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdout is not None
    try:
        yield json.loads(server.stdout.readline())["url"]
    finally:
        server.terminate()
        server.wait(60)


def environment(settings: Settings) -> dict[str, str]:
    """Of a command that is at the same database."""
    return os.environ | {
        "BILTEN_DATABASE_URL": settings.database_url,
        "BILTEN_VAR_DIR": str(settings.var_dir),
        "BILTEN_STATE_DIR": str(settings.state_dir),
        "BILTEN_RESEND_BASE_URL": ResendSettings.of(settings).base_url,
        "BILTEN_SIGN_UP_SENDER": "main",
        "BILTEN_SIGN_UPS_PER_HOUR": "1000000",
        "BILTEN_RETENTION_LEFT": "P1D",
        "BILTEN_LOG_LEVEL": "error",
    }


@contextmanager
def _flooding(flood: str, url: str) -> Iterator[list[int]]:
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_pour, args=(flood, url, there))
    process.start()
    here.recv()
    time.sleep(2)
    count = [0]
    try:
        yield count
    finally:
        here.send("that was all")
        count[0] = here.recv()
        process.join()


def _pour(flood: str, url: str, pipe: Connection) -> None:
    """A process: says when it begins, floods until it is told, and says how many there were."""
    is_over, count = threading.Event(), [0]

    def pour() -> None:
        with httpx.Client(base_url=url, timeout=120) as server:
            send_request = FLOODS[flood](server)
            while not is_over.is_set():
                send_request()
                count[0] += 1

    threads = [threading.Thread(target=pour) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    pipe.send("begun")
    pipe.recv()
    is_over.set()
    for thread in threads:
        thread.join()
    pipe.send(count[0])


if __name__ == "__main__":
    configure_logging(level="error", style="console")
    sys.stdout.write(json.dumps(measure(json.loads(sys.stdin.readline()))) + "\n")
