"""Public pages: readers, the archive, feeds; no sign-in."""
