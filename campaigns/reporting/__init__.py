"""Reporting: what became of a campaign and of each delivery, and what needs attention."""
