# Kodų žodžiai pagal pradžią ir kodą.
#
# Žodynas: vienam dalykui – vienas žodis visuose šios kalbos puslapiuose ir laiškuose.
#
# referral: nukreipimas; aktyvus (open), uždarytas (closed)
# sender, recipient: siuntėjas, gavėjas
# person: asmuo
# case team, case worker: atvejo komanda, atvejo vadybininkas
# member, role: naudotojas, vaidmuo
# organisation, service, place, capacity: organizacija, paslauga, vieta, vietų skaičius
# need, urgency or priority: poreikis, skubumas
# consent: sutikimas; duoti, nesutikti, atšaukti; nebegalioja (expired)
# share, shared information: dalytis, duomenys
# scope before acceptance: duomenys sprendimui priimti
# access, access history: peržiūra, peržiūrų istorija
# legal basis, register of legal bases: teisinis pagrindas, teisinių pagrindų registras
# agreement, purpose: sutartis, tikslas
# release, release date: paleidimas, paleidimo data
# returns to: grįžimo vieta
# in custody: laisvės atėmimo vietoje
# alcohol and drugs: alkoholis ir narkotikai
# ID documents: asmens dokumentai
# under review: nagrinėjamas
# more information needed: trūksta informacijos
# declined: nepriimtas
# waiting list: laukiančiųjų eilė
# on hold: laikinai sustabdytas
# closed as incomplete: nutrauktas
# completed: užbaigtas
# withdrawn (referral): atšauktas
# not answered in time: neatsakytas laiku
# entered in error: įrašytas per klaidą
# reopen: atidaryti iš naujo
# assign, accept, decline (a referral within the organisation): paskirti, perimti, atsisakyti
# assignee: atsakingas darbuotojas
# deadline, working day: terminas, darbo diena
# appointment, message: susitikimas, žinutė
# notification, email, outbox: pranešimas, el. laiškas, siunčiami laiškai
# audit log: veiksmų žurnalas
# import, row with errors: importas, eilutė su klaidomis
# export: eksportuoti
# API token: API raktas
# directory: katalogas
# erase (a person): ištrinti duomenis
# cancel (leave a form): grįžti

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

role-viewer = Stebėtojas
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
need-urgent = { $need } (skubu)
need-release-day = { $need } (paleidimo dieną)

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

priority-routine = Įprastas
priority-urgent = Skubus
priority-release-day = Paleidimo dieną

sex-female = moteris
sex-male = vyras
sex-other = kita
sex-unknown = nežinoma

legal-status-in-custody = laisvės atėmimo vietoje
legal-status-on-licence = taikomas lygtinis paleidimas
legal-status-probation = taikoma probacija
legal-status-free = laisvėje
legal-status-unknown = nežinoma

sobriety-sober = nevartoja alkoholio ir narkotikų
sobriety-in-treatment = gydosi nuo priklausomybės
sobriety-not-sober = šiuo metu vartoja alkoholį ar narkotikus
sobriety-unknown = nežinoma

ground-consent = asmens sutikimas
ground-legal-obligation = teisinė prievolė
ground-public-task = užduotis, vykdoma viešojo intereso labui
ground-vital-interest = gyvybiniai interesai

erasure-reason-requested = To paprašė asmuo
erasure-reason-not-needed = Duomenų nebereikia
erasure-reason-not-lawful = Duomenų įrašyti nereikėjo
erasure-reason-legal-obligation = To reikalauja įstatymas arba teismas

purpose-resettlement = integracija į visuomenę
purpose-employment = įdarbinimas
purpose-treatment = gydymas

consent-answer-given = Taip
consent-answer-refused = Ne

consent-how-paper = raštu
consent-how-spoken = žodžiu
consent-how-screen = ekrane

consent-standing-in-force = Galioja
consent-standing-expired = Nebegalioja
consent-standing-withdrawn = Atšauktas
consent-standing-refused = Nesutiko

report-back-attendance = ar asmuo atvyko į susitikimus
report-back-notes = kas pasiekta

