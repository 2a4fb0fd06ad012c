# Terms of the English texts. One term for one thing, in pages, emails, schema and documents alike.
#
# person: a client; never "somebody" or "whoever"
# holder, case team, pseudonym, need: as in the schema
# sender, recipient: the two organisations of a referral
# referral: is sent, under review, accepted, declined, on hold, completed, withdrawn, closed as incomplete, expired
# assign, accept, decline: of referrals among colleagues
# response, due date: what a recipient owes, and until when
# request: the text by which a sender asks for help
# release, release date; municipality after release
# ID documents; contact details; alcohol and drugs
# area of need (of needs and services); urgency (of needs); priority (of referrals)
# consent: is given, refused, withdrawn, expired; shared information: its scopes
# legal basis, register of legal bases; agreement: in force, suspended, ended
# places, capacity: how many people a service can take; waiting list
# notification, message, email, outbox
# audit log; access, access history
# member, role; sign in, sign out; API token, permissions
# import: is deleted; rows are imported or with errors; export
# add, edit, remove: things on pages; erase: a person, for good
# status: the state of a thing

# Codes, by prefix and code.

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

role-viewer = Viewer
role-caseworker = Case worker
role-job-officer = Employment officer
role-trainer = Trainer
role-manager = Manager
role-admin = Administrator
role-coordinator = Network coordinator
role-auditor = Auditor

scope-identity = name and date of birth
scope-contact = phone, email and address
scope-needs = needs
scope-health = health
scope-offence = offence and risks
scope-family = family
scope-employment = work and education
scope-documents = ID documents and money

need-accommodation = Housing
need-education-training-employment = Work and education
need-finance-benefit-debt-id = Money and ID documents
need-dependency-and-recovery = Addiction and recovery
need-family-and-relationships = Family
need-lifestyle-and-associates = Daily life and friends
need-attitudes-thinking-behaviour = Thinking and behaviour
need-emotional-wellbeing = Emotional wellbeing
need-health = Health
need-social-inclusion = Social inclusion
need-legal = Legal help
need-faith-and-community = Faith and community
need-urgent = { $need }, urgent
need-release-day = { $need }, on release day

need-short-accommodation = Housing
need-short-education-training-employment = Work
need-short-finance-benefit-debt-id = Money, ID
need-short-dependency-and-recovery = Recovery
need-short-family-and-relationships = Family
need-short-lifestyle-and-associates = Daily life
need-short-attitudes-thinking-behaviour = Behaviour
need-short-emotional-wellbeing = Wellbeing
need-short-health = Health
need-short-social-inclusion = Inclusion
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
ground-legal-obligation = legal obligation
ground-public-task = public task
ground-vital-interest = vital interest

erasure-reason-requested = The person asked for it
erasure-reason-not-needed = The data is no longer needed
erasure-reason-not-lawful = The data should not have been recorded
erasure-reason-legal-obligation = A law or a court requires it

purpose-resettlement = resettlement
purpose-employment = employment
purpose-treatment = treatment

consent-answer-given = Yes
consent-answer-refused = No

consent-how-paper = on paper
consent-how-spoken = orally
consent-how-screen = on screen

consent-standing-in-force = In force
consent-standing-expired = Expired
consent-standing-withdrawn = Withdrawn
consent-standing-refused = Refused

report-back-attendance = attendance at appointments
report-back-notes = result and notes

deciding-release-day = exact release date
deciding-sex = sex
deciding-legal-status = legal status
deciding-sobriety = alcohol and drugs
deciding-need-text = details of the needs

withheld-until-accepted = shown after acceptance
withheld-until-not-shared = not shared in this referral
withheld-until-closed = no longer shown
withheld-until-not-your-role = not shown to your role
withheld-until-ended = never shown: the referral ended before acceptance

service-status-active = Open
service-status-inactive = Inactive
service-status-defunct = Discontinued
service-status-temporarily-closed = Temporarily closed

agreement-state-proposed = Awaiting signatures
agreement-state-active = In force
agreement-state-suspended = Suspended
agreement-state-ended = Ended

