"""What somebody wrote, made fit to be quoted back to them."""


def quoted(text: str, limit: int = 40) -> str:
    """Short, and nothing in it that a terminal would obey or that hides what stands beside it."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text.strip()[:limit])
