"""What staff and tests are shown: counts, messages, pages, files."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from importlib.resources import files
from pathlib import Path

import httpx
import pytest
from fluent.syntax import FluentParser, ast

from simulator.config import ConfigRefused, SimulatorConfig
from simulator.serve import SimulatorThread, listen
from tests.simulator.conftest import an_email, client_for


def test_the_state_counts_what_every_address_received(resend: httpx.Client) -> None:
    resend.post("/emails", json=an_email("Ana <Ana@Example.org>", cc="bor@example.org"))
    resend.post("/emails", json=an_email("ana@example.org", subject="Drugo"))
    resend.post("/emails", json=an_email("bounce@example.org"))
    resend.post("/emails", json=an_email("nobody"))
    assert resend.get("/simulator/state").json() == {
        "accepted": 3,
        "addresses": {"ana@example.org": 2, "bor@example.org": 1, "bounce@example.org": 1},
        "duplicates": [],
        "last_events": {"delivered": 2, "bounced": 1},
        "requests": {"accepted": 3, "validation_error": 1},
        "faults": {},
        "misbehaviour": {"queue": [], "rates": {}},
        "webhooks": {"posted": 0, "pending": 0, "failed": 0},
    }


def test_the_same_message_twice_to_one_address_is_a_duplicate(resend: httpx.Client) -> None:
    for subject in ("Novice", "Novice (popravek)"):
        resend.post("/emails", json=an_email(subject=subject, headers={"message-id": "<1@bilten.example>"}))
    for address in ("bor@example.org", "bor@example.org", "cene@example.org"):
        resend.post("/emails", json=an_email(address))
    duplicates = resend.get("/simulator/state").json()["duplicates"]
    assert [(duplicate["address"], duplicate["count"]) for duplicate in duplicates] == [
        ("ana@example.org", 2),
        ("bor@example.org", 2),
    ]
    assert duplicates[0]["fingerprint"] == "<1@bilten.example>"


def test_messages_are_listed_newest_first_a_page_at_a_time(resend: httpx.Client) -> None:
    resend.post("/emails/batch", json=[an_email(f"reader{number}@example.org") for number in range(5)])

    def listed(query: str) -> list[str]:
        return [message["to"][0] for message in resend.get(f"/simulator/messages{query}").json()["messages"]]

    assert listed("?limit=2&skip=1") == ["reader3@example.org", "reader2@example.org"]
    assert listed("?address=READER1@example.org") == ["reader1@example.org"]
    assert len(listed("?limit=x&skip=-1")) == 5


def test_a_reset_forgets_everything_and_removes_its_files_only(tmp_path: Path) -> None:
    config = SimulatorConfig(journal=tmp_path / "journal.jsonl", outbox=tmp_path / "outbox")
    with SimulatorThread(config) as far_side, client_for(far_side) as resend:
        resend.post("/emails", json=an_email(), headers={"Idempotency-Key": "k1"})
        (tmp_path / "outbox" / "mine.eml").write_text("kept")
        assert resend.post("/simulator/reset").status_code == 204
        assert resend.get("/simulator/state").json()["accepted"] == 0
        assert [path.name for path in (tmp_path / "outbox").iterdir()] == ["mine.eml"]
        resend.post("/emails", json=an_email(subject="Drugo"), headers={"Idempotency-Key": "k1"})
        message = resend.get("/simulator/messages").json()["messages"][0]
        assert resend.get(f"/emails/{message['id']}").json()["subject"] == "Drugo"
    with SimulatorThread(config) as far_side:
        assert far_side.simulation.ledger.count() == 1


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[tuple[httpx.Client, Path]]:
    config = SimulatorConfig(outbox=tmp_path / "outbox")
    with SimulatorThread(config) as far_side, client_for(far_side) as resend:
        yield resend, tmp_path / "outbox"


def read_eml(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content())


def test_each_accepted_message_is_an_eml_file(outbox: tuple[httpx.Client, Path]) -> None:
    resend, folder = outbox
    text, html = "Dober dan,\n\nživjo.\nFrom: nobody\n", f"<p>مرحبا</p>\n<p>{'ž' * 3000}</p>\n"
    headers = {"List-Unsubscribe": "<https://example.org/" + "u" * 300 + ">", "List-Id": "Žurnal <a.example.org>"}
    sent = an_email(
        "Čebela Maja <maja+1@example.org>", text=text, html=html, headers=headers, reply_to="o@example.org"
    )
    identifier = resend.post("/emails", json=sent).json()["id"]
    content = (folder / f"maja+1_example.org-{identifier}.eml").read_bytes()
    assert max(map(len, content.split(b"\n"))) <= 998
    message = read_eml(content)
    assert message["From"] == "Bilten <bilten@example.org>"
    assert message["To"] == "Čebela Maja <maja+1@example.org>"
    assert message["Reply-To"] == "o@example.org"
    assert message["Subject"] == "Novice – november"
    assert message["List-Unsubscribe"] == headers["List-Unsubscribe"]
    assert message["List-Id"] == "Žurnal <a.example.org>"
    assert (part(message, "plain"), part(message, "html")) == (text, html)


def test_an_eml_file_of_text_alone_has_one_part(outbox: tuple[httpx.Client, Path]) -> None:
    resend, folder = outbox
    hostile = {"Content-Type": "text/html", "X-Id": "1"}
    resend.post("/emails", json=an_email(html="", text="Živjo", headers=hostile))
    (path,) = folder.iterdir()
    message = read_eml(path.read_bytes())
    assert (message.get_content_type(), message.get_content()) == ("text/plain", "Živjo")
    assert message["X-Id"] == "1"


def test_no_recipient_can_write_outside_the_outbox(outbox: tuple[httpx.Client, Path]) -> None:
    resend, folder = outbox
    for address in ("../../etc/passwd@example.org", "..@example.org", "/srv/x@example.org"):
        assert resend.post("/emails", json=an_email(address)).status_code == 200
    assert len(list(folder.iterdir())) == 3
    assert not any(path.name.startswith(".") for path in folder.iterdir())


def test_staff_can_look_at_what_arrived(resend: httpx.Client) -> None:
    identifier = resend.post("/emails", json=an_email(subject="<script>alert(1)</script>")).json()["id"]
    overview = resend.get("/simulator/")
    assert "One email has arrived." in overview.text
    assert "&lt;script&gt;alert(1)" in overview.text
    assert f"/simulator/messages/{identifier}" in overview.text
    page = resend.get(f"/simulator/messages/{identifier}?lang=sl")
    assert "Kar vidi bralec" in page.text
    assert f'src="/simulator/messages/{identifier}/html" sandbox' in page.text
    assert resend.get(f"/simulator/messages/{identifier}/html").text == "<p>Dober dan</p>"
    eml = resend.get(f"/simulator/messages/{identifier}/eml")
    assert read_eml(eml.content)["To"] == "ana@example.org"
    assert "attachment" in eml.headers["content-disposition"]


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "Prispelo ni še nobeno sporočilo."),
        (1, "Prispelo je 1 sporočilo."),
        (2, "Prispeli sta 2 sporočili."),
        (3, "Prispela so 3 sporočila."),
        (5, "Prispelo je 5 sporočil."),
    ],
)
def test_the_page_counts_in_slovenian(resend: httpx.Client, count: int, sentence: str) -> None:
    for number in range(count):
        resend.post("/emails", json=an_email(f"reader{number}@example.org"))
    assert sentence in resend.get("/simulator/", headers={"accept-language": "sl-SI,sl;q=0.9,en;q=0.5"}).text


def test_pages_run_no_scripts_and_load_nothing_foreign(resend: httpx.Client) -> None:
    identifier = resend.post("/emails", json=an_email()).json()["id"]
    for path in ("/simulator/", f"/simulator/messages/{identifier}"):
        answer = resend.get(path)
        directives = answer.headers["content-security-policy"].split("; ")
        assert {"default-src 'none'", "style-src 'self'", "frame-ancestors 'none'"} <= set(directives)
        assert not any("script" in directive or "unsafe" in directive for directive in directives)
        assert "<script" not in answer.text
        assert "style=" not in answer.text
    mail = resend.get(f"/simulator/messages/{identifier}/html").headers["content-security-policy"].split("; ")
    assert {"default-src 'none'", "sandbox"} <= set(mail)
    assert resend.get("/simulator/style.css").headers["content-type"].startswith("text/css")


def test_every_text_is_there_in_slovenian_and_english() -> None:
    def keys(language: str) -> set[str]:
        source = (files("simulator") / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
        entries = FluentParser().parse(source).body
        assert not [entry for entry in entries if isinstance(entry, ast.Junk)]
        return {entry.id.name for entry in entries if isinstance(entry, ast.Message)}

    assert keys("sl") == keys("en")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_a_foreign_page_cannot_use_the_browser_on_this_machine(
    resend: httpx.Client, far_side: SimulatorThread, headers: dict[str, str]
) -> None:
    resend.post("/emails", json=an_email())
    assert resend.post("/simulator/reset", headers=headers).status_code == 403
    assert resend.post("/emails", json=an_email(), headers=headers).status_code == 403
    assert far_side.simulation.ledger.count() == 1


def test_a_port_that_is_taken_is_refused_in_words(far_side: SimulatorThread) -> None:
    with pytest.raises(ConfigRefused, match=f"port {far_side.port} cannot be used"):
        listen(far_side.port)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org", ""])  # noqa: S104  refused, that is the point
def test_it_listens_on_this_machine_only(host: str) -> None:
    with pytest.raises(ConfigRefused, match="this machine only"):
        listen(0, host)
