"""Look a campaign over before anybody has to: errors stop it, warnings ask."""

from sqlmodel import Session

from campaigns.compose import document, gather
from campaigns.queries import variants_of
from campaigns.reach import reach
from campaigns.tables import Campaign
from core.errors import NotFound
from core.settings import Settings
from templates.check import Finding, Severity, check_rendered
from templates.render import render


def check(session: Session, campaign_id: int, *, settings: Settings) -> list[Finding]:
    """Every finding, errors first. Raises NotFound; InputRefused where a variant cannot be rendered at all."""
    campaign = session.get(Campaign, campaign_id)
    if campaign is None:
        raise NotFound("campaigns-unknown", id=campaign_id)
    ingredients = gather(session, campaign, settings=settings)
    findings = _check_audience(session, campaign)
    for variant in variants_of(session, campaign_id):
        written = document(ingredients, variant, settings=settings)
        findings.extend(check_rendered(written, render(written)))
    return sorted(findings, key=lambda finding: finding.severity is not Severity.ERROR)


def _check_audience(session: Session, campaign: Campaign) -> list[Finding]:
    """A list without readers is worth a word now; whether it stays so is seen at the launch."""
    reached = reach(session, campaign)
    required = [
        _finding(Severity.ERROR, "campaigns-required-variant-missing", language=language)
        for language in reached.missing
    ]
    if not reached.total:
        return [*required, _finding(Severity.WARNING, "campaigns-audience-empty")]
    others = [
        _finding(
            Severity.WARNING,
            "campaigns-language-missing",
            language=stand.language,
            count=stand.count,
            instead=stand.instead,
        )
        for stand in reached.stands
    ]
    return [*required, *others]


def _finding(severity: Severity, code: str, **params: str | int) -> Finding:
    return Finding(severity=severity, code=code, where="audience", language="", params=params)
