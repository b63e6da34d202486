"""What people have who work in tests, as organisations of a few people give it to them."""

from staff.tables import Role

AUTHOR = frozenset({Role.AUTHOR})
APPROVER = frozenset({Role.AUTHOR, Role.APPROVER, Role.SENDER})
"""Writes, approves and sends."""
ADMIN = frozenset({Role.ADMIN})
