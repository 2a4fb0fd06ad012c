# Referrals: rows, list, page and steps.

somebody-system = Throughgate
who-of = { $member }, { $organisation }
state-new = New
row-title = { $who }: { $service }
row-received = from { $sender }, needed from { $start }
row-sent = to { $recipient }, needed from { $start }
row-happened = { $who } { $what }, { $when }

list-received = Referrals received
list-sent = Referrals sent
list-sides = Received or sent
list-both = Both
list-filter = Filter
list-text = Words
list-text-hint = Part of the reference, or of a service’s or organisation’s name
list-state = How it stands
list-state-open = Open
list-state-waiting = Waiting for us
list-state-all = All, closed ones too
list-need = Need
list-municipality = Returns to
list-priority = Priority
list-order = Order
list-any = Any
list-apply = Show
list-clear = Clear the filters
list-none-fits = Nothing fits these filters
list-none-fits-words = Try fewer of them, or also look among the closed referrals.
list-none = No open referrals
list-none-words = When an organisation refers somebody to you, it shows here and under My work.

referral-print = Print
referral-way = Where it stands
referral-from = for <b>{ $who }</b> · from { $sender }
referral-to = for <b>{ $who }</b> · to { $recipient }
referral-asked = What is asked
referral-asked-nothing = Nothing is written yet.
referral-priority = Priority
referral-start = Needed from
referral-due = Due
referral-closes = Closed; name, contact and documents are shown until { $day } at the latest.
referral-they-see = What { $recipient } sees. There the person is called { $pseudonym }.
referral-look-recorded = That you looked at the name was recorded; the person can ask who did.
referral-age-between = { $from } to { $to }
referral-age-from = { $from } or older
referral-age-to = up to { $to }
referral-happened = What happened
referral-happened-nothing = Nothing yet.
referral-aside = Background
referral-next = Next step
referral-since = since { $day }
referral-closed = Closed; there is nothing left to do here.
referral-their-turn = It is { $who }’s turn.
referral-reroute = Offer to the next fitting service
referral-reroute-words = What you wrote is kept; you choose whom to ask, and consent is checked anew.
happened = <b>{ $who }</b> { $what }

fact-name = Name
fact-born = Born
fact-phone = Phone
fact-email = E-mail
fact-address = Address
fact-documents = Documents
fact-needs = Needs
fact-release = Release
fact-expected = expected, not confirmed
fact-deciding = shared for deciding
fact-returns = Returns to
fact-age = Age
fact-sex = Sex
fact-legal-status = Legal status
fact-sobriety = Sobriety

rejected-by-us = We could not take it on:
rejected-by = { $recipient } could not take it on:
withdrawn = Withdrawn:
outcome = Outcome
outcome-no-more = The person agreed that you learn this much, and no more.

message-text = Write to the other side
message-hint = Only your two organisations can read it.
message-send = Send the message

appointments = Appointments
appointments-none = None yet.
appointment-make = Make an appointment
appointment-day = Day
appointment-time = Hour
appointment-place = Where
appointment-place-hint = An address, or how you will speak to each other
appointment-did-come = Did the person come?

places-from = Places from { $day }
places-of = of { $n } free
places-next = the next from { $day }
places-unlimited = No limit is stated.

group-title = Asked together
group-any-one = The first that accepts has it. None of them learns of the others.
group-all = Each does its part. None of them learns of the others.
rerouted-from = Took over from
rerouted-to = Now asked

why-we-see = Why we may see this
why-they-see = Why they may see this
why-ground = Ground: { $ground } ({ $law }).
why-agreement = Agreement: { $title }.
why-agreement-until = Agreement: { $title }, until { $day }.
why-consent = Agreed { $day }, { $how }.
why-in-custody = In custody; asked again after release.
why-consent-until = Holds until { $day }.

step-accept-opens = Accepting opens to you at once: { $what }. Each look is recorded.
step-accept-opens-nothing = nothing more than you see now
step-send-means = It goes to every organisation chosen for this, each on its own.
step-acknowledge-means = Tells the sender that somebody has seen it.

step-title-send = Send it?
step-title-acknowledge = Start to look at it?
step-title-request-information = Ask a question
step-title-answer = Answer the question
step-title-accept = Accept?
step-title-start = Start the work?
step-title-complete = What came of it?
step-title-reject = Why can you not take it?
step-title-withdraw = Why do you withdraw it?

step-words-send = It goes to { $who }, and to every other organisation chosen with it.
step-words-acknowledge = { $who } will see that you are looking at it.
step-words-request-information = Your own clock stops until { $who } has answered.
step-words-answer = { $who } asked:
step-words-accept = { $who } will see that you take it on, and the person’s name opens to you.
step-words-start = { $who } will see that the work has begun.
step-words-complete = { $who } learns the outcome, and more only where the person agreed to it.
step-words-reject = { $who } can then ask somebody else without losing time.
step-words-withdraw = { $who } sees nothing of the person any more where it had not accepted yet.

step-do-send = Send
step-do-acknowledge = We are looking at it
step-do-request-information = Send the question
step-do-answer = Send the answer
step-do-accept = Accept
step-do-start = Start the work
step-do-complete = Complete
step-do-reject = Send the refusal
step-do-withdraw = Withdraw
step-back = Back, without doing anything
step-final = This cannot be undone.

step-question = Your question
step-question-hint = Ask only what you need for deciding, and do not ask for the name.
step-answer-text = Your answer
step-answer-hint = Only what the person agreed to; leave names out.
step-outcome = Was it achieved?
step-result = What came of it
step-choose = Choose one
step-notes = In words
step-notes-hint = The sender reads this only where the person’s consent says so.
step-reason = Reason
step-reason-text = More about it
step-reject-hint = Needed with “another reason”. The sender may read it.
step-withdraw-hint = Needed with “another reason”. The recipient may read it.
reject-already-hint = A sender who does not know that the person is with you is not told.

done-send = Sent.
done-acknowledge = The sender sees that you are looking at it.
done-request-information = Your question was sent.
done-answer = Your answer was sent.
done-accept = Accepted. What opens on acceptance is open now.
done-start = The work has begun.
done-complete = Completed. Thank you.
done-reject = The refusal was sent.
done-withdraw = Withdrawn.
done-message = Your message was sent.
done-appointment = The appointment is made.
done-attendance = Recorded.

field-text = Text
field-reason = Reason
field-outcome = Outcome
field-result = What came of it
field-notes = In words
field-day = Day
field-time = Hour
field-place = Where
