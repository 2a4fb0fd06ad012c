# The words of every code, by prefix and code.

kind-ngo = non-governmental organisation
kind-faith-based = parish or faith community
kind-local-authority = municipality
kind-employment-service = employment service
kind-prison = prison
kind-probation = probation service
kind-social-centre = social centre
kind-rehabilitation-centre = rehabilitation centre
kind-vocational-school = vocational school
kind-employer = employer
kind-funder = funder
kind-coordinator = network coordinator
kind-other = other organisation

role-viewer = Reader
role-caseworker = Case worker
role-job-officer = Employment officer
role-trainer = Trainer
role-manager = Manager
role-admin = Administrator
role-coordinator = Network coordinator
role-auditor = Auditor

scope-identity = name and date of birth
scope-contact = phone, e-mail and address
scope-needs = needs
scope-health = health
scope-offence = offence and risks
scope-family = family
scope-employment = work and education
scope-documents = documents and money

need-accommodation = Housing
need-education-training-employment = Work and learning
need-finance-benefit-debt-id = Money and documents
need-dependency-and-recovery = Recovery from dependency
need-family-and-relationships = Family
need-lifestyle-and-associates = Company and leisure
need-attitudes-thinking-behaviour = Thinking and behaviour
need-emotional-wellbeing = Emotional wellbeing
need-health = Health
need-social-inclusion = Belonging
need-legal = Legal help
need-faith-and-community = Faith and community
need-urgent = { $need }, urgent
need-release-day = { $need }, on release day

need-short-accommodation = Housing
need-short-education-training-employment = Work
need-short-finance-benefit-debt-id = Papers
need-short-dependency-and-recovery = Recovery
need-short-family-and-relationships = Family
need-short-lifestyle-and-associates = Company
need-short-attitudes-thinking-behaviour = Thinking
need-short-emotional-wellbeing = Wellbeing
need-short-health = Health
need-short-social-inclusion = Belonging
need-short-legal = Legal
need-short-faith-and-community = Faith

priority-routine = Routine
priority-urgent = Urgent
priority-release-day = Release day

sex-female = female
sex-male = male
sex-other = other
sex-unknown = not known

legal-status-in-custody = in custody
legal-status-on-licence = released on conditions
legal-status-probation = on probation
legal-status-free = free
legal-status-unknown = not known

sobriety-sober = sober
sobriety-in-treatment = in treatment
sobriety-not-sober = not sober at present
sobriety-unknown = not known

ground-consent = the person’s consent
ground-legal-obligation = an obligation by law
ground-public-task = a public task
ground-vital-interest = vital interest

erasure-reason-requested = The person asked for it
erasure-reason-not-needed = It is not needed any more
erasure-reason-not-lawful = It should not have been recorded
erasure-reason-legal-obligation = A law or a court demands it

purpose-resettlement = resettlement
purpose-employment = employment
purpose-treatment = treatment

consent-answer-given = Yes
consent-answer-refused = No

consent-how-paper = on paper
consent-how-spoken = spoken
consent-how-screen = on screen

consent-standing-in-force = In force
consent-standing-expired = Run out
consent-standing-withdrawn = Withdrawn
consent-standing-refused = Refused

report-back-attendance = whether they came to appointments
report-back-notes = what came of it, in words

deciding-release-day = the exact day of release
deciding-sex = sex
deciding-legal-status = legal status
deciding-sobriety = sobriety
deciding-need-text = the needs in words

withheld-until-accepted = opens when the referral is accepted
withheld-until-not-shared = not part of this referral
withheld-until-closed = closed again
withheld-until-not-your-role = not shown to your role
withheld-until-ended = never opened: the referral ended before

service-status-active = Open
service-status-inactive = Not offered at present
service-status-defunct = No longer offered
service-status-temporarily-closed = Closed for a while

agreement-state-draft = Draft
agreement-state-proposed = Waiting for signatures
agreement-state-active = In force
agreement-state-suspended = Suspended
agreement-state-ended = Ended

