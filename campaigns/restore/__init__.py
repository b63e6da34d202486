"""After a restore: what the journal says has happened since, done to the database once more (ADR 31)."""