deciding-release-day = tiksli paleidimo data
deciding-sex = lytis
deciding-legal-status = teisinė padėtis
deciding-sobriety = alkoholis ir narkotikai
deciding-need-text = poreikių aprašymas

withheld-until-accepted = bus rodoma priėmus nukreipimą
withheld-until-not-shared = šiame nukreipime nesidalijama
withheld-until-closed = neberodoma
withheld-until-not-your-role = jūsų vaidmeniui nerodoma
withheld-until-ended = nebuvo rodoma: nukreipimas baigėsi anksčiau

service-status-active = Teikiama
service-status-inactive = Šiuo metu neteikiama
service-status-defunct = Nebeteikiama
service-status-temporarily-closed = Laikinai neteikiama

agreement-state-proposed = Laukia parašų
agreement-state-active = Galioja
agreement-state-suspended = Sustabdyta
agreement-state-ended = Nebegalioja

agreement-step-sign = Pasirašyti sutartį
agreement-step-suspend = Sustabdyti sutartį
agreement-step-resume = Atnaujinti sutartį
agreement-step-end = Nutraukti sutartį

state-draft = Juodraštis
state-sent = Išsiųstas
state-acknowledged = Nagrinėjamas
state-information-requested = Trūksta informacijos
state-accepted = Priimtas
state-in-progress = Vykdomas
state-completed = Užbaigtas
state-rejected = Nepriimtas
state-withdrawn = Atšauktas
state-waitlisted = Laukia eilėje
state-on-hold = Laikinai sustabdytas
state-failed = Nutrauktas
state-expired = Neatsakytas laiku
state-entered-in-error = Įrašytas per klaidą

step-send = Išsiųsti nukreipimą
step-acknowledge = Pradėti nagrinėti
step-request-information = Paprašyti informacijos
step-answer = Pateikti informaciją
step-accept = Priimti nukreipimą
step-start = Pradėti teikti paslaugą
step-complete = Užbaigti nukreipimą
step-reject = Nepriimti nukreipimo
step-withdraw = Atšaukti nukreipimą
step-waitlist = Įrašyti į eilę
step-resume = Tęsti paslaugą
step-hold = Laikinai sustabdyti
step-fail = Nutraukti nukreipimą
step-reopen = Atidaryti iš naujo
step-enter-in-error = Pažymėti kaip klaidą

side-sent = Išsiųsti
side-received = Gauti

group-mode-any-one = Tęsti tik su pirmąja
group-mode-all = Tęsti su visomis

reject-reason-not-eligible = Asmuo neatitinka sąlygų
reject-reason-no-capacity = Nėra laisvų vietų
reject-reason-service-not-provided = Tokios paslaugos neteikiame
reject-reason-already-enrolled = Asmuo jau gauna mūsų pagalbą
reject-reason-out-of-area = Asmuo grįžta ne į mūsų teritoriją
reject-reason-missing-documents = Trūksta dokumentų
reject-reason-other = Kita priežastis

withdraw-reason-ineligible = Asmuo neatitinka sąlygų
withdraw-reason-mistake-or-duplicate = Nukreipta per klaidą arba du kartus
withdraw-reason-not-engaged = Asmuo nedalyvauja
withdraw-reason-needs-met-elsewhere = Pagalba gauta kitur
withdraw-reason-moved-out-of-area = Asmuo išvyko kitur
withdraw-reason-work-or-care = Trukdo darbas ar artimųjų priežiūra
withdraw-reason-died = Asmuo mirė
withdraw-reason-returned-to-custody = Asmuo vėl laisvės atėmimo vietoje
withdraw-reason-sentence-ended = Bausmė baigėsi
withdraw-reason-consent-withdrawn = Asmuo atšaukė sutikimą
withdraw-reason-consent-expired = Sutikimas nebegalioja
withdraw-reason-person-erased = Asmens duomenys ištrinti
withdraw-reason-settled-elsewhere = Pagalbos nebereikia
withdraw-reason-other = Kita priežastis

