"""Every command × whose name it writes in the audit log: docs/roles.md says what is so, and none is missing."""

from docs.command_access import ACCESS, Actor, actor_of_command
from docs.commands import commands

TAKES_AS = {Actor.A_PERSON: True, Actor.A_PERSON_OR_THE_OPERATOR: False}
"""Whether it has to be given."""


def test_every_command_is_in_the_table_once() -> None:
    listed = [name for block in ACCESS.values() for name in block.strip().split("\n")]
    assert len(listed) == len(set(listed))
    assert set(listed) == {name for name, _ in commands()}


def test_who_acts_can_be_said_just_where_the_table_says_so() -> None:
    for name, command in commands():
        who = [param.required for param in command.params if "--as" in param.opts]
        actor = actor_of_command(name)
        assert who == ([TAKES_AS[actor]] if actor in TAKES_AS else []), name
