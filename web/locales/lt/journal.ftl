# Veiksmų žurnalas ir peržiūrų istorija.

journal-what = Kas, ką ir kada padarė. Asmenų vardų žurnale nėra.
journal-parts = Žurnalo dalys
journal-everything = Visi veiksmai
journal-looks = Peržiūrų istorija
journal-export = Eksportuoti žurnalą
journal-kind = Veiksmas
journal-member = Naudotojas
journal-anybody = Visi naudotojai
journal-from = Nuo
journal-to = Iki
journal-colleagues = Kolegos
journal-former-colleagues = Buvę naudotojai
journal-happened-title = Veiksmai
journal-happened = <b>{ $who }</b> { $what }: { $about }
journal-through = { $about }, nukreipimas { $referral }
journal-and-more = { $things } ir dar { $n }
journal-thing = { $kind } …{ $mark }
journal-all-about = Rodomi tik šie veiksmai: { $thing }.
journal-something = pasirinktas įrašas
journal-open = Atidaryti
journal-none = Veiksmų dar nėra
journal-none-words = Čia matysite organizacijos naudotojų veiksmus ir asmenų duomenų peržiūras.
journal-none-fits = Pagal filtrus nieko nerasta
journal-none-fits-words = Pasirinkite kitas datas arba mažiau filtrų.
journal-looks-none = Peržiūrų dar nėra
journal-looks-none-words = Čia rodoma kiekviena vardo, kontaktų ar asmens dokumentų peržiūra.

journal-column-position = Nr.
journal-column-at = Laikas ({ $zone })
journal-column-organisation = Organizacija
journal-column-member = Naudotojas
journal-column-what = Veiksmas
journal-column-code = Kodas
journal-column-about = Objektas
journal-column-about-id = Objekto ID
journal-column-beside = Susijęs objektas
journal-column-beside-id = Susijusio objekto ID
journal-column-fields = Pakeisti laukai
journal-column-origin = Šaltinis
journal-column-id = ID

audit-log-subject-kind-referral = nukreipimas
audit-log-subject-kind-person = asmuo
audit-log-subject-kind-disclosure = į organizaciją nukreiptas asmuo
audit-log-subject-kind-agreement = sutartis
audit-log-subject-kind-service = paslauga
audit-log-subject-kind-message = žinutė
audit-log-subject-kind-appointment = susitikimas
audit-log-subject-kind-need = poreikis
audit-log-subject-kind-consent = sutikimas

origin-pages = puslapiai
origin-api = API
origin-system = sistema
