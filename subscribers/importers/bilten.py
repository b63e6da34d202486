"""Bilten: its own export of a list (`campaigns.people.export_files`), which loses nothing on its way back.

What only it has is read by `csv_extras`; its columns of custom fields bear the names of merge fields.
"""

from subscribers.csv_noes import letters
from subscribers.importers.importer import Importer

AGREED, LEFT = "agreed at", "unsubscribed at"
"""Titles of the moments that it has."""
IMPORTER = Importer(
    "bilten",
    "Bilten",
    marks=frozenset({"email", letters(AGREED), "pauseduntil", "tags", "topics"}),
    columns={"tags": "tags", "topics": "topics", "pauseduntil": "paused_until"},
    asked=(AGREED,),
    left=(LEFT,),
    has_fields=True,
)
