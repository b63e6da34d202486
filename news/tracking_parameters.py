"""Tracking parameters: what an address carries only so that somebody can follow whoever opens it. Pure.

Everything else of the address stays as it is written, in its order: sites sign their addresses.
"""

import re

_NAMES = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|fbclid|gclid|dclid|wbraid|gbraid|msclkid|yclid|twclid|igshid|mc_[ce]id"
    r"|_hsenc|_hsmi|mkt_tok)(?:=.*)?",
    re.IGNORECASE | re.DOTALL,
)


def without_tracking(address: str) -> str:
    head, mark, fragment = address.partition("#")
    path, question, query = head.partition("?")
    if not question:
        return address
    kept = "&".join(pair for pair in query.split("&") if not _NAMES.fullmatch(pair))
    return path + (f"?{kept}" if kept else "") + mark + fragment
