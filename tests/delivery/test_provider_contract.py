"""What every registered provider keeps to. A new one needs a far side here, and nothing else."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest

import delivery
from core.errors import NotFound
from core.i18n import Texts
from core.settings import Settings
from delivery import errors
from delivery.errors import (
    CallRefused,
    ContentRejected,
    OutcomeUnknown,
    ProviderError,
    SenderMisconfigured,
    TransientProviderError,
    WrongRecipient,
)
from delivery.message.outgoing import Accepted, Doubtful, OutgoingBatch
from delivery.providers import (
    PROVIDERS,
    build_provider,
    build_webhook_parser,
    capabilities_of,
    known_providers,
)
from delivery.providers.base import LookUp, LookUpProvider, Provider
from tests.delivery.batches import a_batch, a_message
from tests.fakes.brevo_api import FakeBrevo
from tests.fakes.mailgun_api import FakeMailgun
from tests.fakes.mailjet_api import FakeMailjet
from tests.fakes.postmark_api import FakePostmark
from tests.fakes.resend_api import FakeResend, raising
from tests.fakes.scaleway_api import FakeScaleway
from tests.fakes.scripted_api import ScriptedApi
from tests.fakes.sendgrid_api import FakeSendGrid
from tests.fakes.ses_api import FakeSes
from tests.fakes.smtp_server import DROP, SmtpScript, smtp_server
from tests.with_variables import with_variables


@dataclass
class FarSideServer:
    """A provider with something at the other end, and who has received what there, as (address, subject)."""

    provider: Provider
    received: Callable[[], list[tuple[str, str]]]


@contextmanager
def resend(settings: Settings, mood: str) -> Iterator[FarSideServer]:
    api = FakeResend()
    if mood == "unreachable":
        api.script.append(raising(httpx.ConnectError("no route")))
    if mood == "loses the answer":
        api.script.append(api.take_and_lose_the_answer)
    provider = build_provider("resend", settings, transport=api.transport)
    yield FarSideServer(provider, lambda: [(item["to"][0], item["subject"]) for item in api.sent])


@contextmanager
def smtp(settings: Settings, mood: str) -> Iterator[FarSideServer]:
    first = a_batch().messages[0].to
    script = SmtpScript(after_dot={first: DROP} if mood == "loses the answer" else {})
    with smtp_server(script) as server:
        changes: dict[str, Any] = {"smtp_port": server.port, "smtp_security": "none"}
        if mood == "unreachable":
            server.script.greeting = DROP
        provider = build_provider("smtp", with_variables(settings, **changes))
        yield FarSideServer(provider, lambda: [_in_mime(mail.data) for mail in server.arrived])


@contextmanager
def outbox(settings: Settings, mood: str) -> Iterator[FarSideServer]:
    folder = settings.var_dir / "outbox"
    if mood == "unreachable":
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text("a file in the way")
    provider = build_provider("outbox", settings)
    yield FarSideServer(provider, lambda: [_in_mime(file.read_bytes()) for file in sorted(folder.glob("*.eml"))])


def speaking_http(
    name: str, far_side_api: type[ScriptedApi]
) -> Callable[[Settings, str], AbstractContextManager[FarSideServer]]:
    @contextmanager
    def far_side(settings: Settings, mood: str) -> Iterator[FarSideServer]:
        far = far_side_api()
        if mood == "unreachable":
            far.script.append(raising(httpx.ConnectError("no route")))
        if mood == "loses the answer":
            far.script.append(far.take_and_lose_the_answer)
        yield FarSideServer(build_provider(name, settings, transport=far.transport), lambda: far.received)

    return far_side


FAR_SIDES: dict[str, Callable[[Settings, str], AbstractContextManager[FarSideServer]]] = {
    "brevo": speaking_http("brevo", FakeBrevo),
    "mailjet": speaking_http("mailjet", FakeMailjet),
    "postmark": speaking_http("postmark", FakePostmark),
    "mailgun": speaking_http("mailgun", FakeMailgun),
    "outbox": outbox,
    "resend": resend,
    "scaleway": speaking_http("scaleway", FakeScaleway),
    "sendgrid": speaking_http("sendgrid", FakeSendGrid),
    "ses": speaking_http("ses", FakeSes),
    "smtp": smtp,
}


def _in_mime(data: bytes) -> tuple[str, str]:
    mail = message_from_bytes(data, policy=default)
    return str(mail["To"]), str(mail["Subject"])


@pytest.fixture(params=known_providers())
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def far_side(name: str, settings: Settings) -> Iterator[FarSideServer]:
    with FAR_SIDES[name](settings, "friendly") as side:
        yield side
        side.provider.close()


def test_it_is_what_the_registry_says(name: str, far_side: FarSideServer) -> None:
    assert far_side.provider.name == name
    assert far_side.provider.capabilities == capabilities_of(name)
    package = import_module(PROVIDERS[name])
    assert far_side.provider.capabilities.has_webhooks == hasattr(package, "build_webhook_parser")
    assert far_side.provider.capabilities.max_batch >= 1
    assert isinstance(far_side.provider, LookUpProvider) == (capabilities_of(name).look_up is not None)


def test_every_delivery_gets_a_result_and_every_reader_their_own_message(far_side: FarSideServer) -> None:
    messages = [a_message(number, subject=f"Izjava {number}") for number in (3, 1, 2)]
    result = far_side.provider.send(a_batch(*messages))
    assert [each.delivery_id for each in result.results] == [3, 1, 2]
    assert all(isinstance(each, Accepted) and each.provider_message_id for each in result.results)
    assert sorted(far_side.received()) == [
        (f"reader{number}@example.org", f"Izjava {number}") for number in (1, 2, 3)
    ]


def test_a_full_batch_fits(far_side: FarSideServer) -> None:
    messages = [a_message(number) for number in range(1, far_side.provider.capabilities.max_batch + 1)]
    result = far_side.provider.send(a_batch(*messages))
    assert len(result.results) == len(far_side.received()) == len(messages)


def test_a_batch_that_is_too_large_is_our_mistake_and_not_sent(far_side: FarSideServer) -> None:
    messages = [a_message(number) for number in range(1, far_side.provider.capabilities.max_batch + 2)]
    with pytest.raises(ValueError, match="in a batch"):
        far_side.provider.send(a_batch(*messages))
    assert far_side.received() == []


def test_an_empty_batch_is_nothing(far_side: FarSideServer) -> None:
    assert far_side.provider.send(a_batch(messages=())).results == ()
    assert far_side.received() == []


WRONG: list[tuple[OutgoingBatch, type[Exception]]] = [
    (a_batch(a_message(1), a_message(2, rendered_for="somebody else")), WrongRecipient),
    (a_batch(a_message(1), a_message(2, to="reader1@example.org")), WrongRecipient),
    (a_batch(a_message(1), a_message(2, subject="a\r\nBcc: everyone@example.org")), CallRefused),
    (a_batch(a_message(1), a_message(2, to_name="a\r\nBcc: everyone@example.org")), CallRefused),
    (a_batch(a_message(1), a_message(2, to="a@example.org>\r\nRCPT TO:<b@example.org")), CallRefused),
    (a_batch(a_message(1), a_message(2, headers=(("Bcc", "everyone@example.org"),))), CallRefused),
    (a_batch(a_message(1), a_message(2, headers=(("X-A", "a\nBcc: everyone@example.org"),))), CallRefused),
    (a_batch(a_message(1), a_message(2, text="\ud800")), CallRefused),
    (a_batch(from_name="a\r\nBcc: everyone@example.org"), SenderMisconfigured),
    (a_batch(from_address="a@example.org\r\nBcc: everyone@example.org"), SenderMisconfigured),
    (a_batch(reply_to="a@example.org, b@example.org"), SenderMisconfigured),
]


@pytest.mark.parametrize(("batch", "expected"), WRONG)
def test_one_wrong_message_and_nothing_is_sent(
    far_side: FarSideServer, batch: OutgoingBatch, expected: type[Exception]
) -> None:
    with pytest.raises(expected):
        far_side.provider.send(batch)
    assert far_side.received() == []


def test_a_message_larger_than_the_provider_takes_is_not_sent(far_side: FarSideServer) -> None:
    with pytest.raises(ContentRejected):
        far_side.provider.send(a_batch(a_message(1, html="x" * far_side.provider.capabilities.max_bytes)))
    assert far_side.received() == []


def test_where_a_repeat_is_said_to_be_safe_it_is(far_side: FarSideServer) -> None:
    first = far_side.provider.send(a_batch())
    if far_side.provider.capabilities.idempotency is None:
        return
    try:
        assert far_side.provider.send(a_batch()) == first
    except OutcomeUnknown:  # it says no more than that it knows the key: then there must be another way to ask
        assert isinstance(far_side.provider, LookUpProvider)
    assert len(far_side.received()) == 3


def test_where_it_can_be_asked_it_finds_what_it_took_and_nothing_else(far_side: FarSideServer) -> None:
    if not isinstance(far_side.provider, LookUpProvider):
        return
    taken = a_batch(a_message(1), a_message(2))
    result = far_side.provider.send(taken)
    names = {each.delivery_id: each.provider_message_id for each in result.results if isinstance(each, Accepted)}
    assert far_side.provider.look_up(taken) == LookUp(accepted=names)
    other = a_batch(a_message(3), a_message(4, subject="Another"), key="bilten-another", reference="camp6789")
    assert far_side.provider.look_up(other) == LookUp(accepted={}, absent=frozenset({3, 4}))
    assert len(far_side.received()) == 2


def test_a_far_side_that_cannot_be_reached_has_certainly_taken_nothing(name: str, settings: Settings) -> None:
    with (
        FAR_SIDES[name](settings, "unreachable") as side,
        pytest.raises((TransientProviderError, SenderMisconfigured)),
    ):
        side.provider.send(a_batch())


@pytest.mark.parametrize("name", [name for name in known_providers() if name != "outbox"])
def test_a_lost_answer_is_never_called_certain(name: str, settings: Settings) -> None:
    with FAR_SIDES[name](settings, "loses the answer") as side:
        try:
            (first, *_) = side.provider.send(a_batch()).results
        except OutcomeUnknown:
            return
        assert isinstance(first, Doubtful)
        assert len(side.received()) == 1


def test_a_provider_that_nobody_registered_is_not_found(settings: Settings) -> None:
    with pytest.raises(NotFound) as caught:
        build_provider("pigeon", settings)
    assert caught.value.params["known"] == ", ".join(sorted(PROVIDERS))


def test_a_provider_without_events_has_no_webhooks(name: str, settings: Settings) -> None:
    if capabilities_of(name).has_webhooks:
        build_webhook_parser(name, settings)
        return
    with pytest.raises(NotFound):
        build_webhook_parser(name, settings)


def _every_provider_error(kind: type[ProviderError] = ProviderError) -> Iterator[type[ProviderError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _every_provider_error(child)


@pytest.mark.parametrize("path", sorted(Path(delivery.__file__).parent.joinpath("providers").rglob("*.py")))
def test_every_refusal_has_a_text_in_both_languages(path: Path) -> None:
    folder = Path(delivery.__file__).parent
    known = [(folder / "texts" / f"{language}.ftl").read_text() for language in ("en", "sl")]
    files = [path, folder / "message" / "headers.py", folder / "message" / "outgoing.py"]
    codes = {code for file in files for code in re.findall(r'"(delivery-[a-z-]+)"', file.read_text())}
    codes -= {"delivery-status"}  # a word of Mailgun's
    assert {"delivery-header-refused", "delivery-wrong-recipient"} <= codes
    assert [code for code in codes for texts in known if f"\n{code} = " not in texts] == []


@pytest.mark.parametrize("language", ["en", "sl"])
def test_every_error_has_a_text(language: str) -> None:
    texts = Texts(["delivery"])
    codes = {kind.code for kind in _every_provider_error()}
    assert len(codes) == 8
    for code in codes:
        assert "the words" in texts.text(language, code, detail="the words")
    assert errors.__doc__ is not None
    assert all(kind.__name__ in errors.__doc__ for kind in _every_provider_error())
