# Visų kodų žodžiai pagal pradžią ir kodą.

kind-ngo = nevyriausybinė organizacija
kind-faith-based = parapija ar religinė bendruomenė
kind-local-authority = savivaldybė
kind-employment-service = užimtumo tarnyba
kind-prison = kalėjimas
kind-probation = probacijos tarnyba
kind-social-centre = socialinių paslaugų centras
kind-rehabilitation-centre = reabilitacijos centras
kind-vocational-school = profesinė mokykla
kind-employer = darbdavys
kind-funder = finansuotojas
kind-coordinator = tinklo koordinatorius
kind-other = kita organizacija

role-viewer = Skaitytojas
role-caseworker = Atvejo vadybininkas
role-job-officer = Užimtumo specialistas
role-trainer = Mokytojas
role-manager = Vadovas
role-admin = Administratorius
role-coordinator = Tinklo koordinatorius
role-auditor = Auditorius

scope-identity = vardas, pavardė ir gimimo data
scope-contact = telefonas, el. paštas ir adresas
scope-needs = poreikiai
scope-health = sveikata
scope-offence = nusikalstama veika ir rizika
scope-family = šeima
scope-employment = darbas ir mokymasis
scope-documents = dokumentai ir pinigai

need-accommodation = Būstas
need-education-training-employment = Darbas ir mokymasis
need-finance-benefit-debt-id = Pinigai ir dokumentai
need-dependency-and-recovery = Priklausomybės gydymas
need-family-and-relationships = Šeima
need-lifestyle-and-associates = Aplinka ir laisvalaikis
need-attitudes-thinking-behaviour = Mąstymas ir elgesys
need-emotional-wellbeing = Emocinė gerovė
need-health = Sveikata
need-social-inclusion = Įsitraukimas į bendruomenę
need-legal = Teisinė pagalba
need-faith-and-community = Tikėjimas ir bendruomenė
need-urgent = { $need }, skubiai
need-release-day = { $need }, paleidimo dieną

need-short-accommodation = Būstas
need-short-education-training-employment = Darbas
need-short-finance-benefit-debt-id = Dokumentai
need-short-dependency-and-recovery = Gydymas
need-short-family-and-relationships = Šeima
need-short-lifestyle-and-associates = Aplinka
need-short-attitudes-thinking-behaviour = Elgesys
need-short-emotional-wellbeing = Savijauta
need-short-health = Sveikata
need-short-social-inclusion = Įtrauktis
need-short-legal = Teisė
need-short-faith-and-community = Tikėjimas

priority-routine = Įprasta
priority-urgent = Skubu
priority-release-day = Paleidimo diena

sex-female = moteris
sex-male = vyras
sex-other = kita
sex-unknown = nežinoma

legal-status-in-custody = atlieka bausmę
legal-status-on-licence = paleistas lygtinai
legal-status-probation = prižiūri probacijos tarnyba
legal-status-free = laisvėje
legal-status-unknown = nežinoma

sobriety-sober = blaivus
sobriety-in-treatment = gydosi
sobriety-not-sober = šiuo metu neblaivus
sobriety-unknown = nežinoma

ground-consent = asmens sutikimas
ground-legal-obligation = teisinė prievolė
ground-public-task = viešojo intereso užduotis
ground-vital-interest = gyvybiniai interesai

erasure-reason-requested = To paprašė pats asmuo
erasure-reason-not-needed = Duomenų nebereikia
erasure-reason-not-lawful = Duomenų nereikėjo įrašyti
erasure-reason-legal-obligation = To reikalauja įstatymas arba teismas

purpose-resettlement = grįžimas į visuomenę
purpose-employment = įdarbinimas
purpose-treatment = gydymas

consent-answer-given = Taip
consent-answer-refused = Ne

consent-how-paper = raštu
consent-how-spoken = žodžiu
consent-how-screen = ekrane

consent-standing-in-force = Galioja
consent-standing-expired = Baigėsi
consent-standing-withdrawn = Atšauktas
consent-standing-refused = Atsisakyta

