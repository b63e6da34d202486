"""Sending: launch, batches, recording, reconciliation, pause and finish; the jobs that do it."""
