"""News of a project."""

from kinds.kind import Kind

KIND = Kind("project", design="project")