agreement-step-sign = Sign
agreement-step-suspend = Suspend
agreement-step-resume = Put back in force
agreement-step-end = End

state-draft = Draft
state-sent = Sent
state-acknowledged = Being looked at
state-information-requested = Question asked
state-accepted = Accepted
state-in-progress = In progress
state-completed = Completed
state-rejected = Not taken on
state-withdrawn = Withdrawn
state-waitlisted = Waits for a place
state-on-hold = On hold
state-failed = Broken off
state-expired = Not answered
state-entered-in-error = Entered in error

step-send = Send
step-acknowledge = We are looking at it
step-request-information = Ask a question
step-answer = Answer the question
step-accept = Accept
step-start = Start the work
step-complete = Complete
step-reject = Cannot take it…
step-withdraw = Withdraw…
step-waitlist = Put on the waiting list…
step-resume = Go on with the work
step-hold = Put on hold…
step-fail = The work broke off…
step-reopen = Open again…
step-enter-in-error = It was a mistake…

side-sent = Sent
side-received = Received

group-mode-any-one = The first has it
group-mode-all = All of them

reject-reason-not-eligible = The person does not meet the conditions
reject-reason-no-capacity = No place
reject-reason-service-not-provided = We do not offer this
reject-reason-already-enrolled = Already with us
reject-reason-out-of-area = Outside our area
reject-reason-missing-documents = Documents are missing
reject-reason-other = Another reason

withdraw-reason-ineligible = The person does not meet the conditions
withdraw-reason-mistake-or-duplicate = By mistake, or twice
withdraw-reason-not-engaged = The person does not take part
withdraw-reason-needs-met-elsewhere = Found help elsewhere
withdraw-reason-moved-out-of-area = Moved away
withdraw-reason-work-or-care = Prevented by work or care
withdraw-reason-died = The person has died
withdraw-reason-returned-to-custody = Back in custody
withdraw-reason-sentence-ended = The sentence has ended
withdraw-reason-consent-withdrawn = Consent was withdrawn
withdraw-reason-consent-expired = Consent has run out
withdraw-reason-person-erased = The person’s record was erased
withdraw-reason-settled-elsewhere = No longer needed
withdraw-reason-other = Another reason

hold-reason-illness = Illness
hold-reason-in-custody = In custody
hold-reason-unreachable = Cannot be reached
hold-reason-waiting-for-documents = Waiting for documents
hold-reason-waiting-for-place = Waiting for a place
hold-reason-other = Another reason

outcome-achieved = Achieved
outcome-partially-achieved = Partly achieved
outcome-not-achieved = Not achieved

result-enrolled = Enrolled
result-got-help = Got help
result-housed = Has a place to live
result-employed = Has work
result-in-education = Is learning
result-could-not-contact = Could not be reached
result-person-declined = Did not want it
result-could-not-help = We could not help
result-referred-elsewhere = Referred elsewhere

attendance-attended = came
attendance-late = came late
attendance-absent = did not come
attendance-excused = could not come, and said so

clock-acknowledge = first reply
clock-answer = answer
clock-information = answer to the question
clock-place = place
clock-next-step = next step

event-referral-drafted = prepared the referral
event-referral-sent = sent the referral
event-referral-acknowledged = started to look at it
event-referral-information-requested = asked a question
event-referral-answered = answered the question
event-referral-accepted = accepted
event-referral-started = started the work
event-referral-completed = completed the referral
event-referral-rejected = could not take it on
event-referral-withdrawn = withdrew the referral
event-referral-waitlisted = put it on the waiting list
event-referral-held = put the work on hold
event-referral-resumed = went on with the work
event-referral-failed = recorded that the work broke off
event-referral-reminded = reminded that the date is near
event-referral-escalated = told both managers that the date has passed
event-referral-expired = closed it, as nobody had answered
event-referral-entered-in-error = recorded that it was a mistake
event-referral-reopened = opened it again
event-message-written = wrote
event-appointment-made = made an appointment
event-appointment-attendance-recorded = recorded an appointment’s attendance
event-identity-looked-at = looked at name and contact
event-person-recorded = recorded the person
event-person-changed = changed the record
event-person-erased = erased the person
event-need-added = added a need
event-need-changed = changed a need
event-consent-recorded = recorded a consent
event-consent-withdrawn = recorded that consent was withdrawn
event-case-team-changed = changed the case team
event-agreement-proposed = proposed the agreement
event-agreement-signed = signed the agreement
event-ground-recorded = recorded a ground in the register
event-organisation-changed = changed what the organisation says of itself
event-agreement-suspended = suspended the agreement
event-agreement-resumed = put the agreement back in force
event-agreement-ended = ended the agreement
event-service-recorded = recorded a service
event-service-changed = changed the service

