"""Drip campaign for new readers: a welcome series, and to whom an email of it is due."""
