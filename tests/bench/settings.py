"""The settings of a measurement."""

from pathlib import Path

from core.settings import Settings, load_settings


def settings_for(database_url: str, folder: Path, far_side: str) -> Settings:
    return load_settings(
        env_file=None,
        database_url=database_url,
        var_dir=folder / "var",
        state_dir=str(folder / "state"),
        resend_base_url=far_side,
    )
