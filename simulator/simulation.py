"""One running far side: its parts, and what has to happen at its start, at its end and when it is emptied."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress

from simulator.clock import Clock
from simulator.config import SimulatorConfig
from simulator.eml import Outbox
from simulator.fault_plan import FaultPlan
from simulator.journal import FileJournal, MemoryJournal
from simulator.ledger import Ledger, NewMessage, ReceivedMessage
from simulator.rate import RateWindow
from simulator.webhook_jobs import webhook_jobs_for
from simulator.webhooks import WebhookWorker


class Simulation:
    """Its public parts may be read from any thread; requests are served on the event loop's."""

    def __init__(self, config: SimulatorConfig, clock: Clock) -> None:
        self.config = config
        self.clock = clock
        self.ledger = Ledger(FileJournal(config.journal) if config.journal else MemoryJournal())
        self.outbox = Outbox(config.outbox)
        self.fault_plan = FaultPlan(config.faults, config.fault_rates, seed=config.seed)
        self.poster = WebhookWorker(config, self.ledger, clock)
        self.rate = RateWindow(config.requests_per_second)
        self.requests: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self._slowness_ends = asyncio.Event()
        self._slow: set[asyncio.Task[object]] = set()

    def start(self) -> None:
        """Take up what a killed simulator left: files not written, webhooks not posted."""
        done = self.ledger.webhook_job_outcomes()
        for received in self.ledger.messages():
            if self.outbox.lacks(received):
                self.outbox.write(received, self.ledger.body(received))
            self.poster.add(
                webhook_job
                for webhook_job in webhook_jobs_for(received, self.config)
                if webhook_job.name not in done
            )
        self.poster.start()

    def store(self, received: Sequence[ReceivedMessage], messages: Sequence[NewMessage]) -> None:
        """What follows from accepting: the files, the webhooks."""
        for stored, message in zip(received, messages, strict=True):
            self.outbox.write(stored, message.body)
            self.poster.add(webhook_jobs_for(stored, self.config))

    async def dawdle(self, seconds: float) -> None:
        """Let a request wait, unless it is released before."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  a coroutine that runs has a task
        self._slow.add(task)
        task.add_done_callback(self._slow.discard)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._slowness_ends.wait(), seconds)

    def release(self) -> None:
        """Slow answers that are under way are given now."""
        self._slowness_ends.set()
        self._slowness_ends = asyncio.Event()

    async def reset(self) -> None:
        """Forget everything, also what slow requests that are under way would have brought."""
        self.fault_plan.clear()
        self.release()
        if self._slow:
            await asyncio.wait(self._slow)
        self.poster.forget()
        for received in self.ledger.messages():
            self.outbox.remove(received)
        self.ledger.clear()
        self.requests.clear()
        self.faults.clear()

    def stop(self) -> None:
        self.poster.stop()
        self.ledger.close()
