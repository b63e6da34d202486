"""The frozen variants, split at their merge fields, at hand while a campaign is being sent."""

from collections import OrderedDict
from threading import Lock

from sqlmodel import Session, select

from campaigns.merging.personalise import CompiledVariant, compile_variant
from campaigns.tables import RenderedVariant

MAX_CACHED = 32


class CompiledVariantCache:
    """A small cache, keyed by the variant's hash and therefore never stale. Safe for threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, CompiledVariant] = OrderedDict()
        self._lock = Lock()

    def get(self, session: Session, variant_id: int) -> CompiledVariant:
        digest = session.exec(select(RenderedVariant.hash).where(RenderedVariant.id == variant_id)).one()
        with self._lock:
            if digest in self._kept:
                self._kept.move_to_end(digest)
                return self._kept[digest]
        row = session.get_one(RenderedVariant, variant_id)
        compiled = compile_variant(subject=row.subject, html=row.html, text=row.text, language=row.language)
        with self._lock:
            self._kept[digest] = compiled
            if len(self._kept) > MAX_CACHED:
                self._kept.popitem(last=False)
        return compiled

    def loader(self, session: Session) -> "VariantLoader":
        """Each variant looked up once, for the batch of one unit of work."""
        return VariantLoader(self, session)


class VariantLoader:
    def __init__(self, variants: CompiledVariantCache, session: Session) -> None:
        self._variants = variants
        self._session = session
        self._taken: dict[int, CompiledVariant] = {}

    def get(self, variant_id: int) -> CompiledVariant:
        if variant_id not in self._taken:
            self._taken[variant_id] = self._variants.get(self._session, variant_id)
        return self._taken[variant_id]
