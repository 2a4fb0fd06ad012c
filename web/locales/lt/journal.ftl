# Žurnalas: kas, ką ir kada padarė, kas ką peržiūrėjo.

journal-what = Kas, ką ir kada padarė. Asmenų vardų čia nėra.
journal-parts = Žurnalo dalys
journal-everything = Viskas
journal-looks = Kas ką peržiūrėjo
journal-export = Atsisiųsti kaip lentelę
journal-kind = Kas įvyko
journal-member = Kas
journal-anybody = Bet kas
journal-from = Nuo
journal-to = Iki
journal-colleagues = Kolegos
journal-former-colleagues = Nebedirba
journal-happened-title = Kas įvyko
journal-happened = <b>{ $who }</b> { $what }: { $about }
journal-through = { $about }, per { $referral }
journal-and-more = { $things } ir dar { $n }
journal-thing = { $kind } …{ $mark }
journal-all-about = Čia viskas apie: { $thing }.
journal-something = tai, ko klausėte
journal-open = Atverti
journal-none = Kol kas nieko neįvyko
journal-none-words = Ką jūsų organizacija daro ir kas ką peržiūri, čia įrašoma netrukus po to, kai įvyksta.
journal-none-fits = Pagal šiuos filtrus nieko nerasta
journal-none-fits-words = Pasirinkite kitas dienas arba mažiau filtrų.
journal-looks-none = Dar niekas nieko neperžiūrėjo
journal-looks-none-words = Čia įrašoma kiekviena vardo, kontaktų ar dokumentų peržiūra: kas, ką ir kada peržiūrėjo.

journal-column-position = Nr.
journal-column-at = Laikas ({ $zone })
journal-column-organisation = Organizacija
journal-column-member = Darbuotojas
journal-column-what = Kas įvyko
journal-column-code = Kodas
journal-column-about = Apie ką
journal-column-about-id = Apie ką: id
journal-column-beside = Kartu
journal-column-beside-id = Kartu: id
journal-column-fields = Pakeisti laukai
journal-column-origin = Kokiu būdu
journal-column-id = Id

journal-subject-referral = nukreipimas
journal-subject-person = asmuo
journal-subject-disclosure = mums nukreiptas asmuo
journal-subject-agreement = sutartis
journal-subject-service = paslauga
journal-subject-message = žinutė
journal-subject-appointment = susitikimas
journal-subject-need = poreikis
journal-subject-consent = sutikimas

origin-pages = per šiuos puslapius
origin-api = per kitą programą
origin-system = savaime
