"""Look a campaign over before anybody has to: errors stop it, warnings ask."""

from sqlmodel import Session

from campaigns.compose import document, gather
from campaigns.queries import variants_of
from campaigns.tables import Campaign
from core.errors import NotFound
from core.settings import Settings
from subscribers.audience import count_audience
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
    audience = count_audience(session, campaign.list_id)
    if not audience:
        return [_finding("campaigns-audience-empty")]
    covered = {variant.language for variant in variants_of(session, campaign.id)}
    missing = {
        language: count
        for language, count in audience.items()
        if language not in covered and language.split("-")[0] not in covered
    }
    return [
        _finding("campaigns-language-missing", language=language, count=count, main=campaign.main_language)
        for language, count in sorted(missing.items())
    ]


def _finding(code: str, **params: str | int) -> Finding:
    return Finding(severity=Severity.WARNING, code=code, where="audience", language="", params=params)
