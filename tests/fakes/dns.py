"""Name servers that answer as they are told, one answer after another, and remember what they were asked."""

from collections.abc import Sequence

from core.dns import ANSWER_WITHIN, NameUnknown, NoAnswer


class FakeDns:
    """`addresses` of a name: one list for each time that it is asked, the last one for ever."""

    def __init__(
        self,
        addresses: dict[str, list[list[str]]] | None = None,
        texts: dict[str, list[str]] | None = None,
        *,
        silent: frozenset[str] = frozenset(),
    ) -> None:
        self._addresses = addresses or {}
        self._texts = texts or {}
        self._silent = silent
        self.asked: list[str] = []

    def addresses(self, name: str, *, within: float = ANSWER_WITHIN) -> Sequence[str]:
        self._note(name)
        if name not in self._addresses:
            raise NameUnknown(name)
        turns = self._addresses[name]
        return turns.pop(0) if len(turns) > 1 else turns[0]

    def texts(self, name: str, *, within: float = ANSWER_WITHIN) -> Sequence[str]:
        self._note(name)
        return self._texts.get(name, [])

    def _note(self, name: str) -> None:
        self.asked.append(name)
        if name in self._silent:
            raise NoAnswer(name)


HERE = [["127.0.0.1"]]
