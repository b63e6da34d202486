"""Every design in every reader language, as a reader gets it: html by "design.language"."""

from docs.screenshots import mails

MAILS = {f"{template}.{language}": html for template, language, html in mails()}
