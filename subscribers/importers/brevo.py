"""Brevo: its contacts, of whom EMAIL_BLACKLISTED says who gets no email, and DOUBLE_OPT-IN who has confirmed.

Shape: developers.brevo.com, “Export contacts” (EMAIL, ADDED_TIME and MODIFIED_TIME are in every export);
DOUBLE_OPT-IN is a category, 1 for yes and 2 for no (help.brevo.com, contact attributes). Moments are day-first, in
scripts that read such files most often without a time, in the time zone of the account, which the file does not
name. Who has not confirmed is brought in as pending.
"""

from subscribers.importers.importer import Importer
from subscribers.importers.moments import read_day_first

IMPORTER = Importer(
    "brevo",
    "Brevo",
    marks=frozenset({"email", "addedtime"}),
    columns={"doubleoptin": "confirmed"},
    harmless=frozenset(
        (
            "contactid",
            "modifiedtime",
            "smsblacklisted",
            "whatsapp",
            "landlinenumber",
            "extid",
            "contacttimezone",
            "linkedin",
        )
    ),
    meanings={"doubleoptin": {"1": "yes", "2": "no"}},
    asked=("ADDED_TIME",),
    read_moment=read_day_first,
)
