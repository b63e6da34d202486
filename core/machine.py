"""State machines, strict: a table of transitions and one pure way to ask it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from core.errors import Conflict

State = TypeVar("State", bound=StrEnum)
Action = TypeVar("Action", bound=StrEnum)


class IllegalTransition(Conflict):
    """The thing is in a state in which this step is not possible."""


def follow(transitions: Mapping[tuple[State, Action], State], state: State, action: Action) -> State:
    """The state that `action` leads to. Raises IllegalTransition."""
    try:
        return transitions[state, action]
    except KeyError:
        raise IllegalTransition("core-illegal-transition", state=state.value, action=action.value) from None


def sources(transitions: Mapping[tuple[State, Action], State], action: Action) -> list[State]:
    """The states in which `action` is possible: for the WHERE of a compare-and-set."""
    return [state for state, possible in transitions if possible == action]
