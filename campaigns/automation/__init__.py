"""Automations: new publications become campaigns by themselves, held back where a person has to look."""
