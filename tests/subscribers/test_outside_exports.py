"""Outside judges: header rows, status words and file names as other systems write them, each with its source.

Nobody who said no there becomes a yes here; who may be written to there is. What means neither is asked about.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.db import Database
from core.errors import InputRefused
from subscribers.answer_words import Answer
from subscribers.csv_answers import kind_of, read_cell
from subscribers.csv_noes import No, is_named_as_no
from subscribers.csv_row import read_status
from subscribers.status import SubscriptionStatus
from subscribers.tables import SuppressionReason
from tests.databases import on_sqlite
from tests.subscribers.conftest import hash_of, session_beside_imports
from tests.subscribers.test_exports_of_noes import NO, YES, bring_in, statuses, suppressions

Csv = Callable[[str | bytes], Path]
PENDING = SubscriptionStatus.PENDING

pytestmark = pytest.mark.usefixtures("list_id")

MAILCHIMP = (
    "Email Address,First Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,GMTOFF,DSTOFF,TIMEZONE,CC,"
    "REGION,LAST_CHANGED,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,"
    "CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID,LEID,EUID,NOTES,TAGS"
)
PHPLIST = (
    "id\tEmail\tIs this subscriber confirmed\tIs this subscriber blacklisted\t"
    "Did this subscriber manually confirm\tNumber of bounces\tEntered\tLast Modified\t"
    "Send this subscriber HTML emails\t"
    "Is this account disabled?\tForeign Key\tList Membership"
)
HUBSPOT = (
    "Record ID,First Name,Email,Unsubscribed from all email,Marketing contact status,Email hard bounce reason"
)


def _mailchimp(name: str, **values: str) -> str:
    titles = MAILCHIMP.split(",")
    filled = {"Email Address": f"{name}@example.org", "OPTIN_TIME": "2020-01-01 10:00:00", "CC": "si"} | values
    return ",".join(filled.get(title, "") for title in titles)


def _phplist(name: str, *, confirmed: int = 1, blacklisted: int = 0, disabled: int = 0) -> str:
    shown = (
        f"1\t{name}@example.org\t{confirmed}\t{blacklisted}\t0\t0\t2024-03-01\t2024-03-01\t1\t{disabled}\t\tNews "
    )
    return shown


FILES: dict[str, tuple[str, list[str], dict[str, SubscriptionStatus], dict[str, SuppressionReason]]] = {
    # A public generator of test exports, with all 25 columns of the three files.
    "Mailchimp": (
        MAILCHIMP,
        [
            _mailchimp("yes", LAST_CHANGED="2024-05-25 10:00:00"),
            _mailchimp("no", UNSUB_TIME="2021-05-05 10:00:00", UNSUB_REASON="NORMAL"),
            _mailchimp("dead", CLEAN_TIME="2021-05-05 10:00:00", CLEAN_CAMPAIGN_TITLE="May"),
            _mailchimp("angry", UNSUB_TIME="2021-05-05 10:00:00", UNSUB_REASON="ABUSE"),
        ],
        {"yes": YES, "no": NO},
        {"dead": SuppressionReason.BOUNCED, "angry": SuppressionReason.COMPLAINED},
    ),
    # phpList/phplist3, public_html/lists/admin/actions/export.php with the titles of structure.php, "user".
    "phpList": (
        PHPLIST,
        [
            _phplist("yes"),
            _phplist("asked", confirmed=0),
            _phplist("no", blacklisted=1),
            _phplist("off", disabled=1),
        ],
        {"yes": YES, "asked": PENDING, "no": NO, "off": NO},
        {},
    ),
    # HubSpot's property labels: hs_email_optout is "Unsubscribed from all email" (its CRM property reference).
    "HubSpot": (
        HUBSPOT,
        [
            "1,Ana,yes@example.org,,Marketing contact,",
            "2,Bor,no@example.org,true,Non-marketing contact,",
            "3,Cene,dead@example.org,,Marketing contact,UNKNOWN_USER",
        ],
        {"yes": YES, "no": NO},
        {"dead": SuppressionReason.BOUNCED},
    ),
    # Klaviyo's consent states (developers.klaviyo.com, Profiles API); the title as its users' scripts read it.
    "Klaviyo": (
        "Email,Klaviyo ID,First Name,Last Name,Email Marketing Consent",
        ["yes@example.org,01A,Ana,N,SUBSCRIBED", "no@example.org,01B,Bor,K,UNSUBSCRIBED"],
        {"yes": YES, "no": NO},
        {},
    ),
    # Shopify's customers export, as importers of it name its columns.
    "Shopify": (
        "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Accepts SMS Marketing,Tags",
        ["1,Ana,N,yes@example.org,yes,no,", "2,Bor,K,no@example.org,no,no,"],
        {"yes": YES, "no": NO},
        {},
    ),
    # Substack's email_list file, verified by a converter's authors against a real one of July 2026.
    "Substack": (
        "email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at",
        [
            "yes@example.org,false,,other,false,2024-03-01T09:30:00Z,",
            "no@example.org,false,,other,true,2024-03-01,",
        ],
        {"yes": YES, "no": NO},
        {},
    ),
}


@pytest.mark.parametrize("system", sorted(FILES))
@on_sqlite
def test_their_files_are_imported_as_their_people_said(database: Database, csv: Csv, system: str) -> None:
    header, rows, expected, dead = FILES[system]
    with session_beside_imports(database) as session:
        report = bring_in(session, csv("\n".join([header, *rows]) + "\n"))
        assert report.refused == []
        assert {name: status for name, status in statuses(session).items() if name != "angry"} == expected
        assert suppressions(session) == {hash_of(f"{name}@example.org"): why for name, why in dead.items()}


WORDS: dict[str, dict[str, SubscriptionStatus | No | None]] = {
    # help.activecampaign.com, "Contact list statuses explained"
    "ActiveCampaign": {"Active": YES, "Unconfirmed": PENDING, "Unsubscribed": No.UNSUBSCRIBED,
                       "Bounced": No.BOUNCED},
    # mailerlite/mailerlite-nodejs, src/modules/subscribers/README.md
    "MailerLite": {"active": YES, "unsubscribed": No.UNSUBSCRIBED, "unconfirmed": PENDING,
                   "bounced": No.BOUNCED, "junk": No.COMPLAINED},
    # pentacent/keila, lib/keila/contacts/schemas/contact.ex
    "Keila": {"active": YES, "unsubscribed": No.UNSUBSCRIBED, "unreachable": No.OPTED_OUT},
    # developer.salesforce.com, SubscriberStatus
    "Salesforce": {"Active": YES, "Bounced": No.BOUNCED, "Deleted": No.UNSUBSCRIBED,
                   "Held": No.BOUNCED, "Unsubscribed": No.UNSUBSCRIBED},
    # Moosend's API: GET /lists/{MailingListID}/subscribers/{Status}.json
    "Moosend": {"Subscribed": YES, "Unsubscribed": No.UNSUBSCRIBED, "Bounced": No.BOUNCED,
                "Removed": No.UNSUBSCRIBED},
    # Flodesk's API, status of a subscriber
    "Flodesk": {"active": YES, "unsubscribed": No.UNSUBSCRIBED, "unconfirmed": PENDING,
                "bounced": No.BOUNCED, "complained": No.COMPLAINED, "cleaned": No.BOUNCED,
                "archived": None},
    # Sender.net, as a client of its API keeps them apart
    "Sender": {"active": YES, "unsubscribed": No.UNSUBSCRIBED, "bounced": No.BOUNCED,
               "reported_spam": No.COMPLAINED, "spam_reported": No.COMPLAINED},
    # Klaviyo's Profiles API; Omnisend's channels
    "never asked": {"NEVER_SUBSCRIBED": None, "nonSubscribed": None},
    # dev.wix.com, Email Subscriptions
    "Wix": {"SUBSCRIBED": YES, "PENDING": PENDING, "UNSUBSCRIBED": No.UNSUBSCRIBED, "NOT_SET": None,
            "SPAM_COMPLAINT": No.COMPLAINED, "INACTIVE": None},
    # Magento: 1 subscribed, 2 not active, 3 unsubscribed; ActiveCampaign's API: 1 active, 2 unsubscribed
    "codes": {"1": None, "2": None, "3": None, "-1": None},
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "meant"),
    [(word, meant) for meanings in WORDS.values() for word, meant in meanings.items()],
    ids=[f"{system}: {word}" for system, meanings in WORDS.items() for word in meanings],
)
def test_their_words_of_status_mean_what_they_mean_there(word: str, meant: SubscriptionStatus | No | None) -> None:
    """None: neither, and the row is refused. Under other titles that ask for it, only a yes lets a row through."""
    if meant is None:
        with pytest.raises(InputRefused, match="subscribers-status-unknown"):
            read_status(word)
    else:
        assert read_status(word) is meant
    for title in ("Mailing status", "Newsletter subscription", "MemberState", "Subscription list"):
        assert (read_cell(kind_of(title), word) is Answer.YES) is (meant is YES)


NAMES_OF_NOES = [
    # Mailchimp's archive of an audience
    "unsubscribed_members_export_3f2a.csv",
    "cleaned_members_export_3f2a.csv",
    "nonsubscribed_members_export_3f2a.csv",
    # Sendy, includes/subscribers/export-csv.php: the list's name and the choice
    "bulletin-unsubscribed.csv",
    "bulletin-bounced.csv",
    "bulletin-marked-as-spam.csv",
    "bulletin-unconfirmed.csv",
    # buttondown/openapi, enums.json, ExportCollection
    "unsubscribers.csv",
    # Klaviyo's and Campaign Monitor's pages of these people
    "Suppressed Profiles.csv",
    "suppression-list.csv",
    # as staff call them
    "izpisani.csv",
    "neaktivni 2025.csv",
]
NAMES_OF_OTHERS = [
    "subscribed_members_export_3f2a.csv",
    "bulletin-active.csv",
    "bulletin-all.csv",
    # knadh/listmonk, cmd/subscribers.go; Mailman's Postorius, views/list.py
    "subscribers.csv",
    "Subscribers.csv",
    "email_list.bilten.csv",
    # phpList/phplist3, actions/export.php
    "phpList Export on News from 2024-01-01 to 2026-01-01 (2026-Nov-28).csv",
    "interactive.csv",
]


def test_a_file_is_known_by_the_name_that_its_system_gives_it() -> None:
    assert [name for name in NAMES_OF_NOES if not is_named_as_no(name)] == []
    assert [name for name in NAMES_OF_OTHERS if is_named_as_no(name)] == []


@on_sqlite
def test_a_table_without_a_header_is_asked_about(database: Database, csv: Csv) -> None:
    """Sendy's."""
    with (
        session_beside_imports(database) as session,
        pytest.raises(InputRefused, match="subscribers-file-without-header"),
    ):
        bring_in(session, csv('"Ana","ana@example.org"\n'))


