# Katalogas: organizacijos, paslaugos, sutartys, pagrindai.

directory-organisations = Organizacijos
directory-services = Paslaugos
directory-agreements = Sutartys
directory-grounds = Pagrindai
directory-filter = Siaurinti sąrašą
directory-show = Rodyti
directory-all = Rodyti visus
directory-any = Bet kuri
directory-anywhere = Bet kur
directory-name = Pavadinimo dalis
directory-service-name = Paslaugos ar organizacijos pavadinimo dalis
directory-kind = Rūšis
directory-province = Apskritis ar sritis
directory-domain = Kuo padeda
directory-municipality = Grįžtantiems į
directory-kind-is = { $kind }
directory-place = { $place }
directory-offered-by = { $organisation }
directory-yours = jūsų
directory-about = Apie
directory-organisations-count = { $n ->
    [one] { $n } organizacija
    [few] { $n } organizacijos
   *[other] { $n } organizacijų
}
directory-services-count = { $n ->
    [one] { $n } paslauga
    [few] { $n } paslaugos
   *[other] { $n } paslaugų
}
directory-agreements-count = { $n ->
    [one] { $n } sutartis
    [few] { $n } sutartys
   *[other] { $n } sutarčių
}
directory-none = Tokios organizacijos nėra
directory-no-service = Tokios paslaugos nėra
directory-none-words = Ieškokite plačiau: atsisakykite kurio nors filtro arba rašykite trumpesnę pavadinimo dalį.

organisation-agreements = Mūsų sutartys su ja
organisation-no-services = Paslaugų čia neteikia
organisation-no-services-words = Čia bus išvardytos jos paslaugos ir vietos pagal dieną.
organisation-no-agreements = Sutarties dar nėra
organisation-no-agreements-words = Be sutarties dvi organizacijos asmens duomenimis nesidalija.

places-free-today = { $n ->
    [one] šiandien { $n } laisva vieta
    [few] šiandien { $n } laisvos vietos
   *[other] šiandien { $n } laisvų vietų
}
places-none-today = šiuo metu vietų nėra
places-next-from = vieta bus nuo { $day }

service-what = Kas tai
service-answers = Kuo padeda
service-for-whom = Kam skirta
service-everybody = visiems
service-residents = tik grįžtantiems į aptarnaujamą teritoriją
service-where = Kur
service-application = Kaip patenkama
service-fees = Kiek kainuoja
service-responds = Atsako per
service-responds-days = { $n ->
    [one] { $n } darbo dieną
    [few] { $n } darbo dienas
   *[other] { $n } darbo dienų
}
service-purpose = Dalijimosi tikslas
service-places = Vietos
service-today = Šiandien
service-free = laisva <b class="big">{ $free }</b> iš { $maximum }
service-full-until = iš { $maximum } laisvų nėra; kita bus nuo { $day }
service-on-day = Vietos pasirinktą dieną
service-look-up = Pažiūrėti
service-assured = Nurodyta { $day }
service-stated = Iš viso vietų
service-from-day = nuo { $day }
service-places-count = { $n ->
    [one] { $n } vieta
    [few] { $n } vietos
   *[other] { $n } vietų
}
service-state-places = Nurodyti vietas
service-state-places-words = Nuo kurios dienos kiek iš viso yra vietų. Norėdami eilutę pašalinti, išvalykite abu jos laukus; jei eilučių nėra, vietų skaičius neribojamas.
service-from = Nuo
service-maximum = Vietos
service-save-places = Išsaugoti vietas
organisation-change = Aprašyti organizaciją
organisation-change-lead = Kaip tinklas jus pasiekia. Pavadinimas lieka: pagal jį jumis pasitiki kiti.
organisation-description = Ką darote
organisation-description-hint = Vienu ar dviem sakiniais.
organisation-municipality = Savivaldybė
organisation-no-municipality = jokia konkreti
organisation-habits = Kaip dirbate
organisation-language = Kalba
organisation-zone = Laiko juosta
organisation-zone-hint = Pavyzdžiui, Europe/Vilnius: kada prasideda jūsų diena.
organisation-managers = Vadovai mato visus asmenis
organisation-managers-hint = Nepažymėjus jie mato tik tuos, kurių atvejo komandai priklauso. Ką mato tik atvejo komanda, vadovai neranda bet kuriuo atveju.
organisation-save = Išsaugoti
service-new = Įrašyti paslaugą
service-change = Keisti paslaugą
service-this = Ši paslauga
service-describe-lead = Tai skaito visas tinklas, kai ieško paslaugos. Žmonių vardų čia nerašykite.
service-name = Pavadinimas
service-name-hint = Kaip patys ją vadinate: lova pirmosioms savaitėms, pagalba dėl dokumentų.
service-description = Kas ten vyksta
service-description-hint = Keliais paprastais sakiniais: ką darote, kiek laiko.
service-status = Nukreipimai
service-unit = Kas yra vieta
service-unit-hint = Lova, vieta grupėje, valanda per savaitę.
service-purpose-hint = Sutartis ir sutikimas turi būti tos pačios paskirties.
service-for-whom-words = Kas nepažymėta, nieko neriboja. Nukreipiančiajam pasakoma, kodėl žmogus tinka ar netinka.
service-minimum-age = Nuo amžiaus
service-maximum-age = Iki amžiaus
service-sex = Tik
service-legal-statuses = Tik žmonėms, kurių padėtis
service-sobriety = Tik esant tokiam blaivumui
service-eligibility = Kita, žodžiais
service-eligibility-hint = Ko nepasako langeliai aukščiau.
service-where-words = Kur gyvena ar laikomi tie, kuriuos priimate. Nieko nepažymėjus – visur.
service-residents-only = Tik tiems, kurie grįžta į šią teritoriją
service-provinces = Ištisos apskritys
service-municipalities = Savivaldybės
service-prisons = Įkalinimo įstaigoje, iki paleidimo
service-application-words = Žodžiais
service-application-hint = Kas vyksta po nukreipimo: pokalbis, anketa, apsilankymas.
service-respond-days = Per kiek darbo dienų atsakoma
service-respond-days-hint = Palikus tuščią, lemia nukreipimo skuba.
service-save = Išsaugoti paslaugą

