"""The `bilten` command. No rules here."""
