"""Bilten: its own export of a list (`campaigns.people.export_files`), which loses nothing on its way back.

What only it has is read by `csv_extras`; its columns of custom fields bear the names of merge fields.
"""

from subscribers.csv_noes import letters
from subscribers.importers.importer import Importer

AGREED, LEFT = "agreed at", "unsubscribed at"
"""Titles of the moments that it has."""
AGREED_SLOVENIAN, LEFT_SLOVENIAN = "datum soglasja", "datum odjave"
IMPORTER = Importer(
    "bilten",
    "Bilten",
    marks=frozenset({"email", letters(AGREED), "pauseduntil", "tags", "topics"}),
    other_marks=frozenset({"enaslov", letters(AGREED_SLOVENIAN), "premordo", "oznake", "teme"}),
    columns={
        "tags": "tags",
        "topics": "topics",
        "pauseduntil": "paused_until",
        "oznake": "tags",
        "teme": "topics",
        "premordo": "paused_until",
    },
    asked=(AGREED, AGREED_SLOVENIAN),
    left=(LEFT, LEFT_SLOVENIAN),
    has_fields=True,
)
