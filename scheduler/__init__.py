"""When: APScheduler is the clock, procrastinate wakes workers on other machines; the only importer of either."""