agreement-step-sign = Sign agreement
agreement-step-suspend = Suspend agreement
agreement-step-resume = Resume agreement
agreement-step-end = End agreement

state-draft = Draft
state-sent = Sent
state-acknowledged = Under review
state-information-requested = More information needed
state-accepted = Accepted
state-in-progress = In progress
state-completed = Completed
state-rejected = Declined
state-withdrawn = Withdrawn
state-waitlisted = On waiting list
state-on-hold = On hold
state-failed = Closed as incomplete
state-expired = Expired
state-entered-in-error = Entered in error

step-send = Send referral
step-acknowledge = Start review
step-request-information = Ask for information
step-answer = Answer question
step-accept = Accept referral
step-start = Start work
step-complete = Complete referral
step-reject = Decline referral
step-withdraw = Withdraw referral
step-waitlist = Add to waiting list
step-resume = Resume work
step-hold = Put on hold
step-fail = Close as incomplete
step-reopen = Reopen referral
step-enter-in-error = Mark as entered in error

side-sent = Sent
side-received = Received

group-mode-any-one = First to accept
group-mode-all = All recipients

reject-reason-not-eligible = The person is not eligible
reject-reason-no-capacity = No free place
reject-reason-service-not-provided = We do not offer this service
reject-reason-already-enrolled = The person is already with us
reject-reason-out-of-area = Outside our area
reject-reason-missing-documents = Documents missing
reject-reason-other = Another reason

withdraw-reason-ineligible = The person is not eligible
withdraw-reason-mistake-or-duplicate = Mistake or duplicate
withdraw-reason-not-engaged = The person is not taking part
withdraw-reason-needs-met-elsewhere = Help found elsewhere
withdraw-reason-moved-out-of-area = Moved away
withdraw-reason-work-or-care = Work or care duties
withdraw-reason-died = The person has died
withdraw-reason-returned-to-custody = Back in custody
withdraw-reason-sentence-ended = Sentence ended
withdraw-reason-consent-withdrawn = Consent withdrawn
withdraw-reason-consent-expired = Consent expired
withdraw-reason-person-erased = The person’s record was erased
withdraw-reason-settled-elsewhere = No longer needed
withdraw-reason-other = Another reason

hold-reason-illness = Illness
hold-reason-in-custody = In custody
hold-reason-unreachable = The person cannot be reached
hold-reason-waiting-for-documents = Waiting for documents
hold-reason-waiting-for-place = Waiting for a place
hold-reason-other = Another reason

outcome-achieved = Achieved
outcome-partially-achieved = Partly achieved
outcome-not-achieved = Not achieved

result-enrolled = Enrolled
result-got-help = Received help
result-housed = Housed
result-employed = Employed
result-in-education = In education
result-could-not-contact = Could not be contacted
result-person-declined = Help declined by the person
result-could-not-help = No help possible
result-referred-elsewhere = Referred elsewhere

attendance-attended = attended
attendance-late = attended late
attendance-absent = did not attend
attendance-excused = excused

clock-answer = response
clock-information = answer to question
clock-place = offer of a place
clock-next-step = next step

event-referral-drafted = drafted the referral
event-referral-sent = sent the referral
event-referral-acknowledged = started the review
event-referral-information-requested = asked for more information
event-referral-answered = answered the question
event-referral-accepted = accepted the referral
event-referral-started = started work
event-referral-completed = completed the referral
event-referral-rejected = declined the referral
event-referral-withdrawn = withdrew the referral
event-referral-waitlisted = added the referral to the waiting list
event-referral-held = put the referral on hold
event-referral-resumed = resumed work
event-referral-failed = closed the referral as incomplete
event-referral-reminded = sent a reminder of the due date
event-referral-escalated = told both managers that the due date has passed
event-referral-expired = closed the referral because nobody answered in time
event-referral-entered-in-error = marked the referral as entered in error
event-referral-reopened = reopened the referral
event-message-written = wrote a message
event-appointment-made = made an appointment
event-appointment-attendance-recorded = recorded attendance at an appointment
event-identity-looked-at = viewed name and contact details
event-person-recorded = added the person
event-person-changed = changed the record
event-person-erased = erased the person
event-need-added = added a need
event-need-changed = changed a need
event-consent-recorded = recorded a consent
event-consent-withdrawn = recorded the withdrawal of a consent
event-case-team-changed = changed the case team
event-agreement-proposed = proposed the agreement
event-agreement-signed = signed the agreement
event-ground-recorded = recorded a legal basis
event-organisation-changed = changed the organisation’s details
event-agreement-suspended = suspended the agreement
event-agreement-resumed = resumed the agreement
event-agreement-ended = ended the agreement
event-service-recorded = added a service
event-service-changed = changed the service

