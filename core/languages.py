"""The languages that Bilten speaks itself. Campaigns can be in any language that Babel knows."""

STAFF_LANGUAGES = ("sl", "en")
READER_LANGUAGES = ("sl", "en", "ar", "fa")
FALLBACK = "en"
