# Katalogas: organizacijos, paslaugos, sutartys, teisiniai pagrindai.

directory-organisations = Organizacijos
directory-services = Paslaugos
directory-agreements = Sutartys
directory-grounds = Teisiniai pagrindai
directory-filter = Filtrai
directory-show = Taikyti filtrus
directory-all = Išvalyti filtrus
directory-any = Nesvarbu
directory-anywhere = Bet kur
directory-name = Pavadinimo dalis
directory-service-name = Paslaugos ar organizacijos pavadinimo dalis
directory-kind = Organizacijos rūšis
directory-province = Apskritis arba sritis
directory-domain = Pagalbos sritis
directory-municipality = Grįžimo vieta
directory-kind-is = { $kind }
directory-place = { $place }
directory-offered-by = { $organisation }
directory-yours = jūsų organizacija
directory-about = Aprašymas
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
directory-none = Organizacijų nerasta
directory-no-service = Paslaugų nerasta
directory-none-words = Pasirinkite mažiau filtrų arba įveskite trumpesnę pavadinimo dalį.

organisation-agreements = Mūsų sutartys
organisation-no-services = Paslaugų nėra
organisation-no-services-words = Čia matysite organizacijos paslaugas ir laisvas vietas.
organisation-no-agreements = Sutarčių dar nėra
organisation-no-agreements-words = Be sutarties organizacijos asmenų duomenimis nesidalija.

places-free-today = { $n ->
    [one] šiandien { $n } laisva vieta
    [few] šiandien { $n } laisvos vietos
   *[other] šiandien { $n } laisvų vietų
}
places-none-today = šiuo metu laisvų vietų nėra
places-next-from = laisva vieta nuo { $day }

service-what = Apie paslaugą
service-answers = Pagalbos sritis
service-for-whom = Kam skirta
service-everybody = visiems
service-residents = tik grįžtantiems į aptarnaujamą teritoriją
service-where = Teritorija
service-application = Kaip gauti paslaugą
service-fees = Kaina
service-responds = Atsakymo terminas
service-responds-days = { $n ->
    [one] { $n } darbo diena
    [few] { $n } darbo dienos
   *[other] { $n } darbo dienų
}
service-purpose = Dalijimosi duomenimis tikslas
service-places = Laisvos vietos
service-today = Šiandien
service-free = laisva <b class="big">{ $free }</b> iš { $maximum }
service-full-until = laisvų vietų nėra (iš { $maximum }); artimiausia nuo { $day }
service-on-day = Vietos pasirinktą dieną
service-look-up = Rodyti vietas
service-assured = Nurodyta { $day }
service-stated = Vietų skaičius
service-from-day = nuo { $day }
service-places-count = { $n ->
    [one] { $n } vieta
    [few] { $n } vietos
   *[other] { $n } vietų
}
service-state-places = Nurodyti vietų skaičių
service-state-places-words = Nurodykite, kiek iš viso vietų yra nuo pasirinktos dienos. Norėdami eilutę pašalinti, išvalykite abu jos laukus. Nepalikus eilučių, vietų skaičius neribojamas.
service-from = Nuo
service-maximum = Vietų skaičius
service-save-places = Išsaugoti vietų skaičių
organisation-change = Keisti organizacijos aprašymą
organisation-change-lead = Nurodykite, kaip su jūsų organizacija susisiekti. Pavadinimo čia pakeisti negalima.
organisation-description = Organizacijos veikla
organisation-description-hint = Vienas arba du sakiniai.
organisation-municipality = Savivaldybė
organisation-no-municipality = nenurodyta
organisation-habits = Kalba ir laikas
organisation-language = Kalba
organisation-zone = Laiko juosta
organisation-zone-hint = Pavyzdžiui, Europe/Vilnius.
organisation-managers = Vadovai mato visų asmenų duomenis
organisation-managers-hint = Nepažymėjus, vadovai mato tik tų asmenų duomenis, kurių atvejo komandai priklauso. Asmenis su ribota prieiga visada mato tik atvejo komanda.
organisation-save = Išsaugoti aprašymą
service-new = Pridėti paslaugą
service-change = Keisti paslaugą
service-this = Ši paslauga
service-describe-lead = Šį aprašymą matys visos tinklo organizacijos. Asmenų vardų nerašykite.
service-name = Paslaugos pavadinimas
service-name-hint = Pavyzdžiui, „Lova pirmosioms savaitėms“ arba „Pagalba dėl dokumentų“.
service-description = Paslaugos aprašymas
service-description-hint = Keliais sakiniais parašykite, kaip padedate ir kiek laiko.
service-status = Paslaugos būsena
service-unit = Vietos vienetas
service-unit-hint = Pavyzdžiui, lova, vieta grupėje, valanda per savaitę.
service-purpose-hint = Sutarties ir sutikimo tikslas turi būti toks pat.
service-for-whom-words = Jei nieko nepasirinksite, paslauga bus siūloma visiems. Siuntėjas matys, ar asmuo atitinka sąlygas.
service-minimum-age = Mažiausias amžius
service-maximum-age = Didžiausias amžius
service-sex = Lytis
service-legal-statuses = Asmens teisinė padėtis
service-sobriety = Alkoholis ir narkotikai
service-eligibility = Kitos sąlygos
service-eligibility-hint = Sąlygos, kurių nėra tarp nurodytų aukščiau.
service-where-words = Pažymėkite asmenų, kuriems padedate, grįžimo vietą arba kalėjimą. Nieko nepažymėjus, paslauga siūloma visur.
service-residents-only = Tik asmenims, grįžtantiems į šią teritoriją
service-provinces = Apskritys arba sritys
service-municipalities = Savivaldybės
service-prisons = Kalėjimai (pagalba iki paleidimo)
service-application-words = Eiga po nukreipimo
service-application-hint = Pavyzdžiui, pokalbis, anketa, apsilankymas.
service-respond-days = Atsakymo terminas darbo dienomis
service-respond-days-hint = Nenurodžius, terminas priklauso nuo nukreipimo skubumo.
service-save = Išsaugoti paslaugą

