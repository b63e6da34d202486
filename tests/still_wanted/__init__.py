"""Whether quiet readers still want a list: whom it asks, whom it never asks, and what follows from no answer."""
