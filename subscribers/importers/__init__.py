"""Exports of other systems: what is special in each, one file for each, and one line of the registry (ADR 74)."""
