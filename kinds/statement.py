"""A statement: the organisation's own word on what has happened."""

from kinds.kind import Kind

KIND = Kind("statement", design="statement")
