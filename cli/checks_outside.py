"""What `bilten doctor` sees out in the world: what senders' domains say, and whether there is a spam filter."""

from collections.abc import Iterator

from cli.checks import Check, Level
from cli.context import CliContext

MAX_SECONDS = 8.0
"""Seconds for one sender's domain."""


def check_domains(context: CliContext) -> Iterator[Check]:
    from delivery.senders.sender_domain import RemarkKind, examine_domain
    from delivery.senders.senders import list_senders, sends_by_mail

    if context.probes.dns is None:
        yield Check(Level.GOOD, "cli-doctor-outbound-off")
        return
    with context.database.read() as session:
        senders = [sender for sender in list_senders(session) if sends_by_mail(sender)]
    for domain, provider in dict.fromkeys((one.domain, one.provider) for one in senders):
        for remark in examine_domain(domain, provider=provider, dns=context.probes.dns, seconds=MAX_SECONDS):
            level = Level.WARNING if remark.kind is RemarkKind.MEND else Level.GOOD
            yield Check(level, remark.code, remark.params)


def check_spam_filter(context: CliContext) -> Iterator[Check]:
    is_there = context.probes.spam_filter is not None
    yield Check(Level.GOOD, "cli-doctor-spam-filter" if is_there else "cli-doctor-spam-filter-none")
