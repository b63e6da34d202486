# Vrste novic, kakor jih bere ekipa
news-kind-statement = Izjava
news-kind-page = Stran
news-kind-report_summary = Povzetek poročila
news-kind-project = Projekt
news-kind-publication = Publikacija
news-kind-journal = Revija
news-kind-event = Dogodek
news-kind-appeal = Poziv
news-kind-correction = Popravek

# Datoteka z novico
news-file-missing = Datoteke { $file } ni. Preverite ime in mapo. Nič se ni spremenilo.
news-file-unreadable = Datoteke { $file } ni mogoče prebrati: ni navadna datoteka ali pa je Bilten ne sme odpreti. Preverite datoteko in njene pravice. Nič se ni spremenilo.
news-file-too-large = Datoteka { $file } je večja od { $limit } kB, kolikor je dovoljeno za novico. Skrajšajte jo ali pa daljšo različico priložite kot PDF. Nič se ni spremenilo.
news-file-not-utf8 = { $file }, { $line }. vrstica: eden od znakov ni zapisan v UTF-8. Datoteko odprite v urejevalniku, jo shranite kot UTF-8 in znova uvozite. Nič se ni spremenilo.
news-front-matter-missing = { $file }: v prvi vrstici mora biti --- kot začetek glave (kind, language, title …). Dodajte jo in datoteko znova uvozite. Nič se ni spremenilo.
news-front-matter-open = { $file }: glava ni zaključena. Za zadnjim ključem dodajte vrstico z --- in datoteko znova uvozite. Nič se ni spremenilo.
news-front-matter-too-long = { $file }: glava ima več kot { $limit } znakov. Besedilo prestavite pod njo. Nič se ni spremenilo.
news-front-matter-unreadable = { $file }, { $line }. vrstica: te vrstice ali vrstice pred njo ni mogoče razumeti. Najpogosteje je treba vrednost dati v narekovaje, ker se začne z [ ali " ali vsebuje dvopičje: title: "[PDF] Naslov". Nič se ni spremenilo.
news-character-not-allowed = { $file }, { $line }. vrstica: v njej je neviden kontrolni znak. Vrstico izbrišite in jo natipkajte znova. Nič se ni spremenilo.
news-too-many-brackets = { $file }, { $line }. vrstica: v besedilu je več kot { $limit } oglatih oklepajev »[«. Izbrišite tiste, ki jih besedilo ne potrebuje. Nič se ni spremenilo.
news-key-misspelt = { $file }, { $line }. vrstica: ključa »{ $key }« ni. Ste mislili »{ $suggestion }«? Nič se ni spremenilo.
news-key-unknown = { $file }, { $line }. vrstica: ključa »{ $key }« ni. Uporabite lahko: { $keys }. Nič se ni spremenilo.
news-key-twice = { $file }, { $line }. vrstica: ključ »{ $key }« se ponovi. Obdržite le enega. Nič se ni spremenilo.
news-key-alone = { $file }, { $line }. vrstica: ob ključu »{ $key }« mora biti tudi »{ $needed }«. Dodajte »{ $needed }« ali izbrišite »{ $key }«. Nič se ni spremenilo.
news-value-not-text = { $file }, { $line }. vrstica: tu je mogoč samo zapis ključ: vrednost, vrednost pa je navadno besedilo. Če se začne z [, {"{"}, &, * ali !, jo dajte v narekovaje. Nič se ni spremenilo.
news-value-missing = { $file }: v glavi manjka »{ $key }«. Dodajte ga in datoteko znova uvozite. Nič se ni spremenilo.
news-value-too-long = { $file }, { $line }. vrstica: »{ $key }« ima več kot { $limit } znakov. Skrajšajte ga. Nič se ni spremenilo.
news-kind-unknown = { $file }, { $line }. vrstica: »{ $value }« ni vrsta novice. Uporabite eno od teh: { $kinds }. Nič se ni spremenilo.
news-language-missing = { $file }: jezika ni mogoče ugotoviti. V glavo dodajte language: sl ali pa datoteko poimenujte ime.sl.md. Nič se ni spremenilo.
news-language-unknown = { $file }, { $line }. vrstica: »{ $value }« ni oznaka jezika. Uporabite na primer sl, en, ar ali fa. Nič se ni spremenilo.
news-language-differs = { $file }, { $line }. vrstica: v glavi je jezik { $language }, v imenu datoteke pa { $suffix }. Popravite eno od njiju. Nič se ni spremenilo.
news-slug-unusable = { $file }, { $line }. vrstica: kratko ime (slug) sestavljajo male črke od a do z, števke in posamezni vezaji, na primer { $suggestion }. Nič se ni spremenilo.
news-slug-missing = { $file }: iz imena datoteke ni mogoče narediti kratkega imena. V glavo dodajte slug: kratko-ime. Nič se ni spremenilo.
news-url-unusable = { $file }, { $line }. vrstica: spletni naslov mora biti cel, začeti se mora s https:// ali http:// in biti brez presledkov. Nič se ni spremenilo.
news-date-unreadable = { $file }, { $line }. vrstica: »{ $value }« ni datum. Leto, mesec in dan zapišite takole: 2026-11-22. Nič se ni spremenilo.
news-moment-unreadable = { $file }, { $line }. vrstica: »{ $value }« ni ne dan ne dan z uro. Zapišite takole: 2026-12-05 18:00 ali 2026-12-05, če ure ni. Nič se ni spremenilo.
news-ends-early = { $file }, { $line }. vrstica: »ends« mora biti poznejši kot »starts« in zapisan enako, oba z uro ali oba brez nje. Nič se ni spremenilo.
news-time-skipped = { $file }, { $line }. vrstica: v pasu { $zone } se ura tisto noč premakne naprej, zato tega časa ni. Izberite eno uro poznejši čas. Nič se ni spremenilo.
news-number-unreadable = { $file }, { $line }. vrstica: »{ $value }« ni število, ki bi ga bilo mogoče uporabiti tu. Zapišite ga samo s števkami, na primer 1240. Nič se ni spremenilo.
news-key-of-another-kind = { $file }, { $line }. vrstica: ključ »{ $key }« spada k novici vrste { $kind }. Spremenite vrsto ali izbrišite »{ $key }«. Nič se ni spremenilo.
news-details-newer = Podrobnosti novice je zapisala novejša različica Biltena (oblika { $version }). Nič se ni izgubilo ali spremenilo. Znova namestite novejšo različico.
news-kind-needs = { $file }: novica vrste { $kind } mora imeti v glavi »{ $key }«. Dodajte ga in datoteko znova uvozite. Nič se ni spremenilo.
news-corrects-itself = { $file }, { $line }. vrstica: popravek navaja sam sebe. »corrects« je kratko ime novice, v kateri je napaka. Nič se ni spremenilo.
news-image-in-body = { $file }, { $line }. vrstica: slika ne more biti sredi besedila. Navedite jo v glavi s ključema image: in image_alt:. Nič se ni spremenilo.
news-comment-open = { $file }, { $line }. vrstica: tu se začne opomba (<!--), ki se nikjer ne konča. Za njo dodajte --> ali pa jo izbrišite. Nič se ni spremenilo.
news-tag-in-body = { $file }, { $line }. vrstica: { $tag } je HTML in bralci bi ga videli tako, kot je natipkan. Izbrišite ga ali pa napišite v markdownu: **krepko**, *ležeče*, ~~prečrtano~~, prazna vrstica za nov odstavek. Če naj bo viden, pred < napišite \. Nič se ni spremenilo.
news-code-block = { $file }, { $line }. vrstica: tri narekovaje ali vijuge na začetku vrstice markdown bere kot začetek programske kode, te pa v sporočilu ni. Izbrišite jih, tudi spodnje. Nič se ni spremenilo.
news-table-row-too-long = { $file }, { $line }. vrstica: ta vrstica tabele ima več celic ({ $cells }) kot prva ({ $columns }). Dodajte | tudi tja, kjer se tabela začne; kjer je mišljena črta, pa napišite \|. Nič se ni spremenilo.
news-table-unreadable = { $file }, { $line }. vrstica: to je videti kot tabela, a pod naslovi stolpcev manjka vrstica |---|---| z enako mnogo stolpci. Dodajte jo. Nič se ni spremenilo.
news-link-unusable = { $file }, { $line }. vrstica: povezava »{ $address }« iz sporočila ne vodi nikamor. Naslov mora biti cel: https://…, mailto:…, tel:+386… ali sms:+386…. Nič se ni spremenilo.
news-dialect = { $file }, { $line }. vrstica: »{ $written }« je markdown drugih programov in bi prispelo skupaj z znaki. Povejte z besedami, s **krepko pisavo** ali seznamom. Če naj se vidijo znaki sami, dajte pred prvega levo poševnico (\). Nič se ni spremenilo.
news-reference-missing = { $file }, { $line }. vrstica: povezava { $written } nima naslova. Na koncu dodajte vrstico, kot je [1]: https://…, ali napišite [besede](https://…). Nič se ni spremenilo.
news-link-unreadable = { $file }, { $line }. vrstica: povezave ni mogoče prebrati. Napišite [besede](https://naslov), v naslovu pa naj ne bo presledkov (namesto njih pišite %20). Nič se ni spremenilo.
news-link-title = { $file }, { $line }. vrstica: naslova povezave (»{ $title }«) ne vidi noben bralec sporočila. Te besede prestavite v besedilo ali pa jih izbrišite. Nič se ni spremenilo.
news-link-twice = { $file }, { $line }. vrstica: naslov za [{ $label }] je naveden dvakrat. Obdržite enega. Nič se ni spremenilo.
news-link-unused = { $file }, { $line }. vrstica: naslova za [{ $label }] v besedilu ne uporabi nobena povezava. Napišite [besede][{ $label }], kamor sodi, ali pa vrstico izbrišite. Nič se ni spremenilo.
news-footnote-missing = { $file }, { $line }. vrstica: opomba [^{ $label }] nima besedila. Na koncu dodajte odstavek, ki se začne z [^{ $label }]:. Nič se ni spremenilo.
news-footnote-twice = { $file }, { $line }. vrstica: opomba [^{ $label }] je navedena dvakrat. Obdržite eno. Nič se ni spremenilo.
news-footnote-unused = { $file }, { $line }. vrstica: na opombo [^{ $label }] se v besedilu nič ne sklicuje. Napišite [^{ $label }], kamor sodi, ali pa jo izbrišite. Nič se ni spremenilo.
news-value-cut = { $file }, { $line }. vrstica: vse za znakom # bi se izgubilo, saj # za presledkom začne opombo. Vrednost »{ $key }« v celoti postavite v narekovaje: { $key }: "…"; opombo pa lahko prestavite v svojo vrstico. Nič se ni spremenilo.
news-text-undecoded = { $file }: besedila ni bilo mogoče prebrati: { $cause ->
    [time] branje traja predolgo
    [memory] branje porabi preveč pomnilnika
   *[crash] program, ki ga bere, se pri tem sesuje
  }. Navadno je vzrok oklepaj ali zvezdica, ki se zelo velikokrat ponovi. Popravite besedilo. Nič se ni spremenilo.
news-text-twice = { $file }: to besedilo (kratko ime { $slug }, isti jezik) je že v datoteki { $other }. Obdržite le eno od obeh datotek ali pa eni dajte drugo kratko ime. Uvožena je prva.
news-files-differ = { $file }: »{ $key }« se razlikuje od tistega v datoteki { $other }, čeprav sta to besedili iste novice ({ $slug }). Uskladite ju ali pa eni dajte drugo kratko ime. Ta datoteka ni bila uvožena.
news-slug-in-folder = { $file }: kratko ime »{ $slug }« pripada novici iz opazovane mape { $folder } (»{ $source }«). Datoteko preimenujte ali ji v glavi dajte drugo kratko ime (slug: …) ali pa popravite datoteko v tisti mapi. Če novica ne sme več pripadati mapi, uvozite to datoteko z --take-over. Nič se ni spremenilo.
news-slug-by-hand = { $file }: kratko ime »{ $slug }« pripada novici, ki jo je nekdo vnesel ročno, take pa avtomatizacija ne pošlje. Datoteko preimenujte ali ji v glavi dajte drugo kratko ime (slug: …). Če želite poslati ročno vneseno novico, pripravite kampanjo z »{ $slug }« (bilten campaign draft) in datoteko odstranite iz mape. Če je vsebina enaka in ni treba ničesar poslati, novico prepustite mapi: bilten automation archive. Nič se ni spremenilo.
news-slug-of-feed = { $file }: kratko ime »{ $slug }« pripada novici s spletnega mesta »{ $source }«. Datoteko preimenujte ali ji v glavi dajte drugo kratko ime (slug: …). Nič se ni spremenilo.
news-slug-elsewhere = { $file }: kratko ime »{ $slug }« pripada novici iz druge opazovane mape, { $folder } (»{ $source }«). Datoteko preimenujte ali ji v glavi dajte drugo kratko ime (slug: …). Nič se ni spremenilo.
news-name-used = { $file }: kratko ime »{ $slug }« pripada objavi »{ $title }«, ki je že obravnavana, to pa je nekaj drugega: ima drug naslov ali datum. Ni bilo poslano in nič se ni spremenilo. Če je to nova objava, datoteko preimenujte ali ji v glavi dajte drugo kratko ime (slug: …). Če je popravek, pustite naslov in datum; ali pa jo uvozite sami in jo po potrebi pošljite: bilten news add DATOTEKA --take-over

# Datoteke, navedene v glavi
news-asset-outside = { $file }, { $line }. vrstica: pot { $asset } vodi iz mape, v kateri je datoteka z novico. Kopijo shranite poleg novice in navedite njo. Nič se ni spremenilo.
news-asset-missing = { $file }, { $line }. vrstica: datoteke { $asset } ni ali pa je Bilten ne sme odpreti. Shranite jo poleg novice in novico znova uvozite. Nič se ni spremenilo.
news-asset-wrong-role = { $file }, { $line }. vrstica: { $asset } ne more biti »{ $role }«: za pdf: je potreben PDF, za image:, logo: in funder_logo: pa slika. Nič se ni spremenilo.
news-asset-refused = { $file }, { $line }. vrstica, { $asset }: { $reason ->
    [asset-empty] { news-asset-empty }
    [asset-too-large] { news-asset-too-large }
    [asset-svg] { news-asset-svg }
    [image-unreadable] { news-image-unreadable }
    [asset-undecoded] { news-asset-undecoded }
    [image-too-many-frames] { news-image-too-many-frames }
    [image-too-many-pixels] { news-image-too-many-pixels }
    [pdf-unreadable] { news-pdf-unreadable }
    [pdf-encrypted] { news-pdf-encrypted }
    [pdf-signed] { news-pdf-signed }
    [pdf-portfolio] { news-pdf-portfolio }
    [pdf-dynamic-form] { news-pdf-dynamic-form }
    [pdf-too-long] { news-pdf-too-long }
   *[asset-type-unknown] { news-asset-type-unknown }
  }

# Shramba datotek
news-asset-empty = Datoteka je prazna. Kopirajte ali naložite jo še enkrat. Nič se ni spremenilo.
news-asset-too-large = Datoteka je večja od { $limit } MB. Zmanjšajte jo in poskusite znova. Nič se ni spremenilo.
news-logo-is-no-picture = PDF ne more biti logotip. Prejšnji podatki so nespremenjeni. Izberite sliko.
news-asset-svg = Slik SVG ne sprejemamo: v njih so lahko skripti, večina poštnih programov pa jih ne prikaže. Sliko izvozite kot PNG. Nič se ni spremenilo.
news-asset-type-unknown = To ni niti slika (JPEG, PNG, GIF, WebP) niti PDF, ne glede na ime datoteke. Izvozite jo v eni od teh oblik. Nič se ni spremenilo.
news-asset-undecoded = Datoteke ni bilo mogoče prebrati: { $cause ->
    [time] branje traja predolgo
    [memory] branje porabi preveč pomnilnika
   *[crash] program, ki bere take datoteke, se pri njej sesuje
  }. Dana je na stran; Bilten bo znova poskusil po naslednji nadgradnji. Shranite jo znova v drugem programu, kot navaden PDF ali sliko, in zamenjajte staro. Nič se ni spremenilo.
news-image-unreadable = Slika je poškodovana ali nepopolna. Izvozite ali kopirajte jo še enkrat. Nič se ni spremenilo.
news-image-too-many-pixels = Slika ima več kot { $limit } milijonov pik. Pomanjšajte jo (širina 1200 pik zadošča) in poskusite znova. Nič se ni spremenilo.
news-image-too-many-frames = Animirana slika ima več kot { $limit } sličic. Skrajšajte jo ali obdržite eno samo in poskusite znova. Nič se ni spremenilo.
news-pdf-unreadable = PDF je poškodovan, nepopoln ali zaklenjen z geslom. Izvozite ali kopirajte ga še enkrat. Nič se ni spremenilo.
news-pdf-encrypted = PDF je zaklenjen ali zaščiten z geslom. Izvozite ga brez zaščite in poskusite znova. Nič se ni spremenilo.
news-pdf-signed = PDF je digitalno podpisan ali ima polje za podpis. Bilten iz njega odstrani podatke o tem, kdo ga je izdelal, s tem pa bi podpis postal neveljaven. Natisnite ga v nov PDF ali pa v besedilo vstavite povezavo do podpisanega. Nič se ni spremenilo.
news-pdf-portfolio = PDF je portfelj: datoteke so mu le priložene, na njegovi strani pa piše samo to. Dodajte vsak PDF iz njega posebej. Nič se ni spremenilo.
news-pdf-dynamic-form = PDF je obrazec, ki ga znajo prikazati le Adobovi programi; vsi drugi vidijo »Please wait«. Natisnite ga v nov PDF in dodajte tega. Nič se ni spremenilo.
news-pdf-too-long = PDF ima več kot { $limit } strani. Razdelite ga in poskusite znova. Nič se ni spremenilo.
news-asset-unknown = Take datoteke tu ni. Morda je ime napačno.

# Novice in viri
news-item-unknown = Novice { $item } ni. Novice pokaže ukaz: bilten news list
news-folder-missing = Mape { $folder } ni ali pa je Bilten ne sme odpreti. Ustvarite jo ali popravite ime; kar je bilo uvoženo prej, ostane.
news-source-exists = Vir z imenom »{ $name }« že obstaja. Izberite drugo ime. Nič se ni spremenilo.
news-source-unknown = Vira { $source } ni.

news-item-not-named = Novice »{ $slug }« ni. Nič se ni spremenilo. Novice pokaže ukaz: bilten news list
news-source-not-named = Vira novic »{ $name }« ni. Nič se ni spremenilo. Preverite ime.

# Polja novice, kot jih imenujejo obrazec in različice
news-field-title = Naslov
news-field-summary = Povzetek
news-field-heading = Naslov
news-field-label = Kaj piše na gumbu
news-field-body = Besedilo
news-field-quote = Besedilo citata
news-field-quote_source = Kdo je to povedal ali napisal
news-field-quote_language = Jezik citata
news-field-topic = Tema
news-field-url = Naslov spletne strani
news-field-partners = Partnerji
news-field-funding = Financiranje
news-field-date = Datum
news-field-image = Slika
news-field-image_alt = Opis slike
news-field-image_caption = Podnapis slike
news-field-logo = Logotip projekta
news-field-logo_alt = Opis logotipa
news-field-funder_logo = Logotip financerja
news-field-funder_logo_alt = Opis logotipa financerja
news-field-pdf = PDF
news-field-starts = Začetek
news-field-ends = Konec
news-field-place = Kraj
news-field-directions = Kako priti
news-field-action = Besedilo na gumbu
news-field-action_url = Naslov, ki ga odpre gumb
news-field-deadline = Rok
news-field-count = Koliko ljudi je sodelovalo
news-field-goal = Cilj
news-field-counted_on = Stanje na dan
news-field-corrects = Novica z napako
news-field-wrong = Kaj je bilo narobe
news-field-correct = Kaj je prav

# Kar obrazec pove ob polju
news-form-missing = Izpolnite to polje.
news-form-nothing = Napišite naslov in besedilo vsaj v enem jeziku.
news-form-too-long = Dolžina: { $count } znakov; dovoljenih je { $limit }. Skrajšajte.
news-form-text-too-long = Besedilo presega { $limit } kB. Skrajšajte ga ali dajte daljšo različico v PDF.
news-form-character = Tu je neviden krmilni znak. Vrstico izbrišite in jo natipkajte znova.
news-form-date = »{ $value }« ni datum. Leto, mesec in dan napišite takole: 2026-11-22.
news-form-time-skipped = V pasu { $zone } se ura tisto noč premakne naprej, zato tega časa ni. Izberite eno uro poznejši čas.
news-form-number = »{ $value }« ni število, ki bi ga bilo mogoče uporabiti. Napišite ga samo s števkami, na primer 1240.
news-form-url = Naslov mora biti popoln: začeti se mora s https:// ali http:// in ne sme vsebovati presledkov.
news-form-slug = Kratko ime sestavljajo male črke a–z, števke in posamezni vezaji, na primer { $suggestion }.
news-form-itself = Popravek navaja sam sebe. Navedite novico z napako.
news-form-item-unknown = Novice s tem imenom ni. Izberite tisto, v kateri je napaka.
news-form-ends-early = Konec mora biti po začetku. Uro napišite pri obeh ali pri nobenem.
news-form-language = To ni koda jezika. Uporabite na primer sl, en, ar ali fa.
news-form-not-a-pdf = To ni PDF. Tu izberite PDF, slike pa v njihovih poljih.
news-form-not-an-image = To je PDF. Tu izberite sliko, PDF pa v njegovem polju.
news-form-file-again = Te datoteke ni več tu. Izberite jo znova.

# Novice s spletne strani, iz dokumenta Word ali PDF
news-page-address-refused = To ni naslov spletne strani. Začeti se mora s https:// ali http:// in ne sme imeti nenavadnih vrat.
news-page-address-inner = Ta naslov vodi v notranje omrežje, zato ga ne prenašamo. Uporabite takega, ki ga lahko odpre vsakdo.
news-page-name-unknown = Spletišča s tem imenom ni. Preverite, kako je naslov zapisan.
news-page-not-trusted = Spletišče ne more dokazati, da je res pravo: njegovo potrdilo ni veljavno.
news-page-redirects = Ta naslov preusmerja naprej in naprej, do strani pa ne pripelje.
news-page-silent = Spletišče ne odgovarja ali odgovarja prepočasi. Poskusite pozneje.
news-page-not-http = Na tem naslovu ne odgovarja spletišče.
news-page-no-web = Ta namestitev ne prenaša strani (BILTEN_OUTBOUND_CHECKS je izklopljen). Besedilo kopirajte in ga prilepite v novo novico.
news-page-gone = Te strani ali datoteke ni. Preverite naslov: morda se je preselila.
news-page-sign-in = Spletišče to stran pokaže šele po prijavi. Odprite jo sami, kopirajte besedilo in ga prilepite v novo novico.
news-page-failing = Spletišče ima trenutno napako ({ $status }). Poskusite pozneje.
news-page-closed = Spletišče te strani ne izroči ({ $status }). Odprite jo sami, kopirajte besedilo in ga prilepite v novo novico.
news-page-not-a-page = Na tem naslovu nekaj je, vendar to ni spletna stran.
news-page-robots = Spletno mesto programe prosi, naj te strani ne berejo (robots.txt), zato ni bila prebrana. Odprite jo sami, kopirajte besedilo in ga prilepite v novo novico.
news-page-no-text = Na tej strani ni bilo najdeno nobeno besedilo.
news-site-lists-nothing = Na tem naslovu ni ne zemljevida spletnega mesta (sitemap) ne seznama člankov.
news-page-too-large = Stran je večja od { $limit } MB. Odprite jo sami, kopirajte besedilo in ga prilepite v novo novico.
news-extract-undecoded = Besedila ni bilo mogoče prebrati: { $cause ->
    [time] traja predolgo
    [memory] porabi preveč pomnilnika
   *[crash] program, ki ga bere, se pri njem sesuje
  }. Odprite ga sami, kopirajte besedilo in ga prilepite v novo novico.
news-word-old = To je datoteka .doc v starem zapisu ali pa je zaščitena z geslom. V Wordu jo shranite kot .docx brez gesla.
news-word-unreadable = To ni dokument Word (.docx) ali pa je poškodovan. Odprite ga v Wordu ali LibreOfficu in ga znova shranite kot .docx.
news-word-protected = Dokument je zaščiten z geslom. Shranite ga brez gesla.
news-word-bomb = Razpakiran dokument je večji od { $limit } MB. Shranite ga z manjšimi slikami.
news-word-macros = V dokumentu so makri (majhni programi). Shranite ga kot .docx brez makrov.
news-word-outside = Dokument prikazuje vsebino, ki je drugje, na primer povezano sliko. Vstavite jo v sam dokument in ga znova shranite.
news-pdf-no-words = V tem PDF ni besedila, le njegove slike. Priložite ga novici in besedilo napišite sami.

# Novice iz brskalnika
news-slug-in-browser = { $file }: kratko ime »{ $slug }« pripada novici, ki je napisana v brskalniku. Dajte datoteki drugo ime ali v glavi drugo kratko ime (slug:) ali pa novico spremenite v brskalniku. Če naj jo datoteka nadomesti, jo uvozite z --take-over. Nič se ni spremenilo.
news-file-held = { $file } se je spremenila, njeno besedilo (»{ $slug }«) pa je bilo urejeno v brskalniku. Nič ni prepisano. Med novicami odprite to novico in primerjajte besedili; nato prevzemite besedilo datoteke ali ohranite svoje.
news-version-unknown = Te različice ni (več) tu. Nič se ni spremenilo. Znova odprite različice novice.

# Viri
news-feed-none-there = Na tem naslovu ni vira novic (RSS, Atom ali JSON Feed).
news-feed-empty = Spletno mesto se odziva, a ne pošlje ničesar.
news-feed-undecoded = Vira novic ni bilo mogoče prebrati: { $cause ->
    [time] branje traja predolgo
    [memory] branje porabi preveč pomnilnika
   *[crash] program, ki bere vire, se sesuje
  }.
news-feed-too-large = Vir novic je večji od { $limit } MB in se ne bere.
news-feed-gone = Spletno mesto sporoča, da tega vira ni več. Bilten ga ne bere več. Poiščite novega ali ta vir ustavite.
news-feed-busy = Spletno mesto prosi, naj poskusimo pozneje. Bilten bo poskusil sam.
news-feed-no-web = Ta namestitev ne bere ničesar s spleta (BILTEN_OUTBOUND_CHECKS je izključen).
news-feed-broken = Vir novic je poškodovan v { $line }. vrstici. Vseeno { $count ->
    [one] je bilo mogoče prebrati { $count } zapis
    [two] je bilo mogoče prebrati { $count } zapisa
    [few] je bilo mogoče prebrati { $count } zapise
   *[other] je bilo mogoče prebrati { $count } zapisov
  }.
news-feed-too-many = { $count ->
    [one] Izpuščen je { $count } zapis
    [two] Izpuščena sta { $count } zapisa
    [few] Izpuščeni so { $count } zapisi
   *[other] Izpuščenih je { $count } zapisov
  }: vir jih ima preveč.
news-feed-entry-empty = Zapis ne pove ničesar: nima ne naslova ne besedila ne povezave.
news-source-not-found = Na tem spletnem mestu ni bilo mogoče najti ničesar, iz česar bi se dale brati novice. Skrbnika spletnega mesta vprašajte za naslov vira RSS, Atom ali JSON Feed.
news-wordpress-none-there = Ta WordPress ne odgovarja, kot bi moral. Morda je varnostni vtičnik zaprl njegov vmesnik REST API; vprašajte skrbnika spletnega mesta ali uporabite vir RSS.
news-wordpress-old = Ta WordPress je starejši od različice 5.7 in ne pove, kaj se je spremenilo. Uporabite vir RSS ali prosite skrbnika spletnega mesta za posodobitev.
news-posted-unknown = Ta žeton je napačen ali ne velja več.
news-posted-wrong = To ni objava, kakršna se tu pričakuje. Poglejte: { $field }
news-posted-too-many = Preveč objav čaka na branje. Poskusite pozneje.
news-hub-unsafe = Vozlišče nima naslova https, zato se z njim ni mogoče dogovoriti za skrivni ključ.
news-hub-inner = Na naslov vozlišča Bilten ne sme.
news-hub-silent = Vozlišče ni bilo dosegljivo.
news-hub-unverified = Vozlišče je prošnjo sprejelo, potrdilo pa je ni.
news-hub-refused = Vozlišče je prošnjo zavrnilo (koda odgovora { $status }).
news-hub-denied = Vozlišče obveščanje odklanja.
news-hub-denied-because = Vozlišče obveščanje odklanja in pravi: »{ $reason }«
news-feed-file = Datoteke »{ $asset }« ni bilo mogoče prenesti. Če jo novica potrebuje, jo dodajte sami.
