# Asmenys: sąrašas, duomenys, poreikiai.

cancel = Atsisakyti

people-record = Įrašyti asmenį
people-search = Ieškoti pagal vardą
people-all = Visi asmenys
people-pseudonym = Kitiems žinomas kaip { $pseudonym }
people-returns = Grįžta: { $place }
people-release-confirmed = diena patvirtinta
people-release-expected = diena numatoma
people-place = { $place }
people-name-hidden = Jūsų pareigoms vardas nerodomas
people-no-release = Paleidimo diena nenurodyta
people-hits = { $n ->
    [one] { $n } asmuo vardu „{ $name }“
    [few] { $n } asmenys vardu „{ $name }“
   *[other] { $n } asmenų vardu „{ $name }“
}
people-more = Yra ir daugiau. Parašykite daugiau vardo raidžių.
people-none = Dar neįrašytas nė vienas asmuo
people-none-record = Įrašykite pirmąjį: vardą, paleidimo dieną ir ko reikės. Tai užtrunka apie tris minutes.
people-none-words = Matote asmenis, kurių atvejo komandai priklausote. Paprašykite kolegos jus įtraukti.
people-none-found = Asmens tokiu vardu nėra
people-none-found-words = Pabandykite pavardės pradžią. Randami tik tie asmenys, kuriuos jums leista matyti.

release-ahead = Paleidimas { $when }
release-past = Paleidimas įvyko { $when }

person-edit = Keisti
person-edit-title = Keisti duomenis: { $name }
person-save = Išsaugoti
person-part-name = Vardas
person-part-home = Grįžimas namo
person-part-contact = Ryšiai ir dokumentai
person-part-needs = Ko reikia
person-given-name = Vardas
person-family-name = Pavardė
person-date-of-birth = Gimimo data
person-year-of-birth = Gimimo metai
person-year-of-birth-hint = Jei žinomi tik metai.
person-sex = Lytis
person-language = Kalba
person-language-hint = Kuria su asmeniu kalbamasi.
person-release-date = Paleidimo diena
person-release-confirmed = Ši diena patvirtinta
person-release = Paleidimas
person-municipality = Grįžta į
person-municipality-hint = Ten ieškoma paslaugų.
person-not-known = Dar nežinoma
person-legal-status = Teisinė padėtis
person-prison = Kalėjimas
person-prison-none = Nė viename
person-sobriety = Alkoholis ir narkotikai
person-phone = Telefonas
person-email = El. paštas
person-address = Adresas
person-papers = Dokumentai
person-papers-hint = Pavyzdžiui, pasas ar asmens tapatybės kortelė ir numeris.
person-paper-kind = Dokumento rūšis
person-paper-number = Numeris
person-needs-hint = Pasirinkite, kaip greitai ko reikia; kitų nekeiskite. Vėliau galėsite papildyti.
person-need-none = Nereikia
person-need-words = Keliais žodžiais
person-need-text = Ko tiksliai reikia, keliais žodžiais
person-restricted = Šį asmenį mato tik atvejo komanda
person-restricted-hint = Vadovai ir kiti kolegos asmens neranda, jei nepriklauso atvejo komandai.

person-next = Ką galite padaryti
person-refer = Nukreipti
person-ask-consent = Prašyti sutikimo
person-needs = Poreikiai
person-needs-none = Šiuo metu nieko nereikia
person-needs-none-words = Kai ko nors reikės, pridėkite čia ir galėsite ieškoti tinkamų paslaugų.
person-referrals-none = Dar niekur nenukreipta
person-referrals-none-words = Čia bus išvardyti visi nukreipimai ir jų būsena.
person-about = Apie asmenį
person-age = Amžius
person-years = { $n ->
    [one] { $n } metai
    [few] { $n } metai
   *[other] { $n } metų
}
person-born-in = gimimo metai { $year }
person-name-not-your-role = Jūsų pareigoms vardas ir ryšiai nerodomi.
person-team = Atvejo komanda
person-team-add = Pridėti kolegą
person-team-join = Įtraukti į atvejo komandą
person-team-leave = Išbraukti
person-colleague = { $name }, { $role }
person-looks = Kas peržiūrėjo
person-looks-none = Dar niekas neperžiūrėjo
person-looks-none-words = Kiekviena vardo, ryšių ar dokumentų peržiūra užrašoma ir rodoma čia.
person-looked = { $n ->
    [1] { $who }: peržiūrėjo vardą ir ryšius
    [one] { $who }: { $n } kartą peržiūrėjo vardą ir ryšius
    [few] { $who }: { $n } kartus peržiūrėjo vardą ir ryšius
   *[other] { $who }: { $n } kartų peržiūrėjo vardą ir ryšius
}
person-looked-through = { $n ->
    [1] { $who }: peržiūrėjo vardą ir ryšius pagal nukreipimą { $reference }
    [one] { $who }: { $n } kartą peržiūrėjo vardą ir ryšius pagal nukreipimą { $reference }
    [few] { $who }: { $n } kartus peržiūrėjo vardą ir ryšius pagal nukreipimą { $reference }
   *[other] { $who }: { $n } kartų peržiūrėjo vardą ir ryšius pagal nukreipimą { $reference }
}

