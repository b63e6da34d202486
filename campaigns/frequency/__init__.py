"""How often a reader gets what is of a topic: which digests serve whom, and which of its items are for whom."""
