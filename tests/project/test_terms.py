"""Whoever searches for the field's term lands where the thing is done: that module's docstring begins with it."""

import ast

import pytest

from tests.project.test_rules import ROOT

TERMS = {
    "advisory lock": "scheduler/advisory_lock.py",
    "audit log": "staff/audit.py",
    "backoff": "delivery/attempts/retry.py",
    "backup": "core/backup/create.py",
    "bounce classification": "delivery/refusals.py",
    "brute-force protection": "staff/sign_in_guard.py",
    "bulkhead": "web/http/reserved_threads.py",
    "circuit breaker": "delivery/senders/breaker.py",
    "compare-and-set": "delivery/attempts/transitions.py",
    "csrf": "web/http/csrf.py",
    "device cookie": "staff/known_devices.py",
    "double opt-in": "web/public/confirm.py",
    "duplicate detection": "campaigns/review/repeats.py",
    "fencing token": "delivery/attempts/close_attempts.py",
    "generation counter": "core/generation/counter.py",
    "group commit": "web/http/webhook_batch_writer.py",
    "health check": "scheduler/health/health_check.py",
    "heartbeat": "scheduler/heartbeat.py",
    "high-water mark": "core/generation/mark.py",
    "hmac": "core/keyed_hash.py",
    "idempotency key": "delivery/attempts/keys.py",
    "keyset pagination": "delivery/reporting/listing.py",
    "leader election": "scheduler/leader.py",
    "lease": "delivery/attempts/queue.py",
    "mail merge": "templates/merge.py",
    "one-click unsubscribe": "web/public/unsubscribe.py",
    "optimistic concurrency control": "campaigns/editorial/stale_edit.py",
    "public urls": "core/public_urls.py",
    "progressive enhancement": "web/http/editor.py",
    "rate limit": "delivery/senders/rate.py",
    "readiness": "scheduler/health/readiness.py",
    "reconciliation": "campaigns/sending/reconcile.py",
    "rich text": "core/rich_text.py",
    "role-based access control": "staff/roles.py",
    "round trip": "news/markdown_from_html.py",
    "schema drift": "migrations/schema_drift.py",
    "separation of duties": "campaigns/editorial/contributions.py",
    "serialiser": "campaigns/reporting/campaign_data.py",
    "services": "campaigns/services.py",
    "ssrf": "core/outbound.py",
    "state machine": "core/machine.py",
    "suppression list": "subscribers/suppress.py",
    "time synchronisation": "scheduler/health/clock.py",
    "transactional outbox": "campaigns/system_mail/outbox.py",
    "upsert": "core/sql.py",
    "write-ahead journal": "core/generation/journal.py",
}


@pytest.mark.parametrize("term", TERMS)
def test_the_docstring_begins_with_the_term(term: str) -> None:
    docstring = ast.get_docstring(ast.parse((ROOT / TERMS[term]).read_text(encoding="utf-8"))) or ""
    assert docstring.lower().startswith(term)
