"""The page of senders: how each fares and how its reports do, and how many emails it may send."""

from datetime import timedelta

import httpx
from sqlmodel import select

from core.addresses import EmailAddress, address_hash
from delivery.events.unplaced_complaints import keep_complaint, unplaced_complaints
from delivery.events.webhook_health import note_refused
from delivery.events.webhooks import StrayEvent
from delivery.mail_reports.mail_report import FOR_A_PERSON, UNPROVEN
from delivery.mailbox.bounce_mailbox import MailboxSource, note_failure
from delivery.outcome import EventType
from delivery.providers.base import IncomingEvent
from delivery.tables import LimitInterval, Sender, WebhookReceipt
from staff.tables import AuditEntry
from subscribers.tables import Suppression, SuppressionReason
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_languages_of_campaigns_and_lists import followed, make_admin
from tests.web.test_sign_in import form_token_on

__all__ = ["staff", "world"]


def save(client: httpx.Client, **fields: str) -> httpx.Response:
    fields["form_token"] = form_token_on(client.get("/senders/1"))
    return followed(client, client.post("/senders/1/limit", data=fields))


def goes_through_brevo(world: World) -> None:
    with world.database.write() as session:
        sender = session.get_one(Sender, 1)
        sender.provider = "brevo"
        session.add(sender)


@on_sqlite
def test_an_editor_looks_and_changes_nothing(world: World, staff: SignInAs) -> None:
    goes_through_brevo(world)
    client = staff("ana")
    before = everything_in(world.database)
    page = client.get("/senders/1")
    assert page.status_code == 200
    assert "bilten@example.org" in page.text
    assert "t" * 40 not in page.text, "where the provider posts is a secret"
    assert 'name="emails"' not in page.text
    assert everything_in(world.database) == before
    token = form_token_on(client.get("/campaigns"))
    assert client.post("/senders/1/limit", data={"emails": "5", "form_token": token}).status_code == 403


def test_an_admin_sets_a_limit_and_what_is_none_is_refused_with_what_was_typed(
    world: World, staff: SignInAs
) -> None:
    goes_through_brevo(world)
    make_admin(world, "ana")
    client = staff("ana")
    assert "/webhooks/" + "t" * 40 in client.get("/senders/1").text
    assert "Saved" in save(client, emails="500", period="hour").text
    refused = save(client, emails="a lot", period="day")
    assert refused.status_code == 422
    assert "a lot" in refused.text
    with world.database.read() as session:
        sender = session.exec(select(Sender)).one()
        assert (sender.email_limit, sender.limit_period) == (500, LimitInterval.HOUR)


def test_refused_reports_are_shown_on_it_with_their_reason(world: World, staff: SignInAs) -> None:
    goes_through_brevo(world)
    note_refused(world.database, 1, code="delivery-webhook-unsigned", count=7, now=world.clock.now())
    text = staff("ana").get("/senders/1").text
    assert "At least 7 reports" in text
    assert "not signed by the provider" in text


def goes_by_smtp(world: World, bounce_address: str | None = None) -> None:
    with world.database.write() as session:
        sender = session.get_one(Sender, 1)
        sender.provider, sender.bounce_address = "smtp", bounce_address
        session.add(sender)


def keep(world: World, error: str, subject: str) -> int:
    raw = f"From: Nada <nada@example.org>\nSubject: {subject}\n\nPlease <b>leave</b> me out.\n".encode()
    with world.database.write() as session:
        receipt = WebhookReceipt(
            sender_id=1,
            dedupe_key=subject,
            body=raw,
            received_at=world.clock.now(),
            processed_at=world.clock.now(),
            error=error,
        )
        session.add(receipt)
        session.flush()
        return receipt.id


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    fields["form_token"] = form_token_on(client.get("/senders/1"))
    return followed(client, client.post(path, data=fields))


def test_an_admin_sets_the_bounce_address_of_a_sender_with_its_own_mail_server(
    world: World, staff: SignInAs
) -> None:
    make_admin(world, "ana")
    client = staff("ana")
    goes_through_brevo(world)
    assert 'name="address"' not in client.get("/senders/1").text
    refused = post(client, "/senders/1/bounces", address="bounces@example.org", delimiter="+")
    assert refused.status_code == 422
    goes_by_smtp(world)
    assert "Saved" in post(client, "/senders/1/bounces", address="bounces@example.org", delimiter="-").text
    refused = post(client, "/senders/1/bounces", address="b" * 40 + "@example.org", delimiter="+")
    assert refused.status_code == 422
    assert "b" * 40 in refused.text, "what was typed"
    with world.database.read() as session:
        sender = session.exec(select(Sender)).one()
        assert (sender.bounce_address, sender.bounce_delimiter) == ("bounces@example.org", "-")