action-directory-read = read the directory
action-service-manage = manage services
action-agreement-propose = propose agreements
action-agreement-sign = sign agreements
action-agreement-suspend = suspend agreements
action-person-read = read people’s records
action-person-record = add people
action-person-change = change records
action-person-erase = erase people
action-case-team-change = change case teams
action-consent-record = record consents
action-consent-withdraw = record withdrawals of consent
action-referral-read = read referrals
action-referral-send = send referrals
action-referral-answer = answer referrals
action-referral-withdraw = withdraw referrals
action-referral-reopen = reopen referrals
action-message-write = write messages
action-appointment-manage = manage appointments
action-audit-log-read = read the audit log
action-email-read = manage the organisation’s emails
action-legal-basis-record = record legal bases
action-organisation-change = change the organisation’s details

readiness-nothing = not arranged
readiness-under-way = in progress
readiness-arranged = arranged
readiness-not-needed = not needed

match-factor-domain = area of need
match-factor-area = area served
match-factor-age = age
match-factor-sex = sex
match-factor-legal-status = legal status
match-factor-sobriety = alcohol and drugs
match-factor-residence = residence
match-factor-places = places
match-factor-agreement = agreement
match-factor-open-referral = open referral
match-factor-consent = consent
match-factor-legal-basis = legal basis

match-answer-yes = yes
match-answer-no = no
match-answer-unknown = not known

order-urgent-first = Most urgent first
order-newest-first = Newest first

attendance-do-attended = Attended
attendance-do-late = Attended late
attendance-do-absent = Did not attend
attendance-do-excused = Excused

mail-pace-at-once = At once
mail-pace-daily = Once a day, in the morning
mail-pace-none = No emails
mail-state-queued = Queued
mail-state-sent = Sent
mail-state-not-needed = No longer needed
mail-state-kept = Kept in outbox
mail-state-refused = Address rejected
mail-state-failed = Failed
mail-fault-unreachable = The mail server could not be reached
mail-fault-untrusted = The mail server could not prove its identity
mail-fault-not-allowed = The mail server did not allow us to send
mail-fault-later = The mail server asked us to try again later
mail-fault-address-refused = The mail server rejected the address
mail-fault-not-wanted = The mail server rejected the email
mail-fault-not-worded = Throughgate could not write the email because of an error

event-member-invited = invited a member
event-member-changed = changed a member’s role
event-member-left = removed a member
event-signed-in = signed in
event-signed-out-elsewhere = signed out of another browser
event-token-created = created an API token
event-token-revoked = revoked an API token
action-member-manage = manage members
journal-subject-member = member
token-scope-read = Read
token-scope-identities = Read identities
token-scope-people = Manage people
token-scope-referrals = Manage referrals
token-scope-manage = Manage the organisation
token-scope-opens-read = The directory, people without their names, referrals and the audit log.
token-scope-opens-identities = Names, contact details and ID documents. Each access is recorded.
token-scope-opens-people = Add people, change records and record consents.
token-scope-opens-referrals = Send, answer and complete referrals, write messages, make appointments.
token-scope-opens-manage = Members, services, agreements and emails.
event-referral-offered = assigned the referral to a colleague
event-referral-taken = accepted the assignment
event-referral-given-back = removed the assignment
event-referral-not-sent = could not send the draft automatically
event-release-moved = changed the release date
event-consent-ran-out = recorded that a consent expired
