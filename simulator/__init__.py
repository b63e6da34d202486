"""The far side, rehearsed: an ASGI app that speaks a provider's API, keeps count and can misbehave."""
