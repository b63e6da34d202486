"""TLS: whom a connection to the web trusts."""

import ssl
from functools import cache

import httpx


@cache
def trusted_authorities() -> ssl.SSLContext:
    """Those that certifi lists, whatever the environment says. Read once a process: it takes longer than many an
    answer. Every client shares it, and none changes it."""
    return httpx.create_ssl_context(trust_env=False)


def own_authorities_too(path: str) -> ssl.SSLContext:
    """Trusts those in that file (PEM) beside the public ones. Raises OSError where there is none."""
    trust = httpx.create_ssl_context(trust_env=False)
    trust.load_verify_locations(cafile=path)
    return trust
