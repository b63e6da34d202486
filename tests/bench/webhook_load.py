"""Posts signed webhooks one by one, over a few connections that stay open, as a provider does.

Run as a process: an order in JSON on stdin; seconds and the answers' statuses in JSON on stdout. Requests are made
before the clock starts.
"""

import asyncio
import base64
import hashlib
import hmac
import json
import sys
import time
from collections import Counter
from typing import Any

CONNECTIONS = 8


def signed_request(order: dict[str, Any], number: int, sent_at: int) -> bytes:
    """What Resend posts when it has delivered one (Svix signature: HMAC over id, time and body)."""
    body = json.dumps(
        {
            "type": "email.delivered",
            "created_at": "2026-11-22T12:00:00.000Z",
            "data": {"email_id": str(number), "tags": {"delivery": str(number)}, "to": ["reader@example.org"]},
        }
    ).encode()
    name = f"msg_{number}"
    key = base64.b64decode(order["secret"].removeprefix("whsec_"))
    proof = hmac.new(key, f"{name}.{sent_at}.".encode() + body, hashlib.sha256).digest()
    head = (
        f"POST {order['path']} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\nsvix-id: {name}\r\nsvix-timestamp: {sent_at}\r\n"
        f"svix-signature: v1,{base64.b64encode(proof).decode()}\r\n\r\n"
    )
    return head.encode() + body


async def _post(port: int, requests: list[bytes], statuses: Counter[int]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        statuses[int(head[9:12])] += 1
    writer.close()


async def _load(order: dict[str, Any]) -> dict[str, Any]:
    sent_at = int(time.time())
    requests = [signed_request(order, number, sent_at) for number in range(1, order["events"] + 1)]
    statuses: Counter[int] = Counter()
    began = time.perf_counter()
    await asyncio.gather(
        *(_post(order["port"], requests[first::CONNECTIONS], statuses) for first in range(CONNECTIONS))
    )
    return {"seconds": time.perf_counter() - began, "statuses": statuses}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(_load(json.load(sys.stdin)))))
