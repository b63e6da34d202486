"""For providers that merge: which messages of a batch can share one call, and names for what differs. Pure.

The complete message stays the measure. A shared form is used only where filling it gives exactly the html and the
text of the complete message; everything else travels whole, in a call of its own.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count

from delivery.message.outgoing import OutgoingBatch, OutgoingMessage, SharedContent, SharedText

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Group:
    """Messages that one call can carry: one content, and the values that each has of its own."""

    messages: tuple[OutgoingMessage, ...]
    content: SharedContent

    def values(self, message: OutgoingMessage) -> dict[str, str]:
        gaps = {*self.content.html.gaps, *self.content.text.gaps}
        return {name: value for name, value in message.values if name in gaps}

    def of(self, *messages: OutgoingMessage) -> "Group":
        """A part of this group; one reader alone gets the complete message."""
        if len(messages) == 1:
            return Group(messages, _whole(messages[0]))
        return Group(messages, self.content)


def groups_of(
    batch: OutgoingBatch, *, most: int, longest_values: int | None = None, may_share: bool = True
) -> list[Group]:
    """Every message once, in groups of at most `most`, in the order in which each group first appears.

    A message whose values are longer together than `longest_values` bytes goes alone and complete.
    """
    by_content: dict[tuple[SharedContent, tuple[str, ...]], list[OutgoingMessage]] = {}
    for message in batch.messages:
        content = _content(message, longest_values) if may_share else _whole(message)
        by_content.setdefault((content, _header_names(message)), []).append(message)
    groups = []
    for (content, _), messages in by_content.items():
        for start in range(0, len(messages), most):
            groups.append(Group((), content).of(*messages[start : start + most]))
    return groups


def cut_to_size(groups: Sequence[Group], size: Callable[[Group], int], longest: int) -> list[Group]:
    """The same messages in groups of at most `longest` bytes; one message alone is never cut."""
    fitting: list[Group] = []
    waiting = deque(groups)
    while waiting:
        group = waiting.popleft()
        middle = len(group.messages) // 2
        if middle and size(group) > longest:
            waiting.extendleft([group.of(*group.messages[middle:]), group.of(*group.messages[:middle])])
        else:
            fitting.append(group)
    return fitting


def fresh_name(group: Group) -> str:
    """A word that occurs in none of the messages: a placeholder made of it can be nobody's text, whether the
    provider reads what it has put in once more or not.
    """
    return next(name for name in (f"bilten{n}x" for n in count()) if not _occurs(name, group))


def translated(text: SharedText, *, literal: Translate, gap: Translate) -> str:
    """`text` in a provider's own language."""
    parts = [
        part for chunk, name in zip(text.literals, text.gaps, strict=False) for part in (literal(chunk), gap(name))
    ]
    return "".join([*parts, literal(text.literals[-1])])


def _content(message: OutgoingMessage, longest_values: int | None) -> SharedContent:
    shared, values = message.shared, dict(message.values)
    if shared is None or (longest_values is not None and _size(values) > longest_values):
        return _whole(message)
    is_the_same = shared.html.filled(values) == message.html and shared.text.filled(values) == message.text
    return shared if is_the_same else _whole(message)


def _whole(message: OutgoingMessage) -> SharedContent:
    return SharedContent(html=SharedText((message.html,)), text=SharedText((message.text,)))


def _size(values: dict[str, str]) -> int:
    return sum(len(name.encode()) + len(value.encode()) for name, value in values.items())


def _header_names(message: OutgoingMessage) -> tuple[str, ...]:
    return tuple(name for name, _ in message.headers)


def _occurs(word: str, group: Group) -> bool:
    return any(
        word in text
        for message in group.messages
        for text in (message.html, message.text, message.subject, *(value for _, value in message.headers))
    )
