# Nukreipimai: eilutės, sąrašas, puslapis ir žingsniai.

somebody-system = Throughgate
who-of = { $member }, { $organisation }
state-new = Naujas
row-title = { $who }: { $service }
row-received = iš: { $sender }, reikia nuo { $start }
row-sent = kam: { $recipient }, reikia nuo { $start }
row-happened = { $who } { $what }, { $when }

list-received = Gauti nukreipimai
list-sent = Išsiųsti nukreipimai
list-sides = Gauti ar išsiųsti
list-both = Visi
list-filter = Filtruoti
list-text = Žodžiai
list-text-hint = Numerio, paslaugos ar organizacijos pavadinimo dalis
list-state = Būsena
list-state-open = Atviri
list-state-waiting = Laukia mūsų
list-state-all = Visi, taip pat ir baigti
list-need = Poreikis
list-municipality = Grįžta į
list-priority = Skubumas
list-order = Tvarka
list-any = Bet kuris
list-apply = Rodyti
list-clear = Išvalyti filtrus
list-none-fits = Pagal šiuos filtrus nieko nerasta
list-none-fits-words = Pabandykite mažiau filtrų arba ieškokite ir tarp baigtų nukreipimų.
list-none = Atvirų nukreipimų nėra
list-none-words = Kai kuri nors organizacija nukreips asmenį pas jus, matysite tai čia ir skyriuje „Mano darbas“.

referral-print = Spausdinti
referral-way = Kaip dabar yra
referral-from = dėl <b>{ $who }</b> · iš: { $sender }
referral-to = dėl <b>{ $who }</b> · kam: { $recipient }
referral-asked = Ko prašoma
referral-asked-nothing = Dar nieko neparašyta.
referral-priority = Skubumas
referral-start = Reikia nuo
referral-due = Terminas
referral-closes = Užbaigta; vardas, kontaktai ir dokumentai rodomi ne ilgiau kaip iki { $day }
referral-they-see = Ką mato { $recipient }. Ten asmuo vadinamas { $pseudonym }.
referral-look-recorded = Įrašyta, kad matėte vardą ir pavardę; asmuo gali paklausti, kas juos matė.
referral-age-between = { $from }–{ $to }
referral-age-from = { $from } arba daugiau
referral-age-to = iki { $to }
referral-happened = Kas įvyko
referral-happened-nothing = Kol kas nieko.
referral-aside = Aplinkybės
referral-next = Kitas žingsnis
referral-since = nuo { $day }
referral-closed = Užbaigta; daugiau nieko daryti nereikia.
referral-their-turn = Dabar eilė: { $who }.
referral-reroute = Siūlyti kitai tinkamai paslaugai
referral-reroute-words = Tai, ką parašėte, išliks; pasirinksite, ko prašyti, o sutikimas bus patikrintas iš naujo.
happened = <b>{ $who }</b> { $what }

fact-name = Vardas ir pavardė
fact-born = Gimimo data
fact-phone = Telefonas
fact-email = El. paštas
fact-address = Adresas
fact-documents = Dokumentai
fact-needs = Poreikiai
fact-release = Paleidimas
fact-expected = numatoma, nepatvirtinta
fact-deciding = nurodyta, kad būtų lengviau apsispręsti
fact-returns = Grįžta į
fact-age = Amžius
fact-sex = Lytis
fact-legal-status = Teisinė padėtis
fact-sobriety = Blaivumas

rejected-by-us = Negalėjome priimti:
rejected-by = { $recipient } negalėjo priimti:
withdrawn = Atšaukta:
outcome = Rezultatas
outcome-no-more = Asmuo sutiko, kad sužinotumėte tiek ir ne daugiau.

message-text = Parašyti kitai pusei
message-hint = Tai gali skaityti tik abi jūsų organizacijos.
message-send = Siųsti žinutę

appointments = Susitikimai
appointments-none = Kol kas nepaskirta.
appointment-make = Paskirti susitikimą
appointment-day = Diena
appointment-time = Valanda
appointment-place = Kur
appointment-place-hint = Adresas arba kaip susisieksite
appointment-did-come = Ar asmuo atvyko?

places-from = Vietos nuo { $day }
places-of = laisvos iš { $n }
places-next = artimiausia laisva nuo { $day }
places-unlimited = Vietų skaičius neribojamas.

