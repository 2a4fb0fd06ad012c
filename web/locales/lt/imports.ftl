# Sąrašų importas iš skaičiuoklių failų.

imports-bring = Importuoti sąrašą
imports-bring-people = Importuoti asmenų sąrašą
imports-bring-organisations = Importuoti organizacijų sąrašą
imports-lead = Tinka CSV, TSV arba bet kurios versijos „Excel“ failas. Stulpeliai atpažįstami automatiškai, o klaidas galite pataisyti.
imports-lead-safe = Duomenys įrašomi tik jums patvirtinus. Sąrašą matote tik jūs. Jis saugomas užšifruotas, ne ilgiau kaip septynias dienas.
imports-file = Sąrašo failas
imports-file-hint = CSV, TSV, TXT, XLS arba XLSX, ne didesnis kaip { $n } MB.
imports-send = Įkelti sąrašą
imports-too-many = Pasiektas didžiausias importų skaičius. Pirmiausia ištrinkite vieną importą.
imports-mine = Jūsų importai
imports-mine-none = Importų dar nėra
imports-mine-none-words = Čia matysite savo importus, kol jie bus ištrinti. Kiti naudotojai jų nemato.
imports-brought = { $kind }, { $when }
imports-kept-until = saugoma iki { $day }
imports-other = Importuoti kitą sąrašą

imports-count-new = { $n ->
    [one] { $n } nauja
    [few] { $n } naujos
   *[other] { $n } naujų
}
imports-count-known = { $n ->
    [one] { $n } jau įrašyta
    [few] { $n } jau įrašytos
   *[other] { $n } jau įrašytų
}
imports-count-repeated = { $n ->
    [one] { $n } pasikartojanti
    [few] { $n } pasikartojančios
   *[other] { $n } pasikartojančių
}
imports-count-bad = { $n } su klaidomis
imports-count-written = { $n ->
    [one] { $n } importuota
    [few] { $n } importuotos
   *[other] { $n } importuotų
}

imports-uploading-words = Failas įkeliamas.
imports-reading-words = Failas skaitomas, atpažįstami stulpeliai. Palaukite.
imports-judging-words = Tikrinama, ar eilutėse nėra klaidų ir ar jos dar neįrašytos.
imports-writing-words = Įrašomos eilutės be klaidų.
imports-progress = Eilutės: { $done } iš { $total }
imports-may-leave = Laukti nebūtina, importas tęsis automatiškai. Jį rasite puslapyje „Importuoti sąrašą“.
imports-look-again = Atnaujinti būseną

imports-nameless = Sąrašas be pavadinimo
imports-gone-title = Ištrintas importas
imports-unreadable = Failo perskaityti nepavyko
imports-try-again = Pasirinkti failą iš naujo

imports-first = Pirmiausia patikrinkite
imports-doubt-headings = Šios stulpelių antraštės neatpažintos: { $headings }. Jei tai jau duomenys, įrašykite virš jų antraštes ir importuokite failą iš naujo. Antraščių eilutė neįrašoma.
imports-doubt-missing = Nėra stulpelio „{ $field }“. Be jo eilučių įrašyti negalima.
imports-doubt-order = Neaišku, kaip stulpelyje „{ $column }“ rašomos datos. Nurodykite, kas rašoma pirma – diena ar mėnuo.
imports-doubt-sheets = Importuojamas tik vienas lapas. Kiti failo lapai: { $sheets }. Kiekvieną jų išsaugokite atskirame faile ir importuokite.
imports-doubt-unsure = Stulpelis „{ $column }“ atpažintas kaip „{ $field }“. Patikrinkite, ar tai teisinga.
imports-doubt-unread = Šie stulpeliai neatpažinti ir neimportuojami: { $columns }.
imports-correct = Taisyti stulpelius

