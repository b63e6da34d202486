"""Emails that are no campaign's are sent one by one, each once."""
