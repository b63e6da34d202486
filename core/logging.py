"""Structured logs that can be shown to anyone: no address, no secret.

Events are named `noun.verb_past` with ids as fields.
"""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, Literal

import structlog

LogFormat = Literal["console", "json"]

_AT = r"(?:@|%(?:25)*40|=40)"
"""As it stands, percent-encoded any number of times (RFC 3986), and quoted-printable (RFC 2045)."""
_LOCAL, _DOMAIN = r"[^\s<>\"'=,;:()\[\]/?&]", r"[^\s<>\"',;:()\[\]/?&]{1,254}"
# From the beginning of a word to its first @: from each letter to each @ takes a second for 5,000 without a blank.
_ADDRESS = re.compile(rf"(?<!{_LOCAL})(?>{_LOCAL}+?{_AT}){_DOMAIN}\.{_DOMAIN}")
_CREDENTIALS = re.compile(r"\b(Bearer|Basic|Digest|Token|AWS4-HMAC-SHA256)\s+[^\s\"',;]{6,}", re.IGNORECASE)
_USER_INFO = re.compile(r"\b([a-z][a-z0-9+.-]{0,30}://)[^\s/?#\"'@]+@", re.IGNORECASE)
"""`scheme://user:password@host`."""
_SIGNED = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{16,}+\.[A-Za-z0-9_-]{27}\b")
"""What core/signing.py makes: a reader's link acts for that reader, wherever it is read."""
_IN_PATH = re.compile(
    r"(/|%2F)(?=[^\s/]{0,200}[A-Z])(?=[^\s/]{0,200}[0-9])[A-Za-z0-9_-]{20,}(?![A-Za-z0-9_.-]*\.py)"
)
"""A random part of a path: the address of a provider's webhook is its secret."""
_QUERY_SECRET = re.compile(
    r"([?&;\s\"']|^)([\w-]{0,60}(?:password|secret|token|signature|api_?key|access_?key)[\w-]{0,60})(=|%3D)[^\s&;\"']+",
    re.IGNORECASE,
)
_ROW = re.compile(r"(Failing row contains |Key )\(.*\)")
"""PostgreSQL's DETAIL shows what a row held: names, too."""
_SECRET_NAMES = re.compile(r"password|secret|token|authorization|api_?key|cookie|signature", re.IGNORECASE)


CHATTY = {"httpx": logging.WARNING, "alembic": logging.WARNING, "apscheduler": logging.ERROR,
          "procrastinate": logging.WARNING}  # fmt: skip
"""Libraries that say too loudly what belongs to DEBUG: each request's URL, each migration's dialect, and that a
job which is still at work was not started a second time; each wake-up."""


def _redacted(value: Any) -> Any:
    if isinstance(value, str):
        return _redacted_text(value)
    if isinstance(value, dict):
        return {key: _redacted_field(str(key), item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [_redacted(item) for item in value]
    if isinstance(value, int | float | bool) or value is None:
        return value
    return _redacted_text(str(value))


def _redacted_text(text: str) -> str:
    text = _USER_INFO.sub(r"\1[secret]@", text)
    text = _CREDENTIALS.sub(r"\1 [secret]", text)
    text = _QUERY_SECRET.sub(r"\1\2\3[secret]", text)
    text = _IN_PATH.sub(r"\1[token]", _SIGNED.sub("[token]", text))
    text = _ROW.sub(r"\1([row])", text)
    return _ADDRESS.sub("[address]", text)


def _redacted_field(name: str, value: Any) -> Any:
    return "[secret]" if _SECRET_NAMES.search(name) else _redacted(value)


def redact(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """The last step before a line is written: addresses and secrets are replaced, tracebacks included."""
    for name in list(event):
        if not name.startswith("_"):
            event[name] = _redacted_field(name, event[name])
    return event


def configure_logging(*, level: str, style: LogFormat) -> None:
    """Everything that logs in this process, libraries included, goes to stderr through `redact`."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    renderer: Any = (
        structlog.processors.JSONRenderer()
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.PositionalArgumentsFormatter()],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, redact, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name, least in CHATTY.items():
        logging.getLogger(name).setLevel(max(root.level, least))


def get_logger(name: str) -> Any:
    return structlog.get_logger(name)
