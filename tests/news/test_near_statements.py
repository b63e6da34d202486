"""Short statements with the same title in one folder: those that say something else, and those in which a slip was
mended."""

import pytest

from tests.news.test_near_duplicates import near

OTHERS = {
    "sl": [
        (
            "Izjava o sodbi",
            "Podpiramo odločitev sodišča o pritožbi prosilcev.",
            "Obsojamo odločitev sodišča o pritožbi prosilcev.",
        ),
        (
            "Izjava",
            "Pozdravljamo novi zakon o tujcih, ki ga je danes sprejel državni zbor.",
            "Zavračamo novi zakon o tujcih, ki ga je danes sprejel državni zbor.",
        ),
        ("Izjava o meji", "Hočemo ograjo na meji in nadzor nad njo.", "Nočemo ograje na meji in nadzora nad njo."),
        (
            "Izjava o azilu",
            "Imamo dovolj prostora za vse, ki potrebujejo zaščito.",
            "Nimamo dovolj prostora za vse, ki potrebujejo zaščito.",
        ),
        (
            "Izjava o zakonu",
            "Zakon je primeren za ljudi, ki bežijo pred vojno.",
            "Zakon je neprimeren za ljudi, ki bežijo pred vojno.",
        ),
        (
            "Sporočilo",
            "Podpiramo predlog vlade o združevanju družin.",
            "Ne podpiramo predloga vlade o združevanju družin.",
        ),
        (
            "Sporočilo",
            "Vlada je ugodila zahtevi po pravni pomoči v centru.",
            "Vlada ni ugodila zahtevi po pravni pomoči v centru.",
        ),
        (
            "Potisk nazaj",
            "Policija je danes zavrnila skupino ljudi pri Obrežju.",
            "Policija je danes zavrnila skupino ljudi pri Dragonji.",
        ),
        (
            "Umrl je človek",
            "V reki Kolpi je umrl mlad moški iz Sirije.",
            "V reki Dravi je umrl mlad moški iz Maroka.",
        ),
        (
            "Sprejem v Ljubljani",
            "Vabimo na sprejem v dvorano na Metelkovi.",
            "Vabimo na sprejem v dvorano v Rogu.",
        ),
        (
            "Izjava",
            "Ljudje iz Irana potrebujejo zaščito in varno pot.",
            "Ljudje iz Iraka potrebujejo zaščito in varno pot.",
        ),
        ("Obletnica", "Spominjamo se umrlih v morju pri Lampedusi.", "Spominjamo se umrlih v morju pri Pilosu."),
        ("Izjava", "Imigranti so del naše skupnosti.", "Emigranti so del naše skupnosti."),
        (
            "Delavnica",
            "Delavnica o pravicah delavcev je odpovedana.",
            "Delavnica o pravicah delavcev je prestavljena.",
        ),
    ],
    "en": [
        (
            "Statement",
            "We support the court's decision on the return of families.",
            "We condemn the court's decision on the return of families.",
        ),
        (
            "Statement",
            "We welcome the new law on asylum that parliament has passed.",
            "We reject the new law on asylum that parliament has passed.",
        ),
        (
            "On the fence",
            "The fence at the border is legal, the ministry says.",
            "The fence at the border is illegal, the court says.",
        ),
        (
            "Statement",
            "The ministry has answered our letter about the camp.",
            "The ministry has not answered our letter about the camp.",
        ),
        (
            "Pushback",
            "Twelve people were pushed back near Bihać this morning.",
            "Thirty people were pushed back near Bihać this morning.",
        ),
        (
            "Statement",
            "People from Iran need a safe way and a fair hearing.",
            "People from Iraq need a safe way and a fair hearing.",
        ),
        ("News from the camp", "The women's house is open again.", "The children's house is open again."),
    ],
    "ar": [
        ("بيان", "ندعم قرار المحكمة بشأن طالبي اللجوء في البلاد", "ندين قرار المحكمة بشأن طالبي اللجوء في البلاد"),
        ("بيان", "نرحب بالقانون الجديد للجوء الذي أقره البرلمان", "نرفض القانون الجديد للجوء الذي أقره البرلمان"),
        ("بيان", "الحكومة تستجيب لمطالب العائلات في المخيم", "الحكومة لا تستجيب لمطالب العائلات في المخيم"),
        ("بيان", "نطالب بفتح الحدود مع العراق أمام العائلات", "نطالب بفتح الحدود مع سوريا أمام العائلات"),
        ("من المخيم", "وصلت عشر عائلات إلى المركز اليوم", "غادرت عشر عائلات من المركز اليوم"),
    ],
    "fa": [
        (
            "بیانیه",
            "ما از رأی دادگاه درباره پناهجویان حمایت می‌کنیم",
            "ما از رأی دادگاه درباره پناهجویان انتقاد می‌کنیم",
        ),
        ("بیانیه", "دولت به خانواده‌ها در اردوگاه کمک می‌کند", "دولت به خانواده‌ها در اردوگاه کمک نمی‌کند"),
        ("بیانیه", "این قانون برای پناهجویان خوب است", "این قانون برای پناهجویان خوب نیست"),
        ("بیانیه", "مرز ایران برای خانواده‌ها باز شد", "مرز ترکیه برای خانواده‌ها باز شد"),
        ("بیانیه", "ما قانون تازه را می‌پذیریم و از آن می‌گوییم", "ما قانون تازه را رد می‌کنیم و از آن می‌گوییم"),
    ],
}
MENDED = {
    "sl": [
        (
            "Izjava o sodbi",
            "Podpiramo odločitev sodišča o pritožbi prosilcev.",
            "Podpiramo odločitev sodišča o pritožbi prosilcov.",
        ),
        ("Izjava o sodbi", "Podpiramo odločitev sodišča o pritožbi.", "Podpiramo odločitve sodišča o pritožbi."),
        ("Izjava", "Zahtevamo varne poti.", "Zahtevamo vrane poti."),
        ("Izjava", "Zahtevamo varne poti.", "Zahtevammo varne poti."),
        ("Izjava o azilu", "Imamo dovolj prostora za vse.", "Imamo dovolj prostora za vse!"),
        (
            "Izjava o meji",
            "Na meji stojijo naprimer otroci in starši.",
            "Na meji stojijo na primer otroci in starši.",
        ),
        ("Umrl je človek", "V reki Kolpi je umrl mlad moški.", "V reki Kolpi je umrl mladi moški."),
        (
            "Obletnica",
            "Spominjamo se umrlih v morju pri Lampedusi.",
            "Spominjamo se vseh umrlih v morju pri Lampedusi.",
        ),
        ("Sporočilo", "Vlada je ugodila zahtevi po pravni pomoči.", "Vlada je ugodila zahtevi po pravni pomoci."),
    ],
    "en": [
        (
            "Statement",
            "We support the court's decision on the return of families.",
            "We support the courts decision on the return of families.",
        ),
        ("Statement", "We welcome the new law on asylum.", "We welcome the new law on asylumm."),
        ("Statement", "People need a safe way.", "Peolpe need a safe way."),
        ("On the camp", "The camp will be closed in winter.", "The camp will be closed in the winter."),
        ("On the camp", "Accommodation is missing for ten families.", "Acommodation is missing for ten families."),
        ("Statement", "Return teh passports.", "Return the passports."),
    ],
    "ar": [
        ("بيان", "ندعم قرار المحكمة بشأن طالبي اللجوء", "ندعم قرار المحكمه بشأن طالبي اللجوء"),
        ("بيان", "نرحب بالقانون الجديد للجوء", "نرحب بالقانوون الجديد للجوء"),
        ("بيان", "نطالب بفتح الحدود أمام العائلات", "نطالب بفتح الحدود أمام العائالت"),
    ],
    "fa": [
        (
            "بیانیه",
            "ما از رأی دادگاه درباره پناهجویان حمایت می‌کنیم",
            "ما از رای دادگاه درباره پناهجویان حمایت می کنیم",
        ),
        ("بیانیه", "دولت به خانواده‌ها در اردوگاه کمک می‌کند", "دولت به خانواده‌ها در اردوگاه کمک میکند"),
        ("بیانیه", "مرز برای خانواده‌ها باز شد", "مرز برای خانوادها باز شد"),
    ],
}
TITLES = [
    ("sl", "Izjava o Gazi", "Izjva o Gazi"),
    ("sl", "Izjava", "Izajva"),
    ("sl", "Zahtevamo premirje", "Zahtevamo primirje"),
    ("sl", "Umrl je človek", "Umrl je človk"),
    ("en", "Statement", "Statment"),
    ("en", "On the pushbacks", "On the puhsbacks"),
    ("ar", "بيان الجمعية", "بيان الجميعة"),
    ("fa", "بیانیه انجمن", "بیانییه انجمن"),
]
SHORT = {"sl": "Preberite izjavo.", "en": "Read it here.", "ar": "اقرأوا البيان", "fa": "بیانیه را بخوانید"}


