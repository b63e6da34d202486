"""Data retention (storage limitation): what is kept of people, for how long, and what goes by itself."""
