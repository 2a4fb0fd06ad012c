# Emails to members. Events are described in the words of the pages.

subject-one = { $words }
subject-many = { $n } new notifications
greeting-at-once = New in Throughgate:
greeting-daily = New and unread in Throughgate:
about-referral = { $reference }, { $organisation }
about-agreement = With { $organisations }
more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
why = You receive this email because you work for { $organisation }.
choose = Change your email notifications:
no-reply = This address does not receive replies.

# Sign-in links: requested by a member, or sent with an invitation.
sign-in-subject = Sign in to Throughgate
sign-in-greeting = A request was made to sign in to Throughgate with this address.
sign-in-open = Sign in, in the browser that you used for the request:
sign-in-code = Or enter this code there:
sign-in-counts = The link and the code work once, for 15 minutes.
sign-in-not-you = If you did not make this request, do nothing. Nobody can sign in without this email.
invitation-subject = Invitation to Throughgate for { $organisation }
invitation-greeting = { $organisation } invites you to Throughgate. There, organisations work together to help people leaving prison.
invitation-open = Accept the invitation and sign in:
invitation-counts = The link works once, for seven days. After that, sign in with this address.
invitation-not-you = If this invitation is not for you, ignore this email or tell the sender.
