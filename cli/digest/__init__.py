"""`bilten digest`: what has been published goes out together, on days that a calendar says, or each by itself."""

import typer

from cli.digest import set_up, show

app = typer.Typer(help="What is new goes out together, on chosen days, or at once.")
for part in (set_up, show):
    app.add_typer(part.app)
