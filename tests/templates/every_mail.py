"""Every design in every reader language, as a reader gets it: html by "design.language", made when asked for."""

from collections.abc import Iterator, Mapping
from functools import cache

from core.languages import READER_LANGUAGES
from docs import screenshots


class _EveryMail(Mapping[str, str]):
    """The names are known at once: most test processes collect these tests and run a few of them."""

    _names = tuple(f"{template}.{language}" for template in screenshots.MAILS for language in READER_LANGUAGES)

    def __getitem__(self, name: str) -> str:
        if name not in self._names:
            raise KeyError(name)
        return _mail(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@cache
def _mail(name: str) -> str:
    return screenshots.mail(*name.split("."))


MAILS = _EveryMail()
