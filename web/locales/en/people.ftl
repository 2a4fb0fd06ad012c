# People: the list, the record, needs.

cancel = Cancel

people-record = Record a person
people-search = Find by name
people-all = All people
people-pseudonym = Known to others as { $pseudonym }
people-returns = Returns to { $place }
people-release-confirmed = confirmed
people-release-expected = expected
people-place = { $place }
people-name-hidden = Your role does not read names
people-no-release = No day of release
people-hits = { $n ->
    [one] { $n } person named “{ $name }”
   *[other] { $n } people named “{ $name }”
}
people-more = There are more. Write more of the name to find the one you mean.
people-none = Nobody is recorded here yet
people-none-record = Record the first person: the name, the day of release and what will be needed. It takes about three minutes.
people-none-words = You see the people whose case team you are on. Ask a colleague to add you.
people-none-found = Nobody has this name
people-none-found-words = Try the beginning of the family name. You find only people whom you may see.

release-ahead = Release { $when }
release-past = Released { $when }

person-edit = Change
person-edit-title = Change what is known of { $name }
person-save = Save
person-part-name = Name
person-part-home = Coming home
person-part-contact = Contact and papers
person-part-needs = What is needed
person-given-name = Given name
person-family-name = Family name
person-date-of-birth = Date of birth
person-year-of-birth = Year of birth
person-year-of-birth-hint = If only the year is known.
person-sex = Sex
person-language = Language
person-language-hint = In which one speaks with the person.
person-release-date = Day of release
person-release-confirmed = This day is confirmed
person-release = Release
person-municipality = Returns to
person-municipality-hint = Services are looked for there.
person-not-known = Not known yet
person-legal-status = Legal status
person-prison = Prison
person-prison-none = In none
person-sobriety = Alcohol and drugs
person-phone = Phone
person-email = E-mail
person-address = Address
person-papers = Papers
person-papers-hint = A passport or an identity card, for instance, with its number.
person-paper-kind = Kind of paper
person-paper-number = Number
person-needs-hint = Choose how soon each is needed; leave the rest as it is. You can add more later.
person-need-none = Not needed
person-need-words = In a few words
person-need-text = What exactly, in a few words
person-restricted = Only the case team sees this person
person-restricted-hint = Managers and other colleagues do not find the person, unless they are on the case team.

person-next = What you can do
person-refer = Refer
person-ask-consent = Ask for consent
person-needs = Needs
person-needs-none = Nothing is needed at present
person-needs-none-words = When something is, add it here, and you can look for services that help.
person-referrals-none = Not referred to anybody yet
person-referrals-none-words = Every referral will be listed here, with how it stands.
person-about = About the person
person-age = Age
person-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
person-born-in = born in { $year }
person-name-not-your-role = Your role does not read names and contacts.
person-team = Case team
person-team-add = Add a colleague
person-team-join = Add to the case team
person-team-leave = Take off
person-colleague = { $name }, { $role }
person-looks = Who looked
person-looks-none = Nobody has looked yet
person-looks-none-words = Each look at the name, the contacts or the papers is kept, and shown here.
person-looked = { $n ->
    [one] { $who } looked at name and contact
   *[other] { $who } looked at name and contact, { $n } times
}
person-looked-through = { $n ->
    [one] { $who } looked at name and contact, through { $reference }
   *[other] { $who } looked at name and contact, { $n } times, through { $reference }
}

need-add = Add a need
need-add-title = What does { $name } need?
need-change = Change
need-domain = What it is about
need-choose = Choose
need-already = is listed already
need-urgency = How soon
need-text = In a few words
need-text-hint = What exactly would help. Recipients read this only if you share it.
need-met = Met
need-is-met = This need is met
need-nobody-asked = Nobody is asked about it at present.
need-not-your-role = Your role does not read the details of this need.
urgency-routine-hint = There is time to find what fits.
urgency-urgent-hint = Must be arranged soon.
urgency-release-day-hint = Must be ready on the day of release.

language-lt = Lithuanian
language-ru = Russian
language-be = Belarusian
language-pl = Polish
language-uk = Ukrainian
language-sr = Serbian
language-rom = Romani
language-en = English

done-person-recorded = Recorded. Next, ask for consent, or look for services.
done-person-changed = Changed.
done-case-team-changed = The case team is changed.
done-need-added = The need is added.
done-need-changed = The need is changed.

field-given-name = Given name
field-family-name = Family name
field-date-of-birth = Date of birth
field-year-of-birth = Year of birth
field-release-date = Day of release
field-phone = Phone
field-email = E-mail
field-address = Address
field-municipality-id = Returns to
field-prison-id = Prison
field-kind = Kind of paper
field-number = Number
field-domain = What it is about

## Erasing a person

person-erase = Erase this person
erase-title = Erase this person
erase-goes = What goes, for good
erase-goes-identity = Name, date of birth, contact, documents, custody, municipality and case team.
erase-goes-needs = { $n ->
    [one] The words of one need.
   *[other] The words of { $n } needs.
}
erase-goes-consents = { $n ->
    [one] The words of one consent; if it is in force, it is withdrawn.
   *[other] The words of { $n } consents; those in force are withdrawn.
}
erase-goes-messages = What your organisation asked and wrote about the person.
erase-goes-open = { $n ->
    [one] One open referral ends. Who had not accepted it no longer sees it.
   *[other] { $n } open referrals end. Who had not accepted them no longer sees them.
}
erase-stays = What stays
erase-stays-sex = For statistics, sex: { $sex }
erase-stays-decade = For statistics, the decade of birth: from { $year } on
erase-stays-release = For statistics, the year of release: { $year }
erase-stays-referrals = { $n ->
    [one] One referral with its dates and outcome, under a name that says nothing.
   *[other] { $n } referrals with their dates and outcomes, under a name that says nothing.
}
erase-stays-journal = In the journal, who did what and when; it never says anything about the person.
erase-stays-recipients = With those to whom the person was referred, what their own members wrote after accepting: { $recipients }. Ask them whether they erase it too.
erase-reason = Why
erase-final = There is no way back
erase-sure = I have read this. Erase the person for good.
field-sure = Confirmation
erase-do = Erase for good
done-person-erased = The person is erased.
