"""What the mails of the samples say, in four languages: each story as the keys of a news file."""

Story = dict[str, str]

_EN: dict[str, Story] = {
    "intro": {"title": "", "summary": "Hello, [[recipient_name|friend]]!\n\nThis is what happened in November."},
    "statement": {
        "title": "600 people are missing between Libya and Greece",
        "summary": "600 people, including 100 children, are missing in the deep waters"
        " that part Libya from Greece.",
        "body": "<p>The Coast Guard was called at 3:40 and arrived at noon. The boat was"
        " overloaded with men, women"
        " and children; it capsized while it was being towed.</p><h2>What we demand</h2><ul><li>An independent"
        " inquiry.</li><li>Names for the dead: see the <a href='https://infokolpa.example.org/list'>list of names"
        "</a>.</li></ul>",
        "quote": "Nobody can say that they did not know.",
        "quote_source": "A survivor",
        "image_alt": "A calm sea at dusk, seen from a cliff; no boat in sight.",
        "caption": "South of Pylos, June 2023. Photo: Info Kolpa",
    },
    "publication": {
        "title": "The Mirror: Gatekeepers of Europe",
        "summary": "Eleven authors from five countries on how the border moves inland: into schools, surgeries and"
        " town halls.",
        "body": "<p>The collection is free to read and to share. Printed copies are at Metelkova 6.</p>",
        "quote": "To understand a situation is to push it onwards.",
        "quote_source": "From the editorial",
        "image_alt": "Cover: a fence in a mirror",
        "pdf": "yes",
        "funding": "Printed with the support of the City of Ljubljana.",
        "partners": "Mirovni inštitut",
        "emblem_alt": "City of Ljubljana",
    },
    "project": {
        "title": "GEtCoheSive begins in six towns",
        "summary": "Six towns in Central Europe will try out how newcomers and neighbours decide together.",
        "body": "<p>The first meeting was in Metlika. Until spring we will visit every town once a month.</p>"
        "<table><thead><tr><th>Town</th><th>First meeting</th></tr></thead><tbody><tr><td>Metlika</td>"
        "<td>12 November</td></tr><tr><td>Graz</td><td>3 December</td></tr></tbody></table>",
        "quote": "Integration happens in every village.",
        "quote_source": "Topic 2 of the AMIF call",
        "logo_alt": "Logo of GEtCoheSive: three rings",
        "partners": "Info Kolpa (Ljubljana); Mirovni inštitut (Ljubljana); Caritas (Graz)",
        "funding": "Co-funded by the European Union. Views and opinions expressed are however those of the authors"
        " only and do not necessarily reflect those of the European Union. The European Union cannot be held"
        " responsible for them.",
        "emblem_alt": "Emblem of the European Union",
    },
    "report_summary": {
        "title": "Adequate Housing and Migrants in Slovenia",
        "summary": "One in three of those we asked had been refused a flat for their name alone.",
        "body": "<h2>What we found</h2><ol><li>Landlords ask for six months in advance.</li><li>Nobody controls"
        " it.</li></ol>",
        "pdf": "yes",
    },
    "event": {
        "title": "Reading the names: an evening of remembrance",
        "summary": "We will read the names of those who died on the border this year. Everyone may read one.",
        "body": "<p>There will be interpretation into Arabic, and somebody to look after children.</p>",
        "place": "Mirovni inštitut, Metelkova ulica 6, Ljubljana",
        "directions": "Bus 2 or 9 to Ilirska; the entrance is from the yard, without steps.",
        "image_alt": "Candles on a windowsill",
    },
    "appeal": {
        "title": "Open the inquiry into the shipwreck",
        "summary": "Write with us to the Ministry: one letter, in your name, before parliament votes.",
        "body": "<p>Families have been asking for three years. The letter asks for one"
        " thing: an inquiry that is not"
        " led by the Coast Guard itself.</p>",
        "quote": "I only want to know where my brother is.",
        "quote_source": "Mahmoud, Kobani",
        "action": "Sign the letter",
    },
    "correction": {
        "title": "Correction: the number of the missing",
        "summary": "In our statement of 20 November a number was wrong. We are sorry.",
        "wrong": "We wrote that 60 people were missing.",
        "correct": "600 people are missing, 100 of them children.",
        "body": "<p>We have corrected the statement on our website and told everyone who quoted it.</p>",
    },
}

