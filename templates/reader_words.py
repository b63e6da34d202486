"""The mail's own words, in its language."""

from dataclasses import dataclass

from core.errors import InputRefused
from core.i18n import TextParam, Texts, is_language
from templates.styles import is_other_language, name_for_readers, primary


@dataclass(frozen=True, slots=True)
class ReaderTexts:
    language: str
    texts: Texts

    def __call__(self, key: str, /, **params: TextParam) -> str:
        return self.texts.text(self.language, f"templates-{key}", **params)

    def note(self, language: str, around: str) -> str:
        """ "in English", for what stands in another language than what is around it; else empty."""
        if not is_other_language(language, around):
            return ""
        return self("in-language", code=primary(language), name=name_for_readers(language, self.language))


def check_language(language: str) -> None:
    """Raises InputRefused for a language that nobody knows."""
    if not is_language(language):
        raise InputRefused("templates-language-unknown", language=language)