hold-reason-illness = Asmuo serga
hold-reason-in-custody = Asmuo laisvės atėmimo vietoje
hold-reason-unreachable = Nepavyksta susisiekti
hold-reason-waiting-for-documents = Laukiama dokumentų
hold-reason-waiting-for-place = Laukiama vietos
hold-reason-other = Kita priežastis

outcome-achieved = Tikslas pasiektas
outcome-partially-achieved = Tikslas pasiektas iš dalies
outcome-not-achieved = Tikslas nepasiektas

result-enrolled = Dalyvauja programoje ar kursuose
result-got-help = Gavo pagalbą
result-housed = Turi kur gyventi
result-employed = Dirba
result-in-education = Mokosi
result-could-not-contact = Nepavyko susisiekti
result-person-declined = Asmuo atsisakė pagalbos
result-could-not-help = Padėti nepavyko
result-referred-elsewhere = Asmuo nukreiptas kitur

attendance-attended = atvyko
attendance-late = vėlavo
attendance-absent = neatvyko
attendance-excused = neatvyko, bet pranešė

clock-answer = atsakymas
clock-information = informacijos pateikimas
clock-place = vieta
clock-next-step = kitas veiksmas

event-referral-drafted = parengė nukreipimą
event-referral-sent = išsiuntė nukreipimą
event-referral-acknowledged = pradėjo nagrinėti nukreipimą
event-referral-information-requested = paprašė informacijos
event-referral-answered = pateikė informaciją
event-referral-accepted = priėmė nukreipimą
event-referral-started = pradėjo teikti paslaugą
event-referral-completed = užbaigė nukreipimą
event-referral-rejected = nepriėmė nukreipimo
event-referral-withdrawn = atšaukė nukreipimą
event-referral-waitlisted = įrašė į laukiančiųjų eilę
event-referral-held = laikinai sustabdė paslaugos teikimą
event-referral-resumed = atnaujino paslaugos teikimą
event-referral-failed = nutraukė nukreipimą
event-referral-reminded = priminė apie artėjantį terminą
event-referral-escalated = pranešė abiejų organizacijų vadovams, kad terminas praėjo
event-referral-expired = uždarė nukreipimą, nes laiku neatsakyta
event-referral-entered-in-error = pažymėjo, kad nukreipimas įrašytas per klaidą
event-referral-reopened = iš naujo atidarė nukreipimą
event-message-written = parašė žinutę
event-appointment-made = paskyrė susitikimą
event-appointment-attendance-recorded = įrašė, ar asmuo atvyko
event-identity-looked-at = peržiūrėjo vardą, pavardę ir kontaktus
event-person-recorded = pridėjo asmenį
event-person-changed = pakeitė asmens duomenis
event-person-erased = ištrynė asmens duomenis
event-need-added = pridėjo poreikį
event-need-changed = pakeitė poreikį
event-consent-recorded = įrašė sutikimą
event-consent-withdrawn = įrašė sutikimo atšaukimą
event-case-team-changed = pakeitė atvejo komandą
event-agreement-proposed = pasiūlė sutartį
event-agreement-signed = pasirašė sutartį
event-ground-recorded = įrašė teisinį pagrindą
event-organisation-changed = pakeitė organizacijos aprašymą
event-agreement-suspended = sustabdė sutartį
event-agreement-resumed = atnaujino sutartį
event-agreement-ended = nutraukė sutartį
event-service-recorded = pridėjo paslaugą
event-service-changed = pakeitė paslaugą

action-directory-read = skaityti katalogą
action-service-manage = tvarkyti paslaugas
action-agreement-propose = siūlyti sutartis
action-agreement-sign = pasirašyti sutartis
action-agreement-suspend = stabdyti sutartis
action-person-read = skaityti asmenų duomenis
action-person-record = pridėti asmenis
action-person-change = keisti asmenų duomenis
action-person-erase = ištrinti asmenų duomenis
action-case-team-change = keisti atvejo komandas
action-consent-record = įrašyti sutikimus
action-consent-withdraw = įrašyti sutikimo atšaukimą
action-referral-read = skaityti nukreipimus
action-referral-send = siųsti nukreipimus
action-referral-answer = atsakyti į nukreipimus
action-referral-withdraw = atšaukti nukreipimus
action-referral-reopen = iš naujo atidaryti uždarytus nukreipimus
action-message-write = rašyti žinutes
action-appointment-manage = tvarkyti susitikimus
action-audit-log-read = skaityti veiksmų žurnalą
action-email-read = tvarkyti organizacijos el. laiškus
action-legal-basis-record = įrašyti teisinius pagrindus
action-organisation-change = keisti organizacijos aprašymą

