# Sąrašai kaip lentelės. Asmenų lentelės antraštes atpažįsta asmenų įkėlimas.

export-take = Pasiimti kaip lentelę:
export-people-looks = žurnale bus įrašyta visų joje esančių asmenų peržiūra
export-too-long = „Excel“ failui per ilga
export-too-long-words = Čia parengtame „Excel“ faile telpa ne daugiau kaip { $n } eilučių. Ta pati lentelė CSV pavidalu neribojama, ją atveria ir „Excel“.
export-as-csv = Pasiimti CSV
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
column-free-places = Šiandien laisvų vietų
column-next-place = Artimiausia laisva vieta nuo
column-proposed-by = Kas pasiūlė
column-not-signed = Dar nepasirašė

column-reference = Numeris
column-state-since = Šios būsenos nuo
column-sender = Kas nukreipia
column-recipient = Kam nukreipta
column-days-left = Liko darbo dienų
column-sent = Išsiųsta
column-closed = Užbaigta

column-last-here = Paskutinį kartą čia
column-day = Diena
column-what = Kas įvyko
column-about = Apie ką
column-read = Perskaityta
column-pace = Kaip greitai
