# Notifications and emails.

frame-notices = Notifications
frame-notices-new = { $n ->
    [one] one new notification
   *[other] { $n } new notifications
}

notices-see-all = Mark all as read
notices-all-seen = All read
notices-unseen = { $n ->
    [one] One new notification
   *[other] { $n } new notifications
}
notices-new = new
notices-none = No notifications yet
notices-none-words = New referrals, questions and answers are listed here.
notices-referral = { $reference }, { $organisation }
notices-person = Person you work with
notices-gone = No longer visible to you

choices-open = Email notifications
choices-title = Email notifications
choices-address = To { $address }
choices-refused = The mail server rejected your address { $day }, so no emails are sent to it. If the address is right, save your choice again to retry. If it is wrong, tell your organisation’s administrator.
choices-urgent = Tasks and answers
choices-urgent-hint = New referrals, questions, answers to your referrals and questions.
choices-rest = Other notifications
choices-rest-hint = Completed or withdrawn referrals, messages, appointments, agreements.
choices-keep = Save choice
choices-nothing-personal = Emails name the event, the reference and the organisation. They contain nothing about a person.
done-mail-chosen = Choice saved

outbox-title = Outbox
outbox-own = Emails to you, with their status
outbox-of-organisation = Emails to members of your organisation, with their status
outbox-none = No emails yet
outbox-none-words = Notifications appear here two minutes after the event, or with the emails of the next morning.
outbox-left = Former member
outbox-pace = { $pace }
letter-title = Email
letter-text = Text
letter-hidden = Only the receiver can read this email, and only what they may still see.
letter-fares = Delivery
letter-to = To
letter-made = Written
letter-due = Scheduled
letter-sent = Sent
letter-tries = Attempts
letter-fault = Error
letter-retry = Send again
done-mail-retried = Email queued again
