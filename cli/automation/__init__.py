"""`bilten automation`: new publications go out by themselves, as long as people stand behind it."""

import typer

from cli.automation import change, watch

app = typer.Typer(help="New publications are sent automatically.")
for part in (watch, change):
    app.add_typer(part.app)