report-back-attendance = ar asmuo atvyko į susitikimus
report-back-notes = kas pavyko, savais žodžiais

deciding-release-day = tiksli paleidimo diena
deciding-sex = lytis
deciding-legal-status = teisinė padėtis
deciding-sobriety = blaivumas
deciding-need-text = poreikių aprašymas

withheld-until-accepted = atsivers priėmus nukreipimą
withheld-until-not-shared = šiame nukreipime nesidalijama
withheld-until-closed = vėl užverta
withheld-until-not-your-role = jūsų pareigoms nerodoma
withheld-until-ended = neatsivėrė: nukreipimas baigėsi anksčiau

service-status-active = Teikiama
service-status-inactive = Šiuo metu neteikiama
service-status-defunct = Nebeteikiama
service-status-temporarily-closed = Laikinai uždaryta

agreement-state-draft = Juodraštis
agreement-state-proposed = Laukiama parašų
agreement-state-active = Galioja
agreement-state-suspended = Sustabdyta
agreement-state-ended = Baigėsi

agreement-step-sign = Pasirašyti
agreement-step-suspend = Sustabdyti
agreement-step-resume = Atnaujinti
agreement-step-end = Nutraukti

state-draft = Juodraštis
state-sent = Išsiųstas
state-acknowledged = Nagrinėjamas
state-information-requested = Užduotas klausimas
state-accepted = Priimtas
state-in-progress = Vykdomas
state-completed = Užbaigtas
state-rejected = Nepriimtas
state-withdrawn = Atšauktas
state-waitlisted = Laukia vietos
state-on-hold = Laikinai sustabdytas
state-failed = Nutrūko
state-expired = Neatsakytas
state-entered-in-error = Įrašytas per klaidą

step-send = Išsiųsti
step-acknowledge = Pradedame nagrinėti
step-request-information = Užduoti klausimą
step-answer = Atsakyti į klausimą
step-accept = Priimti
step-start = Pradėti darbą
step-complete = Užbaigti
step-reject = Negalime priimti…
step-withdraw = Atšaukti…
step-waitlist = Įrašyti į laukiančiųjų eilę…
step-resume = Tęsti darbą
step-hold = Laikinai sustabdyti…
step-fail = Darbas nutrūko…
step-reopen = Atverti iš naujo…
step-enter-in-error = Tai buvo klaida…

side-sent = Išsiųsti
side-received = Gauti

group-mode-any-one = Tas, kas sutiks pirmas
group-mode-all = Visi

reject-reason-not-eligible = Asmuo neatitinka sąlygų
reject-reason-no-capacity = Nėra laisvų vietų
reject-reason-service-not-provided = Tokios paslaugos neteikiame
reject-reason-already-enrolled = Asmuo jau pas mus
reject-reason-out-of-area = Ne mūsų teritorija
reject-reason-missing-documents = Trūksta dokumentų
reject-reason-other = Kita priežastis

withdraw-reason-ineligible = Asmuo neatitinka sąlygų
withdraw-reason-mistake-or-duplicate = Per klaidą arba antrą kartą
withdraw-reason-not-engaged = Asmuo nedalyvauja
withdraw-reason-needs-met-elsewhere = Pagalba rasta kitur
withdraw-reason-moved-out-of-area = Asmuo išvyko kitur
withdraw-reason-work-or-care = Trukdo darbas ar artimųjų priežiūra
withdraw-reason-died = Asmuo mirė
withdraw-reason-returned-to-custody = Asmuo vėl laisvės atėmimo vietoje
withdraw-reason-sentence-ended = Bausmė baigėsi
withdraw-reason-consent-withdrawn = Sutikimas atšauktas
withdraw-reason-consent-expired = Sutikimas nebegalioja
withdraw-reason-person-erased = Asmens duomenys ištrinti
withdraw-reason-settled-elsewhere = Nebereikia
withdraw-reason-other = Kita priežastis

