"""SMTP against a real server on the loopback interface, friendly and unfriendly."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any, Literal

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from pydantic import ValidationError

from delivery.errors import (
    ContentRejected,
    EverybodyDeferred,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.message.mime import compose
from delivery.message.outgoing import (
    Accepted,
    Doubtful,
    NotSent,
    OutgoingBatch,
    Rejected,
    SendResult,
    request_digest,
)
from delivery.outcome import RejectReason
from delivery.providers.shared.verdict import ROW, judge
from delivery.providers.smtp.provider import SmtpProvider
from delivery.providers.smtp.replies import Reply, reject_reason
from delivery.providers.smtp.session import SmtpServer
from delivery.providers.smtp.settings import Settings
from tests.delivery.batches import a_batch, a_message
from tests.fakes.smtp_server import DROP, FakeSmtpServer, SmtpScript, smtp_server

ANA, BOR, CIRIL = (f"reader{number}@example.org" for number in (1, 2, 3))


def provider_for(
    server: FakeSmtpServer,
    *,
    security: Literal["tls", "starttls", "none"] = "none",
    username: str = "",
    tls: ssl.SSLContext | None = None,
    ticks: Iterator[float] | None = None,
) -> SmtpProvider:
    account = SmtpServer(
        host="localhost",
        port=server.port,
        security=security,
        username=username,
        password="the password",
        timeout=timedelta(seconds=10),
    )
    return SmtpProvider(account, tls=tls, **({"monotonic": lambda: next(ticks)} if ticks else {}))


def account_of(server: FakeSmtpServer, **facts: Any) -> SmtpServer:
    known: dict[str, Any] = {"host": "localhost", "port": server.port, "security": "none", "username": ""}
    return SmtpServer(**(known | {"password": "the password", "timeout": timedelta(seconds=2)} | facts))


def send(script: SmtpScript, batch: OutgoingBatch | None = None) -> SendResult:
    with smtp_server(script) as server:
        return provider_for(server).send(batch or a_batch())


def kinds(result: SendResult) -> list[type]:
    return [type(each) for each in result.results]


def test_each_reader_gets_a_message_of_their_own_over_one_connection() -> None:
    with smtp_server() as server:
        result = provider_for(server).send(a_batch())
    assert kinds(result) == [Accepted] * 3
    assert server.recipients == [ANA, BOR, CIRIL]
    assert server.connections == 1
    assert {mail.sender for mail in server.arrived} == {"bulletin@bulletin.example.org"}
    for mail, name in zip(server.arrived, (ANA, BOR, CIRIL), strict=True):
        assert message_from_bytes(mail.data, policy=default)["To"] == name


def test_an_email_with_an_envelope_of_its_own_comes_from_there_and_the_bytes_are_the_same() -> None:
    with_own = a_message(1, envelope_from="bounces+abc@example.org")
    batch = a_batch(with_own, a_message(2))
    with smtp_server() as server:
        provider_for(server).send(batch)
    assert [mail.sender for mail in server.arrived] == ["bounces+abc@example.org", "bulletin@bulletin.example.org"]
    assert server.arrived[0].data == compose(batch, a_message(1))
    assert request_digest(batch) != request_digest(a_batch(a_message(1), a_message(2)))


def test_an_address_that_is_longer_than_servers_take_costs_its_reader_only() -> None:
    """RFC 5321, section 4.5.3.1.1: servers may refuse it; who is on a list with one stays until one does."""
    long = a_message(2, to="a" * 65 + "@example.org")
    batch = a_batch(a_message(1), long, a_message(3))
    refusals = {long.to: "501 5.1.3 Bad recipient address syntax"}
    with smtp_server(SmtpScript(rcpt=refusals)) as server:
        result = provider_for(server).send(batch)
    assert kinds(result) == [Accepted, Rejected, Accepted]
    assert judge(result).stopped_by is None


def test_the_bytes_on_the_wire_are_those_of_the_message_also_where_lines_begin_with_a_dot() -> None:
    message = a_message(1, text=".\n..\n.pika\n", html="<p>\n.\n</p>")
    batch = a_batch(message)
    with smtp_server() as server:
        provider_for(server).send(batch)
    assert server.arrived[0].data == compose(batch, message)


def test_it_is_the_message_id_by_which_the_provider_knows_a_message() -> None:
    result = send(SmtpScript())
    assert result.results[0] == Accepted(1, dict(a_message(1).headers)["Message-ID"])


def test_an_address_that_does_not_exist_is_rejected_and_the_others_are_sent() -> None:
    with smtp_server(SmtpScript(rcpt={BOR: "550 5.1.1 <reader2@example.org> no such user"})) as server:
        result = provider_for(server).send(a_batch())
    assert kinds(result) == [Accepted, Rejected, Accepted]
    assert result.results[1] == Rejected(2, RejectReason.INVALID, "550 5.1.1 <[address]> no such user")
    assert server.recipients == [ANA, CIRIL]


def test_a_greylisted_address_waits_and_the_others_are_sent() -> None:
    result = send(SmtpScript(rcpt={ANA: "450 4.2.0 greylisted"}))
    assert kinds(result) == [NotSent, Accepted, Accepted]
    assert result.results[0] == NotSent(1, "450 4.2.0 greylisted")


@pytest.mark.parametrize(
    ("reply", "expected"),
    [("550 5.7.0 nobody knows", Rejected), ("452 4.3.1 disk full", NotSent), ("250 2.0.0 taken", Accepted)],
)
def test_what_is_answered_to_the_text_counts_for_that_message(reply: str, expected: type) -> None:
    assert kinds(send(SmtpScript(after_dot={BOR: reply}))) == [Accepted, expected, Accepted]


@pytest.mark.parametrize(("reply", "expected"), [("554 5.5.0 no", Rejected), ("451 4.3.0 later", NotSent)])
def test_a_refusal_before_the_text_is_certain(reply: str, expected: type) -> None:
    assert kinds(send(SmtpScript(data={BOR: reply}))) == [Accepted, expected, Accepted]


def test_a_lost_answer_leaves_that_message_in_doubt_and_no_other() -> None:
    with smtp_server(SmtpScript(after_dot={BOR: DROP})) as server:
        result = provider_for(server).send(a_batch())
    assert kinds(result) == [Accepted, Doubtful, NotSent]
    assert server.recipients == [ANA, BOR]


def test_an_answer_that_makes_no_sense_leaves_the_message_in_doubt() -> None:
    assert kinds(send(SmtpScript(after_dot={BOR: "what is it"}))) == [Accepted, Doubtful, NotSent]


@pytest.mark.parametrize("where", ["rcpt", "data"])
@pytest.mark.parametrize("reply", [DROP, "421 4.3.2 closing"])
def test_a_connection_lost_before_the_text_costs_nobody_anything(where: str, reply: str) -> None:
    result = send(SmtpScript(**{where: {BOR: reply}}))  # type: ignore[arg-type]  # one of the two dicts
    assert kinds(result) == [Accepted, NotSent, NotSent]


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (SmtpScript(greeting="554 5.3.2 go away"), TransientProviderError),
        (SmtpScript(greeting=DROP), TransientProviderError),
        (SmtpScript(mail="421 4.3.2 closing"), TransientProviderError),
        (SmtpScript(mail="451 4.3.0 later"), TransientProviderError),
        (SmtpScript(mail="553 5.1.8 not your address"), SenderMisconfigured),
        (SmtpScript(mail="530 5.7.0 sign in first"), SenderMisconfigured),
        (SmtpScript(rcpt={ANA: DROP}), TransientProviderError),
    ],
)
def test_what_stops_the_first_message_stops_the_call(script: SmtpScript, expected: type[Exception]) -> None:
    with smtp_server(script) as server, pytest.raises(expected):
        provider_for(server).send(a_batch())
    assert server.recipients == []


EVERYBODY = (ANA, BOR, CIRIL)
ABOUT_US: list[tuple[SmtpScript, type[Exception]]] = [
    (SmtpScript(rcpt=dict.fromkeys(EVERYBODY, "554 5.7.1 Relay access denied")), SenderMisconfigured),
    (SmtpScript(rcpt=dict.fromkeys(EVERYBODY, "550 5.4.5 Daily user sending limit exceeded")), QuotaSpent),
    (SmtpScript(data=dict.fromkeys(EVERYBODY, "550 5.7.1 only 10 messages per day")), QuotaSpent),
    (SmtpScript(after_dot=dict.fromkeys(EVERYBODY, "554 5.6.0 message refused")), ContentRejected),
    (SmtpScript(after_dot=dict.fromkeys(EVERYBODY, "552 5.3.4 too big")), ContentRejected),
    (SmtpScript(rcpt=dict.fromkeys(EVERYBODY, "450 4.7.1 Mail send limit exceeded")), EverybodyDeferred),
]


@pytest.mark.parametrize(("script", "kind"), ABOUT_US)
def test_what_is_about_us_ends_the_batch_at_that_message_and_costs_no_reader_their_copy(
    script: SmtpScript, kind: type[Exception]
) -> None:
    with smtp_server(script) as server:
        result = judge(provider_for(server).send(a_batch()))
    assert kinds(result) == [NotSent] * 3
    assert {result.counts for result in result.results if isinstance(result, NotSent)} == {False}
    assert type(result.stopped_by) is kind
    assert len([command for command in server.commands if command.startswith(("RCPT", "rcpt"))]) == 1


def test_what_was_taken_before_the_limit_stays_taken() -> None:
    result = judge(send(SmtpScript(rcpt={BOR: "550 5.4.5 Daily user sending limit exceeded"})))
    assert kinds(result) == [Accepted, NotSent, NotSent]
    assert isinstance(result.stopped_by, QuotaSpent)


@pytest.mark.parametrize("reply", ["550 5.4.5 Daily user sending limit exceeded", "554 5.7.0 Too many messages"])
def test_a_limit_may_also_be_told_at_the_greeting_or_when_signing_in(reply: str) -> None:
    for script in (SmtpScript(greeting=reply), SmtpScript(mail=reply), SmtpScript(auth=reply)):
        with smtp_server(script) as server, pytest.raises(QuotaSpent):
            provider_for(server, username="bilten" if script.auth else "").send(a_batch())


@pytest.mark.parametrize("reply", ["550 what a day", "451 not now"])
def test_a_row_of_equal_words_ends_the_batch(reply: str) -> None:
    messages = [a_message(number) for number in range(1, 13)]
    script = SmtpScript(rcpt={message.to: reply for message in messages[2:]})
    with smtp_server(script) as server:
        result = provider_for(server).send(a_batch(*messages))
    assert server.recipients == [message.to for message in messages[:2]]
    assert len([command for command in server.commands if command[:4].upper() == "RCPT"]) == 2 + ROW
    assert [result.counts for result in result.results if isinstance(result, NotSent)][-5:] == [False] * 5


def test_when_everyones_address_is_gone_each_is_rejected() -> None:
    result = send(SmtpScript(rcpt=dict.fromkeys((ANA, BOR, CIRIL), "550 5.1.1 no such user")))
    assert kinds(result) == [Rejected] * 3


def test_no_server_is_certainly_not_sent() -> None:
    with smtp_server() as server:
        provider = provider_for(server)
    with pytest.raises(TransientProviderError):
        provider.send(a_batch())


def test_a_batch_that_outlasts_its_time_gives_the_rest_back() -> None:
    with smtp_server() as server:
        result = provider_for(server, ticks=iter([0, 9, 11])).send(a_batch())
    assert kinds(result) == [Accepted, Accepted, NotSent]
    assert server.recipients == [ANA, BOR]


def test_it_signs_in_where_it_is_told_to() -> None:
    with smtp_server(SmtpScript(auth="235 2.7.0 welcome")) as server:
        provider_for(server, username="bilten").send(a_batch())
    assert any(command.startswith("AUTH PLAIN") for command in server.commands)


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("535 5.7.8 wrong password", SenderMisconfigured),
        ("454 4.7.0 try later", TransientProviderError),
        ("", SenderMisconfigured),
    ],
)
def test_a_sign_in_that_fails_sends_nothing(reply: str, expected: type[Exception]) -> None:
    with smtp_server(SmtpScript(auth=reply)) as server, pytest.raises(expected) as caught:
        provider_for(server, username="bilten").send(a_batch())
    assert server.recipients == []
    assert "the password" not in str(caught.value)


@pytest.mark.parametrize("host", ["", "smtp://mail.example.org", "mail.example.org:587", "a b", "[::1]", "a..b"])
def test_a_host_that_is_no_host_is_refused(host: str) -> None:
    with pytest.raises(ValidationError, match="without the port"):
        Settings(host=host)


@pytest.mark.parametrize(
    "host", ["mail.example.org", " localhost ", "::1", "10.0.0.7", "pošta.si", "mail_1", "a.b."]
)
def test_a_host_is_a_name_or_an_address(host: str) -> None:
    assert Settings(host=host).host == host.strip()


def test_the_password_is_in_no_representation() -> None:
    server = SmtpServer("h", 25, "tls", "bilten", "the password", timedelta(seconds=1))
    assert "the password" not in repr(server)


def test_a_server_without_starttls_gets_nothing_in_the_clear() -> None:
    with smtp_server() as server, pytest.raises(SenderMisconfigured):
        provider_for(server, security="starttls", username="bilten").send(a_batch())
    assert [command.split()[0] for command in server.commands] == ["ehlo"]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost that signs itself, with its key beside it."""
    folder = tmp_path_factory.mktemp("certificate")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(private)
    (folder / "cert.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    return folder


def servers_side(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    return context


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_mail_goes_encrypted_to_a_server_whose_certificate_is_trusted(
    certificate: Path, security: Literal["tls", "starttls"]
) -> None:
    script = SmtpScript(tls=servers_side(certificate), tls_from_the_start=security == "tls")
    trusting = ssl.create_default_context(cafile=str(certificate / "cert.pem"))
    with smtp_server(script) as server:
        result = provider_for(server, security=security, tls=trusting).send(a_batch())
    assert kinds(result) == [Accepted] * 3


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_that_nobody_vouches_for_gets_nothing(
    certificate: Path, security: Literal["tls", "starttls"]
) -> None:
    script = SmtpScript(tls=servers_side(certificate), tls_from_the_start=security == "tls")
    with smtp_server(script) as server, pytest.raises(SenderMisconfigured, match="certificate"):
        provider_for(server, security=security).send(a_batch())
    assert server.recipients == []


def test_the_certificates_of_a_file_are_trusted_beside_the_systems(certificate: Path) -> None:
    with smtp_server(SmtpScript(tls=servers_side(certificate))) as server:
        account = account_of(server, security="starttls", ca_file=str(certificate / "cert.pem"))
        assert kinds(SmtpProvider(account).send(a_batch())) == [Accepted] * 3
        for file in ("key.pem", "nothing.pem"):
            with pytest.raises(SenderMisconfigured, match="BILTEN_SMTP_CA_FILE"):
                SmtpProvider(account_of(server, security="starttls", ca_file=str(certificate / file))).send(
                    a_batch()
                )


def test_a_session_is_opened_as_for_sending_and_nothing_is_sent(certificate: Path) -> None:
    script = SmtpScript(auth="235 2.7.0 welcome", tls=servers_side(certificate))
    with smtp_server(script) as server:
        account = account_of(server, security="starttls", username="bilten", ca_file=str(certificate / "cert.pem"))
        SmtpProvider(account).check_session(from_address="bilten@example.org", envelope_from="bilten@example.org")
    verbs = [command.split()[0].upper() for command in server.commands]
    assert verbs == ["EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RSET", "QUIT"]
    assert server.arrived == []


BROKEN: dict[str, tuple[dict[str, Any], dict[str, Any], type[ProviderError], str]] = {
    "it says no at the greeting": ({"greeting": "554 5.7.1 not you"}, {}, TransientProviderError, "554"),
    "it is a mailbox's server": ({"greeting": "* OK IMAP4rev1 ready"}, {}, SenderMisconfigured, "not speak SMTP"),
    "it is a web server": ({"greeting": "HTTP/1.1 400 Bad Request"}, {}, SenderMisconfigured, "not speak SMTP"),
    "it has no words": ({"greeting": ""}, {}, SenderMisconfigured, "not speak SMTP"),
    "it takes nobody of our name": (
        {"hello": "550 5.7.1 bad HELO"},
        {},
        SenderMisconfigured,
        "550 5.7.1 bad HELO",
    ),
    "it has no TLS for now": (
        {"hello": "250-fake\r\n250 STARTTLS", "start_tls": "454 4.7.0 not now"},
        {"security": "starttls"},
        TransientProviderError,
        "454 4.7.0 not now",
    ),
    "it hangs up at once": ({"greeting": DROP}, {}, TransientProviderError, "no connection"),
    "it is away for now": ({"greeting": "421 4.3.2 later"}, {}, TransientProviderError, "421"),
    "it speaks no TLS": ({}, {"security": "starttls"}, SenderMisconfigured, "STARTTLS"),
    "TLS at a port without": ({}, {"security": "tls"}, SenderMisconfigured, "BILTEN_SMTP_SECURITY=tls"),
    "no TLS at a port with": ({"from_start": True}, {"security": "none"}, SenderMisconfigured, "to be tls"),
    "STARTTLS at a port with": (
        {"from_start": True},
        {"security": "starttls"},
        SenderMisconfigured,
        "has to be tls",
    ),
    "a strange certificate": ({"tls": True}, {"security": "starttls"}, SenderMisconfigured, "certificate"),
    "another name": (
        {"tls": True},
        {"security": "starttls", "host": "127.0.0.1"},
        SenderMisconfigured,
        "certificate",
    ),
    "a wrong password": ({"auth": "535 5.7.8 wrong"}, {"username": "bilten"}, SenderMisconfigured, "535"),
    "no sign-in": ({}, {"username": "bilten"}, SenderMisconfigured, "AUTH"),
    "it wants a sign-in": ({"mail": "530 5.7.0 authentication required"}, {}, SenderMisconfigured, "530"),
    "not this sender": ({"mail": "553 5.7.1 not your address"}, {}, SenderMisconfigured, "553"),
    "a name that is nobody's": ({}, {"host": "mail.invalid"}, TransientProviderError, "no connection"),
    "a limit": ({"mail": "550 5.4.5 Daily sending limit exceeded"}, {}, QuotaSpent, "limit"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_said_before_a_campaign_finds_out(certificate: Path, what: str) -> None:
    script_facts, account_facts, expected, detail = BROKEN[what]
    facts = dict(script_facts)
    if facts.pop("from_start", False):
        facts |= {"tls": servers_side(certificate), "tls_from_the_start": True}
    elif facts.pop("tls", False):
        facts |= {"tls": servers_side(certificate)}
    with smtp_server(SmtpScript(**facts)) as server, pytest.raises(expected, match=detail):
        SmtpProvider(account_of(server, **account_facts)).check_session(
            from_address="bilten@example.org", envelope_from="bilten@example.org"
        )
    assert server.arrived == []


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ((550, b"5.1.1 no such user"), RejectReason.INVALID),
        ((550, b"No such user here"), RejectReason.INVALID),
        ((553, b"5.1.3 bad address"), RejectReason.INVALID),
        ((550, b"5.1.8 sender's domain does not resolve"), RejectReason.OTHER),
        ((550, b"cannot"), RejectReason.OTHER),
        ((552, b"5.2.2 mailbox full"), RejectReason.BOUNCED),
        ((550, b"5.7.1 policy"), RejectReason.BLOCKED),
        ((554, b"5.7.1 this is spam"), RejectReason.SPAM),
        ((550, b"relay not permitted"), RejectReason.OTHER),
        ((554, b"no"), RejectReason.OTHER),
        ((554, b"\xff\xfe"), RejectReason.OTHER),
    ],
)
def test_a_refusal_has_its_reason(reply: tuple[int, bytes], reason: RejectReason) -> None:
    assert reject_reason(Reply.of(reply)) is reason
