# Asmenys: sąrašas, duomenys, poreikiai.

cancel = Grįžti

people-record = Pridėti asmenį
people-search = Paieška pagal vardą ir pavardę
people-all = Visi asmenys
people-pseudonym = Pseudonimas kitoms organizacijoms: { $pseudonym }
people-returns = Grįžimo vieta: { $place }
people-release-confirmed = data patvirtinta
people-release-expected = data numatoma
people-place = { $place }
people-name-hidden = Jūsų vaidmeniui vardas nerodomas
people-no-release = Paleidimo data nenurodyta
people-hits = { $n ->
    [one] Rastas { $n } asmuo: „{ $name }“
    [few] Rasti { $n } asmenys: „{ $name }“
   *[other] Rasta { $n } asmenų: „{ $name }“
}
people-more = Rasta daugiau asmenų, nei rodoma. Įveskite ilgesnę vardo ar pavardės dalį.
people-none = Asmenų dar nėra
people-none-record = Pridėkite pirmąjį asmenį: vardą, pavardę, paleidimo datą ir poreikius. Tai užtrunka apie tris minutes.
people-none-words = Čia matysite asmenis, kurių atvejo komandai priklausote. Paprašykite kolegos jus įtraukti.
people-none-found = Asmuo nerastas
people-none-found-words = Įveskite pavardės pradžią. Rodomi tik tie asmenys, kurių duomenis galite matyti.

release-ahead = Paleidimas { $when }
release-past = Paleidimas įvyko { $when }

person-edit = Keisti
person-edit-title = Keisti asmens duomenis: { $name }
person-save = Išsaugoti duomenis
person-part-name = Vardas ir pavardė
person-part-home = Paleidimas
person-part-contact = Kontaktai ir asmens dokumentai
person-part-needs = Poreikiai
person-given-name = Vardas
person-family-name = Pavardė
person-date-of-birth = Gimimo data
person-year-of-birth = Gimimo metai
person-year-of-birth-hint = Nurodykite, jei tiksli gimimo data nežinoma.
person-sex = Lytis
person-language = Kalba
person-language-hint = Kalba, kuria su asmeniu kalbama.
person-release-date = Paleidimo data
person-release-confirmed = Paleidimo data patvirtinta
person-release = Paleidimas
person-municipality = Grįžimo vieta
person-municipality-hint = Pagal ją ieškoma paslaugų.
person-not-known = Dar nežinoma
person-legal-status = Teisinė padėtis
person-prison = Kalėjimas
person-prison-none = Ne kalėjime
person-sobriety = Alkoholis ir narkotikai
person-phone = Telefonas
person-email = El. paštas
person-address = Adresas
person-papers = Asmens dokumentai
person-papers-hint = Pavyzdžiui, pasas arba asmens tapatybės kortelė.
person-paper-kind = Dokumento rūšis
person-paper-number = Dokumento numeris
person-needs-hint = Pasirinkite poreikių skubumą. Kitų poreikių nekeiskite. Vėliau galėsite pridėti daugiau.
person-need-none = Nereikia
person-need-words = Pridėti aprašymą
person-need-text = Poreikio aprašymas
person-restricted = Šio asmens duomenis mato tik atvejo komanda
person-restricted-hint = Vadovai ir kiti kolegos asmens duomenų nemato, jei nepriklauso atvejo komandai.

person-next = Veiksmai
person-refer = Nukreipti asmenį
person-ask-consent = Prašyti sutikimo
person-needs = Poreikiai
person-needs-none = Poreikių nėra
person-needs-none-words = Pridėkite poreikį ir galėsite ieškoti tinkamų paslaugų.
person-referrals-none = Nukreipimų dar nėra
person-referrals-none-words = Čia matysite visus nukreipimus ir jų būseną.
person-about = Asmens duomenys
person-age = Amžius
person-years = { $n ->
    [one] { $n } metai
    [few] { $n } metai
   *[other] { $n } metų
}
person-born-in = gimimo metai: { $year }
person-name-not-your-role = Jūsų vaidmeniui vardas ir kontaktai nerodomi.
person-team = Atvejo komanda
person-team-add = Kolega
person-team-join = Įtraukti į komandą
person-team-leave = Pašalinti
person-colleague = { $name }, { $role }
person-looks = Peržiūrų istorija
person-looks-none = Peržiūrų dar nėra
person-looks-none-words = Čia rodoma kiekviena vardo, kontaktų ar asmens dokumentų peržiūra.
person-looked = { $n ->
    [1] { $who }: peržiūrėtas vardas ir kontaktai
    [one] { $who }: vardas ir kontaktai peržiūrėti { $n } kartą
    [few] { $who }: vardas ir kontaktai peržiūrėti { $n } kartus
   *[other] { $who }: vardas ir kontaktai peržiūrėti { $n } kartų
}
person-looked-through = { $n ->
    [1] { $who }: peržiūrėtas vardas ir kontaktai; nukreipimas { $reference }
    [one] { $who }: vardas ir kontaktai peržiūrėti { $n } kartą; nukreipimas { $reference }
    [few] { $who }: vardas ir kontaktai peržiūrėti { $n } kartus; nukreipimas { $reference }
   *[other] { $who }: vardas ir kontaktai peržiūrėti { $n } kartų; nukreipimas { $reference }
}

