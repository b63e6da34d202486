"""What really happened, as JSON: for tests, for the demo, for `bilten simulator`'s reader.

GET  /simulator/state            counts: messages, addresses, duplicates, requests, webhooks
GET  /simulator/messages         the newest messages (?limit=, ?skip=, ?address=)
POST /simulator/misbehave        {"queue": [{"kind": "lost_answer"}, null], "rates": {"error": 0.1}, "clear": true}
POST /simulator/reset            forget everything, remove the .eml files
"""

import json
from collections import Counter
from itertools import islice

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.api import read_body
from simulator.events import timestamp
from simulator.fault_plan import instruct
from simulator.faults import FaultRefused
from simulator.ledger import ReceivedMessage
from simulator.mailbox_outcome import outcome_of
from simulator.simulation import Simulation

MAX_PAGE = 1_000


def state_routes(simulation: Simulation) -> list[Route]:
    api = _StateApi(simulation)
    return [
        Route("/simulator/state", api.state, methods=["GET"]),
        Route("/simulator/messages", api.messages, methods=["GET"]),
        Route("/simulator/misbehave", api.misbehave, methods=["POST"]),
        Route("/simulator/reset", api.reset, methods=["POST"]),
    ]


def describe_state(simulation: Simulation) -> dict[str, object]:
    """`addresses` counts what was accepted for each address, also where the mailbox then bounced it."""
    ledger = simulation.ledger
    last_events = Counter(
        outcome_of(message.mailbox, simulation.config).last_event for message in ledger.messages()
    )
    return {
        "accepted": ledger.count(),
        "addresses": ledger.count_by_address(),
        "duplicates": [
            {"address": duplicate.address, "fingerprint": duplicate.fingerprint, "count": duplicate.count}
            for duplicate in ledger.duplicates()
        ],
        "last_events": dict(last_events),
        "requests": dict(simulation.requests),
        "faults": dict(simulation.faults),
        "misbehaviour": simulation.fault_plan.waiting(),
        "webhooks": simulation.poster.counts(),
    }


def describe_message(received: ReceivedMessage, simulation: Simulation) -> dict[str, object]:
    envelope = received.envelope
    return {
        "id": received.id,
        "to": list(envelope.to),
        "from": envelope.sender,
        "subject": envelope.subject,
        "created_at": timestamp(received.at),
        "headers": dict(envelope.headers),
        "tags": dict(envelope.tags),
        "last_event": outcome_of(received.mailbox, simulation.config).last_event,
    }


class _StateApi:
    def __init__(self, simulation: Simulation) -> None:
        self._simulation = simulation

    async def state(self, _: Request) -> Response:
        return JSONResponse(describe_state(self._simulation))

    async def messages(self, request: Request) -> Response:
        address = request.query_params.get("address")
        limit, skip = page_of(request)
        if address is None:
            messages = self._simulation.ledger.newest(limit=limit, skip=skip)
        else:
            newest_first = reversed(self._simulation.ledger.messages())
            theirs = (message for message in newest_first if address.lower() in message.envelope.addresses())
            messages = list(islice(theirs, skip, skip + limit))
        return JSONResponse({"messages": [describe_message(message, self._simulation) for message in messages]})

    async def misbehave(self, request: Request) -> Response:
        try:
            order = json.loads((await read_body(request)).decode() or "{}")
            instruct(self._simulation.fault_plan, order)
        except FaultRefused as error:
            return JSONResponse({"error": str(error)}, status_code=422)
        except ValueError:
            return JSONResponse({"error": "not JSON"}, status_code=400)
        if order.get("clear"):
            self._simulation.release()
        return JSONResponse(self._simulation.fault_plan.waiting())

    async def reset(self, _: Request) -> Response:
        await self._simulation.reset()
        return Response(status_code=204)


def page_of(request: Request) -> tuple[int, int]:
    return _number(request, "limit", default=100, most=MAX_PAGE), _number(request, "skip", default=0, most=10**9)


def _number(request: Request, name: str, *, default: int, most: int) -> int:
    given = request.query_params.get(name, "")
    return min(int(given), most) if given.isascii() and given.isdigit() and len(given) < 12 else default
