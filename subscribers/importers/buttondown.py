"""Buttondown: its subscribers, each of a type that says whether they get email.

Shape: buttondown/docs, “Subscriber data exports” (2026): id, secondary_id, email, notes, subscriber_type,
referrer_url, utm_…, creation_date, ip_address, subscription_date, unsubscription_date, tags, metadata. The
types: buttondown/openapi, SubscriberType. Whoever pays, has paid or is a guest gets email like anybody else;
`unpaid` gets none, and its rows are refused. Who has a date of unsubscription counts as having left.
"""

from subscribers.importers.importer import Importer

_SUBSCRIBED = "regular premium gifted trialed pastdue churning churned paused upcoming"
IMPORTER = Importer(
    "buttondown",
    "Buttondown",
    marks=frozenset({"email", "subscribertype"}),
    columns={"subscribertype": "status", "unsubscriptiondate": "unsubscribedat"},
    harmless=frozenset({"secondaryid", "referrerurl", "ipaddress", "creationdate"}),
    attributes=frozenset({"metadata"}),
    meanings={
        "subscribertype": {
            **dict.fromkeys(_SUBSCRIBED.split(), "subscribed"),
            "unactivated": "unconfirmed",
            "removed": "unsubscribed",
            "undeliverable": "bounced",
        }
    },
    asked=("subscription_date",),
    left=("unsubscription_date",),
)
