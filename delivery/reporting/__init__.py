"""Reporting: deliveries counted, listed, and one told from its beginning."""
