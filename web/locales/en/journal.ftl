# The journal: who did what and when, and who looked at whom.

journal-what = Who did what and when. It holds no name of a person.
journal-parts = Parts of the journal
journal-everything = Everything
journal-looks = Who looked at whom
journal-export = Download as a table
journal-kind = What happened
journal-member = Who
journal-anybody = Anybody
journal-from = From
journal-to = Until
journal-colleagues = Colleagues
journal-former-colleagues = Have left
journal-happened-title = What happened
journal-happened = <b>{ $who }</b> { $what }: { $about }
journal-through = { $about }, through { $referral }
journal-and-more = { $things } and { $n } more
journal-thing = { $kind } …{ $mark }
journal-all-about = This is everything about: { $thing }.
journal-something = what you asked about
journal-open = Open
journal-none = Nothing has happened yet
journal-none-words = What your organisation does, and who looks at whom, is listed here a moment after it happens.
journal-none-fits = Nothing fits these filters
journal-none-fits-words = Try other days, or fewer filters.
journal-looks-none = Nobody has looked yet
journal-looks-none-words = Each look at a name, at contacts or papers is listed here: who looked, at whom and when.

journal-column-position = No.
journal-column-at = Time ({ $zone })
journal-column-organisation = Organisation
journal-column-member = Member
journal-column-what = What happened
journal-column-code = Code
journal-column-about = About
journal-column-about-id = About: id
journal-column-beside = With it
journal-column-beside-id = With it: id
journal-column-fields = Changed fields
journal-column-origin = By which way
journal-column-id = Id

journal-subject-referral = referral
journal-subject-person = person
journal-subject-disclosure = person referred to us
journal-subject-agreement = agreement
journal-subject-service = service
journal-subject-message = message
journal-subject-appointment = appointment
journal-subject-need = need
journal-subject-consent = consent

origin-pages = these pages
origin-api = another program
origin-system = by itself
