"""News from feeds, as staff see it: connecting a website, reading it by itself, and the inbox of what has come."""
