# Every page: header, navigation, forms and error pages.

frame-skip = Skip to main content
frame-find = Search referrals by reference or service
frame-find-go = Search
frame-rooms = Main navigation
frame-work = My work
frame-referrals = Referrals
frame-people = People
frame-directory = Directory
frame-journal = Audit log
frame-menu = Menu
frame-act-as = Switch organisation
frame-language = Language
frame-sign-out = Sign out
frame-sending = Sending …
frame-crumbs = Breadcrumb

field-optional = (optional)
pager-label = Pages
pager-first = First page
pager-next = Next page

problems-title = { $n ->
    [one] There is a problem
   *[other] There are { $n } problems
}
problem-of-field = { $field }: { $problem }
problem-required = Enter or choose an answer.
problem-required-text = Enter the { $field }.
problem-required-date = Enter the { $field }, for example 2026-12-28.
problem-required-choice = Choose the { $field }.
problem-required-some = Choose at least one option for “{ $field }”.
problem-required-tick = Tick “{ $field }” to continue.
problem-number = Enter a whole number.
problem-longer-than = { $n ->
    [one] Shorten it to { $n } character.
   *[other] Shorten it to { $n } characters.
}
problem-too-long = The entry is too long. Shorten it.
problem-invalid = The entry is not valid. Correct it.
problem-date = Enter a date, for example 2026-12-28.
problem-time = Enter a time, for example 14:30.
problem-past = The date is in the past. Enter today’s date or a later date.

stop-not-found-title = Page not found
stop-not-found-words = This page does not exist, or you do not have access to it.
stop-forbidden-title = Not allowed for your role
stop-forbidden-words = Your role does not allow this. Ask a colleague whose role does.
stop-conflict-title = Someone else has changed this
stop-conflict-words = Your changes were not saved. Look at the current version, then decide again.
stop-bad-input-title = The request is not valid
stop-bad-input-words = We could not read what the page sent. Go back and try again.
stop-too-much-title = Too many requests
stop-too-much-words = Wait a minute, then try again.
stop-internal-title = Sorry, an error occurred
stop-internal-words = The error is ours, not yours. Try again in a few minutes. If it happens again, tell your system administrator.
stop-reference = Error reference:
stop-foreign-form-title = This page was open too long
stop-foreign-form-words = Nothing was saved. Go back, reload the page and submit the form again.
stop-as-it-stands = Show current version
stop-home = Go to My work
