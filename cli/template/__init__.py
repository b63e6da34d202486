"""`bilten template`: looks of the organisation's own, for a designer who works with files."""

import typer

from cli.template import inspect, save

app = typer.Typer(help="Your own templates for campaigns, in versions.")
for part in (inspect, save):
    app.add_typer(part.app)
