"""TLS: whom a connection to the web trusts."""

import ssl
from functools import cache

import httpx


@cache
def trusted_authorities() -> ssl.SSLContext:
    """Those that certifi lists, whatever the environment says. Read once a process: it takes longer than many an
    answer. Every client shares it, and none changes it."""
    return httpx.create_ssl_context(trust_env=False)
