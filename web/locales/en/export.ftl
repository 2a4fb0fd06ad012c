# Lists as tables to take along. What heads the columns of people is what an import of people recognises.

export-take = Take along as a table:
export-people-looks = a look at everybody in it, which the journal records
export-too-long = Too long for Excel
export-too-long-words = An Excel file from here holds { $n } rows at most. The same table as CSV has no limit, and Excel opens it too.
export-as-csv = Take the CSV
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
column-email = E-mail
column-website = Website
column-address = Address
column-document-number = Document number
column-prison = Prison
column-pseudonym = Pseudonym

column-name = Name
column-organisation = Organisation
column-description = Description
column-state = State
column-service = Service
column-free-places = Free places today
column-next-place = Next free place from
column-proposed-by = Proposed by
column-not-signed = Not signed yet

column-reference = Reference
column-state-since = In this state since
column-sender = From
column-recipient = To
column-days-left = Working days left
column-sent = Sent
column-closed = Closed

column-last-here = Last here
column-day = Day
column-what = What happened
column-about = About
column-read = Read
column-pace = How soon
