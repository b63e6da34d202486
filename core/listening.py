"""TCP listener without Nagle's algorithm (TCP_NODELAY): an answer on a kept connection leaves at once.

asyncio turns the algorithm off only on sockets that name TCP as their protocol, and those of
`socket.create_server` name none: the second part of each answer then waited for the client's delayed
acknowledgement, 40 ms. Accepted connections inherit the option from the socket that listens.
"""

import socket

BACKLOG = 128
"""How many connections the system accepts for us, and how many are taken at once."""


def listen(host: str, port: int) -> socket.socket:
    """`host`: a name or an address, IPv6 without brackets; `port` 0 takes a free one. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family, backlog=BACKLOG)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def url_of(listening: socket.socket) -> str:
    """Where it can be reached; an IPv6 address stands in brackets (RFC 3986, 3.2.2)."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
