"""What holds for every request: headers, hosts, sizes, errors that leak nothing, and what is logged."""

from collections.abc import Iterator

import httpx
import pytest
import structlog
from fastapi import FastAPI

from campaigns.services import build_services
from core.db import Database
from core.settings import Environment, Settings
from tests.conftest import StoppedClock
from tests.people_roles import APPROVER
from tests.web.browser import browser
from tests.web.conftest import Reader, add_person
from tests.web.test_sign_in import sign_in
from web.app import allowed_hosts, create_app
from web.http.body_limit import MAX_BODY_BYTES
from web.http.form_data import MAX_FIELDS

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def broken(app: FastAPI) -> FastAPI:
    """With a page that fails, for reasons that are nobody's business."""

    @app.get("/broken/{token}")
    def fail(token: str) -> None:
        raise RuntimeError(f"the database password is hunter2, asked with {token}")

    return app


@pytest.fixture
def broken_client(broken: FastAPI) -> Iterator[httpx.Client]:
    with browser(broken) as opened:
        yield opened


@pytest.mark.parametrize("path", ["/sign-in", "/unsubscribe", "/nothing/here", "/static/style.css", "/healthz"])
def test_every_answer_carries_the_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == PAGE_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "strict-transport-security" not in headers


def test_pages_are_not_kept_by_anyone(client: httpx.Client) -> None:
    assert client.get("/sign-in").headers["cache-control"] == "no-store"


def test_our_own_files_are_sent_once_and_asked_about_after_that(client: httpx.Client) -> None:
    first = client.get("/static/style.css")
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/static/style.css", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    example = client.get("/static/example-cover.svg")
    assert example.headers["cross-origin-resource-policy"] == "cross-origin", "it stands in previews"
    assert client.get("/static/../app.py").status_code == 404
    assert client.get("/static/%2e%2e/app.py").status_code == 404


def test_over_https_browsers_are_told_to_stay_with_it(
    settings: Settings, database: Database, clock: StoppedClock
) -> None:
    safe = settings.model_copy(update={"public_url": "https://bulletin.example.org"})
    with browser(create_app(build_services(safe, database, clock)), "https://bulletin.example.org") as client:
        assert client.get("/sign-in").headers["strict-transport-security"].startswith("max-age=63072000")


def test_a_trailing_slash_is_answered_in_place_and_never_redirected(client: httpx.Client, reader: Reader) -> None:
    """A redirect would name the token once more, behind a proxy in clear: Location: http://…"""
    for path in (reader.unsubscribe_path, "/sign-in", "/unsubscribe", "/healthz", "/archive"):
        plain, slashed = client.get(path), client.get(f"{path}/")
        assert (slashed.status_code, slashed.headers.get("location")) == (plain.status_code, None)
    assert client.post(f"{reader.unsubscribe_path}/", content=b"List-Unsubscribe=One-Click").status_code == 200
    assert client.get(f"{client.base_url}//evil.example//").headers.get("location") is None
    assert client.get("/").headers["location"].startswith("/")


@pytest.mark.parametrize(
    "mark",
    [
        ".",
        ",",
        ")",
        ">",
        "%3E",
        "/",
        "/.",
        ").",
        "%22",
        "%E2%80%9D",
        "%20",
        "%0D%0A",
        ";",
        "!",
        "]",
        "%C2%BB",
        "*",
    ],
)
def test_a_link_that_a_mail_program_extended_is_answered_in_place(
    client: httpx.Client, reader: Reader, mark: str
) -> None:
    for path in (reader.unsubscribe_path, "/unsubscribe", "/archive", "/healthz"):
        plain, extended = client.get(path), client.get(f"{path}{mark}")
        assert (extended.status_code, extended.headers.get("location")) == (plain.status_code, None)
    answer = client.post(f"{reader.unsubscribe_path}{mark}", content=b"List-Unsubscribe=One-Click")
    assert answer.status_code == 200
    assert client.get(f"/static/style.css{mark}").status_code == 200


@pytest.mark.parametrize(
    "text",
    [
        "&fbclid=a1",
        "&gt;",
        "=",
        "%3D",
        "=0D=0A",
        "%E3%80%82",
        "%EF%BB%BF",
        "~",
        ".%20Hvala",
        ";jsessionid=1",
        "%00",
        "_",
        "__",
        "-",
        "--",
        "-%20Hvala",
        "Hvala",
        "_.",
        "&_ga=1.2-3",
        "%5Cn",
        "%E2%80%A6",
        "%60%60",
        "%E2%80%8F",
        "%F0%9F%91%8D",
        "%7D%7D",
        "?utm_source=x",
        "%23top",
        ".html",
        ".Hvala",
        ".Hvala.%20In%20pozdrav",
    ],
)
def test_a_readers_link_ends_where_no_token_goes_on(client: httpx.Client, reader: Reader, text: str) -> None:
    assert client.get(f"{reader.unsubscribe_path}{text}").status_code == 200
    extended, plain = (
        client.post(f"{reader.unsubscribe_path}{end}", content=b"List-Unsubscribe=One-Click") for end in (text, "")
    )
    assert extended.status_code == 200
    assert extended.text == plain.text


@pytest.mark.parametrize("wrapped", ["%20", "%0D%0A", "=%0D%0A", "%0A%3E%20", "%0A%3E%3E%20", "%20%20%09"])
@pytest.mark.parametrize("end", ["", "%20Hvala", ".%20Hvala", "%3E"])
def test_a_readers_link_is_whole_where_a_line_was_wrapped_in_it(
    client: httpx.Client, reader: Reader, wrapped: str, end: str
) -> None:
    path = reader.unsubscribe_path
    for at in (len("/u/") + 20, path.index("."), len(path) - 10):
        assert client.get(f"{path[:at]}{wrapped}{path[at:]}{end}").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "127.0.0.1@evil.example"])
