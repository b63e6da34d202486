"""Mailchimp: an audience, in one file for each state (subscribed, unsubscribed, cleaned), which come in a zip.

The zip is made one table (`decode_archive`), with a column that says which file a row stood in. A cleaned
address has bounced. Shape: public collections of such files, `subscribed_email_audience_export_….csv` since 2023
and `subscribed_members_export_….csv` before, as scripts of their users name and read them. Every audience begins
with fields for a postal address (Address), a phone number and a birthday, beside the Email Address.
"""

from subscribers.importers.importer import Importer

STATE_TITLE = "Mailchimp file"
IMPORTER = Importer(
    "mailchimp",
    "Mailchimp",
    marks=frozenset({"memberrating", "optintime"}),
    columns={"mailchimpfile": "status"},
    harmless=frozenset(
        (
            "address",
            "optinip",
            "confirmip",
            "lastchanged",
            "gmtoff",
            "dstoff",
            "timezone",
            "cc",
            "region",
        )
    ),
    asked=("OPTIN_TIME",),
    confirmed=("CONFIRM_TIME",),
    left=("UNSUB_TIME", "CLEAN_TIME"),
)
