"""Settings section (plug-in configuration): variables that somebody above core declares and reads.

Core knows its own settings only. Every other variable is kept unread, as a secret, until the room or the plug-in
that declared it asks: `Mine.of(settings)`. An entry point names all sections to `load_settings`, so that a
wrong value is refused at the start and not when it is first needed.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Secret, SecretStr, ValidationError

if TYPE_CHECKING:
    from core.settings import Settings

PREFIX = "BILTEN_"

Variables = Mapping[str, Secret[object]]
"""By name, in lower case and without BILTEN_."""


class SettingsSection(BaseModel):
    """A frozen value. Its variables are BILTEN_, then the section's `prefix`, then the name of the field."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    prefix: ClassVar[str] = ""

    @classmethod
    def of(cls, settings: "Settings") -> Self:
        """This section of them. Raises Misconfigured where no entry point has looked at it before."""
        return settings.section(cls)

    @classmethod
    def read(cls, variables: Variables) -> Self:
        """Raises pydantic's ValidationError."""
        names = {name: cls.prefix + name for name in cls.model_fields}
        return cls.model_validate(
            {field: variables[name].get_secret_value() for field, name in names.items() if name in variables}
        )

    @classmethod
    def defaults(cls) -> dict[str, object]:
        """By the name of the variable, as `read` takes them."""
        return {cls.prefix + name: field.get_default() for name, field in cls.model_fields.items()}

    @classmethod
    def variable(cls, field: str) -> str:
        return f"{PREFIX}{cls.prefix}{field}".upper()

    def refuse_unsafe(self) -> None:
        """For production. Raises ValueError, naming the variable, for what is convenient but not safe there."""

    def plain(self, field: str) -> str:
        """A field's text, also where it is a secret."""
        value = getattr(self, field)
        return str(value.get_secret_value() if isinstance(value, SecretStr) else value)


_KINDS = {
    "time_delta": "a duration such as PT30S, PT12H or P14D, or a number of seconds",
    "bool": "true or false",
    "int": "a whole number",
}
"""What is expected, in words, by the beginning of pydantic's names for what is not so."""


def problems_of(error: ValidationError, prefix: str = "") -> Iterable[str]:
    """One text for each wrong value, with its variable's name and never with the value."""
    for problem in error.errors(include_input=False, include_url=False):
        place = problem["loc"]
        name = f"{PREFIX}{prefix}{place[0]}".upper() + ": " if place else ""
        expected = (text for kind, text in _KINDS.items() if problem["type"].startswith(f"{kind}_"))
        yield name + next(expected, problem["msg"].removeprefix("Value error, "))
