# People: the list, the record, needs, erasing.

cancel = Cancel

people-record = Add a person
people-search = Search by name
people-all = Show all people
people-pseudonym = Pseudonym: { $pseudonym }
people-returns = Returns to { $place }
people-release-confirmed = confirmed
people-release-expected = expected
people-place = { $place }
people-name-hidden = Name not shown to your role
people-no-release = No release date
people-hits = { $n ->
    [one] { $n } person named “{ $name }”
   *[other] { $n } people named “{ $name }”
}
people-more = There are more people with this name. Enter more of the name.
people-none = No people yet
people-none-record = Add the first person with name, release date and needs. It takes about three minutes.
people-none-words = You see the people whose case team you are on. Ask a colleague to add you.
people-none-found = No people found
people-none-found-words = Try the beginning of the family name. You find only people whom you may see.

release-ahead = Release { $when }
release-past = Released { $when }

person-edit = Edit
person-edit-title = Edit { $name }
person-save = Save
person-part-name = Name
person-part-home = Release
person-part-contact = Contact details and ID documents
person-part-needs = Needs
person-given-name = Given name
person-family-name = Family name
person-date-of-birth = Date of birth
person-year-of-birth = Year of birth
person-year-of-birth-hint = Only if the date is not known.
person-sex = Sex
person-language = Language
person-language-hint = The language in which to speak with the person.
person-release-date = Release date
person-release-confirmed = The release date is confirmed
person-release = Release
person-municipality = Municipality after release
person-municipality-hint = Services are searched for here.
person-not-known = Not known yet
person-legal-status = Legal status
person-prison = Prison
person-prison-none = None
person-sobriety = Alcohol and drugs
person-phone = Phone
person-email = Email
person-address = Address
person-papers = ID documents
person-papers-hint = For example a passport or an identity card, with its number.
person-paper-kind = Kind of document
person-paper-number = Document number
person-needs-hint = Choose the urgency of each need. You can add other needs later.
person-need-none = Not needed
person-need-words = Add details
person-need-text = Details
person-restricted = Restrict access to the case team
person-restricted-hint = Managers and other colleagues cannot see the person unless they are on the case team.

person-next = Actions
person-refer = Refer person
person-ask-consent = Ask for consent
person-needs = Needs
person-needs-none = No needs at present
person-needs-none-words = Add a need to find services that can help.
person-referrals-none = No referrals yet
person-referrals-none-words = Referrals of this person are listed here, with their status.
person-about = Personal details
person-age = Age
person-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
person-born-in = born in { $year }
person-name-not-your-role = Name and contact details are not shown to your role.
person-team = Case team
person-team-add = Colleague
person-team-join = Add to case team
person-team-leave = Remove
person-colleague = { $name }, { $role }
person-looks = Access history
person-looks-none = No access yet
person-looks-none-words = Each access to the name, contact details or ID documents is recorded and listed here.
person-looked = { $n ->
    [one] { $who } viewed name and contact details
   *[other] { $who } viewed name and contact details { $n } times
}
person-looked-through = { $n ->
    [one] { $who } viewed name and contact details through { $reference }
   *[other] { $who } viewed name and contact details { $n } times through { $reference }
}

need-add = Add a need
need-add-title = Add a need of { $name }
need-change = Edit
need-domain = Area of need
need-choose = Choose an area
need-already = added already
need-urgency = Urgency
need-text = Details
need-text-hint = Describe what would help. Recipients read this only if you share it.
need-met = Met
need-is-met = This need is met
need-nobody-asked = No open referral for this need.
need-not-your-role = The details of this need are not shown to your role.
urgency-routine-hint = There is time to find a suitable service.
urgency-urgent-hint = Must be arranged soon.
urgency-release-day-hint = Must be arranged by the release date.

language-lt = Lithuanian
language-ru = Russian
language-be = Belarusian
language-pl = Polish
language-uk = Ukrainian
language-sr = Serbian
language-rom = Romani
language-en = English

done-person-recorded = Person added. Next, ask for consent or find services.
done-person-changed = Person saved
done-case-team-changed = Case team changed
done-need-added = Need added
done-need-changed = Need saved

## Erasing a person

person-erase = Erase person
erase-title = Erase person
erase-goes = Data to be erased
erase-goes-identity = Name, date of birth, contact details, ID documents, legal status, prison, municipality and case team.
erase-goes-needs = { $n ->
    [one] The details of one need.
   *[other] The details of { $n } needs.
}
erase-goes-consents = { $n ->
    [one] The text of one consent. If it is in force, it is withdrawn.
   *[other] The texts of { $n } consents. Those in force are withdrawn.
}
erase-goes-messages = Requests and messages that your organisation wrote about the person.
erase-goes-open = { $n ->
    [one] One open referral ends. If the recipient has not accepted it, the recipient no longer sees it.
   *[other] { $n } open referrals end. Recipients who have not accepted them no longer see them.
}
erase-stays = Data to be kept
erase-stays-sex = For statistics, the sex: { $sex }
erase-stays-decade = For statistics, the decade of birth: from { $year }
erase-stays-release = For statistics, the year of release: { $year }
erase-stays-referrals = { $n ->
    [one] One referral with its dates and outcome, under a neutral pseudonym.
   *[other] { $n } referrals with their dates and outcomes, under a neutral pseudonym.
}
erase-stays-journal = Audit log entries about who did what and when. They contain no personal details.
erase-stays-recipients = Records that these recipients wrote after acceptance: { $recipients }. Ask them whether they erase these records too.
erase-reason = Reason
erase-sure = I have read this and know that it cannot be undone
erase-do = Erase person
done-person-erased = Person erased
