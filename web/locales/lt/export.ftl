# Eksportuojami sąrašai. Asmenų sąrašo stulpelius atpažįsta importas.

export-take = Eksportuoti sąrašą:
export-people-looks = visų šių asmenų duomenų peržiūra bus įrašyta veiksmų žurnale
export-too-long = Sąrašas „Excel“ failui per ilgas
export-too-long-words = „Excel“ faile gali būti ne daugiau kaip { $n } eilučių. Eksportuokite CSV: jo eilučių skaičius neribojamas, o „Excel“ jį atidaro.
export-as-csv = Eksportuoti CSV
export-yes = taip
export-no = ne

column-family-name = Pavardė
column-given-name = Vardas
column-date-of-birth = Gimimo data
column-year-of-birth = Gimimo metai
column-sex = Lytis
column-release-date = Paleidimo data
column-confirmed = Patvirtinta
column-municipality = Savivaldybė
column-province = Apskritis
column-needs = Poreikiai
column-language = Kalba
column-phone = Telefonas
column-email = El. paštas
column-website = Interneto svetainė
column-address = Adresas
column-document-number = Dokumento numeris
column-prison = Kalėjimas
column-pseudonym = Pseudonimas

column-name = Pavadinimas
column-organisation = Organizacija
column-description = Aprašymas
column-state = Būsena
column-service = Paslauga
column-free-places = Laisvos vietos šiandien
column-next-place = Artimiausia laisva vieta nuo
column-proposed-by = Pasiūlė
column-not-signed = Dar nepasirašė

column-reference = Numeris
column-state-since = Būsena nuo
column-sender = Siuntėjas
column-recipient = Gavėjas
column-days-left = Liko darbo dienų
column-sent = Išsiųsta
column-closed = Uždaryta

column-last-here = Paskutinis prisijungimas
column-day = Diena
column-what = Įvykis
column-about = Objektas
column-read = Perskaityta
column-pace = Siuntimo dažnumas
