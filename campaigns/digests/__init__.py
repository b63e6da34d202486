"""Digests: what has been published since the last one goes out together, on days that a calendar says."""
