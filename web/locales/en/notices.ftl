# What the reader is told of.

frame-notices = Notices
frame-notices-new = { $n ->
    [one] one of them new
   *[other] { $n } of them new
}

notices-see-all = Mark all as read
notices-all-seen = All read
notices-unseen = { $n ->
    [one] One new notice
   *[other] { $n } new notices
}
notices-new = new
notices-none = Nothing yet
notices-none-words = When a referral comes in, a question is asked or an answer arrives, it shows here.
notices-referral = { $reference }, { $organisation }
notices-person = Somebody you work with
notices-gone = No longer open to you

choices-open = Notices by mail
choices-title = Notices by mail
choices-address = To { $address }
choices-refused = The mail server refused your address { $day }, so nothing is sent to it. If the address is right, keep your choice again, and it is tried once more; if it is wrong, tell whoever looks after your organisation’s members.
choices-urgent = What waits for you
choices-urgent-hint = A referral, a question, an answer that you waited for, a refusal.
choices-rest = Everything else
choices-rest-hint = What is accepted, completed or withdrawn, messages, appointments, agreements.
choices-keep = Keep this choice
choices-nothing-personal = A mail names what happened, the reference and the organisation, and nothing of any person.
done-mail-chosen = Your choice is kept.

outbox-title = Outbox
outbox-own = The mails to you, and how they fare
outbox-of-organisation = The mails to the members of your organisation, and how they fare
outbox-none = No mail yet
outbox-none-words = What is told by mail shows here two minutes after it happened, or for the next morning.
outbox-left = Somebody who has left
outbox-pace = { $pace }
letter-title = A mail
letter-text = What it says
letter-hidden = What a mail says is shown to its receiver alone, and only what they may still see.
letter-fares = How it fares
letter-to = To
letter-made = Written
letter-due = Will be sent
letter-sent = Sent
letter-tries = Tries
letter-fault = What went wrong
letter-retry = Try again
done-mail-retried = It is tried again.