readiness-nothing = nieko nesutarta
readiness-under-way = tvarkoma
readiness-arranged = sutarta
readiness-not-needed = nereikia

match-factor-domain = pagalbos sritis
match-factor-area = teritorija
match-factor-age = amžius
match-factor-sex = lytis
match-factor-legal-status = teisinė padėtis
match-factor-sobriety = alkoholis ir narkotikai
match-factor-residence = grįžimo vieta
match-factor-places = vietos
match-factor-agreement = sutartis
match-factor-open-referral = aktyvus mūsų nukreipimas
match-factor-consent = sutikimas
match-factor-legal-basis = teisinis pagrindas

match-answer-yes = taip
match-answer-no = ne
match-answer-unknown = nežinoma

order-urgent-first = Pirmiausia skubiausi
order-newest-first = Pirmiausia naujausi

attendance-do-attended = Atvyko
attendance-do-late = Vėlavo
attendance-do-absent = Neatvyko
attendance-do-excused = Neatvyko, pranešė

mail-pace-at-once = Iš karto
mail-pace-daily = Kartą per dieną, rytą
mail-pace-none = Nesiųsti
mail-state-queued = Laukia siuntimo
mail-state-sent = Išsiųstas
mail-state-not-needed = Nebereikalingas
mail-state-kept = Lieka sistemoje
mail-state-refused = Adresas nepriimtas
mail-state-failed = Neišsiųstas
mail-fault-unreachable = Nepavyko pasiekti pašto serverio
mail-fault-untrusted = Nepavyko patvirtinti pašto serverio tapatybės
mail-fault-not-allowed = Pašto serveris neleidžia siųsti
mail-fault-later = Pašto serveris prašo bandyti vėliau
mail-fault-address-refused = Pašto serveris nepriima gavėjo adreso
mail-fault-not-wanted = Pašto serveris nepriima šio laiško
mail-fault-not-worded = Laiškas neparengtas dėl programos klaidos

event-member-invited = pakvietė naudotoją
event-member-changed = pakeitė naudotojo vaidmenį
event-member-left = pašalino naudotoją
event-signed-in = prisijungė
event-signed-out-elsewhere = atsijungė kitoje naršyklėje
event-token-created = sukūrė API raktą
event-token-revoked = panaikino API raktą
action-member-manage = tvarkyti naudotojus
journal-subject-member = naudotojas
token-scope-read = Skaityti duomenis be vardų
token-scope-identities = Matyti asmenų vardus
token-scope-people = Tvarkyti asmenų duomenis
token-scope-referrals = Tvarkyti nukreipimus
token-scope-manage = Tvarkyti organizaciją
token-scope-opens-read = Katalogas, asmenys be vardų, nukreipimai ir veiksmų žurnalas.
token-scope-opens-identities = Vardai, kontaktai ir asmens dokumentai. Kiekviena peržiūra įrašoma.
token-scope-opens-people = Asmenų pridėjimas, jų duomenų keitimas ir sutikimų įrašymas.
token-scope-opens-referrals = Nukreipimų siuntimas, atsakymai, užbaigimas, žinutės ir susitikimai.
token-scope-opens-manage = Naudotojai, paslaugos, sutartys ir el. laiškai.
event-referral-offered = paskyrė nukreipimą kolegai
event-referral-taken = perėmė nukreipimą
event-referral-given-back = grąžino nukreipimą
event-referral-not-sent = negalėjo automatiškai išsiųsti nukreipimo
event-release-moved = pakeitė paleidimo datą
event-consent-ran-out = pažymėjo, kad sutikimas nebegalioja
