"""A folder in the place of a provider: each mail is a file."""