imports-found = Patikros rezultatas
imports-found-new = { $n ->
    [one] { $n } eilutė nauja ir be klaidų. Ją galima importuoti.
    [few] { $n } eilutės naujos ir be klaidų. Jas galima importuoti.
   *[other] { $n } eilučių yra naujos ir be klaidų. Jas galima importuoti.
}
imports-found-existing = { $n ->
    [one] { $n } eilutė jau įrašyta anksčiau. Ji nekeičiama, net jei sąraše duomenys kitokie.
    [few] { $n } eilutės jau įrašytos anksčiau. Jos nekeičiamos, net jei sąraše duomenys kitokie.
   *[other] { $n } eilučių jau įrašyta anksčiau. Jos nekeičiamos, net jei sąraše duomenys kitokie.
}
imports-found-duplicate = { $n ->
    [one] { $n } eilutė kartoja ankstesnę. Importuojama tik ankstesnė.
    [few] { $n } eilutės kartoja ankstesnes. Importuojamos tik ankstesnės.
   *[other] { $n } eilučių kartoja ankstesnes. Importuojamos tik ankstesnės.
}
imports-found-invalid = { $n ->
    [one] { $n } eilutė su klaidomis. Kol klaidos neištaisytos, jos importuoti negalima.
    [few] { $n } eilutės su klaidomis. Kol klaidos neištaisytos, jų importuoti negalima.
   *[other] { $n } eilučių su klaidomis. Kol klaidos neištaisytos, jų importuoti negalima.
}
imports-found-nothing = Sąraše nėra eilučių.
imports-take-people = { $n ->
    [one] Importuoti { $n } asmenį
    [few] Importuoti { $n } asmenis
   *[other] Importuoti { $n } asmenų
}
imports-take-organisations = { $n ->
    [one] Importuoti { $n } organizaciją
    [few] Importuoti { $n } organizacijas
   *[other] Importuoti { $n } organizacijų
}
imports-bad-download = Eilutės su klaidomis
imports-bad-download-hint = Atsisiųskite eilutes su klaidomis, jas pataisykite ir importuokite tą failą. Taip pat galite pataisyti savo sąrašą ir importuoti jį visą. Jau įrašytos eilutės antrą kartą neįrašomos.
imports-bad-csv = Atsisiųsti CSV
imports-bad-xlsx = Atsisiųsti „Excel“
imports-discard = Ištrinti importą
imports-gone-on = Importas bus automatiškai ištrintas ne vėliau kaip { $day }

imports-rows-of = Sąrašo eilutės
imports-tab = { $verdict } ({ $n })
imports-row = { $n } eilutė
imports-none-of = Tokių eilučių nėra
imports-born = gimimo data { $day }
imports-born-year = gimimo metai { $year }
imports-release = paleidimas { $day }
imports-places = { $n ->
    [one] { $n } vieta
    [few] { $n } vietos
   *[other] { $n } vietų
}

imports-columns = Stulpeliai
imports-columns-lead = Nurodykite, kokie duomenys yra kiekviename stulpelyje. Jūsų pasirinkimas bus išsaugotas kitiems importams.
imports-column = { $n } stulpelis
imports-taken-for = atpažinta kaip „{ $field }“
imports-not-read = neimportuojama
imports-do-not-read = Neimportuoti
imports-remembered = kaip nurodėte anksčiau
imports-examples = Pavyzdžiui: { $examples }
imports-what = Stulpelio duomenys
imports-order = Datos formatas
imports-order-found = Atpažinti automatiškai
imports-order-open = diena ar mėnuo?
imports-columns-save = Išsaugoti stulpelius
imports-part-name = Vardas arba pavadinimas
imports-part-about = Aprašymas
imports-part-place = Vieta ir paleidimas
imports-part-help = Poreikiai ir pagalba
imports-part-contact = Kontaktai ir asmens dokumentai

imports-written-people = { $n ->
    [0] Nieko neįrašyta
    [one] Įrašytas { $n } asmuo
    [few] Įrašyti { $n } asmenys
   *[other] Įrašyta { $n } asmenų
}
imports-written-organisations = { $n ->
    [0] Nieko neįrašyta
    [one] Įrašyta { $n } organizacija
    [few] Įrašytos { $n } organizacijos
   *[other] Įrašyta { $n } organizacijų
}
imports-was-known = { $n ->
    [one] { $n } eilutė jau buvo įrašyta.
    [few] { $n } eilutės jau buvo įrašytos.
   *[other] { $n } eilučių jau buvo įrašyta.
}
imports-was-repeated = { $n ->
    [one] { $n } eilutė kartojo ankstesnę.
    [few] { $n } eilutės kartojo ankstesnes.
   *[other] { $n } eilučių kartojo ankstesnes.
}
imports-was-bad = { $n ->
    [one] { $n } eilutė su klaidomis neįrašyta.
    [few] { $n } eilutės su klaidomis neįrašytos.
   *[other] { $n } eilučių su klaidomis neįrašyta.
}
imports-to-people = Rodyti asmenis
imports-to-organisations = Rodyti katalogą

imports-gone-words = Failas ir iš jo perskaityti duomenys ištrinti. Liko tik šie skaičiai.

imports-discard-asks = Ar ištrinti šį importą?
imports-discard-does = Failas ir iš jo perskaityti duomenys bus iš karto ištrinti.
imports-discard-keeps = Jau įrašyti asmenys arba organizacijos liks.
imports-discard-nothing = Iš šio sąrašo dar nieko neįrašyta.
imports-keep = Grįžti

import-kind-people = asmenys
import-kind-organisations = organizacijos

import-state-uploading = Įkeliamas
import-state-reading = Skaitomas
import-state-unreadable = Neperskaitytas
import-state-validating = Tikrinamas
import-state-validated = Laukia patvirtinimo
import-state-applying = Importuojamas
import-state-done = Importuotas
import-state-deleted = Ištrintas

