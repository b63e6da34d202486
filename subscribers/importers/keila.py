"""Keila: its contacts. Who is unreachable has bounced.

Shape: pentacent/keila, `lib/keila_web/helpers/contacts_csv_export.ex` (0.30): Email, First name, Last name, Data
(JSON), Status, External ID; no moments. A hard bounce, and several soft ones, make a contact unreachable
(`mailings/message_actions/`).
"""

from subscribers.importers.importer import Importer

IMPORTER = Importer(
    "keila",
    "Keila",
    marks=frozenset({"email", "firstname", "lastname", "data", "status"}),
    harmless=frozenset({"externalid"}),
    attributes=frozenset({"data"}),
    meanings={"status": {"unreachable": "bounced"}},
)
