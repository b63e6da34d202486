"""What has to happen by itself, and how often it is looked after. Plain functions; an engine says when.

Each job finds its work in the tables, is safe to run twice, and is safe to be killed in: that is how a wake-up
that was lost is found by the next one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from campaigns.automation.run_automations import run_automations
from campaigns.digests.run_digests import run_digests
from campaigns.feeds.follow_hubs import follow_hubs
from campaigns.feeds.poll_feeds import poll_feeds
from campaigns.imports.run_imports import run_imports
from campaigns.opt_in.send_opt_in_mail import send_opt_in_mails
from campaigns.people.encrypt_members import encrypt_members
from campaigns.rehearsal.rehearse import rehearse_campaigns
from campaigns.retention.run_retention import run_retention
from campaigns.sending.cancel import cancel_leftovers
from campaigns.sending.feedback import process_webhooks
from campaigns.sending.finish import finish_drained_campaigns
from campaigns.sending.job_context import JobContext
from campaigns.sending.launch import launch_due_campaigns
from campaigns.sending.pull_suppressions import pull_due_suppressions
from campaigns.sending.read_bounces import read_bounces
from campaigns.sending.reconcile import reconcile_in_doubt
from campaigns.sending.send import send_campaigns
from campaigns.still_wanted.run_still_wanted import run_still_wanted
from campaigns.system_mail.answer_resets import answer_resets
from campaigns.system_mail.send_staff_mails import send_staff_mails
from campaigns.welcome.run_welcome import run_welcome
from delivery.attempts.queue import expire_leases
from delivery.settings import DeliverySettings
from scheduler.attention_mail import email_attention
from scheduler.clock_faults import clamp_moments, watch_clock
from scheduler.collect_files import collect_files
from scheduler.daily_backup import back_up_daily
from scheduler.seal_audit_log import seal_audit_log


@dataclass(frozen=True, slots=True)
class Job:
    name: str
    run: Callable[[JobContext], None]
    every: timedelta
    sends: bool = False
    """Whether mail may go out by it: not while the database is held back (ADR 30)."""

    @property
    def max_silence(self) -> timedelta:
        """After how long without a run staff are told."""
        return max(self.every * 10, timedelta(minutes=5))


def free_expired_leases(context: JobContext) -> None:
    """Deliveries whose worker was never heard of again: unsent ones queue again, the others are in doubt."""
    now = context.steps.observe(context.clock, context.uptime)
    if not context.steps.is_steady(DeliverySettings.of(context.settings).lease, uptime=context.uptime.seconds()):
        return  # it may be the clock that ended them: whoever is calling has until then to say so
    with context.database.write() as session:
        expire_leases(session, now=now)


def read_websites(context: JobContext) -> None:
    """What has come may go out by itself at once (ADR 85): that job is called for."""
    poll_feeds(context, then=run_digests)


JOBS: tuple[Job, ...] = (
    Job("launch_due_campaigns", launch_due_campaigns, timedelta(seconds=1), sends=True),
    Job("send_campaigns", send_campaigns, timedelta(seconds=1), sends=True),
    Job("reconcile_in_doubt", reconcile_in_doubt, timedelta(seconds=1), sends=True),
    Job("free_expired_leases", free_expired_leases, timedelta(seconds=5)),
    Job("finish_drained_campaigns", finish_drained_campaigns, timedelta(seconds=1), sends=True),
    Job("cancel_leftovers", cancel_leftovers, timedelta(seconds=5)),
    Job("process_webhooks", process_webhooks, timedelta(seconds=1)),
    Job("send_opt_in_mails", send_opt_in_mails, timedelta(seconds=1), sends=True),
    Job("answer_resets", answer_resets, timedelta(seconds=1), sends=True),
    # Both judge by themselves what may go out while the database is held back: that it is.
    Job("send_staff_mails", send_staff_mails, timedelta(seconds=1)),
    Job("email_attention", email_attention, timedelta(minutes=1)),
    Job("run_automations", run_automations, timedelta(seconds=5), sends=True),
    Job("run_digests", run_digests, timedelta(seconds=5), sends=True),
    Job("run_welcome", run_welcome, timedelta(minutes=1), sends=True),
    Job("run_still_wanted", run_still_wanted, timedelta(minutes=15), sends=True),
    Job("pull_due_suppressions", pull_due_suppressions, timedelta(minutes=5)),
    Job("read_bounces", read_bounces, timedelta(minutes=1)),
    # Nothing leaves the machine by it, and a part of it takes a while: it has a sweep of its own.
    Job("rehearse_campaigns", rehearse_campaigns, timedelta(seconds=3)),
    # Likewise.
    Job("run_imports", run_imports, timedelta(seconds=2)),
    # Strangers' servers take their time: likewise.
    Job("poll_feeds", read_websites, timedelta(seconds=10)),
    # Likewise; and nobody is to be told anything on the word of a database that is held back.
    Job("follow_hubs", follow_hubs, timedelta(seconds=20), sends=True),
    # What it deletes may be a great deal, the first time: likewise.
    Job("run_retention", run_retention, timedelta(seconds=15)),
    Job("watch_clock", watch_clock, timedelta(seconds=1)),
    Job("clamp_moments", clamp_moments, timedelta(minutes=1)),
    Job("encrypt_members", encrypt_members, timedelta(minutes=1)),
    # Its line in the journal is none while the database is held back.
    Job("seal_audit_log", seal_audit_log, timedelta(minutes=1), sends=True),
    Job("back_up_daily", back_up_daily, timedelta(minutes=5)),
    Job("collect_files", collect_files, timedelta(hours=1)),
)


def sweeps(jobs: Iterable[Job] = JOBS) -> dict[str, tuple[Job, ...]]:
    """The jobs that are looked after equally often, by the name of the wake-up for all of them."""
    by_name: dict[str, tuple[Job, ...]] = {}
    for job in jobs:
        name = f"sweep_every_{job.every // timedelta(seconds=1)}_seconds"
        by_name[name] = (*by_name.get(name, ()), job)
    return by_name


MAX_SILENCE = {job.name: job.max_silence for job in JOBS}
"""How long each job may be silent before staff are told."""
