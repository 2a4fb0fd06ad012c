# Sąrašai, kuriuos partneris tvarko skaičiuoklėje, įkeliami iš karto.

imports-bring = Įkelti sąrašą
imports-bring-people = Įkelti asmenų sąrašą
imports-bring-organisations = Įkelti organizacijų sąrašą
imports-lead = Siųskite sąrašą tokį, koks yra: CSV, TSV, senesnį ar naujesnį „Excel“. Kuris stulpelis ką reiškia, nustatoma savaime, o jūs galite pataisyti.
imports-lead-safe = Kol nepatvirtinsite, niekas neįrašoma. Sąrašo nemato niekas kitas; užšifruotas jis saugomas ne ilgiau kaip septynias dienas.
imports-file = Sąrašo failas
imports-file-hint = CSV, TSV, TXT, XLS arba XLSX, ne didesnis kaip { $n } MB.
imports-send = Perskaityti sąrašą
imports-too-many = Vienu metu daugiau sąrašų turėti negalima. Pirmiausia kurį nors išmeskite.
imports-mine = Jūsų sąrašai
imports-mine-none = Sąrašų dar nėra
imports-mine-none-words = Įkelti sąrašai lieka čia, kol išmetami. Juos matote tik jūs.
imports-brought = { $kind }, { $when }
imports-kept-until = saugoma iki { $day }
imports-other = Įkelti kitą sąrašą

imports-count-new = { $n ->
    [one] { $n } nauja
    [few] { $n } naujos
   *[other] { $n } naujų
}
imports-count-known = { $n ->
    [one] { $n } jau žinoma
    [few] { $n } jau žinomos
   *[other] { $n } jau žinomų
}
imports-count-repeated = { $n ->
    [one] { $n } pasikartojanti
    [few] { $n } pasikartojančios
   *[other] { $n } pasikartojančių
}
imports-count-bad = { $n ->
    [one] { $n } taisytina
    [few] { $n } taisytinos
   *[other] { $n } taisytinų
}
imports-count-written = { $n ->
    [one] { $n } įrašyta
    [few] { $n } įrašytos
   *[other] { $n } įrašytų
}

imports-uploading-words = Failas dar siunčiamas.
imports-reading-words = Failas atveriamas ir apžiūrimi stulpeliai. Tai užtrunka akimirką.
imports-judging-words = Tikrinama kiekviena eilutė: ar ją galima įrašyti ir ar jos čia dar nėra.
imports-writing-words = Geros eilutės įrašomos viena po kitos.
imports-progress = Eilutės: { $done } iš { $total }
imports-may-leave = Laukti čia nebūtina: viskas vyksta savaime. Sąrašą vėl rasite paspaudę „Įkelti sąrašą“.
imports-look-again = Pažiūrėti, kiek padaryta

imports-nameless = Sąrašas be pavadinimo
imports-gone-title = Išmestas sąrašas
imports-unreadable = Šio sąrašo perskaityti nepavyko
imports-try-again = Pasirinkti failą iš naujo

imports-first = Pirmiausia pažiūrėkite čia
imports-doubt-headings = Nė viena iš šių antraščių mums nepažįstama: { $headings }. Jei tai jau sąrašo eilutė, įrašykite virš jos antraštes ir įkelkite failą iš naujo: iš antraščių eilutės nieko nepaimama.
imports-doubt-missing = Nė viename stulpelyje nėra „{ $field }“. Be to negalima įrašyti nė vienos eilutės.
imports-doubt-order = Stulpelyje „{ $column }“ dienos nuo mėnesio atskirti negalima. Nurodykite, kas rašoma pirma.
imports-doubt-sheets = Skaitomas tik vienas lapas. Faile dar yra: { $sheets }. Kiekvieną jų išsaugokite kaip atskirą failą ir įkelkite.
imports-doubt-unsure = Stulpelis „{ $column }“ suprastas kaip „{ $field }“, bet tai nėra tikra.
imports-doubt-unread = Neaišku, kas yra šiuose stulpeliuose, todėl jie neskaitomi: { $columns }.
imports-correct = Pataisyti stulpelius

