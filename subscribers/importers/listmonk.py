"""listmonk: its CSV of subscribers, whose status says nothing of a single list; and one with the status of a list.

Shape: knadh/listmonk, `cmd/subscribers.go` (v6.2): uuid, email, name, attributes, status (enabled, disabled,
blocklisted), created_at, updated_at, moments as Go prints them. The state of a subscription (unconfirmed,
confirmed, unsubscribed; `schema.sql`, subscription_status) stands only in what is asked of its database or API.
"""

from subscribers.importers.importer import Importer

_HARMLESS = frozenset({"uuid", "updatedat"})
IMPORTER = Importer(
    "listmonk",
    "listmonk",
    marks=frozenset({"uuid", "email", "attributes", "status", "updatedat"}),
    harmless=_HARMLESS,
    asked=("created_at",),
)
OF_A_LIST = Importer(
    "listmonk_list",
    "listmonk",
    marks=frozenset({"email", "status", "subscriptionstatus"}),
    columns={"subscriptionstatus": "status", "status": "blocklisted"},
    harmless=_HARMLESS,
    meanings={"status": {"enabled": "no", "disabled": "yes", "blocklisted": "yes"}},
    asked=("created_at", "subscription_created_at"),
)
