"""HTTP: middleware, sessions and forms, static files, and the context that every route gets."""
