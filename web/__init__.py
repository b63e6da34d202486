"""The staff app, public pages, the JSON they poll, the webhook endpoint. No rules here."""
