"""What a kind of news says besides its text, read from a file's front matter as the kind's keys are declared."""

from core.errors import InputRefused
from kinds.details import Details, Key, ValueType
from kinds.registry import NewsKind, all_keys
from news.front_matter import FrontMatter
from news.read_values import day, moment, number, web_address
from news.slug import checked_slug


def read_details(matter: FrontMatter, kind: NewsKind, *, slug: str) -> Details:
    """`slug`: the item's own. Raises InputRefused for what the kind lacks or has no use for, and what cannot be
    true."""
    schema = kind.definition.details
    _check_keys(matter, kind)
    details = schema.model_validate(
        {name: read_value(matter, name, key, slug=slug) for name, key in schema.keys().items()}
    )
    fault = details.fault()
    if fault:
        raise InputRefused(f"news-{fault.problem}", file=matter.file, line=matter.line(fault.key))
    return details


def _check_keys(matter: FrontMatter, kind: NewsKind) -> None:
    for name, (owner, key) in all_keys().items():
        if name in matter.values and owner is not kind:
            line = matter.line(name)
            raise InputRefused("news-key-of-another-kind", file=matter.file, line=line, key=name, kind=owner.value)
        if key.is_required and owner is kind and name not in matter.values:
            raise InputRefused("news-kind-needs", file=matter.file, line=1, key=name, kind=kind.value)


def read_value(matter: FrontMatter, name: str, key: Key, *, slug: str) -> object:
    """What stands under the key; None, or nothing, where it is absent. Raises InputRefused."""
    match key.type:
        case ValueType.TEXT:
            return matter.text(name)
        case ValueType.DAY:
            return day(matter, name)
        case ValueType.MOMENT:
            return moment(matter, name)
        case ValueType.NUMBER:
            return number(matter, name, least=key.least)
        case ValueType.WEB_ADDRESS:
            return web_address(matter, name)
        case ValueType.SLUG:
            return _slug_of_another(matter, name, slug)


def _slug_of_another(matter: FrontMatter, name: str, slug: str) -> str:
    named = checked_slug(matter, name)
    if named == slug:
        raise InputRefused("news-corrects-itself", file=matter.file, line=matter.line(name))
    return named