_SL: dict[str, Story] = {
    "intro": {
        "title": "",
        "summary": "Pozdravljeni, [[recipient_name|bralke in bralci]]!\n\nTo se je zgodilo novembra.",
    },
    "statement": {
        "title": "Med Libijo in Grčijo pogrešajo 600 ljudi",
        "summary": "V globokih vodah med Libijo in Grčijo pogrešajo 600 ljudi, med njimi 100 otrok.",
        "body": "<p>Obalno stražo so poklicali ob 3.40, prišla je opoldne. Čoln je bil prenatrpan z moškimi,"
        " ženskami in otroki; prevrnil se je, ko so ga vlekli.</p><h2>Kaj zahtevamo</h2><ul><li>Neodvisno"
        " preiskavo.</li><li>Imena za mrtve: glej <a href='https://infokolpa.example.org/seznam'>seznam imen</a>."
        "</li></ul>",
        "quote": "Nihče ne more reči, da ni vedel.",
        "quote_source": "Preživeli",
        "image_alt": "Mirno morje v mraku, pogled s klifa; nikjer nobenega čolna.",
        "caption": "Južno od Pilosa, junij 2023. Foto: Info Kolpa",
    },
    "publication": {
        "title": "Ogledalo: Vratarji Evrope",
        "summary": "Enajst avtoric in avtorjev iz petih držav o tem, kako se meja seli v notranjost: v šole,"
        " ordinacije in občine.",
        "body": "<p>Zbornik lahko prosto berete in delite. Natisnjeni izvodi so na Metelkovi 6.</p>",
        "quote": "Z razumevanjem situacije pognati naprej tleče protislovnosti migracijskega režima.",
        "quote_source": "Iz uvodnika",
        "image_alt": "Naslovnica: ograja v ogledalu",
        "pdf": "yes",
        "funding": "Tisk je podprla Mestna občina Ljubljana.",
        "partners": "Mirovni inštitut",
        "emblem_alt": "Mestna občina Ljubljana",
    },
    "project": {
        "title": "GEtCoheSive se začenja v šestih krajih",
        "summary": "Šest krajev v Srednji Evropi bo preizkusilo, kako prišleki in sosedje odločajo skupaj.",
        "body": "<p>Prvo srečanje je bilo v Metliki. Do pomladi bomo vsak kraj obiskali enkrat na mesec.</p>"
        "<table><thead><tr><th>Kraj</th><th>Prvo srečanje</th></tr></thead><tbody><tr><td>Metlika</td>"
        "<td>12. november</td></tr><tr><td>Gradec</td><td>3. december</td></tr></tbody></table>",
        "quote": "Vključevanje se dogaja v vsaki vasi.",
        "quote_source": "2. tema razpisa AMIF",
        "logo_alt": "Logotip GEtCoheSive: trije obroči",
        "partners": "Info Kolpa (Ljubljana); Mirovni inštitut (Ljubljana); Caritas (Gradec)",
        "funding": "Sofinancira Evropska unija. Izražena stališča in mnenja so zgolj"
        " stališča in mnenja avtorjev in"
        " ni nujno, da odražajo stališča in mnenja Evropske unije. Evropska unija zanje ne more biti odgovorna.",
        "emblem_alt": "Emblem Evropske unije",
    },
    "report_summary": {
        "title": "Primerna stanovanja in migranti v Sloveniji",
        "summary": "Vsakemu tretjemu, ki smo ga vprašali, so stanovanje odrekli že zaradi imena.",
        "body": "<h2>Kaj smo ugotovili</h2><ol><li>Najemodajalci zahtevajo šest najemnin"
        " vnaprej.</li><li>Nihče tega"
        " ne nadzira.</li></ol>",
        "pdf": "yes",
    },
    "event": {
        "title": "Branje imen: večer spomina",
        "summary": "Brali bomo imena ljudi, ki so letos umrli na meji. Vsak lahko prebere eno.",
        "body": "<p>Poskrbljeno bo za tolmačenje v arabščino in za varstvo otrok.</p>",
        "place": "Mirovni inštitut, Metelkova ulica 6, Ljubljana",
        "directions": "Z avtobusom 2 ali 9 do postaje Ilirska; vhod je z dvorišča, brez stopnic.",
        "image_alt": "Sveče na okenski polici",
    },
    "appeal": {
        "title": "Odprite preiskavo brodoloma",
        "summary": "Z nami pišite ministrstvu: eno pismo, z vašim imenom, preden parlament glasuje.",
        "body": "<p>Družine sprašujejo že tri leta. Pismo zahteva eno samo stvar: preiskavo, ki je ne vodi obalna"
        " straža sama.</p>",
        "quote": "Samo to hočem vedeti, kje je moj brat.",
        "quote_source": "Mahmud, Kobane",
        "action": "Podpišite pismo",
    },
    "correction": {
        "title": "Popravek: število pogrešanih",
        "summary": "V naši izjavi z dne 20. novembra je bilo eno od števil napačno. Opravičujemo se.",
        "wrong": "Napisali smo, da pogrešajo 60 ljudi.",
        "correct": "Pogrešajo 600 ljudi, med njimi 100 otrok.",
        "body": "<p>Izjavo na spletni strani smo popravili in obvestili vse, ki so jo navajali.</p>",
    },
}