@pytest.mark.parametrize(
    "header_and_row",
    [
        "email,Membership status\nx@example.org,lapsed",
        "email,Subscription\nx@example.org,2",
        "email,naročnikovo stanje\nx@example.org,mirovanje",
        "email,reception\nx@example.org,nomail",  # Sympa
        "email,Delivery status\nx@example.org,by_user",  # Mailman
        "email,Email Subscription State\nx@example.org,NEVER_SUBSCRIBED",
    ],
)
@on_sqlite
def test_what_may_be_a_status_is_not_taken_for_a_yes(database: Database, csv: Csv, header_and_row: str) -> None:
    with session_beside_imports(database) as session:
        try:
            report = bring_in(session, csv(header_and_row + "\n"))
        except InputRefused as error:
            refused = [(2, error.code)]
        else:
            refused = [(row.line or 0, row.code) for row in report.refused]
        assert refused in ([(2, "subscribers-row-may-say-no")], [(2, "subscribers-file-columns-unread")])
        assert statuses(session) == {}


@pytest.mark.parametrize(
    "header_and_row",
    [
        "email,State/Province\nx@example.org,CA",
        "email,Country state\nx@example.org,Bavaria",
        "email,GDPR consent\nx@example.org,yes",
        "email,Subscription date\nx@example.org,2024-03-01 09:30:00",
        "email,Membership status\nx@example.org,active",
        "email,Mailing status\nx@example.org,",
    ],
)
@on_sqlite
def test_what_is_no_status_stops_nobody(database: Database, csv: Csv, header_and_row: str) -> None:
    with session_beside_imports(database) as session:
        assert bring_in(session, csv(header_and_row + "\n")).imported == 1
