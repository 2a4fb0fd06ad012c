# The directory: organisations, services, agreements, legal bases.

directory-organisations = Organisations
directory-services = Services
directory-agreements = Agreements
directory-grounds = Legal bases
directory-filter = Filters
directory-show = Apply filters
directory-all = Show all
directory-any = Any
directory-anywhere = Anywhere
directory-name = Name or part of it
directory-service-name = Service or organisation, or part of its name
directory-kind = Kind
directory-province = Province
directory-domain = Area of need
directory-municipality = Municipality after release
directory-kind-is = { $kind }
directory-place = { $place }
directory-offered-by = { $organisation }
directory-yours = your organisation
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
directory-none = No organisations found
directory-no-service = No services found
directory-none-words = Remove a filter or shorten the name.

organisation-agreements = Agreements with this organisation
organisation-no-services = No services yet
organisation-no-services-words = Services of this organisation are listed here, with free places by date.
organisation-no-agreements = No agreements yet
organisation-no-agreements-words = Without an agreement, two organisations cannot share information about a person.

places-free-today = { $n ->
    [one] { $n } place free today
   *[other] { $n } places free today
}
places-none-today = no free place at present
places-next-from = next place from { $day }

service-what = Description
service-answers = Area of need
service-for-whom = Eligibility
service-everybody = everyone
service-residents = only people who return to its area
service-where = Area served
service-application = Admission
service-fees = Fees
service-responds = Response time
service-responds-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
service-purpose = Purpose of sharing
service-places = Places
service-today = Today
service-free = <b class="big">{ $free }</b> of { $maximum } free
service-full-until = 0 of { $maximum } free; next place from { $day }
service-on-day = Date
service-look-up = Show places
service-assured = Updated { $day }.
service-stated = Capacity
service-from-day = from { $day }
service-places-count = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
service-state-places = Set capacity
service-state-places-words = Enter the total number of places from each date. To remove a line, clear both fields. Without any line, places are unlimited.
service-from = From
service-maximum = Places
service-save-places = Save capacity
organisation-change = Edit organisation
organisation-change-lead = Other organisations see this information. The name cannot be changed.
organisation-description = Description
organisation-description-hint = One or two sentences about what you do.
organisation-municipality = Municipality
organisation-no-municipality = None
organisation-habits = Language and time zone
organisation-language = Language
organisation-zone = Time zone
organisation-zone-hint = For example Europe/Vilnius. Your days and deadlines follow it.
organisation-managers = Managers see all people
organisation-managers-hint = Otherwise managers see only people of their own case teams. Restricted people are always visible to their case team only.
organisation-save = Save
service-new = Add a service
service-change = Edit service
service-this = This service
service-describe-lead = All organisations in the network can read this. Do not enter names of people.
service-name = Name
service-name-hint = For example a bed for the first weeks, or help with ID documents.
service-description = Description
service-description-hint = What you do and for how long, in a few plain sentences.
service-status = Status
service-unit = Unit of a place
service-unit-hint = For example a bed, a seat or an hour a week.
service-purpose-hint = The agreement and the consent must have the same purpose.
service-for-whom-words = Fields left empty set no limit. Senders see why a person fits or does not fit.
service-minimum-age = Minimum age
service-maximum-age = Maximum age
service-sex = Sex
service-legal-statuses = Legal status
service-sobriety = Alcohol and drugs
service-eligibility = Other conditions
service-eligibility-hint = Conditions that the fields above do not cover.
service-where-words = Choose where people live after release, or where they are held. If you choose nothing, the service is open everywhere.
service-residents-only = Only people who return to this area
service-provinces = Whole provinces
service-municipalities = Municipalities
service-prisons = In prison, before release
service-application-words = Admission process
service-application-hint = Steps after a referral, for example an interview, a form or a visit.
service-respond-days = Response time in working days
service-respond-days-hint = If empty, the response time depends on the priority of the referral.
service-save = Save service

agreement-with = with { $names }
agreement-state = Status
agreement-waits = awaiting your signature
agreement-until = until { $day }
agreement-open-ended = no end date
agreement-what = Content
agreement-purpose = Purpose
agreement-term-label = Term
agreement-term = from { $from } until { $until }
agreement-term-open = from { $from }, no end date
agreement-scopes = Shared information
agreement-scopes-hint = This is the maximum. What is shared about a person is decided each time, with the person’s consent.
agreement-limits = An agreement allows sharing but does not require it. Each time, there must be a legal basis, and the person is asked.
agreement-parties = Parties
agreement-signed-on = signed { $day }
agreement-not-signed = not signed yet
agreement-kept-suspended = suspended { $day }
agreement-proposed-by = Proposed by { $organisation }
agreement-asks-sign = Sign this agreement?
agreement-asks-suspend = Suspend this agreement?
agreement-asks-resume = Resume this agreement?
agreement-asks-end = End this agreement?
agreement-does-sign = You sign for your organisation. When all parties have signed, you can refer people to each other.
agreement-does-suspend = Recipients cannot see referrals under this agreement until it is resumed. No data is lost.
agreement-does-resume = Recipients can see referrals under this agreement again.
agreement-does-end = You cannot undo this. New referrals between you will need a new agreement.

agreements-none = No agreements yet
agreements-none-words = Without an agreement, two organisations cannot share information about a person. Ask your administrator to propose one.
agreements-none-propose = Without an agreement, two organisations cannot share information about a person. Propose the first agreement.
agreements-propose = Propose an agreement
agreement-propose-lead = You sign by proposing. The agreement is in force when all other parties have signed.
agreement-title = Title
agreement-title-hint = A short name that all parties understand.
agreement-partners = Partners
agreement-starts = First day
agreement-ends = Last day
agreement-ends-hint = If empty, the agreement is in force until a party ends it.
agreement-propose-do = Sign and propose

grounds-lead = The register gives the legal basis for sharing with each kind of recipient. The person is asked in every case.
grounds-heading = { $country }, for { $purpose }
grounds-kind = Kind of recipient
grounds-ground = Legal basis
grounds-law = Legal text
grounds-none = No legal bases yet
grounds-none-words = Without a legal basis, nothing can be shared.
grounds-change = Edit
grounds-change-of = Edit the legal basis for { $kind }
grounds-record = Record a legal basis
grounds-record-words = This replaces the entry for the same country, purpose and kind of recipient. It applies to new referrals only. Ask a legal expert to check it.
grounds-country = Country
grounds-law-hint = The law and the article.
grounds-record-do = Record legal basis

done-places-set = Capacity set
done-agreement-proposed = Agreement proposed and signed. The other parties can now sign.
done-agreement-signed = Agreement signed
done-agreement-suspended = Agreement suspended
done-agreement-resumed = Agreement resumed
done-agreement-resumed-here = Agreement resumed by you. Another party still suspends it.
done-ground-recorded = Legal basis recorded
done-agreement-ended = Agreement ended
done-organisation-changed = Organisation saved
done-service-recorded = Service added. Next, set its capacity.
done-service-changed = Service saved

organisation-contact = Contact details
