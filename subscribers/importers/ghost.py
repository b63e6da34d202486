"""Ghost: its members, of whom `subscribed_to_emails` says whether they get any newsletter.

Shape: TryGhost/Ghost, the exporter of members (`services/members/exporter/query.js` and its CSV serializer): id,
email, name, note, subscribed_to_emails, complimentary_plan, stripe_customer_id, created_at, deleted_at, labels,
tiers. Notes and labels are what somebody wrote, and are asked about.
"""

from subscribers.importers.importer import Importer

IMPORTER = Importer(
    "ghost",
    "Ghost",
    marks=frozenset({"email", "subscribedtoemails", "complimentaryplan"}),
    harmless=frozenset({"tiers", "giftid"}),
    asked=("created_at",),
)