group-title = Prašyta kartu
group-any-one = Priims tas, kas sutiks pirmas. Nė viena organizacija nesužino apie kitas.
group-all = Kiekviena atlieka savo dalį. Nė viena organizacija nesužino apie kitas.
rerouted-from = Perimta iš
rerouted-to = Dabar prašoma

why-we-see = Kodėl galime tai matyti
why-they-see = Kodėl jie gali tai matyti
why-ground = Pagrindas: { $ground } ({ $law }).
why-agreement = Sutartis: { $title }.
why-agreement-until = Sutartis: { $title }, iki { $day }
why-consent = Sutiko { $day }, { $how }.
why-in-custody = Duota laisvės atėmimo vietoje; po paleidimo bus klausiama iš naujo.
why-consent-until = Galioja iki { $day }

step-accept-opens = Priėmus jums iškart atsivers: { $what }. Kiekviena peržiūra įrašoma.
step-accept-opens-nothing = nieko daugiau, nei matote dabar
step-send-means = Bus išsiųsta kiekvienai pasirinktai organizacijai atskirai.
step-acknowledge-means = Siuntėjas matys, kad nukreipimas pastebėtas.

step-title-send = Išsiųsti?
step-title-acknowledge = Pradėti nagrinėti?
step-title-request-information = Užduoti klausimą
step-title-answer = Atsakyti į klausimą
step-title-accept = Priimti?
step-title-start = Pradėti darbą?
step-title-complete = Kas pavyko?
step-title-reject = Kodėl negalite priimti?
step-title-withdraw = Kodėl atšaukiate?

step-words-send = Gaus { $who } ir visos kitos kartu pasirinktos organizacijos.
step-words-acknowledge = { $who } matys, kad nagrinėjate.
step-words-request-information = Jūsų terminas sustoja, kol atsakys { $who }.
step-words-answer = { $who } klausia:
step-words-accept = { $who } matys, kad priimate, o jums atsivers asmens vardas ir pavardė.
step-words-start = { $who } matys, kad darbas prasidėjo.
step-words-complete = { $who } sužinos rezultatą, o daugiau – tik tiek, kiek asmuo sutiko.
step-words-reject = { $who } galės nedelsdama kreiptis į kitus.
step-words-withdraw = Jei { $who } dar nepriėmė, asmens duomenų daugiau nebematys.

step-do-send = Išsiųsti
step-do-acknowledge = Nagrinėjame
step-do-request-information = Siųsti klausimą
step-do-answer = Siųsti atsakymą
step-do-accept = Priimti
step-do-start = Pradėti darbą
step-do-complete = Užbaigti
step-do-reject = Siųsti atsisakymą
step-do-withdraw = Atšaukti nukreipimą
step-back = Grįžti nieko nedarant
step-final = To atšaukti nebegalėsite.

step-question = Jūsų klausimas
step-question-hint = Klauskite tik to, ko reikia apsispręsti; vardo neklauskite.
step-answer-text = Jūsų atsakymas
step-answer-hint = Rašykite tik tai, dėl ko asmuo sutiko; vardų neminėkite.
step-outcome = Ar pavyko?
step-result = Kas įvyko
step-choose = Pasirinkite
step-notes = Savais žodžiais
step-notes-hint = Siuntėjas tai matys tik tada, jei tai numatyta asmens sutikime.
step-reason = Priežastis
step-reason-text = Plačiau
step-reject-hint = Būtina pasirinkus „Kita priežastis“. Siuntėjas gali tai perskaityti.
step-withdraw-hint = Būtina pasirinkus „Kita priežastis“. Gavėjas gali tai perskaityti.
reject-already-hint = Siuntėjui, kuris nežino, kad asmuo pas jus, tai nepranešama.

done-send = Išsiųsta.
done-acknowledge = Siuntėjas mato, kad nagrinėjate.
done-request-information = Klausimas išsiųstas.
done-answer = Atsakymas išsiųstas.
done-accept = Priimta. Dabar matote tai, kas atsiveria priėmus.
done-start = Darbas prasidėjo.
done-complete = Užbaigta. Ačiū.
done-reject = Atsisakymas išsiųstas.
done-withdraw = Atšaukta.
done-message = Žinutė išsiųsta.
done-appointment = Susitikimas paskirtas.
done-attendance = Įrašyta.

field-text = Tekstas
field-reason = Priežastis
field-outcome = Rezultatas
field-result = Kas įvyko
field-notes = Savais žodžiais
field-day = Diena
field-time = Valanda
field-place = Kur
