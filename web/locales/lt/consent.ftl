# Sutikimas: ko prašoma, kaip atsakyta, kaip atšaukiama.

consent-title = Prašyti sutikimo: { $name }
consent-lead = Pirmiausia pasirinkite, ko norite prašyti; tada perskaitykite tekstą ir užrašykite atsakymą.
consent-steps = Sutikimo prašymo žingsniai
consent-step-choose = Ko prašome
consent-step-words = Tekstas ir atsakymas

consent-recipients = Su kuo galėtume dalytis?
consent-recipients-hint = Asmuo atsako dėl kiekvienos iš šių organizacijų. Pasirinkite tik tas, kurių ketinate prašyti pagalbos.
consent-recipient = { $kind }, { $place }
consent-purpose = Kam?
consent-purpose-resettlement = Būstui, paramai, dokumentams – viskam, ko reikia pirmaisiais mėnesiais.
consent-purpose-employment = Darbui rasti ir jo mokytis.
consent-purpose-treatment = Priklausomybei ar ligai gydyti.
consent-scopes = Ką jos galėtų matyti?
consent-scopes-hint = Kuo mažiau dalijatės, tuo lengviau sutikti.
consent-report-back = Ką galėtume sužinoti vėliau?
consent-report-back-hint = Ar nukreipimas priimtas ir kuo jis baigėsi, sužinosime bet kuriuo atveju.
consent-until-label = Iki kada?
consent-half-year = pusei metų
consent-year = metams
consent-until-day = iki pasirinktos dienos
consent-expires-on = Paskutinė diena, jei pasirinkote dieną
consent-asking = Kaip prašoma
consent-language = Kuria kalba klausiate?
consent-language-hint = Tekstas skaitomas ir spausdinamas šia kalba.
consent-asked-in-custody = Klausiamas asmuo yra laisvės atėmimo vietoje
consent-asked-in-custody-hint = Tuomet po paleidimo klausiame dar kartą, kai atsisakyti lengviau.
consent-to-words = Toliau – tekstas

scope-opens-identity = Matoma priėmus nukreipimą.
scope-opens-contact = Matoma priėmus nukreipimą.
scope-opens-needs = Ko reikia ir kaip greitai; matoma iš karto.
scope-opens-health = Su sveikata, gydymu ir savijauta susijusių poreikių aprašymas.
scope-opens-offence = Teisinių, mąstymo ir aplinkos poreikių aprašymas.
scope-opens-family = Su šeima susijusių poreikių aprašymas.
scope-opens-employment = Darbo ir mokymosi poreikių aprašymas.
scope-opens-documents = Dokumentai priėmus nukreipimą ir pinigų poreikių aprašymas.

consent-say-title = Perskaitykite garsiai
consent-say-lead = Lėtai, žodis po žodžio. Paskui paklauskite, ar viskas aišku.
consent-print = Spausdinti
consent-answer-title = Paties asmens atsakymas
consent-answer = Ką asmuo atsakė?
consent-yes = Taip
consent-no = Ne
consent-no-hint = Užrašykite ir tai: tada niekas per klaidą neklaus dar kartą ir niekuo nebus dalijamasi.
consent-how = Kaip atsakyta?
consent-how-hint-paper = Pasirašyta atspausdintame lape; lapą saugokite.
consent-how-hint-spoken = Pasakyta žodžiu, geriausia – prie liudytojo.
consent-how-hint-screen = Perskaityta ir atsakyta šiame ekrane.
consent-witness = Liudytojas
consent-witness-hint = Kas dar dalyvavo.
consent-save = Išsaugoti atsakymą
consent-change = Prašyti ko kito

person-consents = Sutikimai
person-consents-none = Dar neklausta
person-consents-none-words = Kol asmuo neatsakė, niekuo su niekuo nesidalijama. Klauskite jo kalba.
consent-what = Tikslas – { $purpose }: { $scopes }.
consent-runs-out-soon = Netrukus baigsis
consent-said-no = Nesutiko
consent-until = Galioja iki { $day }
consent-ran-out = Galiojo iki { $day }
consent-withdrawn-on = Atšauktas { $day }
consent-refused-words = Su jais niekuo nesidalijama.
consent-asked = Klausė { $who } { $day }, { $how }, { $where }.
consent-former-colleague = buvęs kolega
consent-in-custody = laisvės atėmimo vietoje
consent-outside = laisvėje
consent-witnessed = Liudytojas: { $witness }.
consent-reported-back = Vėliau sužinosime: { $what }.
consent-said = Kas buvo pasakyta
consent-ask-again = Sutikimas duotas laisvės atėmimo vietoje. Asmuo jau laisvėje: paklauskite dar kartą.

consent-withdraw = Atšaukti
consent-withdraw-title = Atšaukti sutikimą?
consent-withdraw-ends = Dalijimasis iš karto baigiasi: { $recipients }
consent-withdraw-words = Atšaukite, kai asmuo to paprašo, kad ir kokiu būdu. Jis neturi aiškinti kodėl, ir niekas negali jam to prikišti.
consent-withdraw-nothing = Nė vienas atviras nukreipimas juo nesiremia.
consent-withdraw-ending = Šie nukreipimai atšaukiami, ir gavėjas jų nebematys
consent-withdraw-closing = Šie jau buvo priimti
consent-withdraw-closing-words = Tai, kuo pasidalijome, užsiveria. Gavėjui lieka tik tai, ką parašė jo žmonės.
consent-withdraw-do = Atšaukti sutikimą

done-consent-given = Sutikimas įrašytas.
done-consent-refused = Nesutikimas įrašytas. Su jais niekuo nesidalijama.
done-consent-withdrawn = Sutikimas atšauktas. Kas juo rėmėsi, baigėsi.

field-recipient-ids = Su kuo
field-scopes = Ką galima matyti
field-purpose = Tikslas
field-expires-on = Paskutinė diena
field-answer = Atsakymas
field-how = Kaip atsakyta
field-witness = Liudytojas
