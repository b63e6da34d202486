"""When: APScheduler is the clock; the only importer of it."""