agreement-with = kitos šalys: { $names }
agreement-state = Būsena
agreement-waits = laukia jūsų parašo
agreement-until = iki { $day }
agreement-open-ended = neterminuota
agreement-what = Sutarties sąlygos
agreement-purpose = Tikslas
agreement-term-label = Galiojimas
agreement-term = nuo { $from } iki { $until }
agreement-term-open = nuo { $from }, neterminuota
agreement-scopes = Duomenys, kuriais galima dalytis
agreement-scopes-hint = Kitais duomenimis dalytis negalima. Dėl kiekvieno asmens sprendžiama atskirai, gavus jo sutikimą.
agreement-limits = Sutartis leidžia dalytis duomenimis, bet to nereikalauja. Kiekvieną kartą reikia teisinio pagrindo, o asmuo yra klausiamas.
agreement-parties = Sutarties šalys
agreement-signed-on = pasirašyta { $day }
agreement-not-signed = dar nepasirašyta
agreement-kept-suspended = sustabdė { $day }
agreement-proposed-by = Pasiūlė { $organisation }
agreement-asks-sign = Ar pasirašyti šią sutartį?
agreement-asks-suspend = Ar sustabdyti šią sutartį?
agreement-asks-resume = Ar atnaujinti šią sutartį?
agreement-asks-end = Ar nutraukti šią sutartį?
agreement-does-sign = Pasirašote savo organizacijos vardu. Nukreipimus galėsite siųsti, kai pasirašys visos šalys.
agreement-does-suspend = Gavėjai nebematys šia sutartimi pagrįstų nukreipimų, kol sutartis bus atnaujinta. Duomenys išliks.
agreement-does-resume = Gavėjai vėl matys šia sutartimi pagrįstus nukreipimus.
agreement-does-end = Šio veiksmo atšaukti negalėsite. Nukreipimams reikės naujos sutarties.

agreements-none = Sutarčių dar nėra
agreements-none-words = Be sutarties organizacijos asmenų duomenimis nesidalija. Paprašykite administratoriaus pasiūlyti sutartį.
agreements-none-propose = Be sutarties organizacijos asmenų duomenimis nesidalija. Pasiūlykite pirmąją sutartį.
agreements-propose = Siūlyti sutartį
agreement-propose-lead = Siūlydami sutartį ją pasirašote savo organizacijos vardu. Sutartis įsigalios, kai pasirašys visos šalys.
agreement-title = Sutarties pavadinimas
agreement-title-hint = Trumpas pavadinimas, kurį supras visos šalys.
agreement-partners = Kitos šalys
agreement-starts = Pradžios data
agreement-ends = Pabaigos data
agreement-ends-hint = Nenurodžius, sutartis galioja, kol ją nutrauks viena iš šalių.
agreement-propose-do = Pasirašyti ir pasiūlyti

grounds-lead = Registre nurodyta, kokiu teisiniu pagrindu galima dalytis duomenimis su kiekvienos rūšies gavėjais. Asmuo klausiamas visada.
grounds-heading = { $country }, tikslas – { $purpose }
grounds-kind = Gavėjo rūšis
grounds-ground = Teisinis pagrindas
grounds-law = Teisės aktas
grounds-none = Registras tuščias
grounds-none-words = Kol registre nėra teisinių pagrindų, duomenimis dalytis negalima.
grounds-change = Keisti
grounds-change-of = Keisti teisinį pagrindą: { $kind }
grounds-record = Įrašyti teisinį pagrindą
grounds-record-words = Naujas įrašas pakeis tos pačios šalies, tikslo ir gavėjo rūšies įrašą. Jis bus taikomas nuo šiol siunčiamiems nukreipimams. Pasitarkite su teisininku.
grounds-country = Siuntėjo šalis
grounds-law-hint = Teisės akto pavadinimas ir straipsnis.
grounds-record-do = Įrašyti pagrindą

done-places-set = Vietų skaičius išsaugotas.
done-agreement-proposed = Sutartis pasiūlyta ir pasirašyta jūsų organizacijos vardu. Laukiama kitų šalių parašų.
done-agreement-signed = Sutartis pasirašyta.
done-agreement-suspended = Sutartis sustabdyta.
done-agreement-resumed = Sutartis atnaujinta.
done-agreement-resumed-here = Sutartį atnaujinote, bet kita šalis ją dar laiko sustabdytą.
done-ground-recorded = Teisinis pagrindas įrašytas.
done-agreement-ended = Sutartis nutraukta.
done-organisation-changed = Organizacijos aprašymas išsaugotas.
done-service-recorded = Paslauga pridėta. Dabar nurodykite vietų skaičių.
done-service-changed = Paslauga išsaugota.

organisation-contact = Kontaktai
