"""Feeds: parsed, recognised, read and saved."""
