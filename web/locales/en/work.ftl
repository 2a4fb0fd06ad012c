# My work.

work-waiting-count = { $n ->
    [one] One task for you
   *[other] { $n } tasks for you
}
work-nothing-waits = No tasks for you
work-welcome = Welcome
work-signatures-count = { $n ->
    [one] One agreement to sign
   *[other] { $n } agreements to sign
}
work-refer = Refer a person
work-waiting = My tasks
work-waiting-none = No open tasks
work-waiting-none-words = New referrals, questions and due next steps are listed here, most urgent first.
work-waiting-all = Show all { $n }
work-all-received = All received
work-refused = Declined referrals
work-refused-words = Not referred elsewhere yet
work-sent = Referrals sent
work-all-sent = All sent
work-sent-none = No open referrals sent
work-sent-none-words = To refer a person, open the person’s page and choose services.
work-home = Releases in the next 90 days
work-home-count = { $n ->
    [one] One person
   *[other] { $n } people
}
work-home-none = No releases in the next 90 days
work-home-none-words = People with a release date are listed here, with what is not arranged yet. Add people and release dates under People.
work-home-region = What is arranged before release
work-home-person = Person
work-home-release = Release
work-home-returns = returns to { $place }
work-home-expected = expected, { $away }
work-signatures = Agreements to sign
work-all-agreements = All agreements
work-agreement-by = proposed by { $organisation }
work-agreement-signed = { $signed } of { $all } signed
work-agreement-starts = from { $day }
work-elsewhere = Where to go next
work-elsewhere-title = Your role works with organisations, not with people
work-elsewhere-words = The directory lists organisations with their services and agreements.
work-members-title = You manage the members
work-members-words = Invite colleagues and give each a role. Members who leave hand over their work first.
work-all-refused = All declined
work-proposed = Agreements awaiting signatures