import-failure-empty = Failas tuščias. Pasirinkite failą su sąrašu arba išsaugokite sąrašą iš naujo.
import-failure-too-large = Failas per didelis. Pašalinkite iš jo paveikslėlius arba padalykite sąrašą į kelis failus.
import-failure-too-many-columns = Lape per daug stulpelių. Palikite tik reikalingus.
import-failure-too-many-rows = Sąraše per daug eilučių. Padalykite jį į kelis failus.
import-failure-protected = Failas apsaugotas slaptažodžiu. Išsaugokite kopiją be slaptažodžio.
import-failure-not-a-spreadsheet = Tokio formato failo importuoti negalima. Išsaugokite sąrašą kaip „Excel“ failą (.xlsx) arba CSV.
import-failure-damaged = Failas sugadintas. Atidarykite jį skaičiuoklės programa ir išsaugokite iš naujo.
import-failure-decompressed-too-large = Atidarytas failas per didelis. Nukopijuokite sąrašą į naują failą ir importuokite jį.
import-failure-interrupted = Importas nutrūko dėl ryšio arba programos klaidos. Importuokite sąrašą iš naujo.
import-failure-not-allowed = Nebeturite teisės įrašyti šių duomenų, todėl sąrašas neimportuotas. Kreipkitės į kolegą, kuris šią teisę turi.
import-failure-ended-by-upgrade = Programos atnaujinimas nutraukė įkėlimą. Įkelkite sąrašą dar kartą.

import-row-status-new = Naujos
import-row-status-existing = Jau įrašytos
import-row-status-duplicate = Pasikartojančios
import-row-status-invalid = Su klaidomis

mend-column = Ką pataisyti
cell-error-code-missing = { $field }: nenurodyta
cell-error-code-too-long = { $field }: tekstas per ilgas
cell-error-code-not-a-date = { $field }: „{ $value }“ nėra data
cell-error-code-not-a-number = { $field }: „{ $value }“ nėra skaičius
cell-error-code-not-possible = { $field }: reikšmė „{ $value }“ negalima
cell-error-code-date-order-unknown = { $field }: „{ $value }“ – neaišku, kur diena, o kur mėnuo; nurodykite datos formatą prie stulpelio
cell-error-code-unrecognised = { $field }: reikšmė „{ $value }“ neatpažinta
cell-error-code-unknown-place = { $field }: vieta „{ $value }“ neatpažinta
cell-error-code-several-places = { $field }: yra kelios vietos pavadinimu „{ $value }“; nurodykite apskritį arba sritį
cell-error-code-no-needs = { $field }: gali būti įrašyta tik kartu su poreikiu, o poreikis eilutėje nenurodytas

certainty-unsure = neaišku
certainty-likely = tikėtina
certainty-certain = aišku

date-order-day-first = Pirma diena: 31.12.1990
date-order-month-first = Pirma mėnuo: 12/31/1990
date-order-year-first = Pirma metai: 1990-12-31

import-field-family-name = Pavardė
import-field-given-name = Vardas
import-field-middle-name = Tėvavardis arba antras vardas
import-field-full-name = Vardas ir pavardė
import-field-date-of-birth = Gimimo data
import-field-year-of-birth = Gimimo metai
import-field-sex = Lytis
import-field-prison = Kalėjimas
import-field-release-date = Paleidimo data
import-field-municipality = Savivaldybė
import-field-province = Apskritis arba sritis
import-field-needs = Poreikiai
import-field-notes = Pastabos
import-field-case-number = Bylos numeris
import-field-document-number = Dokumento numeris
import-field-phone = Telefonas
import-field-email = El. paštas
import-field-address = Adresas
import-field-language = Kalba
import-field-name = Pavadinimas
import-field-organisation-kind = Organizacijos rūšis
import-field-website = Interneto svetainė
import-field-services = Paslaugos
import-field-places = Vietų skaičius
import-field-description = Aprašymas

event-kind-list-brought-in = importavo sąrašą
event-kind-list-taken = įrašė sąrašo eilutes be klaidų
event-kind-list-thrown-away = ištrynė importą
event-kind-organisation-recorded = įrašė organizaciją
action-organisation-record = importuoti organizacijas
audit-log-subject-kind-organisation = organizacija
audit-log-subject-kind-import = importas

problem-no-file = Pasirinkite failą.
problem-form-too-old = Puslapis buvo atidarytas per ilgai, todėl failas neįkeltas. Pasirinkite failą iš naujo.
problem-twice = Šie duomenys jau pasirinkti kitam stulpeliui. Pasirinkite kitus.
problem-unknown-column = Šio sąrašo stulpeliui tokių duomenų pasirinkti negalima. Pasirinkite kitus.
problem-list-not-now = Importo būsena pasikeitė, todėl stulpelių dabar keisti negalima.
problem-nothing-new = Sąraše nėra naujų eilučių.
field-file = Failas

done-import-taken = Eilutės be klaidų importuojamos.
done-import-corrected = Stulpeliai išsaugoti. Sąrašas tikrinamas iš naujo.
done-import-discarded = Importas ištrintas.
