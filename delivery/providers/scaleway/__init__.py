"""Scaleway."""
