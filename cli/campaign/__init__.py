"""`bilten campaign`: from a draft to the report."""

import typer

from cli.campaign import deliveries, doubts, draft, edit, review, send, status

app = typer.Typer(help="News on its way to people: draft, check, approve, schedule, send.")
for part in (draft, edit, review, send, status, deliveries, doubts):
    app.add_typer(part.app)
