"""Email to staff, queued as rows: what it says, and to whom."""
