# The audit log: actions and accesses.

journal-what = Actions and accesses, with time and member. People appear only under their pseudonyms.
journal-parts = Parts of the audit log
journal-everything = All events
journal-looks = Access history
journal-export = Export audit log
journal-kind = Event
journal-member = Member
journal-anybody = Any member
journal-from = From
journal-to = Until
journal-colleagues = Colleagues
journal-former-colleagues = Former colleagues
journal-happened-title = Events
journal-happened = <b>{ $who }</b> { $what }: { $about }
journal-through = { $about }, through { $referral }
journal-and-more = { $things } and { $n } more
journal-thing = { $kind } …{ $mark }
journal-all-about = All events about: { $thing }.
journal-something = the chosen subject
journal-open = Open page
journal-none = No events yet
journal-none-words = Actions and accesses of your organisation are listed here, a moment after they happen.
journal-none-fits = No events found
journal-none-fits-words = Change the dates or clear the filters.
journal-looks-none = No access yet
journal-looks-none-words = Each access to a name, contact details or ID documents is listed here, with member, person and time.

journal-column-position = No.
journal-column-at = Time ({ $zone })
journal-column-organisation = Organisation
journal-column-member = Member
journal-column-what = Event
journal-column-code = Code
journal-column-about = Subject
journal-column-about-id = Subject id
journal-column-beside = Related to
journal-column-beside-id = Related id
journal-column-fields = Changed fields
journal-column-origin = Origin
journal-column-id = Id

audit-log-subject-kind-referral = referral
audit-log-subject-kind-person = person
audit-log-subject-kind-disclosure = person referred to us
audit-log-subject-kind-agreement = agreement
audit-log-subject-kind-service = service
audit-log-subject-kind-message = message
audit-log-subject-kind-appointment = appointment
audit-log-subject-kind-need = need
audit-log-subject-kind-consent = consent

origin-pages = web pages
origin-api = API
origin-system = automatic
