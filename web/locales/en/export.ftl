# Exported tables. The headings of the table of people are known to the import of people.

export-take = Export:
export-people-looks = each person in it is added to the access history
export-too-long = Too many rows for Excel
export-too-long-words = An Excel export has at most { $n } rows. Export a CSV file instead: it has no limit and opens in Excel.
export-as-csv = Export as CSV
export-yes = yes
export-no = no

column-family-name = Family name
column-given-name = Given name
column-date-of-birth = Date of birth
column-year-of-birth = Year of birth
column-sex = Sex
column-release-date = Release date
column-confirmed = Confirmed
column-municipality = Municipality
column-province = Province
column-needs = Needs
column-language = Language
column-phone = Phone
column-email = Email
column-website = Website
column-address = Address
column-document-number = Document number
column-prison = Prison
column-pseudonym = Pseudonym

column-name = Name
column-organisation = Organisation
column-description = Description
column-state = Status
column-service = Service
column-free-places = Free places today
column-next-place = Next free place from
column-proposed-by = Proposed by
column-not-signed = Not signed yet

column-reference = Reference
column-state-since = Status since
column-sender = Sender
column-recipient = Recipient
column-days-left = Working days left
column-sent = Sent
column-closed = Closed

column-last-here = Last sign-in
column-day = Date
column-what = Event
column-about = About
column-read = Read
column-pace = Frequency
