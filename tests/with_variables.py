"""Settings with other variables, core's or a section's."""

from core.settings import Settings, load_settings


def with_variables(settings: Settings, **variables: object) -> Settings:
    """A copy; what sections had before is forgotten."""
    known: dict[str, object] = settings.model_dump() | variables
    return load_settings(None, **known)  # type: ignore[arg-type]  # none is called `sections`
