"""Who works here: users, roles, sign-in, the audit log."""
