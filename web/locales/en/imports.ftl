# Imports: lists from spreadsheets.

imports-bring = Import a list
imports-bring-people = Import a list of people
imports-bring-organisations = Import a list of organisations
imports-lead = Upload the list as a CSV, TSV or Excel file. Throughgate detects what each column holds, and you can correct it.
imports-lead-safe = Nothing is imported until you confirm, and only you see the list. It is stored encrypted, for seven days at most.
imports-file = File
imports-file-hint = CSV, TSV, TXT, XLS or XLSX, at most { $n } MB.
imports-send = Upload list
imports-too-many = You have the maximum number of imports. Delete an import before you start another.
imports-mine = Your imports
imports-mine-none = No imports yet
imports-mine-none-words = Your imports stay here until they are deleted. Only you see them.
imports-brought = { $kind }, { $when }
imports-kept-until = kept until { $day }
imports-other = Import another list

imports-count-new = { $n } new
imports-count-known = { $n } known
imports-count-repeated = { $n } repeated
imports-count-bad = { $n } with errors
imports-count-written = { $n } imported

imports-uploading-words = The file is being uploaded.
imports-reading-words = The file and its columns are being read. This takes a moment.
imports-judging-words = Each row is being checked: whether it is complete, and whether it is known already.
imports-writing-words = The rows without errors are being imported.
imports-progress = { $done } of { $total } rows
imports-may-leave = You can leave this page. The import continues and is listed under “Import a list”.
imports-look-again = Show progress

imports-nameless = Unnamed list
imports-gone-title = Deleted import
imports-unreadable = This file cannot be read
imports-try-again = Choose another file

imports-first = Check these points first
imports-doubt-headings = None of these headings is known: { $headings }. If this is already a row of data, add a row of headings above it and import the file again. The row of headings is not imported.
imports-doubt-missing = No column holds “{ $field }”. Without it, no row can be imported.
imports-doubt-order = In the column “{ $column }”, day and month cannot be told apart. Choose which comes first.
imports-doubt-sheets = Only one sheet is read. The file also has: { $sheets }. To import these sheets, save each one as a separate file.
imports-doubt-unsure = The column “{ $column }” was read as “{ $field }”. Check whether this is right.
imports-doubt-unread = These columns were not recognised and are not read: { $columns }.
imports-correct = Correct columns

imports-found = Result of the check
imports-found-new = { $n ->
    [one] { $n } row is new and has no errors. It can be imported.
   *[other] { $n } rows are new and have no errors. They can be imported.
}
imports-found-existing = { $n ->
    [one] { $n } row is known already. The existing record stays unchanged.
   *[other] { $n } rows are known already. The existing records stay unchanged.
}
imports-found-duplicate = { $n ->
    [one] { $n } row repeats an earlier row. Only the earlier row counts.
   *[other] { $n } rows repeat earlier rows. Only the earlier rows count.
}
imports-found-invalid = { $n ->
    [one] { $n } row has errors and cannot be imported.
   *[other] { $n } rows have errors and cannot be imported.
}
imports-found-nothing = The list has no rows.
imports-take-people = { $n ->
    [one] Import { $n } person
   *[other] Import { $n } people
}
imports-take-organisations = { $n ->
    [one] Import { $n } organisation
   *[other] Import { $n } organisations
}
imports-bad-download = Rows with errors
imports-bad-download-hint = Export these rows, correct them and import that file. You can also correct your own list and import it again: known rows are not imported twice.
imports-bad-csv = Export rows as CSV
imports-bad-xlsx = Export rows as Excel
imports-discard = Delete import
imports-gone-on = This import is deleted { $day } at the latest.

imports-rows-of = Rows of the list
imports-tab = { $verdict } ({ $n })
imports-row = Row { $n }
imports-none-of = No rows
imports-born = born { $day }
imports-born-year = born in { $year }
imports-release = release { $day }
imports-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
}

imports-columns = Columns
imports-columns-lead = Choose what each column holds. Your choice is remembered for the next import.
imports-column = Column { $n }
imports-taken-for = read as “{ $field }”
imports-not-read = not read
imports-do-not-read = Do not read
imports-remembered = your earlier choice
imports-examples = Examples: { $examples }
imports-what = Content
imports-order = Date format
imports-order-found = As detected
imports-order-open = day or month?
imports-columns-save = Save and check again
imports-part-name = Name
imports-part-about = About
imports-part-place = Place and release
imports-part-help = Needs and help
imports-part-contact = Contact details and ID documents

