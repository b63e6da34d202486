"""The languages that Bilten speaks itself. Campaigns can be in any language that Babel knows."""

STAFF_LANGUAGES = ("sl", "en")
READER_LANGUAGES = ("sl", "en", "ar", "fa")
FALLBACK = "en"
ARABIC_SCRIPT = frozenset({"ar", "fa", "ckb", "ps", "ur", "ug", "sd"})
"""Languages whose letters join, and whose comma is the Arabic one."""
