"""`bilten campaign`: from a draft to the report."""

import typer

from cli.campaign import deliveries, doubts, draft, drafts, edit, rehearse, review, send, send_again, status

app = typer.Typer(help="Campaigns: draft, check, approve, schedule, send.")
for part in (draft, drafts, edit, review, rehearse, send, status, deliveries, doubts, send_again):
    app.add_typer(part.app)
