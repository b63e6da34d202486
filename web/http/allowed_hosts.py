"""By which names this server may be called: links and cookies must not follow a Host header somebody made up."""

from urllib.parse import urlsplit

from core.settings import Environment, Settings


def allowed_hosts(settings: Settings) -> list[str]:
    hosts = [urlsplit(settings.public_url).hostname or ""]
    if settings.environment is Environment.DEVELOPMENT:
        hosts += ["localhost", "127.0.0.1", "[::1]"]
    return hosts
