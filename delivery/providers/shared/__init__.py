"""What several providers share: HTTP calls, errors, webhook signatures, merge groups."""