imports-found = Ką radome
imports-found-new = { $n ->
    [one] { $n } eilutė nauja ir pilna. Ją galima įrašyti.
    [few] { $n } eilutės naujos ir pilnos. Jas galima įrašyti.
   *[other] { $n } eilučių yra naujos ir pilnos. Jas galima įrašyti.
}
imports-found-known = { $n ->
    [one] { $n } eilutė čia jau yra. Ji nekeičiama, net jei sąraše parašyta kitaip.
    [few] { $n } eilutės čia jau yra. Jos nekeičiamos, net jei sąraše parašyta kitaip.
   *[other] { $n } eilučių čia jau yra. Jos nekeičiamos, net jei sąraše parašyta kitaip.
}
imports-found-repeated = { $n ->
    [one] { $n } eilutėje tas pats asmuo ar organizacija, kas ankstesnėje. Imama tik ankstesnioji.
    [few] { $n } eilutėse tas pats asmuo ar organizacija, kas ankstesnėse. Imamos tik ankstesniosios.
   *[other] { $n } eilučių tas pats asmuo ar organizacija, kas ankstesnėse. Imamos tik ankstesniosios.
}
imports-found-bad = { $n ->
    [one] { $n } eilutę reikia pataisyti, kitaip jos įrašyti negalima.
    [few] { $n } eilutes reikia pataisyti, kitaip jų įrašyti negalima.
   *[other] { $n } eilučių reikia pataisyti, kitaip jų įrašyti negalima.
}
imports-found-nothing = Sąraše nėra eilučių.
imports-take-people = { $n ->
    [one] Įrašyti { $n } asmenį
    [few] Įrašyti { $n } asmenis
   *[other] Įrašyti { $n } asmenų
}
imports-take-organisations = { $n ->
    [one] Įrašyti { $n } organizaciją
    [few] Įrašyti { $n } organizacijas
   *[other] Įrašyti { $n } organizacijų
}
imports-bad-download = Pasiimkite taisytinas eilutes
imports-bad-download-hint = Pataisykite jas tame faile ir įkelkite jį. Galite taisyti ir savo sąrašą, o paskui įkelti jį visą: kas čia jau yra, antrą kartą neįrašoma.
imports-bad-csv = Taisytinos eilutės, CSV
imports-bad-xlsx = Taisytinos eilutės, „Excel“
imports-discard = Išmesti sąrašą
imports-gone-on = Vėliausiai { $day } sąrašas išmetamas savaime.

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

imports-columns = Kas yra stulpeliuose
imports-columns-lead = Nurodykite, kas yra kiekviename stulpelyje. Kitą kartą tai bus atsiminta.
imports-column = { $n } stulpelis
imports-taken-for = suprasta kaip „{ $field }“
imports-not-read = neskaitoma
imports-do-not-read = Neskaityti
imports-remembered = kaip nurodėte anksčiau
imports-examples = Pavyzdžiui: { $examples }
imports-what = Kas čia yra
imports-order = Kaip rašomos datos
imports-order-found = Kaip atpažinta iš reikšmių
imports-order-open = diena ar mėnuo?
imports-columns-save = Išsaugoti ir patikrinti iš naujo
imports-part-name = Vardas ar pavadinimas
imports-part-about = Apie
imports-part-place = Vieta ir paleidimas
imports-part-help = Poreikiai ir pagalba
imports-part-contact = Ryšiai ir dokumentai

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
    [one] { $n } eilutė čia jau buvo.
    [few] { $n } eilutės čia jau buvo.
   *[other] { $n } eilučių čia jau buvo.
}
imports-was-repeated = { $n ->
    [one] { $n } eilutėje buvo tas pats asmuo ar organizacija, kas ankstesnėje.
    [few] { $n } eilutėse buvo tas pats asmuo ar organizacija, kas ankstesnėse.
   *[other] { $n } eilučių buvo tas pats asmuo ar organizacija, kas ankstesnėse.
}
imports-was-bad = { $n ->
    [one] { $n } eilutė neįrašyta: ją reikia pataisyti.
    [few] { $n } eilutės neįrašytos: jas reikia pataisyti.
   *[other] { $n } eilučių neįrašyta: jas reikia pataisyti.
}
imports-to-people = Žiūrėti asmenis
imports-to-organisations = Žiūrėti katalogą

imports-gone-words = Failas ir viskas, kas iš jo perskaityta, ištrinta. Liko tik šie skaičiai.

imports-discard-asks = Išmesti šį sąrašą?
imports-discard-does = Failas ir viskas, kas iš jo perskaityta, bus iš karto ištrinta.
imports-discard-keeps = Kas iš jo įrašyta, lieka.
imports-discard-nothing = Iš jo dar nieko neįrašyta.
imports-keep = Palikti

list-kind-people = asmenys
list-kind-organisations = organizacijos

import-state-uploading = Siunčiamas
import-state-reading = Skaitomas
import-state-unreadable = Neperskaitomas
import-state-validating = Tikrinamas
import-state-validated = Laukia jūsų
import-state-applying = Įrašomas
import-state-done = Įrašytas
import-state-deleted = Išmestas

