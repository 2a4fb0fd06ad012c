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

organisation-kind-ngo = non-governmental organisation
organisation-kind-faith-based = parish or faith community
organisation-kind-local-authority = municipality
organisation-kind-employment-service = employment service
organisation-kind-prison = prison
organisation-kind-probation = probation service
organisation-kind-social-centre = social centre
organisation-kind-rehabilitation-centre = rehabilitation centre
organisation-kind-vocational-school = vocational school
organisation-kind-employer = employer
organisation-kind-funder = funder
organisation-kind-coordinator = network coordinator
organisation-kind-other = other organisation

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

need-domain-accommodation = Housing
need-domain-education-training-employment = Work and education
need-domain-finance-benefit-debt-id = Money and ID documents
need-domain-dependency-and-recovery = Addiction and recovery
need-domain-family-and-relationships = Family
need-domain-lifestyle-and-associates = Daily life and friends
need-domain-attitudes-thinking-behaviour = Thinking and behaviour
need-domain-emotional-wellbeing = Emotional wellbeing
need-domain-health = Health
need-domain-social-inclusion = Social inclusion
need-domain-legal = Legal help
need-domain-faith-and-community = Faith and community
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

legal-basis-consent = the person’s consent
legal-basis-legal-obligation = legal obligation
legal-basis-public-task = public task
legal-basis-vital-interest = vital interest

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

pre-acceptance-fact-release-day = exact release date
pre-acceptance-fact-sex = sex
pre-acceptance-fact-legal-status = legal status
pre-acceptance-fact-sobriety = alcohol and drugs
pre-acceptance-fact-need-text = details of the needs

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

referral-state-draft = Draft
referral-state-sent = Sent
referral-state-acknowledged = Under review
referral-state-information-requested = More information needed
referral-state-accepted = Accepted
referral-state-in-progress = In progress
referral-state-completed = Completed
referral-state-rejected = Declined
referral-state-withdrawn = Withdrawn
referral-state-waitlisted = On waiting list
referral-state-on-hold = On hold
referral-state-failed = Closed as incomplete
referral-state-expired = Expired
referral-state-entered-in-error = Entered in error

referral-step-send = Send referral
referral-step-acknowledge = Start review
referral-step-request-information = Ask for information
referral-step-answer = Answer question
referral-step-accept = Accept referral
referral-step-start = Start work
referral-step-complete = Complete referral
referral-step-reject = Decline referral
referral-step-withdraw = Withdraw referral
referral-step-waitlist = Add to waiting list
referral-step-resume = Resume work
referral-step-hold = Put on hold
referral-step-fail = Close as incomplete
referral-step-reopen = Reopen referral
referral-step-enter-in-error = Mark as entered in error

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

outcome-result-enrolled = Enrolled
outcome-result-got-help = Received help
outcome-result-housed = Housed
outcome-result-employed = Employed
outcome-result-in-education = In education
outcome-result-could-not-contact = Could not be contacted
outcome-result-person-declined = Help declined by the person
outcome-result-could-not-help = No help possible
outcome-result-referred-elsewhere = Referred elsewhere

attendance-attended = attended
attendance-late = attended late
attendance-absent = did not attend
attendance-excused = excused

referral-deadline-answer = response
referral-deadline-information = answer to question
referral-deadline-place = offer of a place
referral-deadline-next-step = next step

event-kind-referral-drafted = drafted the referral
event-kind-referral-sent = sent the referral
event-kind-referral-acknowledged = started the review
event-kind-referral-information-requested = asked for more information
event-kind-referral-answered = answered the question
event-kind-referral-accepted = accepted the referral
event-kind-referral-started = started work
event-kind-referral-completed = completed the referral
event-kind-referral-rejected = declined the referral
event-kind-referral-withdrawn = withdrew the referral
event-kind-referral-waitlisted = added the referral to the waiting list
event-kind-referral-held = put the referral on hold
event-kind-referral-resumed = resumed work
event-kind-referral-failed = closed the referral as incomplete
event-kind-referral-reminded = sent a reminder of the due date
event-kind-referral-escalated = told both managers that the due date has passed
event-kind-referral-expired = closed the referral because nobody answered in time
event-kind-referral-entered-in-error = marked the referral as entered in error
event-kind-referral-reopened = reopened the referral
event-kind-message-written = wrote a message
event-kind-appointment-made = made an appointment
event-kind-appointment-attendance-recorded = recorded attendance at an appointment
event-kind-identity-looked-at = viewed name and contact details
event-kind-person-recorded = added the person
event-kind-person-changed = changed the record
event-kind-person-erased = erased the person
event-kind-need-added = added a need
event-kind-need-changed = changed a need
event-kind-consent-recorded = recorded a consent
event-kind-consent-withdrawn = recorded the withdrawal of a consent
event-kind-case-team-changed = changed the case team
event-kind-agreement-proposed = proposed the agreement
event-kind-agreement-signed = signed the agreement
event-kind-ground-recorded = recorded a legal basis
event-kind-organisation-changed = changed the organisation’s details
event-kind-agreement-suspended = suspended the agreement
event-kind-agreement-resumed = resumed the agreement
event-kind-agreement-ended = ended the agreement
event-kind-service-recorded = added a service
event-kind-service-changed = changed the service

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

readiness-state-nothing = not arranged
readiness-state-under-way = in progress
readiness-state-arranged = arranged
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

referral-order-urgent-first = Most urgent first
referral-order-newest-first = Newest first

attendance-do-attended = Attended
attendance-do-late = Attended late
attendance-do-absent = Did not attend
attendance-do-excused = Excused

email-frequency-at-once = At once
email-frequency-daily = Once a day, in the morning
email-frequency-none = No emails
email-state-queued = Queued
email-state-sent = Sent
email-state-not-needed = No longer needed
email-state-kept = Kept in outbox
email-state-refused = Address rejected
email-state-failed = Failed
email-failure-unreachable = The mail server could not be reached
email-failure-untrusted = The mail server could not prove its identity
email-failure-not-allowed = The mail server did not allow us to send
email-failure-later = The mail server asked us to try again later
email-failure-address-refused = The mail server rejected the address
email-failure-not-wanted = The mail server rejected the email
email-failure-not-worded = Throughgate could not write the email because of an error

event-kind-member-invited = invited a member
event-kind-member-changed = changed a member’s role
event-kind-member-left = removed a member
event-kind-signed-in = signed in
event-kind-signed-out-elsewhere = signed out of another browser
event-kind-token-created = created an API token
event-kind-token-revoked = revoked an API token
action-member-manage = manage members
audit-log-subject-kind-member = member
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
event-kind-referral-offered = assigned the referral to a colleague
event-kind-referral-taken = accepted the assignment
event-kind-referral-given-back = removed the assignment
event-kind-referral-not-sent = could not send the draft automatically
event-kind-release-moved = changed the release date
event-kind-consent-ran-out = recorded that a consent expired
