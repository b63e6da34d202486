"""What the sender's domain says of who may send for it."""

from campaigns.review.external.probe_targets import Problem
from core.dns import Dns
from delivery.senders.sender_domain import RemarkKind, examine_domain
from delivery.tables import Sender


def probe_domain(dns: Dns, sender: Sender, seconds: float) -> list[Problem]:
    """Only what ought to be mended; what merely cannot be seen is for `bilten doctor`."""
    remarks = examine_domain(
        sender.domain, provider=sender.provider, dns=dns, seconds=seconds, envelope_domain=sender.envelope_domain
    )
    return [Problem(remark.code, remark.params) for remark in remarks if remark.kind is RemarkKind.MEND]
