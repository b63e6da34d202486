"""SMTP, to any mail server."""
