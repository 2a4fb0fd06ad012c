# What surrounds every page: the bar, the rail, forms, and pages that say what went wrong.

frame-skip = Skip to the page
frame-find = Find a referral, by reference or service
frame-find-go = Find
frame-rooms = Rooms
frame-work = My work
frame-referrals = Referrals
frame-people = People
frame-directory = Directory
frame-journal = Journal
frame-menu = Menu
frame-act-as = Act for
frame-language = Language
frame-sign-out = Sign out
frame-sending = Sending …
frame-crumbs = Where you are

field-optional = (may stay empty)
pager-label = Pages of this list
pager-first = First page
pager-next = Next page

problems-title = { $n ->
    [one] One thing has to be mended
   *[other] { $n } things have to be mended
}
problem-of-field = { $field }: { $problem }
problem-required = This is needed.
problem-too-long = This is too long. Please shorten it.
problem-invalid = This does not fit. Please check it.
problem-date = Please give a date, as in 2026-12-28.
problem-time = Please give a time, as in 14:30.
problem-past = This lies in the past.

stop-not-found-title = There is nothing here for you
stop-not-found-words = It may not exist, or it may not be for you to see.
stop-forbidden-title = This is not for your role
stop-forbidden-words = You may see it, but somebody else in your organisation has to do this.
stop-conflict-title = It has changed meanwhile
stop-conflict-words = It has changed since you opened it, and nothing of yours was saved. Look at how it stands now, then decide again.
stop-bad-input-title = That did not work
stop-bad-input-words = The page sent something that could not be understood. Go back and try again.
stop-too-much-title = One moment, please
stop-too-much-words = That was a lot in a short time. Wait a minute, then try again.
stop-internal-title = Something went wrong here
stop-internal-words = It is our fault, not yours. Try again in a moment; if it happens again, tell whoever looks after Throughgate.
stop-reference = Say this number, so that they can find it:
stop-foreign-form-title = This page was open too long
stop-foreign-form-words = Nothing was saved. Go back, reload the page and send it again.
stop-as-it-stands = See how it stands now
stop-home = My work
