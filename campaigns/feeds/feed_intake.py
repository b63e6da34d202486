"""Where feeds are read to, made of the services of whoever reads: the job, a command or a page."""

from campaigns.services import Services
from core.outbound import OutboundClient
from news.feeds.prepare_reading import FeedIntake
from templates.checks.language_guess import guess_other_language


def feed_intake(services: Services, outbound: OutboundClient | None) -> FeedIntake:
    settings = services.settings
    return FeedIntake(
        services.database,
        services.assets,
        outbound,
        settings.time_zone,
        guess_other_language,
        settings.staff_language,
    )