action-directory-read = read the directory
action-service-manage = manage services
action-agreement-propose = propose agreements
action-agreement-sign = sign agreements
action-agreement-suspend = suspend agreements
action-person-read = read people’s records
action-person-record = record people
action-person-change = change records
action-person-erase = erase people
action-case-team-change = change case teams
action-consent-record = record consents
action-consent-withdraw = record that a consent was withdrawn
action-referral-read = read referrals
action-referral-send = send referrals
action-referral-answer = answer referrals
action-referral-withdraw = withdraw referrals
action-referral-reopen = open closed referrals again
action-message-write = write messages
action-appointment-manage = keep appointments
action-audit-log-read = read the journal
action-email-read = look after the organisation’s mail
action-legal-basis-record = record grounds in the register
action-organisation-change = describe the organisation

readiness-nothing = nothing arranged
readiness-under-way = under way
readiness-arranged = arranged
readiness-not-needed = not needed

match-factor-domain = what it is for
match-factor-area = area
match-factor-age = age
match-factor-sex = sex
match-factor-legal-status = legal status
match-factor-sobriety = sobriety
match-factor-residence = residence
match-factor-places = places
match-factor-agreement = agreement
match-factor-open-referral = referral of ours
match-factor-consent = consent
match-factor-status = whether it is open
match-factor-legal-basis = ground in law

match-answer-yes = yes
match-answer-no = no
match-answer-unknown = not known

order-urgent-first = Most urgent first
order-newest-first = Newest first

attendance-do-attended = Came
attendance-do-late = Came late
attendance-do-absent = Did not come
attendance-do-excused = Excused

mail-pace-at-once = At once
mail-pace-daily = Once a day, in the morning
mail-pace-none = Not by mail
mail-state-queued = Waits
mail-state-sent = Sent
mail-state-not-needed = Not needed any more
mail-state-kept = Kept here
mail-state-refused = Address refused
mail-state-failed = Given up
mail-fault-unreachable = The mail server could not be reached
mail-fault-untrusted = The mail server could not prove who it is
mail-fault-not-allowed = The mail server does not let us send
mail-fault-later = The mail server asked to come later
mail-fault-address-refused = The mail server refuses the address
mail-fault-not-wanted = The mail server does not take this mail
mail-fault-not-worded = It could not be put into words, by a fault of this program

event-member-invited = invited a member
event-member-changed = changed a member’s role
event-member-left = ended a membership
event-signed-in = signed in
event-signed-out-elsewhere = signed out of another browser
event-token-created = made a key for a program
event-token-revoked = revoked a program’s key
action-member-manage = look after members
journal-subject-member = member
token-scope-read = Read
token-scope-identities = See who people are
token-scope-people = Work with people
token-scope-referrals = Work on referrals
token-scope-manage = Look after the organisation
token-scope-opens-read = The directory, people without their names, referrals and the journal.
token-scope-opens-identities = Names, contacts and papers; each look is recorded.
token-scope-opens-people = Record people, change what is known, record what they answer.
token-scope-opens-referrals = Send, answer and complete referrals, write messages, make appointments.
token-scope-opens-manage = Members, services, agreements and mail.
event-referral-offered = handed the referral to a colleague
event-referral-taken = took the referral on
event-referral-given-back = gave the referral back
event-referral-not-sent = could not send the draft by itself
event-release-moved = moved the day of release
event-consent-ran-out = let a consent run out
