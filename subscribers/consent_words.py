"""Consent vocabulary: the words of consent, permission, withdrawal and opt-out, in the languages of files.

Pure. English, Slovenian, German, Italian, French, Spanish, Croatian and Serbian (either alphabet), Hungarian,
Arabic and Persian. Stems, not words, so that each gender, case and tense of one is found; folded, so that accents,
capitals, alphabets and keyboards make no difference.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = str.maketrans(
    dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgddezzijklmnoprstcufhccs", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dz", "đ": "d", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ـ": ""}
)

_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670]+")
_NO_LETTERS = re.compile(r"[\W_]+")
_WORDS = re.compile(r"[^\W_]+")
_HUMPS = re.compile(r"(?<=[a-zčšž])(?=[A-ZČŠŽ])")


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
        self._anywhere: dict[str, tuple[str, ...]] = {}
        for folded, begins, _ in sorted(stems):
            if not begins:
                self._anywhere[folded[:3]] = (*self._anywhere.get(folded[:3], ()), folded)

    def are_in(self, text: str) -> bool:
        glued = fold(text)
        for place in range(len(glued) - 2):
            stems = self._anywhere.get(glued[place : place + 3])
            if stems is not None and glued.startswith(stems, place):
                return True
        return any(self.is_word(word) for word in words_of(text)) if self._whole or self._beginnings else False

    def is_word(self, word: str) -> bool:
        return word in self._whole or word.startswith(self._beginnings)


ENDS = StemPattern(
    "unsub optout optedout optsout withdr revok revoc revoq |remov denied declin reject refus objection objected",
    "erased |exclude |banned |blocked |stop| |inactive |cancel consentend consentexpir noconsent noemails",
    "nonewsletter dontmail dontemail dontcontact dontsend donotsend neveremail nocontact leftthelist leftlist",
    "odjav preklic |umik umaknj umaknil umaknjen |izbris |izpis odstran zavrn zavrac neposilj neposlj nezeli",
    "|noce nezelim prepoved ugovor |blokir izlocen nesoglas neprejema nesme abgemeld abmeld austrag ausgetrag",
    "widerruf widerspr |sperr gesperr werbesperr |losch gelosch geloescht loeschen keinewerbung",
    "keinenewsletter keinemail keineemail keinepost keinkontakt kontaktverbot werbeverbot abbestell",
    "nichtanschreib nichtkontakt abgelehn ablehn entzogen zuruckgezogen zurueckgezogen entfernt disiscri",
    "rimoss rimozione rimuov recesso ritirat nonvuole nondesidera noninviar noncontatt rifiut disattiv",
    "desabonn desinscri |retire| retrait nepascontacter nepasenvoyer nesouhaite neveut supprim resili |radie|",
    "|baja| |bajas| debaja desuscri desapunt retirad eliminad noquiere nodesea noenviar nocontactar rechaz",
    "|borrado| povuc povlac opozv opoziv uklonj obrisan |brisan |ispis nesalj neslat |odbij |odbio| |odbila|",
    "prigovor zabran |otkaz nezeliprim necu leiratkoz visszavon |torol |torles letilt |tilt elutasit nemker",
    "nemkivan nemakar lemond إلغاء ألغى ألغي سحب انسحاب انسحب رفض حذف إزالة لايريد لاترسل عدمالاتصال",
    "عدمالإرسال حظر محظور لغو انصراف نمیخواه پسگرفت مسدود عدمارسال عدمتمایل ارسالنشود رضایتندارد",
    "|archived |trash |deceased |died| |death| |dead| |left| |leave| |leaver |leavedate |quit| |expelled |muted|",
    "|mute| |paused| |snoozed |suspended |terminated |churn |gone| |robinson |nixie |dnm| |undeliver",
    "izstop |izloc |umrl |pokojni| |pokojna| |pokojnik| brezpost brezeposte brezobvest |zakljucen |odj|",
    "austritt ausgetret ausschluss |kundigung |kuendigung gekundigt gekuendigt verstorben |inaktiv |uscita",
    "|uscito",
    "|sortie| |decede |deces| |deceduto |salida| |fallecid |preminul |umro| |istup |elhunyt |kilepett |kilepes",
    "noemail |nomail donotsolicit |excluded| |excluded |isexcluded |isbad |invalid",
)
"""In a title: its column says who wants no mail, or no more."""

ASKS = StemPattern(
    "consent permis soglas privol dovoljen einwillig zustimm erlaubnis einverst consens permess autoriz",
    "autoris suglas saglas |pristan dozvol hozzajarul engedely beleegyez موافق رضایت رضا| إجازة اجازه |إذن|",
    "wantsto wantto wantsmail wantsemail wantsnews |wants| wishesto wouldlike |receive| |receives|",
    "receivemail receiveemail receivenews |agree |accepts| |accept| acceptsemail acceptsnews |allow| |allows|",
    "maycontact maymail mayemail canemail cancontact |zeli| |zelim| zeliprej |prejema |prejemat |strinja",
    "|mochte| |moechte| |wunsch |desidera| |vuole| ricever |riceve| accetta souhaite |veut| recevoir |recoit|",
    "|accepte| daccord |desea| |quiere| recibir |recibe| |acepta| primati primanje |prima| prihvac prihvat",
    "szeretne |kivan |elfogad یرغب یرید یوافق استلام میخواهد مایلبه |مایل| دریافت تمایل",
)
"""In a title: its column asks whether somebody agrees, or wants mail."""

ABOUT_IT = StemPattern(
    "|time| |date| |datum |zeit| |fecha| |cas| |dan| |dne| |source| |vir| |quelle| |fonte| |fuente| |izvor|",
    "|ip| |ipaddress| |text| |besedilo| |wording| |version| |verzija| |form| |obrazec| |formular |url| |link|",
    "|note |notes| |opomb |method| |nacin| |channel| |by| |id| |comment |reason| |campaign| |location|",
    "|timestamp| |at| |on| |when| |kdaj| |wann| |where| |kje| optintime optinip confirmtime confirmip |تاریخ|",
    "|زمان| |منبع|",
)
"""In such a title: its column tells when, where or how, and need not say yes."""

OTHERWISE = StemPattern("|sms| |mms| |phone |telefon |telephone| |whatsapp| |viber| |push| |cookie |piskot")
"""In a title: what is agreed to is no mail."""

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
    "nezelibiti odstranite odstraniti odstranjen izbrisite izbrisime izbrisatime izbrisan izpisan izpisite",
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

SAID_YES = StemPattern(
    "|yes| |y| |true| |x| |on| |agree |agreed| |granted| |given| |accepted| |explicit| |express| |da| |dal|",
    "|dala| |dano| |podano| |soglasa |strinja |privolil |ja| |erteilt| |zugestimmt| |si| |acconsent",
    "|accettato| |oui| |accepte| |acepta| |aceptado| |igen| |pristaje |pristao| |pristala| |نعم| |موافق|",
    "|بله| |آری| |دارد|",
)
"""As the first word of a cell, whatever follows that is no no."""

NO_WORDS = frozenset(
    words_of("no not non nein nicht ne nie ni nema nem never none keine kein لا لم غیر خیر نه ندارد")
)
FALSE = frozenset({"nein", "non", "nem", "لا", "خیر", "نه", "не"})
TRUE = frozenset({"ja", "oui", "si", "sí", "igen", "да", "نعم", "بله", "آری"})
"""In letters, beside those that every system writes."""


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """What a column's title speaks of."""

    ends: bool
    """Of leaving."""
    asks: bool
    """Of consent to mail, or the wish for it."""
    needs_yes: bool
    """And of nothing but that: its cells answer it."""
    is_other: bool
    """Of consent to something that is no mail."""


@lru_cache(maxsize=1_000)
def read_title(title: str) -> TitleFacts:
    is_other = OTHERWISE.are_in(title)
    asks = ASKS.are_in(title) and not is_other
    return TitleFacts(ENDS.are_in(title), asks, asks and not ABOUT_IT.are_in(title), is_other)
