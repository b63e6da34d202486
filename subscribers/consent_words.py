"""Consent vocabulary: words in which somebody wants to be left alone, and how words of all alphabets are compared.

Pure. English, Slovenian, German, Italian, French, Spanish, Croatian and Serbian (either alphabet), Hungarian,
Arabic and Persian. Stems, not words, so that each gender, case and tense of one is found; folded, so that accents,
capitals, alphabets and keyboards make no difference.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgddezzijklmnoprstcufhccs", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dz", "đ": "d", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ـ": ""}
)

_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670]+")
_NO_LETTERS = re.compile(r"[\W_]+")
_WORDS = re.compile(r"[^\W_]+")
_HUMPS = re.compile(r"(?<=[a-zčšž])(?=[A-ZČŠŽ])")


@lru_cache(maxsize=1_000)
def fold(text: str) -> str:
    """Letters and digits without accents, in one alphabet for Serbian and one keyboard for Arabic and Persian."""
    if text.isascii():
        return _NO_LETTERS.sub("", text.lower())
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return _NO_LETTERS.sub("", _MARKS.sub("", decomposed).translate(_LETTERS))


def words_of(text: str) -> list[str]:
    """Folded one by one; consentWithdrawn is two."""
    return [word for written in _WORDS.findall(_HUMPS.sub(" ", text)) if (word := fold(written))]


class StemPattern:
    """`|` stands where a word must begin or end; without it, a stem is found anywhere, also across words."""

    def __init__(self, *lines: str) -> None:
        stems = {(fold(stem), stem.startswith("|"), stem.endswith("|")) for line in lines for stem in line.split()}
        self._whole = frozenset(folded for folded, begins, ends in stems if begins and ends)
        self._beginnings = tuple(folded for folded, begins, ends in stems if begins and not ends)
        self._beginning_of_each = frozenset(folded[:3] for folded, _, _ in stems)
        self._anywhere: dict[str, tuple[str, ...]] = {}
        for folded, begins, _ in sorted(stems):
            if not begins:
                self._anywhere[folded[:3]] = (*self._anywhere.get(folded[:3], ()), folded)

    def are_in(self, text: str) -> bool:
        glued = fold(text)
        if all(glued[place : place + 3] not in self._beginning_of_each for place in range(len(glued) - 2)):
            return False
        for place in range(len(glued) - 2):
            stems = self._anywhere.get(glued[place : place + 3])
            if stems is not None and glued.startswith(stems, place):
                return True
        return any(self.is_word(word) for word in words_of(text)) if self._whole or self._beginnings else False

    def is_word(self, word: str) -> bool:
        return word in self._whole or word.startswith(self._beginnings)


WANTS_OUT = StemPattern(
    "unsub optout optedout optsout takemeoff takehimoff takeheroff takethemoff takeusoff removeme removehim",
    "removeher removethem removeus removefrom beremoved stopsend stopmail stopemail stopwriting nomoremail",
    "nomoreemail nomorenews nolongerwant nolongerwish doesnotwant doesntwant dontwant donotwant donotsend",
    "dontsend donotmail donotemail dontemail dontmail donotcontact dontcontact donotwrite dontwrite",
    "withdrewconsent withdrawconsent withdrewhis withdrewher withdrewtheir withdrawnconsent consentwithdr",
    "consentrevok revokedconsent revokeconsent consentdenied refusedconsent deleteme pleasedelete noconsent",
    "withoutconsent didnotconsent notconsent neverconsent neversubscrib notsubscrib nonsubscrib notoptedin",
    "leavemealone explicitno wantsnomail wantsnoemail wantsout odjav neposilj neposlj noceprejem nocemprejem",
    "nocevec nocemvec nezeliprejem nezelimprejem nezelivec nezelimvec nezelinovic nezelimail nezeliposte",
    "nezelibiti odstranite odstraniti odstranjen izbrisite izbrisime",
    "izbrisatime |izbrisan| |izbrisana| |izbrisano| izpisan izpisite",
    "izpisatiga izpisatijo preklicsoglas preklicalsoglas preklicalasoglas preklicujem umaknilsoglas",
    "umaknilasoglas umiksoglas soglasjepreklic soglasjeumak brezsoglas nisoglas nesoglas preklicprivol",
    "preklicalprivol preklicalaprivol abgemeld abmeld austragen ausgetragen widerruf widerspr abbestell",
    "nichtmehranschreib nichtmehrkontakt nichtmehrschreib nichtmehrschick nichtanschreib nichtkontaktier",
    "keinemail keineemail keinenewsletter keinewerbung keinepostmehr bitteloschen bitteloeschen",
    "bitteentfernen keineeinwilligung ohneeinwilligung disiscri cancellatemi cancellami cancellarmi",
    "rimuovetemi rimuovermi rimuoverlo rimuoverla nonvuole nondesidera noninviar noninviat noncontatt",
    "revocatoil harevocato consensorevocato revocail nonacconsent desabonn desinscri neveutplus neveutpas",
    "neveuxplus nesouhaiteplus nesouhaitepas nedesireplus neplusenvoyer nepluscontacter nepasenvoyer",
    "nepascontacter neplusrecevoir retirezmoi retirerdelaliste aretireson supprimezmoi pasdaccord",
    "sansconsentement consentementretire darsedebaja darmedebaja darledebaja debaja desuscri nodesea noquiere",
    "noenviar noescribir nocontactar eliminarme borrarme quitarme harevocado revocosu consentimientorevocado",
    "retirosuconsent sinconsentimiento nesalj neslat nezeliprim nezelimprim nezelivise nezelimvise",
    "nezelidobiva nezelida nezelimda necedaprima uklonite uklonitiga ukloniteme obrisite povukaopristan",
    "povuklapristan povukaosaglas povuklasaglas povukaosuglas povuklasuglas opozvao opozvala ispisati ispisan",
    "bezsaglasnosti bezsuglasnosti bezpristanka leiratkoz leakariratkozni nemkeri nemker nemkivan nemakar",
    "neirjanak nekuldj torolje toroljek visszavon إلغاءالاشتراك إلغاءاشتراك ألغىاشتراك ألغتاشتراك لايريد",
    "لاأريد لاتريد لاترسل عدمالإرسال عدمالاتصال سحبالموافق سحبموافق احذف إزالته إزالتها بدونموافق لغواشتراک",
    "لغوعضویت نمیخواه نفرست ارسالنکن ارسالنشود حذفکنید حذفشود انصراف رضایتندارد",
)
"""In free text: somebody wants to be left alone, or has left."""