agreement-with = su: { $names }
agreement-state = Būsena
agreement-waits = laukia jūsų parašo
agreement-until = iki { $day }
agreement-open-ended = neterminuota
agreement-what = Dėl ko susitarta
agreement-purpose = Tikslas
agreement-term-label = Terminas
agreement-term = nuo { $from } iki { $until }
agreement-term-open = nuo { $from }, neterminuota
agreement-scopes = Kuo galima dalytis
agreement-scopes-hint = Daugiausia tuo. Kuo dalijamasi apie konkretų asmenį, sprendžiama kaskart, jam sutikus.
agreement-limits = Sutartis leidžia dalytis, bet niekada to nereikalauja: kaskart turi būti pagrindas, ir asmuo yra klausiamas.
agreement-parties = Kas pasirašė
agreement-signed-on = pasirašyta { $day }
agreement-not-signed = dar nepasirašyta
agreement-kept-suspended = sustabdė { $day }
agreement-proposed-by = Pasiūlė { $organisation }
agreement-asks-sign = Pasirašyti šią sutartį?
agreement-asks-suspend = Sustabdyti šią sutartį?
agreement-asks-resume = Atnaujinti šią sutartį?
agreement-asks-end = Nutraukti šią sutartį?
agreement-does-sign = Pasirašote savo organizacijos vardu. Kai pasirašys visi, galėsite vieni kitiems siųsti nukreipimus.
agreement-does-suspend = Ja paremti nukreipimai gavėjams nerodomi, kol ji bus atnaujinta. Niekas neprarandama.
agreement-does-resume = Ja paremti nukreipimai gavėjams vėl rodomi.
agreement-does-end = To nebus galima atšaukti. Nukreipimai ja nebegalės remtis; reikėtų siūlyti naują.

agreements-none = Sutarčių dar nėra
agreements-none-words = Be sutarties dvi organizacijos asmens duomenimis nesidalija. Paprašykite administratoriaus ją pasiūlyti.
agreements-none-propose = Be sutarties dvi organizacijos asmens duomenimis nesidalija. Pasiūlykite pirmąją.
agreements-propose = Siūlyti sutartį
agreement-propose-lead = Siūlydama jūsų organizacija ją pasirašo; ji įsigalioja, kai pasirašo visi kiti.
agreement-title = Pavadinimas
agreement-title-hint = Kaip ją vadintumėte kalbėdami.
agreement-partners = Su kuo
agreement-starts = Pirma diena
agreement-ends = Paskutinė diena
agreement-ends-hint = Nenurodžius galioja, kol kas nors ją nutrauks.
agreement-propose-do = Pasirašyti ir pasiūlyti

grounds-lead = Kiekvienai gavėjų rūšiai: kodėl dalytis teisėta ir kur tai parašyta. Asmuo klausiamas visais atvejais.
grounds-heading = { $country }, tikslas – { $purpose }
grounds-kind = Su kuo dalijamasi
grounds-ground = Pagrindas
grounds-law = Teisės aktas
grounds-none = Registras tuščias
grounds-none-words = Kol jis neužpildytas, niekuo dalytis negalima.
grounds-change = keisti
grounds-change-of = keisti, kas galioja gavėjams: { $kind }
grounds-record = Įrašyti pagrindą
grounds-record-words = Jis pakeičia tai, kas registre įrašyta apie tą pačią šalį, paskirtį ir gavėjų rūšį, ir galioja tam, kas bus siunčiama nuo dabar. Tegul peržiūri teisę išmanantis žmogus.
grounds-country = Iš kurios šalies
grounds-law-hint = Teisės aktas ir straipsnis, kad skaitytojas galėtų jį rasti.
grounds-record-do = Įrašyti
country-lt = Lietuva
country-by = Baltarusija
country-rs = Serbija

done-places-set = Vietos nurodytos.
done-agreement-proposed = Pasiūlyta ir pasirašyta jūsų organizacijos vardu. Dabar pasirašo kiti.
done-agreement-signed = Pasirašyta.
done-agreement-suspended = Sustabdyta.
done-agreement-resumed = Atnaujinta.
done-agreement-resumed-here = Jūs atnaujinote. Kita šalis sutartį dar laiko sustabdytą.
done-ground-recorded = Įrašyta į registrą.
done-agreement-ended = Nutraukta.
done-organisation-changed = Išsaugota.
done-service-recorded = Įrašyta. Dabar nurodykite, kiek yra vietų.
done-service-changed = Išsaugota.

field-title = Pavadinimas
field-time-zone = Laiko juosta
field-minimum-age = Nuo amžiaus
field-maximum-age = Iki amžiaus
field-respond-days = Per kiek darbo dienų atsakoma
field-parties = Su kuo
field-starts-on = Pirma diena
field-ends-on = Paskutinė diena
field-from = Nuo
field-maximum = Vietos
organisation-contact = Kaip susisiekti
