"""Webhooks: what providers post."""
