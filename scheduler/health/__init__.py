"""Health checks: whether everything that sending needs is in order.

One use case for `bilten doctor`, /readyz and the staff's page of what needs attention. What facts mean is decided
in `rules`, apart from where they come from. None of it changes anything.
"""
