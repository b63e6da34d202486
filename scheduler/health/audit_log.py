"""Health of the audit log: whether what was sealed is still there, and as it was sealed."""

from collections.abc import Iterator

from core.errors import Refusal
from scheduler.health.context import HealthContext
from scheduler.health.health_check import HealthCheck, Level
from scheduler.seal_audit_log import noted_seal
from staff.verify_audit_log import AuditLogReport, SealFault, SealFaultKind, verify_audit_log


def verify(context: HealthContext) -> AuditLogReport:
    """Reads the whole log, and of this machine's journal the last lines. Changes nothing."""
    report = _verify(context)
    if any(fault.kind is SealFaultKind.UNNOTED for fault in report.faults):
        # Retention may have been at work between the journal and the database: now the journal knows of it.
        report = _verify(context)
    return report


def _verify(context: HealthContext) -> AuditLogReport:
    guard = context.restore_guard
    with context.database.read() as session:
        identity = guard.local.identify(session)
    # Before the database is read: a seal that comes meanwhile is in both.
    noted = noted_seal(guard, identity)
    with context.database.read() as session:
        return verify_audit_log(session, noted, now=context.clock.now())


def check_audit_log(context: HealthContext) -> Iterator[HealthCheck]:
    report = verify(context)
    if report.faults:
        why = tuple(refusal_of(fault) for fault in report.faults)
        yield HealthCheck(
            Level.PROBLEM, "scheduler-health-audit-changed", why=why, advice="scheduler-do-audit-changed"
        )
    elif report.seal_count:
        params = {"entries": report.entry_count, "seal": report.seal_count}
        yield HealthCheck(Level.GOOD, "scheduler-health-audit-whole", {**params})


def refusal_of(fault: SealFault) -> Refusal:
    """As a line of text."""
    return Refusal("", None, f"scheduler-seal-{fault.kind.value}", {"seal": fault.number})