_AR: dict[str, Story] = {
    "intro": {"title": "", "summary": "مرحبًا [[recipient_name|بكم]]!\n\nهذا ما حدث في تشرين الثاني."},
    "statement": {
        "title": "ستمئة شخص مفقودون بين ليبيا واليونان",
        "summary": "فُقد 600 شخص، بينهم 100 طفل، في المياه العميقة التي تفصل ليبيا عن اليونان.",
        "body": "<p>أُبلغ خفر السواحل عند الساعة 3:40 ووصل ظهرًا. وثّقت ذلك منظمة Alarm Phone في تقريرها لعام 2023."
        "</p><h2>ما نطالب به</h2><ul><li>تحقيق مستقل.</li><li>أسماء للموتى: انظر"
        " <a href='https://infokolpa.example.org/ar/names'>قائمة الأسماء</a>.</li></ul>",
        "quote": "لا أحد يستطيع أن يقول إنه لم يكن يعلم.",
        "quote_source": "أحد الناجين",
        "image_alt": "بحر هادئ عند الغروب، لا قارب فيه.",
        "caption": "جنوب بيلوس، حزيران 2023. تصوير: Info Kolpa",
    },
    "publication": {
        "title": "المرآة: حرّاس أبواب أوروبا",
        "summary": "أحد عشر كاتبًا وكاتبة من خمسة بلدان يكتبون كيف تنتقل الحدود إلى الداخل: إلى المدارس والعيادات"
        " والبلديات.",
        "body": "<p>الكتاب متاح للقراءة والمشاركة مجانًا. النسخ المطبوعة في Metelkova 6.</p>",
        "quote": "أن نفهم الوضع يعني أن ندفعه إلى الأمام.",
        "quote_source": "من الافتتاحية",
        "image_alt": "الغلاف: سياج في مرآة",
        "pdf": "yes",
        "funding": "طُبع بدعم من بلدية ليوبليانا.",
        "partners": "Mirovni inštitut",
        "emblem_alt": "بلدية ليوبليانا",
    },
    "project": {
        "title": "مشروع GEtCoheSive يبدأ في ست بلدات",
        "summary": "ست بلدات في أوروبا الوسطى ستجرّب كيف يقرّر القادمون الجدد والجيران معًا.",
        "body": "<p>عُقد اللقاء الأول في Metlika. حتى الربيع سنزور كل بلدة مرة في الشهر.</p>"
        "<table><thead><tr><th>البلدة</th><th>اللقاء الأول</th></tr></thead><tbody><tr><td>Metlika</td>"
        "<td>12 تشرين الثاني</td></tr><tr><td>Graz</td><td>3 كانون الأول</td></tr></tbody></table>",
        "quote": "الاندماج يحدث في كل قرية.",
        "quote_source": "دعوة AMIF، الموضوع الثاني",
        "logo_alt": "شعار GEtCoheSive: ثلاث حلقات",
        "partners": "Info Kolpa (Ljubljana); Mirovni inštitut (Ljubljana); Caritas (Graz)",
        "funding": "بتمويل مشترك من الاتحاد الأوروبي. الآراء الواردة هي آراء أصحابها وحدهم"
        " ولا تعبّر بالضرورة عن آراء"
        " الاتحاد الأوروبي، ولا يتحمّل الاتحاد الأوروبي المسؤولية عنها.",
        "emblem_alt": "علم الاتحاد الأوروبي",
    },
    "report_summary": {
        "title": "السكن اللائق والمهاجرون في سلوفينيا",
        "summary": "واحد من كل ثلاثة ممن سألناهم رُفض طلبه لاستئجار شقة بسبب اسمه فقط.",
        "body": "<h2>ما وجدناه</h2><ol><li>يطلب المؤجّرون ستة أشهر مقدّمًا.</li><li>لا أحد يراقب ذلك.</li></ol>",
        "pdf": "yes",
    },
    "event": {
        "title": "قراءة الأسماء: أمسية للذكرى",
        "summary": "سنقرأ أسماء من ماتوا على الحدود هذا العام. يمكن لكل شخص أن يقرأ اسمًا.",
        "body": "<p>ستتوفّر ترجمة إلى العربية ورعاية للأطفال.</p>",
        "place": "Mirovni inštitut, Metelkova ulica 6, Ljubljana",
        "directions": "الحافلة 2 أو 9 إلى محطة Ilirska؛ المدخل من الفناء، بلا درج.",
        "image_alt": "شموع على حافة نافذة",
    },
    "appeal": {
        "title": "افتحوا التحقيق في غرق القارب",
        "summary": "اكتب معنا إلى الوزارة: رسالة واحدة باسمك، قبل أن يصوّت البرلمان.",
        "body": "<p>تسأل العائلات منذ ثلاث سنوات. تطلب الرسالة أمرًا واحدًا: تحقيقًا لا يقوده خفر السواحل نفسه.</p>",
        "quote": "أريد فقط أن أعرف أين أخي.",
        "quote_source": "محمود، كوباني",
        "action": "وقّع الرسالة",
    },
    "correction": {
        "title": "تصحيح: عدد المفقودين",
        "summary": "ورد في بياننا المؤرخ 20 تشرين الثاني رقم خاطئ. نعتذر عن ذلك.",
        "wrong": "كتبنا أن 60 شخصًا مفقودون.",
        "correct": "المفقودون 600 شخص، بينهم 100 طفل.",
        "body": "<p>صحّحنا البيان على موقعنا وأبلغنا كل من نقل عنه.</p>",
    },
}

