"""Webhook poster: threads that post what is due, try again with growing pauses, and drain at the end."""

import heapq
import logging
import ssl
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from threading import Condition, Thread

import httpx

from simulator.clock import Clock, ticks
from simulator.config import SimulatorConfig
from simulator.dialects import dialects
from simulator.ledger import Ledger
from simulator.webhook_jobs import ONE_CLICK, WebhookJob

POSTED, FAILED = "posted", "failed"
_log = logging.getLogger(__name__)


@dataclass(order=True, slots=True)
class _Due:
    at: float
    order: int
    webhook_job: WebhookJob = field(compare=False)
    generation: int = field(compare=False)
    attempts: int = field(compare=False, default=0)


def _any_certificate() -> ssl.SSLContext:
    """On loopback, a certificate of one's own is what there is, and no one stands between."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


class WebhookWorker:
    def __init__(self, config: SimulatorConfig, ledger: Ledger, clock: Clock) -> None:
        self._config = config
        self._ledger = ledger
        self._clock = clock
        self._changed = Condition()
        self._queue: list[_Due] = []
        self._order = count()
        self._running = 0
        self._generation = 0
        self._draining = False
        self._outcomes = Counter(ledger.webhook_job_outcomes().values())
        self._threads: list[Thread] = []
        self._client = httpx.Client(timeout=10, trust_env=False, follow_redirects=False, verify=_any_certificate())

    def start(self) -> None:
        for number in range(self._config.webhook_workers):
            thread = Thread(target=self._work, name=f"simulator-webhooks-{number}", daemon=True)
            thread.start()
            self._threads.append(thread)

    def add(self, webhook_jobs: Iterable[WebhookJob]) -> None:
        now = ticks()
        with self._changed:
            for webhook_job in webhook_jobs:
                at = now + self._config.webhook_delay * webhook_job.step
                heapq.heappush(self._queue, _Due(at, next(self._order), webhook_job, self._generation))
            self._changed.notify_all()

    def counts(self) -> dict[str, int]:
        with self._changed:
            pending = len(self._queue) + self._running
            return {POSTED: self._outcomes[POSTED], "pending": pending, FAILED: self._outcomes[FAILED]}

    def wait_until_idle(self, timeout: float) -> bool:
        """Whether everything was posted or given up within `timeout` seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._queue and not self._running, timeout)

    def forget(self) -> None:
        with self._changed:
            self._generation += 1  # what is under way now belongs to a rehearsal that is over
            self._queue.clear()
            self._outcomes.clear()
            self._changed.notify_all()

    def stop(self) -> None:
        """Run what is left once more, without pauses or repeats; what fails now stays for the next start."""
        with self._changed:
            self._draining = True
            self._changed.notify_all()
        deadline = ticks() + self._config.drain_seconds
        for thread in self._threads:
            thread.join(max(0.0, deadline - ticks()))
        if not any(thread.is_alive() for thread in self._threads):
            self._client.close()

    def _work(self) -> None:
        while (due := self._next()) is not None:
            done = False
            try:
                done = self._run(due.webhook_job)
            finally:
                self._finish(due, done=done)

    def _next(self) -> _Due | None:
        with self._changed:
            while not self._draining:
                wait = self._queue[0].at - ticks() if self._queue else None
                if wait is not None and wait <= 0:
                    break
                self._changed.wait(wait)
            if not self._queue:
                return None
            self._running += 1
            return heapq.heappop(self._queue)

    def _run(self, webhook_job: WebhookJob) -> bool:
        try:
            return self._post(webhook_job)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            _log.info("webhook job of %s failed: %s", webhook_job.received.id, type(error).__name__)
            return False

    def _post(self, webhook_job: WebhookJob) -> bool:
        now = self._clock.now()
        if webhook_job.event is None:
            form = {"content-type": "application/x-www-form-urlencoded"}
            return self._client.post(webhook_job.url, content=ONE_CLICK, headers=form).is_success
        webhook = dialects()[webhook_job.received.dialect].tell(
            webhook_job.received, webhook_job.event, secret=self._config.signing_secret(), now=now
        )
        if webhook is None:  # this provider posts no such event
            return True
        headers = {"content-type": "application/json", **webhook.headers}
        return self._client.post(webhook_job.url, content=webhook.body, headers=headers).is_success

    def _finish(self, due: _Due, *, done: bool) -> None:
        with self._changed:
            self._running -= 1
            if due.generation == self._generation:
                self._settle_or_repeat(due, done=done)
            self._changed.notify_all()

    def _settle_or_repeat(self, due: _Due, *, done: bool) -> None:
        delays = self._config.retry_delays
        if done or due.attempts >= len(delays):
            outcome = POSTED if done else FAILED
            self._outcomes[outcome] += 1
            self._ledger.close_webhook_job(due.webhook_job.name, outcome)
        elif not self._draining:
            at = ticks() + delays[due.attempts]
            again = _Due(at, next(self._order), due.webhook_job, due.generation, due.attempts + 1)
            heapq.heappush(self._queue, again)
