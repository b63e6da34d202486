"""Settings with other variables, core's or a section's."""

from core.settings import Settings, load_settings


def with_variables(settings: Settings, **variables: object) -> Settings:
    """As if they had been given at the start, beside what was."""
    known = {name: value.get_secret_value() for name, value in settings._variables.items()}
    return load_settings(None, **known | variables)  # type: ignore[arg-type]  # none is called `sections`