import-fault-empty = Failas tuščias. Pasirinkite tą, kuriame yra sąrašas, arba išsaugokite jį iš naujo.
import-fault-too-large = Failas per didelis. Pašalinkite iš jo paveikslėlius arba padalykite sąrašą į kelis failus.
import-fault-too-many-columns = Lape per daug stulpelių. Palikite tik tuos, kurių reikia.
import-fault-too-many-rows = Sąraše per daug eilučių. Padalykite jį į kelis failus.
import-fault-protected = Failas užrakintas slaptažodžiu. Išsaugokite kopiją be slaptažodžio.
import-fault-not-a-spreadsheet = Tai ne skaičiuoklės failas arba jo perskaityti nemokame. Išsaugokite sąrašą kaip „Excel“ knygą (.xlsx) arba CSV.
import-fault-damaged = Failas sugadintas. Atverkite jį savo skaičiuoklėje ir išsaugokite iš naujo.
import-fault-decompressed-too-large = Atvertas failas pasidaro per didelis. Nukopijuokite sąrašą į naują knygą ir išsaugokite ją.
import-fault-interrupted = Darbas nutrūko dėl ryšio arba dėl mūsų klaidos. Įkelkite sąrašą dar kartą.
import-fault-not-allowed = Jums nebeleidžiama to įrašyti, todėl sąrašas neįrašytas. Paprašykite kolegos, kuriam leidžiama.
import-fault-ended-by-upgrade = Programos atnaujinimas nutraukė įkėlimą. Įkelkite sąrašą dar kartą.

import-row-status-new = Naujos
import-row-status-existing = Jau žinomos
import-row-status-duplicate = Pasikartojančios
import-row-status-invalid = Taisytinos

mend-column = Ką pataisyti
mend-missing = Trūksta: { $field }
mend-too-long = { $field }: tekstas per ilgas
mend-not-a-date = { $field }: { $value } nėra data
mend-not-a-number = { $field }: { $value } nėra skaičius
mend-not-possible = { $field }: { $value } negali būti
mend-date-order-unknown = { $field }: { $value } – neaišku, kur diena, o kur mėnuo; nurodykite tai prie stulpelių
mend-unrecognised = { $field }: { $value } – nesuprasta
mend-unknown-place = { $field }: { $value } – tokios vietos nežinome
mend-several-places = { $field }: { $value } – tokių vietų yra kelios; pridėkite apskritį ar sritį
mend-no-needs = { $field }: tai saugoma tik prie poreikio, o eilutėje jo nėra

certainty-unsure = abejotina
certainty-likely = tikėtina
certainty-certain = tikra

date-order-day-first = Pirma diena: 31.12.1990
date-order-month-first = Pirma mėnuo: 12/31/1990
date-order-year-first = Pirma metai: 1990-12-31

list-field-family-name = Pavardė
list-field-given-name = Vardas
list-field-middle-name = Tėvavardis ar antras vardas
list-field-full-name = Vardas ir pavardė kartu
list-field-date-of-birth = Gimimo data
list-field-year-of-birth = Gimimo metai
list-field-sex = Lytis
list-field-prison = Kalėjimas
list-field-release-date = Paleidimo diena
list-field-municipality = Savivaldybė
list-field-province = Apskritis ar sritis
list-field-needs = Poreikiai
list-field-notes = Pastabos
list-field-case-number = Bylos numeris
list-field-document-number = Dokumento numeris
list-field-phone = Telefonas
list-field-email = El. paštas
list-field-address = Adresas
list-field-language = Kalba
list-field-name = Pavadinimas
list-field-organisation-kind = Organizacijos rūšis
list-field-website = Svetainė
list-field-services = Paslaugos
list-field-places = Vietos
list-field-description = Aprašymas

event-list-brought-in = įkėlė sąrašą
event-list-taken = įrašė sąrašo geras eilutes
event-list-thrown-away = išmetė sąrašą
event-organisation-recorded = įrašė organizaciją
action-organisation-record = įkelti organizacijas
journal-subject-organisation = organizacija
journal-subject-import = sąrašas

problem-no-file = Pirmiausia pasirinkite failą.
problem-form-too-old = Puslapis buvo ilgai atvertas, todėl failas nepriimtas. Pasirinkite jį dar kartą.
problem-twice = Taip suprastas ir kitas stulpelis.
problem-unknown-column = Tokiuose sąrašuose to nebūna.
problem-list-not-now = Sąrašas tuo metu pasistūmėjo, todėl jo stulpelių dabar keisti negalima.
problem-nothing-new = Sąraše nėra nieko naujo.
field-file = Failas

done-import-taken = Geros eilutės įrašomos.
done-import-corrected = Išsaugota. Sąrašas tikrinamas iš naujo.
done-import-discarded = Sąrašas išmestas.
