# What happened, to whoever is told of it: on pages and in mails.

told-something = Something happened
told-referral-sent = A referral waits for you
told-referral-information-requested = A question waits for your answer
told-referral-answered = Your question was answered
told-referral-accepted = A referral was accepted
told-referral-rejected = A referral was not taken on
told-referral-completed = A referral was completed
told-referral-withdrawn = A referral is no longer needed
told-referral-waitlisted = A referral waits for a place
told-referral-held = The work was put on hold
told-referral-failed = The work broke off
told-referral-reopened = A referral was opened again
told-referral-reminded = A date is near
told-referral-escalated = A date has passed and nobody has acted
told-referral-expired = A referral was not answered in time
told-referral-entered-in-error = A referral was a mistake
told-message-written = A message came
told-appointment-made = An appointment was made
told-consent-withdrawn = A consent was withdrawn
told-agreement-proposed = An agreement waits for your signature
told-agreement-signed = A partner signed an agreement
told-agreement-suspended = An agreement was suspended
told-agreement-resumed = An agreement is back in force
told-agreement-ended = An agreement was ended
told-referral-offered = A colleague hands you a referral: take it, or give it back
told-referral-given-back = A referral was given back