_FA: dict[str, Story] = {
    "intro": {"title": "", "summary": "سلام [[recipient_name|دوستان]]!\n\nاین‌ها رویدادهای ماه نوامبر است."},
    "statement": {
        "title": "ششصد نفر میان لیبی و یونان ناپدید شده‌اند",
        "summary": "ششصد نفر، از جمله 100 کودک، در آب‌های ژرف میان لیبی و یونان ناپدید شده‌اند.",
        "body": "<p>ساعت 3:40 به گارد ساحلی خبر داده شد و ظهر رسید. قایق پر از زن و مرد و"
        " کودک بود و هنگام کشیده شدن"
        " واژگون شد.</p><h2>خواستهٔ ما</h2><ul><li>تحقیقی مستقل.</li><li>نامی برای مردگان:"
        " <a href='https://infokolpa.example.org/fa/names'>فهرست نام‌ها</a> را ببینید.</li></ul>",
        "quote": "هیچ‌کس نمی‌تواند بگوید که نمی‌دانست.",
        "quote_source": "یکی از بازماندگان",
        "image_alt": "دریایی آرام در غروب؛ هیچ قایقی دیده نمی‌شود.",
        "caption": "جنوب پیلوس، ژوئن 2023. عکس: Info Kolpa",
    },
    "publication": {
        "title": "آینه: دروازه‌بانان اروپا",
        "summary": "یازده نویسنده از پنج کشور می‌نویسند که مرز چگونه به درون می‌آید: به مدرسه‌ها، درمانگاه‌ها و"
        " شهرداری‌ها.",
        "body": "<p>خواندن و پخش این مجموعه آزاد است. نسخه‌های چاپی در Metelkova 6 هست.</p>",
        "quote": "فهمیدن هر وضعیت، پیش راندن آن است.",
        "quote_source": "از سرمقاله",
        "image_alt": "جلد: حصاری در آینه",
        "pdf": "yes",
        "funding": "با پشتیبانی شهرداری لیوبلیانا چاپ شده است.",
        "partners": "Mirovni inštitut",
        "emblem_alt": "شهرداری لیوبلیانا",
    },
    "project": {
        "title": "پروژهٔ GEtCoheSive در شش شهر آغاز می‌شود",
        "summary": "شش شهر در اروپای مرکزی می‌آزمایند که تازه‌واردان و همسایگان چگونه با هم تصمیم می‌گیرند.",
        "body": "<p>نخستین نشست در Metlika بود. تا بهار هر ماه یک بار به هر شهر می‌رویم.</p>"
        "<table><thead><tr><th>شهر</th><th>نخستین نشست</th></tr></thead><tbody><tr><td>Metlika</td>"
        "<td>12 نوامبر</td></tr><tr><td>Graz</td><td>3 دسامبر</td></tr></tbody></table>",
        "quote": "هم‌پیوندی در هر روستا رخ می‌دهد.",
        "quote_source": "فراخوان AMIF، موضوع دوم",
        "logo_alt": "نشان GEtCoheSive: سه حلقه",
        "partners": "Info Kolpa (Ljubljana); Mirovni inštitut (Ljubljana); Caritas (Graz)",
        "funding": "با تأمین مالی مشترک اتحادیهٔ اروپا. دیدگاه‌ها تنها از آنِ نویسندگان است و"
        " لزوماً بازتاب دیدگاه اتحادیهٔ"
        " اروپا نیست و اتحادیهٔ اروپا مسئول آن‌ها نیست.",
        "emblem_alt": "نشان اتحادیهٔ اروپا",
    },
    "report_summary": {
        "title": "مسکن مناسب و مهاجران در اسلوونی",
        "summary": "از هر سه نفری که پرسیدیم، به یکی تنها به‌خاطر نامش خانه نداده بودند.",
        "body": "<h2>یافته‌های ما</h2><ol><li>صاحب‌خانه‌ها اجارهٔ شش ماه را پیشاپیش می‌خواهند.</li><li>کسی بر آن نظارت"
        " نمی‌کند.</li></ol>",
        "pdf": "yes",
    },
    "event": {
        "title": "خواندن نام‌ها: شبی به یاد رفتگان",
        "summary": "نام کسانی را می‌خوانیم که امسال در مرز جان باختند. هر کس می‌تواند نامی بخواند.",
        "body": "<p>ترجمه به عربی و مراقبت از کودکان فراهم است.</p>",
        "place": "Mirovni inštitut, Metelkova ulica 6, Ljubljana",
        "directions": "اتوبوس 2 یا 9 تا ایستگاه Ilirska؛ ورودی از حیاط است و پله ندارد.",
        "image_alt": "شمع‌هایی بر لبهٔ پنجره",
    },
    "appeal": {
        "title": "تحقیق دربارهٔ غرق شدن قایق را آغاز کنید",
        "summary": "همراه ما به وزارت‌خانه بنویسید: یک نامه، به نام شما، پیش از رأی مجلس.",
        "body": "<p>خانواده‌ها سه سال است می‌پرسند. نامه یک چیز می‌خواهد: تحقیقی که خود گارد"
        " ساحلی آن را رهبری نکند.</p>",
        "quote": "فقط می‌خواهم بدانم برادرم کجاست.",
        "quote_source": "محمود، کوبانی",
        "action": "نامه را امضا کنید",
    },
    "correction": {
        "title": "تصحیح: شمار ناپدیدشدگان",
        "summary": "در بیانیهٔ 20 نوامبر ما عددی نادرست بود. پوزش می‌خواهیم.",
        "wrong": "نوشته بودیم 60 نفر ناپدید شده‌اند.",
        "correct": "ششصد نفر ناپدید شده‌اند؛ 100 نفرشان کودک‌اند.",
        "body": "<p>بیانیه را در وب‌سایت خود تصحیح کردیم و به هر که آن را نقل کرده بود خبر دادیم.</p>",
    },
}

STORIES = {"en": _EN, "sl": _SL, "ar": _AR, "fa": _FA}
