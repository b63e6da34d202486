"""What a device calls itself (the header User-Agent), in a word or two, so that its owner recognises it. Pure.

Only these words are kept, never the header: it is a fingerprint, and whoever sends it writes what they like.
"""

_PROGRAMS = (
    ("Firefox", ("Firefox/", "FxiOS/")),
    ("Edge", ("Edg/", "EdgA/", "EdgiOS/")),
    ("Opera", ("OPR/",)),
    ("Samsung Internet", ("SamsungBrowser/",)),
    ("Chrome", ("Chrome/", "CriOS/")),
    ("Safari", ("Safari/",)),
)
"""In this order: each claims to be those that come after it, too."""
_SYSTEMS = (
    ("Android", ("Android",)),
    ("iPhone", ("iPhone",)),
    ("iPad", ("iPad",)),
    ("Windows", ("Windows",)),
    ("macOS", ("Mac OS X", "Macintosh")),
    ("ChromeOS", ("CrOS",)),
    ("Linux", ("Linux",)),
)


def browser_name(user_agent: str) -> str:
    """Such as `Firefox, Android`; empty where nothing in it is known."""
    names = (_first(user_agent, _PROGRAMS), _first(user_agent, _SYSTEMS))
    return ", ".join(name for name in names if name)


def _first(text: str, known: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    return next((name for name, signs in known if any(sign in text for sign in signs)), "")