imports-written-people = { $n ->
    [0] No people imported
    [one] { $n } person imported
   *[other] { $n } people imported
}
imports-written-organisations = { $n ->
    [0] No organisations imported
    [one] { $n } organisation imported
   *[other] { $n } organisations imported
}
imports-was-known = { $n ->
    [one] { $n } row was known already.
   *[other] { $n } rows were known already.
}
imports-was-repeated = { $n ->
    [one] { $n } row repeated an earlier row.
   *[other] { $n } rows repeated earlier rows.
}
imports-was-bad = { $n ->
    [one] { $n } row had errors and was not imported.
   *[other] { $n } rows had errors and were not imported.
}
imports-to-people = Show people
imports-to-organisations = Show directory

imports-gone-words = The file and its contents are deleted. Only these numbers remain.

imports-discard-asks = Delete this import?
imports-discard-does = The file and its contents are deleted at once.
imports-discard-keeps = People and organisations already imported are kept.
imports-discard-nothing = Nothing has been imported from it.
imports-keep = Keep import

import-kind-people = people
import-kind-organisations = organisations

import-state-uploading = Uploading
import-state-reading = Reading
import-state-unreadable = Unreadable
import-state-validating = Checking
import-state-validated = Ready to import
import-state-applying = Importing
import-state-done = Imported
import-state-deleted = Deleted

import-failure-empty = The file is empty. Choose the file with the list, or save the list again.
import-failure-too-large = The file is too large. Remove pictures, or split the list into several files.
import-failure-too-many-columns = The sheet has too many columns. Keep only the columns that you need.
import-failure-too-many-rows = The list has too many rows. Split it into several files.
import-failure-protected = The file is protected by a password. Save a copy without a password.
import-failure-not-a-spreadsheet = The file is not a spreadsheet that we can read. Save the list as an Excel workbook (.xlsx) or as CSV.
import-failure-damaged = The file is damaged. Open it in your spreadsheet program and save it again.
import-failure-decompressed-too-large = The file is too large when unpacked. Copy the list into a new workbook and save it.
import-failure-interrupted = The connection failed, or an error occurred on our side. Import the list again.
import-failure-not-allowed = Your role no longer allows this import. Ask a colleague to import the list.
import-failure-ended-by-upgrade = The upgrade of this program ended the import. Import the file again.

import-row-status-new = New
import-row-status-existing = Known
import-row-status-duplicate = Repeated
import-row-status-invalid = With errors

mend-column = Errors in this row
cell-error-code-missing = { $field } is missing
cell-error-code-too-long = { $field }: the text is too long
cell-error-code-not-a-date = { $field }: { $value } is not a date
cell-error-code-not-a-number = { $field }: { $value } is not a number
cell-error-code-not-possible = { $field }: { $value } is not possible
cell-error-code-date-order-unknown = { $field }: in { $value }, the day could be the month; choose in the columns which comes first
cell-error-code-unrecognised = { $field }: { $value } is not recognised
cell-error-code-unknown-place = { $field }: the place { $value } is not known
cell-error-code-several-places = { $field }: there are several places called { $value }; add the province
cell-error-code-no-needs = { $field }: this belongs to a need, but the row has none; add a need

certainty-unsure = not sure
certainty-likely = likely
certainty-certain = certain

date-order-day-first = Day first: 31.12.1990
date-order-month-first = Month first: 12/31/1990
date-order-year-first = Year first: 1990-12-31

import-field-family-name = Family name
import-field-given-name = Given name
import-field-middle-name = Patronymic or middle name
import-field-full-name = Full name
import-field-date-of-birth = Date of birth
import-field-year-of-birth = Year of birth
import-field-sex = Sex
import-field-prison = Prison
import-field-release-date = Release date
import-field-municipality = Municipality
import-field-province = Province
import-field-needs = Needs
import-field-notes = Notes
import-field-case-number = Case number
import-field-document-number = Document number
import-field-phone = Phone
import-field-email = Email
import-field-address = Address
import-field-language = Language
import-field-name = Name
import-field-organisation-kind = Kind of organisation
import-field-website = Website
import-field-services = Services
import-field-places = Places
import-field-description = Description

event-kind-list-brought-in = uploaded a list
event-kind-list-taken = imported the rows of a list
event-kind-list-thrown-away = deleted an import
event-kind-organisation-recorded = added an organisation
action-organisation-record = import organisations
audit-log-subject-kind-organisation = organisation
audit-log-subject-kind-import = list

problem-no-file = Choose a file.
problem-form-too-old = The page was open too long, and the file was not uploaded. Choose the file again.
problem-twice = Another column is read as the same field. Change one of them.
problem-unknown-column = This kind of list does not have this field. Choose another.
problem-list-not-now = The columns cannot be changed now. Reload the page to see the status of the import.
problem-nothing-new = The list has no new rows to import.
field-file = File

done-import-taken = Import started
done-import-corrected = Columns saved. The list is checked again.
done-import-discarded = Import deleted
