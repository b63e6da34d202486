"""The demo, as a newcomer runs it: the main job from news files to .eml files, and the sum of it as JSON."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from core.single_instance import lock_path, only_one
from tests.cli.conftest import Bilten
from tests.kill.patience import PATIENCE
from tests.web.test_sign_in import form_token_on

BILTEN = Path(sys.executable).with_name("bilten")
CAMPAIGN = {
    "id", "name", "kind", "status", "recipients", "accepted", "delivered", "bounced", "complained", "skipped",
}  # fmt: skip


@dataclass(frozen=True)
class ServedDemo:
    summary: dict[str, Any]
    printed: str


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[ServedDemo]:
    """Run to its end, and serving."""
    elsewhere = {
        **os.environ,
        "BILTEN_RESEND_BASE_URL": "https://api.example.org",
        "BILTEN_RESEND_API_KEY": "re_real",
    }
    printed = tmp_path / "printed"
    with (
        printed.open("w") as stderr,
        subprocess.Popen(
            [BILTEN, "demo", "--port", "0", "--json"],
            cwd=tmp_path,
            env=elsewhere,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        ) as running,
    ):
        assert running.stdout is not None
        answer = running.stdout.readline()
        assert answer, printed.read_text()
        yield ServedDemo(json.loads(answer), printed.read_text())
        running.terminate()
        assert running.wait() == 0


@pytest.mark.slow
def test_the_demo_does_the_main_job_sums_it_up_and_leaves_each_role_something_to_try(demo: ServedDemo) -> None:
    summary = demo.summary
    assert set(summary) == {
        "news_items",
        "subscribers",
        "campaigns",
        "outbox",
        "messages",
        "staff_messages",
        "seconds",
    }
    assert summary["news_items"] == 6
    assert summary["subscribers"] == {"imported": 200, "refused": 6}
    statement, bulletin, by_itself, *others = summary["campaigns"]
    assert set(statement) == CAMPAIGN
    assert (statement["kind"], bulletin["kind"]) == ("statement", "bulletin")
    assert {campaign["status"] for campaign in (statement, bulletin, by_itself)} == {"sent"}
    assert [campaign["status"] for campaign in others] == ["draft", "in_review", "scheduled"]
    assert statement["delivered"] > 180
    assert sum(campaign["bounced"] for campaign in summary["campaigns"]) > 0
    kept = list(Path(summary["outbox"]).glob("*.eml"))
    to_readers = sum(campaign["accepted"] for campaign in summary["campaigns"])
    assert len(kept) == summary["messages"] == to_readers + summary["staff_messages"]
    # Told of each approval; a request to approve that was overtaken by the approval is not sent.
    assert 2 <= summary["staff_messages"] <= 4
    _try_each_thing(demo)


def _try_each_thing(demo: ServedDemo) -> None:
    """By what is printed alone, as somebody in that role."""
    _, _, suggested = demo.printed.partition("6. Try this\n")
    author, approver = suggested.split("As Boris")
    faulty, waiting, later = demo.summary["campaigns"][3:]
    with signed_in(suggested, author) as ana:
        assert f"“{faulty['name']}”" in author
        draft = ana.get(f"/campaigns/{faulty['id']}").text
        assert "The subject is empty." in draft
        assert f'action="/campaigns/{faulty["id"]}/submit"' in draft
        (unused,) = re.findall(r"news item “(.+)” is in no campaign", author)
        assert unused in ana.get("/news?used=no").text
    with signed_in(suggested, approver) as boris:
        for campaign, step in ((waiting, "approve"), (later, "unschedule")):
            assert f"“{campaign['name']}”" in approver
            path = f"/campaigns/{campaign['id']}"
            assert f'action="{path}/{step}"' in boris.get(path).text


@contextmanager
def signed_in(suggested: str, printed: str) -> Iterator[httpx.Client]:
    """By what the demo prints for a role."""
    (url,) = re.findall(r"The web app: (http://\S+)/campaigns", suggested)
    ((address, password),) = re.findall(r"sign in as (\S+) with the password (\S+)", printed)
    with httpx.Client(base_url=url, timeout=PATIENCE) as client:
        form = {"form_token": form_token_on(client.get("/sign-in")), "address": address, "password": password}
        assert client.post("/sign-in", data=form).headers["location"] == "/campaigns"
        yield client


def test_two_demos_in_one_folder_do_not_sweep_it_from_under_each_other(
    bare_bilten: Bilten, tmp_path: Path
) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / ".made-by-bilten-demo").touch()
    with only_one(lock_path(tmp_path / "demo")):
        ran = bare_bilten("demo", "--no-serve", "--folder", tmp_path / "demo")
    assert ran.code == 5
    assert (tmp_path / "demo" / ".made-by-bilten-demo").exists()


def test_a_port_that_is_taken_is_said_to_be_and_nothing_is_touched(bare_bilten: Bilten, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = bare_bilten("demo", "--port", port, "--folder", tmp_path / "demo")
    assert ran.code == 75
    assert port in ran.err
    assert not (tmp_path / "demo").exists()