def test_a_made_up_host_is_refused(client: httpx.Client, host: str) -> None:
    assert client.get("/sign-in", headers={"Host": host}).status_code == 400


def test_outside_development_only_the_public_name_is_answered(settings: Settings) -> None:
    public = settings.model_copy(
        update={"public_url": "https://bulletin.example.org", "environment": Environment.PRODUCTION}
    )
    assert allowed_hosts(public) == ["bulletin.example.org"]


def _in_chunks(size: int) -> Iterator[bytes]:
    for _ in range(size // 1000):
        yield b"x" * 1000


def test_a_body_up_to_the_limit_is_read_and_one_beyond_is_not(client: httpx.Client, reader: Reader) -> None:
    assert client.post(reader.unsubscribe_path, content=b"x" * MAX_BODY_BYTES).status_code == 200
    assert client.post(reader.unsubscribe_path, content=b"x" * (MAX_BODY_BYTES + 1)).status_code == 413


def test_chunks_are_counted_too(client: httpx.Client, reader: Reader) -> None:
    assert client.post(reader.unsubscribe_path, content=_in_chunks(MAX_BODY_BYTES)).status_code == 200
    answer = client.post(reader.unsubscribe_path, content=_in_chunks(MAX_BODY_BYTES + 1000))
    assert answer.status_code == 413
    assert "What you sent is too large" in answer.text


@pytest.mark.parametrize("length", ["-1", "1e3", "²", "9" * 40])
def test_an_announced_length_that_is_no_number_is_refused(client: httpx.Client, length: str) -> None:
    answer = client.post("/sign-in", content=b"", headers=[(b"Content-Length", length.encode())])
    assert answer.status_code == 413


def test_a_defect_shows_a_reference_and_nothing_else(broken_client: httpx.Client) -> None:
    with structlog.testing.capture_logs() as lines:
        answer = broken_client.get("/broken/secret-token")
    assert answer.status_code == 500
    failed = next(line for line in lines if line["event"] == "request.failed")
    assert failed["reference"] in answer.text
    for secret in ("hunter2", "secret-token", "RuntimeError", "Traceback", ".py"):
        assert secret not in answer.text
    assert answer.headers["content-security-policy"] == PAGE_POLICY


def test_the_log_has_the_route_and_never_the_address(client: httpx.Client, reader: Reader) -> None:
    token = reader.unsubscribe_path.removeprefix("/u/")
    with structlog.testing.capture_logs() as lines:
        client.get(f"{reader.unsubscribe_path}?lang=en")
        client.get(f"/no/such/{token}")
        client.get("/static/style.css")
    answered = [line for line in lines if line["event"] == "request.answered"]
    assert [(line["method"], line["route"], line["status"]) for line in answered] == [
        ("GET", "/u/{token}", 200),
        ("GET", "(none)", 404),
        ("GET", "/static", 200),
    ]
    assert token not in repr(lines)
    assert "127.0.0.1" not in repr(lines)


def test_errors_are_in_the_readers_language_and_programs_get_json(client: httpx.Client) -> None:
    page = client.get("/nothing", headers={"Accept-Language": "sl-SI,sl;q=0.9"})
    assert page.status_code == 404
    assert "Na tem naslovu ni strani" in page.text
    answer = client.post("/webhooks/nobody", content=b"{}")
    assert (answer.status_code, answer.json()) == (404, {"error": "delivery-webhook-unknown"})


def test_a_method_that_an_address_does_not_take_is_refused(client: httpx.Client) -> None:
    answer = client.put("/sign-in")
    assert answer.status_code == 405
    assert "Not possible this way" in answer.text


def test_an_address_or_a_method_that_there_is_not_is_said_to_staff_in_their_own_language(
    client: httpx.Client, database: Database
) -> None:
    add_person(database, "ana@example.org", APPROVER, language="sl")
    english = {"Accept-Language": "en"}
    assert "Not possible this way" in client.put("/sign-out", headers=english).text
    sign_in(client, "ana@example.org")
    assert "Tako ni mogoče" in client.put("/sign-out", headers=english).text
    assert "Na tem naslovu ni strani" in client.get("/nothing", headers=english).text


def test_before_anybody_signs_in_it_is_the_language_of_staff(
    settings: Settings, database: Database, clock: StoppedClock
) -> None:
    ours = settings.model_copy(update={"staff_language": "sl"})
    with browser(create_app(build_services(ours, database, clock))) as client:
        assert "Tako ni mogoče" in client.put("/sign-in").text
        assert "Not possible this way" in client.put("/unsubscribe").text


def test_a_database_that_is_away_is_a_matter_of_trying_again(settings: Settings, clock: StoppedClock) -> None:
    nowhere = Database("postgresql+psycopg://bilten:hunter2@127.0.0.1:1/bilten")
    with browser(create_app(build_services(settings, nowhere, clock))) as client:
        answer = client.get("/unsubscribe")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
        assert "hunter2" not in answer.text
        assert "Traceback" not in answer.text
        assert client.get("/readyz").json() == {"database": False, "disk": True, "schema": False}
        assert client.get("/healthz").status_code == 200


def test_the_program_does_not_describe_itself_to_strangers(client: httpx.Client) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert client.get(path).status_code == 404


def test_a_form_that_is_no_form_is_refused(client: httpx.Client) -> None:
    broken_parts = {"Content-Type": "multipart/form-data; boundary=x"}
    assert client.post("/sign-in", content=b"--x\r\nnonsense", headers=broken_parts).status_code in (400, 403)
    many = "&".join(f"f{number}=1" for number in range(MAX_FIELDS + 1))
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/sign-in", content=many.encode(), headers=form).status_code == 400
