# Lists that a partner keeps in a spreadsheet, brought in at once.

imports-bring = Bring in a list
imports-bring-people = Bring in a list of people
imports-bring-organisations = Bring in a list of organisations
imports-lead = Send the list as it is: CSV, TSV or Excel, old or new. We find out which column holds what, and you can correct it.
imports-lead-safe = Nothing is recorded before you say so, and nobody else sees the list. It is kept sealed, for seven days at most.
imports-file = The file with the list
imports-file-hint = CSV, TSV, TXT, XLS or XLSX, at most { $n } MB.
imports-send = Read the list
imports-too-many = You have as many lists here as you can have at once. Throw one of them away first.
imports-mine = Your lists
imports-mine-none = No list yet
imports-mine-none-words = Lists that you bring in stay here until they are thrown away. Only you see them.
imports-brought = { $kind }, { $when }
imports-kept-until = kept until { $day }
imports-other = Bring in another list

imports-count-new = { $n } new
imports-count-known = { $n } known
imports-count-repeated = { $n } repeated
imports-count-bad = { $n } to mend
imports-count-written = { $n } recorded

imports-uploading-words = The file is on its way to us.
imports-reading-words = The file is being opened and its columns looked at. This takes a moment.
imports-judging-words = Each row is looked at: whether it can be recorded, and whether it is here already.
imports-writing-words = The good rows are being recorded, one after the other.
imports-progress = { $done } of { $total } rows
imports-may-leave = You need not wait here. It goes on by itself, and you find the list again under “Bring in a list”.
imports-look-again = See how far it is

imports-nameless = List without a name
imports-gone-title = A list that was thrown away
imports-unreadable = This list cannot be read
imports-try-again = Choose the file again

imports-first = Please look at this first
imports-doubt-headings = None of these headings is known to us: { $headings }. If that is already a row of your list, write headings above it and bring the file in again: nobody is read from the row of headings.
imports-doubt-missing = No column holds “{ $field }”. Without it no row can be recorded.
imports-doubt-order = In the column “{ $column }” nobody can tell the day from the month. Say which comes first.
imports-doubt-sheets = Only one sheet is read. The file also has: { $sheets }. Save each of these as a file of its own and bring it in.
imports-doubt-unsure = The column “{ $column }” is taken for “{ $field }”, but that is not sure.
imports-doubt-unread = It is not clear what these columns hold, so they are not read: { $columns }.
imports-correct = Correct the columns

imports-found = What we found
imports-found-new = { $n ->
    [one] { $n } row is new and complete. It can be recorded.
   *[other] { $n } rows are new and complete. They can be recorded.
}
imports-found-known = { $n ->
    [one] { $n } row is here already. It stays as it is, also where the list says something else.
   *[other] { $n } rows are here already. They stay as they are, also where the list says something else.
}
imports-found-repeated = { $n ->
    [one] { $n } row names somebody whom an earlier one names. Only the earlier one counts.
   *[other] { $n } rows name somebody whom earlier ones name. Only the earlier ones count.
}
imports-found-bad = { $n ->
    [one] { $n } row has something to mend and cannot be recorded like this.
   *[other] { $n } rows have something to mend and cannot be recorded like this.
}
imports-found-nothing = The list has no rows.
imports-take-people = { $n ->
    [one] Record { $n } person
   *[other] Record { $n } people
}
imports-take-organisations = { $n ->
    [one] Record { $n } organisation
   *[other] Record { $n } organisations
}
imports-bad-download = Take the rows to mend along
imports-bad-download-hint = Mend them there and bring that file in. You can also mend your own list and bring it in whole: what is here already is not recorded twice.
imports-bad-csv = Rows to mend, CSV
imports-bad-xlsx = Rows to mend, Excel
imports-discard = Throw the list away
imports-gone-on = The list is thrown away by itself { $day } at the latest.

imports-rows-of = Rows of the list
imports-tab = { $verdict } ({ $n })
imports-row = Row { $n }
imports-none-of = No rows like this
imports-born = born { $day }
imports-born-year = born in { $year }
imports-release = release { $day }
imports-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
}

imports-columns = What the columns hold
imports-columns-lead = Say what each column holds. Next time it is remembered.
imports-column = Column { $n }
imports-taken-for = taken for “{ $field }”
imports-not-read = not read
imports-do-not-read = Do not read it
imports-remembered = as you said before
imports-examples = For example: { $examples }
imports-what = What it holds
imports-order = How its dates are written
imports-order-found = As recognised from the values
imports-order-open = day or month?
imports-columns-save = Save and look again
imports-part-name = Name
imports-part-about = About
imports-part-place = Place and release
imports-part-help = Needs and help
imports-part-contact = Contact and papers

