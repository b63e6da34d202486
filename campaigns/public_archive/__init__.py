"""Public archive: what has been published, who may see it, and the search in it."""
