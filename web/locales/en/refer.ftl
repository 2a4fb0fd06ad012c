# Referring a person: needs, services, shared information, check and send.

refer-title = Refer { $name }
refer-steps = Steps of a referral
refer-step-needs = Needs
refer-step-services = Services
refer-step-share = Shared information
refer-step-check = Check and send

refer-needs = Needs
refer-needs-lead = Choose the needs. Next, you see services that can help.
refer-needs-none = All needs are met, or none were recorded. Add a need first.
refer-asked-already = Already referred to: { $names }
refer-to-services = Find services
refer-back-needs = Choose other needs

refer-who = Services for { $name }
refer-who-on = Services for { $name } { $day }
refer-pick = Choose one or more services.
refer-none-for = No service in the network covers this need yet.
refer-if-several = If several recipients accept
group-mode-hint-any-one = The others only learn that the referral is no longer needed.
group-mode-hint-all = Each recipient does its part.
refer-mixed = These services cover different needs. When the first recipient accepts, the other referrals end and their needs stay open. To keep all referrals, go back and choose “{ $all }”.
refer-to-share = Continue
refer-none-fits = No service is possible at present
refer-none-fits-words = Ask the person for consent, choose other needs, or propose an agreement. You can also look through all services and phone them.
refer-look-around = Show all services
refer-consent = Consent
refer-consent-words = You can refer if the person agreed, or if the law requires no consent. Other organisations do not learn of it.
refer-not-asked-count = { $n ->
    [one] { $name } has not been asked about one suitable organisation.
   *[other] { $name } has not been asked about { $n } suitable organisations.
}
refer-not-asked = { $name } has not been asked about { $organisation } yet.
refer-said-no = The person refused to share information with { $organisation }.
refer-ask-again = Ask again if the person wishes
refer-already = This person already has an open referral to this service:
refer-no-agreement = There is no agreement in force with { $organisation }.
refer-could-not-take = This service declined the earlier referral and cannot be chosen again.
refer-rerouted = <b>{ $service }</b> of { $recipient } declined the referral: { $reason }. Choose another service.
refer-release-near = <b>The release date is near.</b> Choose the priority <b>Release day</b>. The referral then does not expire before a recipient accepts it.

match-area-yes = serves the municipality after release
match-area-no = serves only: { $area }
match-area-unknown = municipality after release not known; serves: { $area }
match-residence-yes = accepts people from { $place }
match-residence-no = accepts only people from: { $area }
match-residence-unknown = accepts only people from: { $area }; municipality after release not known
match-years-between = { $least } to { $most } years
match-years-from = { $least } years and older
match-years-to = up to { $most } years
match-age-yes = { $wanted }
match-age-no = only { $wanted }; the person will be { $found }
match-age-unknown = only { $wanted }; age not known
match-people-female = women
match-people-male = men
match-people-other = people of another sex
match-people-unknown = everyone
match-sex-yes = { $wanted }
match-sex-no = only { $wanted }
match-sex-unknown = only { $wanted }; sex not known
match-legal-status-yes = { $wanted }
match-legal-status-no = only { $wanted }; the person is { $found }
match-legal-status-unknown = only { $wanted }; legal status not known
match-sobriety-yes = { $wanted }
match-sobriety-no = only { $wanted }; the person is { $found }
match-sobriety-unknown = only { $wanted }; not known for this person
match-or = { " or " }
match-and-more = { $named } and others
match-agreement-yes = agreement in force
match-agreement-no = no agreement in force for { $purpose }
match-agreement-unknown = agreement for { $purpose } not known
match-consent-yes = consent given
match-consent-no = consent refused
match-consent-unknown = consent not asked yet
match-ground-no = no legal basis for sharing; the network coordinator can record one
match-open-referral-no = already referred, { $reference }

places-no-limit = unlimited places
places-free = { $n ->
    [one] { $n } place that day
   *[other] { $n } places that day
}
places-none = no place that day
places-none-until = no place that day, next place from { $day }

refer-share-title = Information to share with { $names }
refer-ask = Request
refer-ask-hint = In a few sentences: what would help, from when, and what the person can do. Leave names out: the recipient reads this before acceptance.
refer-scopes = Shared information
refer-scopes-hint = Name, contact details and ID documents are shown only after acceptance. Share only what is needed.
refer-deciding = Information for the decision
refer-deciding-hint = Shown at once, with needs, urgency, age band, month of release and municipality.
refer-not-in-agreement = The agreement with { $organisation } does not cover this.
refer-not-in-consent = The person did not agree to share this with { $organisation }.
refer-when = Priority and start date
refer-priority = Priority
priority-hint-routine = Response within ten working days.
priority-hint-urgent = Response within three working days.
priority-hint-release-day = Response by the next working day. The referral does not expire.
refer-start = Start date
refer-start-hint = After acceptance, a place is reserved from this date. If it is the release date, the recipient sees only the month until acceptance, unless you share the exact date.
refer-start-month = The recipient sees only the month until acceptance.
refer-to-check = Check referral
refer-back-services = Choose other services

refer-check-title = Check and send
refer-check-lead = Nothing has been sent yet.
refer-at-once = Shown at once
refer-on-acceptance = Shown after acceptance
refer-never = Not shared
refer-nothing-more = Nothing more.
refer-all-shared = Everything is shared.
refer-sees-needs = needs: { $needs }
refer-sees-band = age band, month of release and municipality
refer-sees-ask = your request
refer-sees-words = details of these needs: { $needs }
refer-ground = Legal basis: { $ground } ({ $law }).
refer-agreement-until = Agreement “{ $title }”, in force until { $day }.
refer-agreement-open = Agreement “{ $title }”, no end date.
refer-consent-until = Consent given { $how }, in force until { $day }.
refer-closes = Name, contact details and ID documents are hidden 30 days after the referral closes.
refer-send = Send referral
refer-send-all = { $n ->
    [one] Send referral
   *[other] Send { $n } referrals
}
refer-keep = Save as draft
refer-change = Change referral

done-referral-sent = Referral sent. You see the response here.
done-referral-kept = Draft saved. Only your organisation can see it.

refer-on-release = Send when release is confirmed
done-referral-waits = Draft saved. It is sent automatically when the release is confirmed.