imports-written-people = { $n ->
    [0] Nobody was recorded
    [one] { $n } person is recorded
   *[other] { $n } people are recorded
}
imports-written-organisations = { $n ->
    [0] No organisation was recorded
    [one] { $n } organisation is recorded
   *[other] { $n } organisations are recorded
}
imports-was-known = { $n ->
    [one] { $n } row was here already.
   *[other] { $n } rows were here already.
}
imports-was-repeated = { $n ->
    [one] { $n } row named somebody whom an earlier one names.
   *[other] { $n } rows named somebody whom earlier ones name.
}
imports-was-bad = { $n ->
    [one] { $n } row has something to mend and was not recorded.
   *[other] { $n } rows have something to mend and were not recorded.
}
imports-to-people = See the people
imports-to-organisations = See the directory

imports-gone-words = The file and all that was read from it are erased. Only these numbers are left.

imports-discard-asks = Throw this list away?
imports-discard-does = The file and all that was read from it are erased at once.
imports-discard-keeps = What was recorded from it stays.
imports-discard-nothing = Nothing of it has been recorded.
imports-keep = Keep it

list-kind-people = people
list-kind-organisations = organisations

import-state-uploading = Being sent
import-state-reading = Being read
import-state-unreadable = Cannot be read
import-state-validating = Being checked
import-state-validated = Waits for you
import-state-applying = Being recorded
import-state-done = Recorded
import-state-deleted = Thrown away

import-fault-empty = The file is empty. Choose the one that holds the list, or save it again.
import-fault-too-large = The file is too large. Remove pictures from it, or split the list into several files.
import-fault-too-many-columns = The sheet has too many columns. Keep only those that are needed.
import-fault-too-many-rows = The list has too many rows. Split it into several files.
import-fault-protected = The file is locked with a password. Save a copy without one.
import-fault-not-a-spreadsheet = The file is no spreadsheet that we can read. Save the list as Excel workbook (.xlsx) or as CSV.
import-fault-damaged = The file is damaged. Open it in your spreadsheet program and save it again.
import-fault-decompressed-too-large = The file grows far too large when it is opened. Copy the list into a new workbook and save that.
import-fault-interrupted = It broke off, by the connection or by a fault of ours. Bring the list in again.
import-fault-not-allowed = You may not record this any more, so the list could not be recorded. Ask a colleague who may.
import-fault-ended-by-upgrade = The upgrade of this program ended the import. Import the file again.

import-row-status-new = New
import-row-status-existing = Known
import-row-status-duplicate = Repeated
import-row-status-invalid = To mend

mend-column = What to mend
mend-missing = { $field } is missing
mend-too-long = { $field }: the text is too long
mend-not-a-date = { $field }: { $value } is no date
mend-not-a-number = { $field }: { $value } is no number
mend-not-possible = { $field }: { $value } cannot be right
mend-date-order-unknown = { $field }: in { $value } the day may be the month; say in the columns which comes first
mend-unrecognised = { $field }: { $value } is not understood
mend-unknown-place = { $field }: we know no place called { $value }
mend-several-places = { $field }: several places are called { $value }; add the province
mend-no-needs = { $field }: this can only be kept with a need, and the row names none

certainty-unsure = not sure
certainty-likely = likely
certainty-certain = certain

date-order-day-first = Day first: 31.12.1990
date-order-month-first = Month first: 12/31/1990
date-order-year-first = Year first: 1990-12-31

list-field-family-name = Family name
list-field-given-name = Given name
list-field-middle-name = Patronymic or middle name
list-field-full-name = Whole name
list-field-date-of-birth = Date of birth
list-field-year-of-birth = Year of birth
list-field-sex = Sex
list-field-prison = Prison
list-field-release-date = Day of release
list-field-municipality = Municipality
list-field-province = Province
list-field-needs = Needs
list-field-notes = Remarks
list-field-case-number = Case number
list-field-document-number = Number of a document
list-field-phone = Phone
list-field-email = E-mail
list-field-address = Address
list-field-language = Language
list-field-name = Name
list-field-organisation-kind = Kind of organisation
list-field-website = Website
list-field-services = Services
list-field-places = Places
list-field-description = Description

event-list-brought-in = brought in a list
event-list-taken = had the good rows of a list recorded
event-list-thrown-away = threw a list away
event-organisation-recorded = recorded an organisation
action-organisation-record = bring in organisations
journal-subject-organisation = organisation
journal-subject-import = list

problem-no-file = Choose a file first.
problem-form-too-old = The page stood open for long, and the file was not taken. Choose it again.
problem-twice = Another column is taken for the same.
problem-unknown-column = This kind of list holds no such thing.
problem-list-not-now = The list has moved on meanwhile, so its columns cannot be changed now.
problem-nothing-new = Nothing in the list is new.
field-file = File

done-import-taken = The good rows are being recorded.
done-import-corrected = Saved. The list is looked at again.
done-import-discarded = The list is thrown away.
