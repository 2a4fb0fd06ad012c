# Sutikimas: prašymas, atsakymas, atšaukimas.

consent-title = Sutikimo prašymas: { $name }
consent-lead = Pirmiausia pasirinkite, ko prašysite. Tada perskaitykite tekstą asmeniui ir įrašykite atsakymą.
consent-steps = Sutikimo prašymo žingsniai
consent-step-choose = Prašymas
consent-step-words = Tekstas ir atsakymas

consent-recipients = Organizacijos, su kuriomis norite dalytis
consent-recipients-hint = Asmuo atsako dėl visų pažymėtų organizacijų. Pažymėkite tik tas, kurių prašysite pagalbos.
consent-recipient = { $kind }, { $place }
consent-purpose = Tikslas
consent-purpose-resettlement = Būstas, parama, dokumentai ir kita pagalba pirmaisiais mėnesiais.
consent-purpose-employment = Darbo paieška ir mokymasis dirbti.
consent-purpose-treatment = Priklausomybės ar ligos gydymas.
consent-scopes = Duomenys, kuriuos matys organizacijos
consent-scopes-hint = Prašykite tik tų duomenų, kurių tikrai reikia.
consent-report-back = Ką sužinosite vėliau
consent-report-back-hint = Ar nukreipimas priimtas ir kaip jis baigėsi, sužinosite visada.
consent-until-label = Sutikimo trukmė
consent-half-year = pusė metų
consent-year = metai
consent-until-day = iki pasirinktos datos
consent-expires-on = Paskutinė galiojimo diena
consent-asking = Prašymo aplinkybės
consent-language = Kalba, kuria klausiate
consent-language-hint = Šia kalba tekstas bus rodomas ir spausdinamas.
consent-asked-in-custody = Klausiamas asmuo yra laisvės atėmimo vietoje
consent-asked-in-custody-hint = Paleidus asmenį, reikės paklausti iš naujo: laisvėje atsisakyti lengviau.
consent-to-words = Tęsti

scope-opens-identity = Rodoma priėmus nukreipimą.
scope-opens-contact = Rodoma priėmus nukreipimą.
scope-opens-needs = Poreikiai ir jų skubumas. Rodoma iš karto.
scope-opens-health = Sveikatos, priklausomybės gydymo ir emocinės gerovės poreikių aprašymas.
scope-opens-offence = Teisinės pagalbos, elgesio ir aplinkos poreikių aprašymas.
scope-opens-family = Šeimos poreikių aprašymas.
scope-opens-employment = Darbo ir mokymosi poreikių aprašymas.
scope-opens-documents = Asmens dokumentai (priėmus nukreipimą) ir pinigų poreikių aprašymas.

consent-say-title = Perskaitykite garsiai
consent-say-lead = Skaitykite lėtai ir visą tekstą. Paskui paklauskite, ar viskas aišku.
consent-print = Spausdinti tekstą
consent-answer-title = Asmens atsakymas
consent-answer = Ar asmuo sutinka?
consent-yes = Taip
consent-no = Ne
consent-no-hint = Įrašykite ir atsakymą „Ne“. Tada asmuo nebus per klaidą klausiamas iš naujo.
consent-how = Atsakymo būdas
consent-how-hint-paper = Asmuo pasirašė atspausdintą lapą. Lapą saugokite.
consent-how-hint-spoken = Asmuo atsakė žodžiu. Geriausia, jei tai girdėjo liudytojas.
consent-how-hint-screen = Asmuo tekstą perskaitė ir atsakė šiame ekrane.
consent-witness = Liudytojas
consent-witness-hint = Kitas asmuo, kuris girdėjo atsakymą.
consent-save = Išsaugoti atsakymą
consent-change = Keisti prašymą

person-consents = Sutikimai
person-consents-none = Sutikimo dar neprašyta
person-consents-none-words = Kol asmuo neatsakė, jo duomenimis nesidalijama. Klauskite asmens kalba.
consent-what = Tikslas – { $purpose }. Duomenys: { $scopes }.
consent-runs-out-soon = Netrukus nebegalios
consent-said-no = Nesutiko
consent-until = Galioja iki { $day }
consent-ran-out = Galiojo iki { $day }
consent-withdrawn-on = Atšauktas { $day }
consent-refused-words = Su šiomis organizacijomis duomenimis nesidalijama.
consent-asked = Klausė { $who } { $day }, { $how }, { $where }.
consent-former-colleague = buvęs darbuotojas
consent-in-custody = laisvės atėmimo vietoje
consent-outside = laisvėje
consent-witnessed = Liudytojas: { $witness }.
consent-reported-back = Vėliau sužinosite: { $what }.
consent-said = Perskaitytas tekstas
consent-ask-again = Sutikimas duotas laisvės atėmimo vietoje. Dabar paklauskite asmens iš naujo.

consent-withdraw = Atšaukti sutikimą
consent-withdraw-title = Ar atšaukti sutikimą?
consent-withdraw-ends = Dalijimasis duomenimis iš karto baigsis: { $recipients }
consent-withdraw-words = Sutikimą atšaukite, kai asmuo to paprašo bet kokiu būdu. Priežasties asmuo nurodyti neprivalo. Dėl atšaukimo jis negali patirti neigiamų pasekmių.
consent-withdraw-nothing = Aktyvių nukreipimų pagal šį sutikimą nėra.
consent-withdraw-ending = Šie nukreipimai bus atšaukti, o gavėjas jų nebematys
consent-withdraw-closing = Šie nukreipimai jau priimti
consent-withdraw-closing-words = Gavėjas nebematys jūsų pasidalytų duomenų. Jam liks tik jo darbuotojų įrašai.
consent-withdraw-do = Atšaukti sutikimą

done-consent-given = Sutikimas įrašytas.
done-consent-refused = Nesutikimas įrašytas. Su šiomis organizacijomis duomenimis nesidalijama.
done-consent-withdrawn = Sutikimas atšauktas. Dalijimasis duomenimis pagal jį baigtas.

field-recipient-ids = Organizacijos
field-scopes = Duomenys
field-purpose = Tikslas
field-expires-on = Paskutinė galiojimo diena
field-answer = Atsakymas
field-how = Atsakymo būdas
field-witness = Liudytojas
