# My work.

work-waiting-count = { $n ->
    [one] One thing waits for you
   *[other] { $n } things wait for you
}
work-nothing-waits = Nothing waits for you
work-welcome = Welcome
work-signatures-count = { $n ->
    [one] One agreement waits for your signature
   *[other] { $n } agreements wait for your signature
}
work-refer = Refer somebody
work-waiting = Waiting for me
work-waiting-none = All is answered
work-waiting-none-words = A referral that comes in, a question, or a next step that is due shows here, the most urgent first.
work-waiting-all = See all { $n }
work-all-received = All received
work-refused = Not taken on
work-refused-words = Nobody else has been asked yet
work-sent = Sent by us
work-all-sent = All sent
work-sent-none = Nothing is under way
work-sent-none-words = To refer somebody, open their page and choose who could help.
work-home = Coming home in the next 90 days
work-home-count = { $n ->
    [one] One person
   *[other] { $n } people
}
work-home-none = Nobody comes home in the next 90 days
work-home-none-words = Who has a release date shows here, with what is not arranged yet. You can record a person and their release date under People.
work-home-region = What is arranged for those coming home
work-home-person = Person
work-home-release = Release
work-home-returns = returns to { $place }
work-home-expected = expected, { $away }
work-signatures = Waiting for your organisation’s signature
work-all-agreements = All agreements
work-agreement-by = proposed by { $organisation }
work-agreement-signed = { $signed } of { $all } have signed
work-agreement-starts = from { $day }
work-elsewhere = Where to go from here
work-elsewhere-title = Your role works with organisations, not with people
work-elsewhere-words = The directory shows who offers what and where, and which agreements hold between whom.
work-members-title = You look after who comes in
work-members-words = Colleagues come in by an invitation, each in the role they work in. Who leaves hands over first.
work-all-refused = All refused
work-proposed = Agreements waiting for signatures
