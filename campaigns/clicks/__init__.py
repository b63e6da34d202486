"""Click counting without tracking: one address for each link, the same for all readers (ADR 66)."""
