"""Allow-list of titles that say nothing of consent: columns that an import passes over without a question.

Pure. Whole titles, folded like in `consent_words`: `City` is one, `City newsletter` is none. Only what nobody
would write an answer under has a place here; no notes, tags, groups, interests, attributes or comments.
"""

from collections.abc import Collection, Mapping

from subscribers.consent_words import fold


def titles(*lines: str) -> frozenset[str]:
    """Folded; in each line separated by commas."""
    return frozenset(fold(title) for line in lines for title in line.split(","))


_OF_PEOPLE = titles(
    "first name,firstname,fname,given name,last name,lastname,lname,surname,family name",
    "middle name,middle initial",
    "initials,display name,nickname",
    "birth name",
    "name at birth,gender,sex",
    "company,company name,organisation,organization,organisation name,organization name,institution",
    "employer,school",
    "website,web site,url,homepage,vat number,tax number,address line 1,address line 2",
    "address 1,address 2",
    "street,street address,postal address,home address,house number,city,town,village,place,location,municipality",
    "county,province,state/province,country state,region,country,country code,country name,postcode,post code",
    "postal code,zip,zip code,zipcode,locale,timezone,time zone,language code",
    "priimek,osebno ime,naziv,spol",
    "podjetje,ime podjetja,organizacija,društvo",
    "ustanova,šola,spletna stran,davčna številka,ulica,ulica in številka",
    "hišna številka,poštna številka,poštna št.,kraj,mesto,občina,regija,pokrajina,država",
    "vorname,nachname,familienname,geschlecht",
    "firma,organisation,verein,straße,strasse,hausnummer,plz,postleitzahl,ort,stadt,land",
    "bundesland,webseite",
    "cognome,sesso,azienda,organizzazione,indirizzo,via,cap,città",
    "comune,provincia",
    "regione,paese,nazione,prénom,nom de famille,sexe,société,entreprise",
    "association,rue,code postal,ville,pays,région,apellido,apellidos,sexo",
    "empresa,organización,dirección,calle,código postal,ciudad,provincia,país,región",
    "prezime,tvrtka,poduzeće,preduzeće,udruga,udruženje,grad",
    "općina,opština,poštanski broj,županija,država,zemlja,презиме,град,општина,држава",
    "поштански број,пол,vezetéknév,keresztnév,cég,szervezet,irányítószám,város",
    "utca,ország",
    "voornaam,achternaam,bedrijf,organisatie,straat,stad,plaats,sobrenome,cidade",
    "soyad,şehir",
    "фамилия,город,страна,прізвище,місто,країна,اسم العائلة,المدينة,البلد,الدولة",
    "الشركة",
    "نام خانوادگی,شهر,کشور,سازمان",
)
_OF_RECORDS = titles(
    "ip,ip address",
    "source ip,browser,user agent,referrer,referer,utm source",
    "utm medium,utm campaign",
    "device,owner,contact owner,created by,modified by",
    "currency,signup ip,accepts sms marketing,sms consent",
    "cookie consent,soglasje za sms,soglasje za piškotke",
)
_OF_SYSTEMS = {
    "Mailchimp": titles(
        "cc,leid,euid,unsub campaign title",
        "unsub campaign id,clean campaign title,clean campaign id",
    ),
    "Substack, Ghost": titles(
        "complimentary_plan,stripe_customer_id,stripe customer id",
    ),
    "phpList": titles(
        "did this subscriber manually confirm,send this subscriber html emails,html email,htmlemail,foreign key",
        "unique id,uniqid,rss frequency",
    ),
    "newsletter systems, customer databases and shops": titles(
        "ext_id,sms,sms_blacklisted,klaviyo id,hubspot id",
        "location,signup ip,tax exempt,vip,idlist,id list",
        "contact owner id,attribution",
        "default address company,default address address1",
        "default address address2,default address city,default address province code",
        "default address country code,default address zip,default address phone",
    ),
    "CiviCRM": titles(
        "is primary,is_primary,contact type,contact subtype,external identifier,sort name",
        "preferred language,phone type,location type,street number,supplemental address 1",
    ),
}
_HARMLESS = _OF_PEOPLE.union(_OF_RECORDS, *_OF_SYSTEMS.values()) - {""}
DATES = titles(
    "birthday,birth date,date of birth,year of birth,date of joining,join date,joined on,date joined",
    "member since,membership since,customer since,rojstni dan,datum rojstva,leto rojstva,datum vpisa",
    "datum včlanitve,datum pristopa,član od,članica od,leto vpisa,leto včlanitve,datum vnosa,datum nastanka",
    "datum spremembe,geburtstag,geburtsdatum,eintrittsdatum,mitglied seit,data di nascita,date de naissance",
    "fecha de nacimiento,datum rođenja,datum učlanjenja,датум рођења,تاريخ الميلاد,تاریخ تولد,created",
    "created at,created on,createdat,create date,date created,creation date,created date,date added,added",
    "added at,added on,added time,added_time,entered,updated,updated at,updated on,date updated,modified",
    "modified at,last modified,last modified date,last updated,last changed,last_changed,changed at",
    "last activity,last activity date,last active,last open,last opened,last click,last clicked,last seen",
    "last login,last contacted,first_payment_at,paid_upgrade_date,date identified,password changed",
)
NUMBERS = titles(
    "age,starost,alter,id,uuid,guid,number,row,member id,contact id,customer id,user id,external id",
    "member number,membership number,customer number,številka,zap. št.,zaporedna številka,član št.",
    "članska številka,številka člana,šifra,mitgliedsnummer,kundennummer,nummer,nr,opens,clicks,open rate",
    "click rate,emails sent,number of opens,number of clicks,latitude,longitude,lat,lng,lon,record id,row id",
    "points,score,lead score,rating,total orders,total spent,orders count,member rating,gmtoff,dstoff",
    "email_count,email_opened_count,email_open_rate",
)
PHONES = titles(
    "phone,phone number,phone no,telephone,mobile,mobile phone,cell phone,mobile number,phone home,phone work",
    "home phone,work phone,fax,telefon,telefonska številka,telefonska,tel,gsm,mobitel,mobilni telefon",
    "telefonnummer,handy,mobiltelefon,telefono,cellulare,téléphone,portable,teléfono,móvil,broj telefona",
    "телефон,telefonszám,telefoonnummer,telefone,الهاتف,تلفن",
)
ROLES = titles(
    "title,job,occupation,name prefix,name suffix,prefix,suffix,salutation,job title,position,department",
    "oddelek,delovno mesto,poklic,funkcija,anrede,titel,abteilung,individual prefix,individual suffix",
)
"""These and the three above: harmless only while what stands under them is of their kind (`harmless_values`)."""
_BESIDE: Mapping[str, frozenset[str]] = {
    fold("EUID"): titles("optin time,optin ip,confirm time,confirm ip"),
    fold("email_disabled"): titles("active_subscription,expiry,plan"),
}
"""Harmless beside a title that only Mailchimp or only Substack has. Mailchimp knows no time of whom its owner
brought in, and Substack's subscription is paid for; elsewhere an empty time, or an expiry, may be a no."""


def says_nothing_of_consent(title: str, beside: Collection[str] = ()) -> bool:
    """`beside`: the folded titles of the whole file."""
    name = fold(title)
    return name in _HARMLESS or any(name in names and other in beside for other, names in _BESIDE.items())