def pairs(table: dict[str, list[tuple[str, str, str]]]) -> list[tuple[str, str, str, str]]:
    return [(language, *pair) for language, rows in table.items() for pair in rows]


@pytest.mark.parametrize(("language", "title", "first", "other"), pairs(OTHERS))
def test_another_statement_is_news(language: str, title: str, first: str, other: str) -> None:
    texts = [{"title": title, "body_html": f"<p>{body}</p>"} for body in (first, other)]
    assert not near(*texts, language=language, folder=1)
    assert not near(*reversed(texts), language=language, folder=1)


@pytest.mark.parametrize(("language", "title", "first", "other"), pairs(MENDED))
def test_a_mended_statement_is_the_same(language: str, title: str, first: str, other: str) -> None:
    texts = [{"title": title, "body_html": f"<p>{body}</p>"} for body in (first, other)]
    assert near(*texts, language=language, folder=1)
    assert near(*reversed(texts), language=language, folder=1)


@pytest.mark.parametrize(("language", "title", "slip"), TITLES)
def test_a_mistyped_title_of_a_very_short_text_is_the_same(language: str, title: str, slip: str) -> None:
    texts = [{"title": each, "body_html": f"<p>{SHORT[language]}</p>"} for each in (title, slip)]
    assert near(*texts, language=language, folder=1)
    assert near(*reversed(texts), language=language, folder=1)


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Bilten 12", "Bilten 13"),
        ("Izjava o Iranu", "Izjava o Iraku"),
        ("Poročilo II", "Poročilo III"),
        ("Novice, junij", "Novice, julij"),
        ("Vabilo", "Izjava"),
        ("Za zakon", "Ne zakon"),
        ("Hočemo zakon", "Nočemo zakona"),
    ],
)
def test_another_title_of_a_very_short_text_is_news(title: str, other: str) -> None:
    texts = [{"title": each, "body_html": "<p>Preberite izjavo.</p>"} for each in (title, other)]
    assert not near(*texts, folder=1)
    assert not near(*reversed(texts), folder=1)