need-add = Pridėti poreikį
need-add-title = Ko reikia: { $name }
need-change = Keisti
need-domain = Sritis
need-choose = Pasirinkite
need-already = jau įrašyta
need-urgency = Kaip greitai
need-text = Keliais žodžiais
need-text-hint = Kas tiksliai padėtų. Gavėjai tai skaito tik tada, kai tuo pasidalijate.
need-met = Patenkintas
need-is-met = Šis poreikis patenkintas
need-nobody-asked = Šiuo metu niekas neprašomas padėti.
need-not-your-role = Jūsų pareigoms šio poreikio aprašymas nerodomas.
urgency-routine-hint = Yra laiko rasti, kas tinka.
urgency-urgent-hint = Reikia sutvarkyti netrukus.
urgency-release-day-hint = Turi būti paruošta paleidimo dieną.

language-lt = lietuvių
language-ru = rusų
language-be = baltarusių
language-pl = lenkų
language-uk = ukrainiečių
language-sr = serbų
language-rom = romų
language-en = anglų

done-person-recorded = Įrašyta. Dabar paprašykite sutikimo arba ieškokite paslaugų.
done-person-changed = Pakeista.
done-case-team-changed = Atvejo komanda pakeista.
done-need-added = Poreikis pridėtas.
done-need-changed = Poreikis pakeistas.

field-given-name = Vardas
field-family-name = Pavardė
field-date-of-birth = Gimimo data
field-year-of-birth = Gimimo metai
field-release-date = Paleidimo diena
field-phone = Telefonas
field-email = El. paštas
field-address = Adresas
field-municipality-id = Grįžta į
field-prison-id = Kalėjimas
field-kind = Dokumento rūšis
field-number = Numeris
field-domain = Sritis

## Asmens duomenų ištrynimas

person-erase = Ištrinti asmens duomenis
erase-title = Ištrinti asmens duomenis
erase-goes = Kas bus ištrinta visam laikui
erase-goes-identity = Vardas, gimimo data, kontaktai, dokumentai, kalinimo duomenys, savivaldybė ir atvejo komanda.
erase-goes-needs = { $n ->
    [one] { $n } poreikio aprašymas.
    [few] { $n } poreikių aprašymai.
   *[other] { $n } poreikių aprašymai.
}
erase-goes-consents = { $n ->
    [one] { $n } sutikimo žodžiai; jei jis galioja, atšaukiamas.
    [few] { $n } sutikimų žodžiai; galiojantys atšaukiami.
   *[other] { $n } sutikimų žodžiai; galiojantys atšaukiami.
}
erase-goes-messages = Tai, ko jūsų organizacija prašė ir ką rašė apie asmenį.
erase-goes-open = { $n ->
    [one] Baigiasi { $n } atviras nukreipimas. Kas jo nepriėmė, nebematys.
    [few] Baigiasi { $n } atviri nukreipimai. Kas jų nepriėmė, nebematys.
   *[other] Baigiasi { $n } atvirų nukreipimų. Kas jų nepriėmė, nebematys.
}
erase-stays = Kas lieka
erase-stays-sex = Statistikai – lytis: { $sex }
erase-stays-decade = Statistikai – gimimo dešimtmetis: nuo { $year }
erase-stays-release = Statistikai – paleidimo metai: { $year }
erase-stays-referrals = { $n ->
    [one] { $n } nukreipimas su datomis ir rezultatu, nieko nesakančiu vardu.
    [few] { $n } nukreipimai su datomis ir rezultatais, nieko nesakančiu vardu.
   *[other] { $n } nukreipimų su datomis ir rezultatais, nieko nesakančiu vardu.
}
erase-stays-journal = Žurnale – kas, ką ir kada padarė; apie patį asmenį jame nieko nėra.
erase-stays-recipients = Pas tuos, pas kuriuos asmuo nukreiptas, – tai, ką jų darbuotojai rašė nukreipimą priėmę: { $recipients }. Paklauskite jų, ar ištrins ir jie.
erase-reason = Kodėl
erase-final = Atkurti nebus galima
erase-sure = Perskaičiau. Ištrinti asmens duomenis visam laikui.
field-sure = Patvirtinimas
erase-do = Ištrinti visam laikui
done-person-erased = Asmens duomenys ištrinti.
