"""Mail merge: what is frozen for all, and what is filled in for each recipient."""