need-add = Pridėti poreikį
need-add-title = Pridėti poreikį: { $name }
need-change = Keisti
need-domain = Poreikio sritis
need-choose = Pasirinkite sritį
need-already = jau įrašyta
need-urgency = Skubumas
need-text = Aprašymas
need-text-hint = Parašykite, kokios pagalbos reikia. Gavėjai aprašymą matys tik tada, kai juo pasidalysite.
need-met = Patenkintas
need-is-met = Šis poreikis patenkintas
need-nobody-asked = Dėl šio poreikio aktyvių nukreipimų nėra.
need-not-your-role = Jūsų vaidmeniui šio poreikio aprašymas nerodomas.
urgency-routine-hint = Yra laiko rasti tinkamą paslaugą.
urgency-urgent-hint = Pagalbos reikia netrukus.
urgency-release-day-hint = Pagalba turi būti parengta iki paleidimo dienos.

language-lt = lietuvių
language-ru = rusų
language-be = baltarusių
language-pl = lenkų
language-uk = ukrainiečių
language-sr = serbų
language-rom = romų
language-en = anglų

done-person-recorded = Asmuo pridėtas. Dabar paprašykite sutikimo arba ieškokite paslaugų.
done-person-changed = Asmens duomenys pakeisti.
done-case-team-changed = Atvejo komanda pakeista.
done-need-added = Poreikis pridėtas.
done-need-changed = Poreikis pakeistas.

## Asmens duomenų ištrynimas

person-erase = Ištrinti asmens duomenis
erase-title = Ištrinti asmens duomenis
erase-goes = Kas bus ištrinta
erase-goes-identity = Vardas, pavardė, gimimo data, kontaktai, asmens dokumentai, teisinė padėtis, kalėjimas, savivaldybė ir atvejo komanda.
erase-goes-needs = { $n ->
    [one] { $n } poreikio aprašymas.
    [few] { $n } poreikių aprašymai.
   *[other] { $n } poreikių aprašymai.
}
erase-goes-consents = { $n ->
    [one] { $n } sutikimo tekstas; galiojantis sutikimas atšaukiamas.
    [few] { $n } sutikimų tekstai; galiojantys sutikimai atšaukiami.
   *[other] { $n } sutikimų tekstai; galiojantys sutikimai atšaukiami.
}
erase-goes-messages = Jūsų organizacijos prašymai ir žinutės apie asmenį.
erase-goes-open = { $n ->
    [one] Bus uždarytas { $n } aktyvus nukreipimas. Gavėjas, kuris jo nepriėmė, nukreipimo nebematys.
    [few] Bus uždaryti { $n } aktyvūs nukreipimai. Gavėjai, kurie jų nepriėmė, nukreipimų nebematys.
   *[other] Bus uždaryta { $n } aktyvių nukreipimų. Gavėjai, kurie jų nepriėmė, nukreipimų nebematys.
}
erase-stays = Kas liks
erase-stays-sex = Statistikai – lytis: { $sex }
erase-stays-decade = Statistikai – gimimo dešimtmetis: nuo { $year } m.
erase-stays-release = Statistikai – paleidimo metai: { $year }
erase-stays-referrals = { $n ->
    [one] { $n } nukreipimas su datomis ir rezultatu. Asmuo jame neatpažįstamas.
    [few] { $n } nukreipimai su datomis ir rezultatais. Asmuo juose neatpažįstamas.
   *[other] { $n } nukreipimų su datomis ir rezultatais. Asmuo juose neatpažįstamas.
}
erase-stays-journal = Veiksmų žurnalo įrašai: kas, ką ir kada padarė. Asmens duomenų žurnale nėra.
erase-stays-recipients = Gavėjų darbuotojų įrašai, padaryti priėmus nukreipimą: { $recipients }. Paklauskite gavėjų, ar jie tuos įrašus ištrins.
erase-reason = Priežastis
erase-sure = Perskaičiau šią informaciją ir noriu ištrinti asmens duomenis.
erase-do = Ištrinti asmens duomenis
done-person-erased = Asmens duomenys ištrinti.