@on_sqlite
def test_an_editor_sees_the_bounce_address_and_changes_nothing(world: World, staff: SignInAs) -> None:
    goes_by_smtp(world, "bounces@example.org")
    receipt = keep(world, FOR_A_PERSON, "Re: Bulletin")
    client = staff("ana")
    before = everything_in(world.database)
    page = client.get("/senders/1").text
    assert "bounces@example.org" in page
    assert "nada@example.org" not in page, "who wrote may read a protected list"
    assert everything_in(world.database) == before
    token = form_token_on(client.get("/campaigns"))
    for path in ("/senders/1/bounces", f"/senders/1/mails/{receipt}/read"):
        assert client.post(path, data={"form_token": token}).status_code == 403


def test_what_is_no_bounce_is_shown_as_text_until_somebody_has_read_it(world: World, staff: SignInAs) -> None:
    goes_by_smtp(world, "bounces@example.org")
    make_admin(world, "ana")
    client = staff("ana")
    receipt = keep(world, FOR_A_PERSON, "Re: Bulletin")
    keep(world, UNPROVEN, "You have won")
    page = client.get("/senders/1").text
    assert "Please &lt;b&gt;leave&lt;/b&gt; me out." in page
    assert page.index("Re: Bulletin") < page.index("You have won"), "what is proven comes first"
    assert page.count("Nobody can show") == 1
    page = post(client, f"/senders/1/mails/{receipt}/read").text
    assert "Re: Bulletin" not in page
    assert "You have won" in page
    assert post(client, f"/senders/1/mails/{receipt}/read").status_code == 404


def complained(world: World, address: str) -> int:
    event = IncomingEvent(
        event_id=address,
        type=EventType.COMPLAINED,
        occurred_at=world.clock.now(),
        delivery_id=None,
        provider_message_id=None,
        address=address,
        call_id="<far@example.net>",
    )
    key = address_hash(EmailAddress.parse(address), secret=world.settings.secret_key.get_secret_value())
    with world.database.write() as session:
        keep_complaint(session, StrayEvent(1, event), address_hash=key, now=world.clock.now())
        return unplaced_complaints(session, 1)[0].receipt_id


def test_a_complaint_that_fits_no_email_waits_for_an_admins_word(world: World, staff: SignInAs) -> None:
    numbers = [complained(world, f"{name}@example.org") for name in ("nada", "miha")]
    assert "nada@example.org" not in staff("ana").get("/senders/1").text, "readers of protected lists, too"
    make_admin(world, "ana")
    client = staff("ana")
    page = client.get("/senders/1").text
    assert "nada@example.org" in page
    assert "far@example.net" in page
    page = post(client, f"/senders/1/complaints/{numbers[0]}/decide", **{"is": "not_ours"}).text
    assert "nada@example.org" not in page
    assert "miha@example.org" in page
    page = post(client, f"/senders/1/complaints/{numbers[1]}/decide", **{"is": "ours"}).text
    assert "miha@example.org" not in page
    with world.database.read() as session:
        (row,) = session.exec(select(Suppression)).all()
        assert (row.reason, row.detail) == (SuppressionReason.COMPLAINED, f"complaint:{numbers[1]}")
        actions = [entry.action for entry in session.exec(select(AuditEntry)).all()]
        assert actions[-2:] == ["sender.complaint_dismissed", "sender.complaint_taken"]
    assert post(client, f"/senders/1/complaints/{numbers[1]}/decide", **{"is": "ours"}).status_code == 404


def test_a_complaint_is_nobodys_to_decide_but_an_admins(world: World, staff: SignInAs) -> None:
    number = complained(world, "nada@example.org")
    client = staff("ana")
    token = form_token_on(client.get("/campaigns"))
    refused = client.post(f"/senders/1/complaints/{number}/decide", data={"is": "ours", "form_token": token})
    assert refused.status_code == 403
    with world.database.read() as session:
        assert len(unplaced_complaints(session, 1)) == 1


def test_a_mailbox_that_fails_is_shown_with_the_reason(world: World, staff: SignInAs) -> None:
    goes_by_smtp(world, "bounces@example.org")
    note_failure(world.database, MailboxSource.IMAP, "wrong password", now=world.clock.now() - timedelta(hours=2))
    client = staff("ana")
    assert "wrong password" in client.get("/senders/1").text
    assert "wrong password" in client.get("/campaigns").text
