# Mails to members. What happened is said in the words of the pages.

subject-one = { $words }
subject-many = { $n } new notices
greeting-at-once = Just now in Throughgate:
greeting-daily = New in Throughgate, and not read yet:
about-referral = { $reference }, { $organisation }
about-agreement = With { $organisations }
more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
why = You get this because you work for { $organisation }.
choose = Choose which mails you get:
no-reply = Nobody reads answers to this address.

# A way in: asked for, or sent to whoever was invited.
sign-in-subject = Sign in to Throughgate
sign-in-greeting = Somebody, you we hope, asked to sign in to Throughgate with this address.
sign-in-open = Sign in, in the browser where you asked:
sign-in-code = Or type this code there:
sign-in-counts = Both count once, for 15 minutes.
sign-in-not-you = If it was not you, do nothing: without this mail nobody comes in.
invitation-subject = You are invited to Throughgate, for { $organisation }
invitation-greeting = { $organisation } invites you to work with it in Throughgate, where organisations help people coming out of prison together.
invitation-open = Come in for the first time:
invitation-counts = The link counts once, for seven days. After that you sign in with this address.
invitation-not-you = If this is not for you, do nothing, or tell whoever sent it.