hold-reason-illness = Liga
hold-reason-in-custody = Laisvės atėmimo vietoje
hold-reason-unreachable = Nepavyksta susisiekti
hold-reason-waiting-for-documents = Laukiama dokumentų
hold-reason-waiting-for-place = Laukiama vietos
hold-reason-other = Kita priežastis

outcome-achieved = Pasiekta
outcome-partially-achieved = Pasiekta iš dalies
outcome-not-achieved = Nepasiekta

result-enrolled = Asmuo priimtas
result-got-help = Gavo pagalbą
result-housed = Turi kur gyventi
result-employed = Turi darbą
result-in-education = Mokosi
result-could-not-contact = Nepavyko susisiekti
result-person-declined = Asmuo atsisakė
result-could-not-help = Negalėjome padėti
result-referred-elsewhere = Nukreiptas kitur

attendance-attended = atvyko
attendance-late = vėlavo
attendance-absent = neatvyko
attendance-excused = neatvyko, bet pranešė

clock-acknowledge = pirmasis atsakas
clock-answer = atsakymas
clock-information = atsakymas į klausimą
clock-place = vieta
clock-next-step = kitas žingsnis

event-referral-drafted = parengė nukreipimą
event-referral-sent = išsiuntė nukreipimą
event-referral-acknowledged = pradėjo nagrinėti
event-referral-information-requested = uždavė klausimą
event-referral-answered = atsakė į klausimą
event-referral-accepted = priėmė nukreipimą
event-referral-started = pradėjo darbą
event-referral-completed = užbaigė nukreipimą
event-referral-rejected = negalėjo priimti
event-referral-withdrawn = atšaukė nukreipimą
event-referral-waitlisted = įrašė į laukiančiųjų eilę
event-referral-held = laikinai sustabdė darbą
event-referral-resumed = tęsė darbą
event-referral-failed = pažymėjo, kad darbas nutrūko
event-referral-reminded = priminė apie artėjantį terminą
event-referral-escalated = pranešė abiejų pusių vadovams, kad terminas praėjo
event-referral-expired = užvėrė, nes niekas neatsakė
event-referral-entered-in-error = pažymėjo, kad tai buvo klaida
event-referral-reopened = atvėrė iš naujo
event-message-written = parašė
event-appointment-made = paskyrė susitikimą
event-appointment-attendance-recorded = pažymėjo, ar asmuo atvyko
event-identity-looked-at = peržiūrėjo vardą ir kontaktus
event-person-recorded = įrašė asmenį
event-person-changed = pakeitė duomenis
event-person-erased = ištrynė asmens duomenis
event-need-added = pridėjo poreikį
event-need-changed = pakeitė poreikį
event-consent-recorded = įrašė sutikimą
event-consent-withdrawn = įrašė sutikimo atšaukimą
event-case-team-changed = pakeitė atvejo komandą
event-agreement-proposed = pasiūlė sutartį
event-agreement-signed = pasirašė sutartį
event-ground-recorded = įrašė pagrindą į registrą
event-organisation-changed = pakeitė, ką organizacija sako apie save
event-agreement-suspended = sustabdė sutartį
event-agreement-resumed = atnaujino sutartį
event-agreement-ended = nutraukė sutartį
event-service-recorded = įrašė paslaugą
event-service-changed = pakeitė paslaugą

action-directory-read = skaityti katalogą
action-service-manage = tvarkyti paslaugas
action-agreement-propose = siūlyti sutartis
action-agreement-sign = pasirašyti sutartis
action-agreement-suspend = stabdyti sutartis
action-person-read = skaityti asmenų duomenis
action-person-record = įrašyti asmenis
action-person-change = keisti duomenis
action-person-erase = ištrinti asmenų duomenis
action-case-team-change = keisti atvejo komandą
action-consent-record = įrašyti sutikimus
action-consent-withdraw = įrašyti sutikimo atšaukimą
action-referral-read = skaityti nukreipimus
action-referral-send = siųsti nukreipimus
action-referral-answer = atsakyti į nukreipimus
action-referral-withdraw = atšaukti nukreipimus
action-referral-reopen = atverti užvertus nukreipimus
action-message-write = rašyti žinutes
action-appointment-manage = tvarkyti susitikimus
action-audit-log-read = skaityti žurnalą
action-email-read = prižiūrėti organizacijos laiškus
action-legal-basis-record = įrašyti pagrindus į registrą
action-organisation-change = aprašyti organizaciją

