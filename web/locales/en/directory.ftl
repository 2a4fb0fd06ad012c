# The directory: organisations, services, agreements, grounds.

directory-organisations = Organisations
directory-services = Services
directory-agreements = Agreements
directory-grounds = Grounds
directory-filter = Narrow the list
directory-show = Show
directory-all = Show all
directory-any = Any
directory-anywhere = Anywhere
directory-name = Part of the name
directory-service-name = Part of the service’s or organisation’s name
directory-kind = Kind
directory-province = Province
directory-domain = Helps with
directory-municipality = For people who return to
directory-kind-is = { $kind }
directory-place = { $place }
directory-offered-by = { $organisation }
directory-yours = yours
directory-about = About
directory-organisations-count = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisations
}
directory-services-count = { $n ->
    [one] { $n } service
   *[other] { $n } services
}
directory-agreements-count = { $n ->
    [one] { $n } agreement
   *[other] { $n } agreements
}
directory-none = No organisation is like that
directory-no-service = No service is like that
directory-none-words = Ask for less at once: leave out a filter, or write less of the name.

organisation-agreements = What we agreed with them
organisation-no-services = Offers no service here
organisation-no-services-words = What it offers will be listed here, with places by date.
organisation-no-agreements = No agreement yet
organisation-no-agreements-words = Without an agreement, nothing about a person passes between two organisations.

places-free-today = { $n ->
    [one] { $n } place free today
   *[other] { $n } places free today
}
places-none-today = no place at present
places-next-from = a place from { $day }

service-what = What it is
service-answers = Helps with
service-for-whom = For whom
service-everybody = everybody
service-residents = only for people who return to its area
service-where = Where
service-application = How one comes in
service-fees = What it costs
service-responds = Answers within
service-responds-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
service-purpose = Purpose of sharing
service-places = Places
service-today = Today
service-free = <b class="big">{ $free }</b> of { $maximum } free
service-full-until = none of { $maximum } free; the next from { $day }
service-on-day = Places on a day
service-look-up = Look it up
service-assured = Stated { $day }.
service-stated = Places in all
service-from-day = from { $day }
service-places-count = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
service-state-places = State the places
service-state-places-words = From which day on there are how many places in all. Clear both fields of a line to remove it; without any line there is no limit.
service-from = From
service-maximum = Places
service-save-places = Save the places
organisation-change = Describe the organisation
organisation-change-lead = How the network reaches you. The name stays: others trust you by it.
organisation-description = What you do
organisation-description-hint = In a sentence or two.
organisation-municipality = Municipality
organisation-no-municipality = no particular one
organisation-habits = How you work
organisation-language = Language
organisation-zone = Time zone
organisation-zone-hint = As in Europe/Vilnius: when your days begin.
organisation-managers = Managers see everybody
organisation-managers-hint = Without it they see the people of their own case teams. Who is restricted is seen by the case team alone, always.
organisation-save = Save
service-new = Record a service
service-change = Change the service
service-this = This service
service-describe-lead = The whole network reads this when it looks for a service. Nobody’s name belongs here.
service-name = Name
service-name-hint = As you call it: a bed for the first weeks, help with papers.
service-description = What happens there
service-description-hint = In a few plain sentences: what you do, for how long.
service-status = Referrals
service-unit = What a place is
service-unit-hint = A bed, a seat, an hour a week.
service-purpose-hint = Agreement and consent must be for the same purpose.
service-for-whom-words = What you leave open limits nobody. Who refers is told why somebody fits or does not.
service-minimum-age = From age
service-maximum-age = To age
service-sex = Only for
service-legal-statuses = Only people who are
service-sobriety = Only with this sobriety
service-eligibility = Further, in words
service-eligibility-hint = What no box above says.
service-where-words = Where those live whom you take, or are held. Nothing ticked: everywhere.
service-residents-only = Only people who return to this area
service-provinces = Whole provinces
service-municipalities = Municipalities
service-prisons = In prison, before release
service-application-words = In words
service-application-hint = What happens after a referral: a talk, a form, a visit.
service-respond-days = Working days to answer in
service-respond-days-hint = Left empty, it follows how urgent the referral is.
service-save = Save the service

agreement-with = with { $names }
agreement-state = State
agreement-waits = waits for your signature
agreement-until = until { $day }
agreement-open-ended = without an end
agreement-what = What is agreed
agreement-purpose = Purpose
agreement-term-label = Term
agreement-term = from { $from } until { $until }
agreement-term-open = from { $from }, without an end
agreement-scopes = What may be shared
agreement-scopes-hint = At most this. What is shared of one person is decided each time, with their consent.
agreement-limits = An agreement allows sharing and never demands it: each time there must be a ground, and the person is asked.
agreement-parties = Who signed
agreement-signed-on = signed { $day }
agreement-not-signed = not signed yet
agreement-kept-suspended = suspended it { $day }
agreement-proposed-by = Proposed by { $organisation }
agreement-asks-sign = Sign this agreement?
agreement-asks-suspend = Suspend this agreement?
agreement-asks-resume = Put this agreement back in force?
agreement-asks-end = End this agreement?
agreement-does-sign = You sign for your organisation. When all have signed, referrals can pass between you.
agreement-does-suspend = Referrals that rest on it are hidden from the recipients until it is put back in force. Nothing is lost.
agreement-does-resume = Referrals that rest on it become visible to the recipients again.
agreement-does-end = This cannot be undone. No referral can rest on it any more; you would have to propose a new one.

agreements-none = No agreement yet
agreements-none-words = Without an agreement, nothing about a person passes between two organisations. Ask your administrator to propose one.
agreements-none-propose = Without an agreement, nothing about a person passes between two organisations. Propose the first.
agreements-propose = Propose an agreement
agreement-propose-lead = Your organisation signs with it; it is in force when all the others have signed.
agreement-title = Title
agreement-title-hint = What you would call it when you speak of it.
agreement-partners = With whom
agreement-starts = First day
agreement-ends = Last day
agreement-ends-hint = Without one, it holds until somebody ends it.
agreement-propose-do = Sign and propose

grounds-lead = For each kind of recipient: why it is lawful to share, and where that is written. The person is asked in every case.
grounds-heading = { $country }, for { $purpose }
grounds-kind = Shared with
grounds-ground = Ground
grounds-law = Text of law
grounds-none = The register is empty
grounds-none-words = Until it is filled, nothing can be shared.
grounds-change = change
grounds-change-of = change what counts for { $kind }
grounds-record = Record a ground
grounds-record-words = It takes the place of what the register says of the same country, purpose and kind, for what is sent from now on. Have somebody who knows the law look at it.
grounds-country = From which country
grounds-law-hint = The law with its article, as a reader can look it up.
grounds-record-do = Record it
country-lt = Lithuania
country-by = Belarus
country-rs = Serbia

done-places-set = The places are stated.
done-agreement-proposed = Proposed, and signed for your organisation. Now the others sign.
done-agreement-signed = Signed.
done-agreement-suspended = Suspended.
done-agreement-resumed = Back in force.
done-agreement-resumed-here = Resumed by you. Another party keeps it suspended still.
done-ground-recorded = Recorded in the register.
done-agreement-ended = Ended.
done-organisation-changed = Saved.
done-service-recorded = Recorded. Now state how many places there are.
done-service-changed = Saved.

field-title = Title
field-time-zone = Time zone
field-minimum-age = From age
field-maximum-age = To age
field-respond-days = Working days to answer in
field-parties = With whom
field-starts-on = First day
field-ends-on = Last day
field-from = From
field-maximum = Places
organisation-contact = How it is reached
