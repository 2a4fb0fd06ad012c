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