readiness-nothing = nieko nesutarta
readiness-under-way = tvarkoma
readiness-arranged = sutarta
readiness-not-needed = nereikia

match-factor-domain = paskirtis
match-factor-area = teritorija
match-factor-age = amžius
match-factor-sex = lytis
match-factor-legal-status = teisinė padėtis
match-factor-sobriety = blaivumas
match-factor-residence = gyvenamoji vieta
match-factor-places = vietos
match-factor-agreement = sutartis
match-factor-open-referral = mūsų nukreipimas
match-factor-consent = sutikimas
match-factor-status = ar teikiama
match-factor-legal-basis = teisinis pagrindas

match-answer-yes = taip
match-answer-no = ne
match-answer-unknown = nežinoma

order-urgent-first = Pirmiausia skubūs
order-newest-first = Pirmiausia nauji

attendance-do-attended = Atvyko
attendance-do-late = Vėlavo
attendance-do-absent = Neatvyko
attendance-do-excused = Pateisino

mail-pace-at-once = Iš karto
mail-pace-daily = Kartą per dieną, rytą
mail-pace-none = Ne el. paštu
mail-state-queued = Laukia
mail-state-sent = Išsiųstas
mail-state-not-needed = Nebereikalingas
mail-state-kept = Saugomas čia
mail-state-refused = Adresas atmestas
mail-state-failed = Nebesiunčiamas
mail-fault-unreachable = Nepavyko pasiekti pašto serverio
mail-fault-untrusted = Pašto serveris neįrodė savo tapatybės
mail-fault-not-allowed = Pašto serveris neleidžia mums siųsti
mail-fault-later = Pašto serveris paprašė bandyti vėliau
mail-fault-address-refused = Pašto serveris atmeta adresą
mail-fault-not-wanted = Pašto serveris šio laiško nepriima
mail-fault-not-worded = Laiško nepavyko parašyti dėl programos klaidos

event-member-invited = pakvietė narį
event-member-changed = pakeitė nario vaidmenį
event-member-left = nutraukė narystę
event-signed-in = prisijungė
event-signed-out-elsewhere = atsijungė kitoje naršyklėje
event-token-created = sukūrė programos raktą
event-token-revoked = panaikino programos raktą
action-member-manage = tvarkyti narius
journal-subject-member = narys
token-scope-read = Skaityti
token-scope-identities = Matyti, kas yra asmenys
token-scope-people = Dirbti su asmenimis
token-scope-referrals = Dirbti su nukreipimais
token-scope-manage = Tvarkyti organizaciją
token-scope-opens-read = Katalogą, asmenis be vardų, nukreipimus ir žurnalą.
token-scope-opens-identities = Vardus, kontaktus ir dokumentus; kiekviena peržiūra užrašoma.
token-scope-opens-people = Įrašyti asmenis, keisti, kas apie juos žinoma, užrašyti jų atsakymus.
token-scope-opens-referrals = Siųsti nukreipimus, atsakyti į juos ir juos užbaigti, rašyti žinutes, skirti susitikimus.
token-scope-opens-manage = Narius, paslaugas, sutartis ir paštą.
event-referral-offered = perdavė nukreipimą kolegai
event-referral-taken = perėmė nukreipimą
event-referral-given-back = grąžino nukreipimą
event-referral-not-sent = negalėjo pats išsiųsti juodraščio
event-release-moved = pakeitė paleidimo dieną
event-consent-ran-out = užbaigė pasibaigusį sutikimą
