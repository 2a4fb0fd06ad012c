# Refer: needs, services, what to share, check and send.

refer-title = Refer { $name }
refer-steps = Steps of a referral
refer-step-needs = Needs
refer-step-services = Services
refer-step-share = What to share
refer-step-check = Check and send

refer-needs = What do you want help with?
refer-needs-lead = You see next who could help, and why.
refer-needs-none = Every need is met, or none was recorded. Add what is needed first.
refer-asked-already = Asked already: { $names }
refer-to-services = Look for services
refer-back-needs = Choose other needs

refer-who = Who can help { $name }?
refer-who-on = Who can help { $name } { $day }?
refer-pick = Pick one or more.
refer-none-for = No service in the network answers this need yet.
refer-if-several = If several say yes
group-mode-hint-any-one = The others are told that it is no longer needed, and nothing more.
group-mode-hint-all = Each does its part.
refer-mixed = These services help with different needs. When the first says yes the others are released, and what they were to help with stays open. If each is to do its part, go back and choose “{ $all }”.
refer-to-share = On to what to share
refer-none-fits = Nothing can be asked at present
refer-none-fits-words = None of these fits as things are. What would help: ask the person for consent where they were not asked yet, choose other needs, agree with an organisation on sharing, or look through the whole directory and phone.
refer-look-around = All services
refer-consent = Consent
refer-consent-words = Where the person agreed, or the law does without, you can refer. Nobody else learns of it.
refer-not-asked-count = { $n ->
    [one] { $name } has not been asked about one organisation that fits.
   *[other] { $name } has not been asked about { $n } organisations that fit.
}
refer-not-asked = { $name } has not been asked about { $organisation } yet.
refer-said-no = The person said no to sharing with { $organisation }. No means no.
refer-ask-again = Ask again, if the person wishes it
refer-already = You have referred the person there already, and it is open:
refer-no-agreement = There is no agreement in force with { $organisation }.
refer-could-not-take = Could not take it, so it is not asked again.
refer-rerouted = <b>{ $service }</b> of { $recipient } could not take it: { $reason }. Offer it to somebody else.
refer-release-near = <b>Release is near.</b> Mark it as <b>release day</b>: it does not run out before somebody has taken it.

match-area-yes = works where the person returns to
match-area-no = works only in: { $area }
match-area-unknown = where the person returns to is not known; works in: { $area }
match-residence-yes = takes people from { $place }
match-residence-no = takes only people from: { $area }
match-residence-unknown = takes only people from: { $area }; where this person returns to is not known
match-years-between = { $least } to { $most } years
match-years-from = { $least } years and older
match-years-to = up to { $most } years
match-age-yes = { $wanted }
match-age-no = only { $wanted }; the person will be { $found }
match-age-unknown = only { $wanted }; the age is not known
match-people-female = women
match-people-male = men
match-people-other = people of another sex
match-people-unknown = anybody
match-sex-yes = { $wanted }
match-sex-no = only { $wanted }
match-sex-unknown = only { $wanted }; the sex is not known
match-legal-status-yes = { $wanted }
match-legal-status-no = only { $wanted }; the person is { $found }
match-legal-status-unknown = only { $wanted }; not known of the person
match-sobriety-yes = { $wanted }
match-sobriety-no = only { $wanted }; the person is { $found }
match-sobriety-unknown = only { $wanted }; not known of the person
match-or = { " or " }
match-and-more = { $named } and others
match-agreement-yes = agreement in force
match-agreement-no = no agreement in force for { $purpose }
match-agreement-unknown = agreement for { $purpose } not known
match-consent-yes = agreed to share
match-consent-no = said no to sharing
match-consent-unknown = not asked yet
match-ground-no = the register names no ground for sharing with them; the coordinator records it
match-status-yes = takes referrals
match-status-no = takes no referrals now
match-status-unknown = not known whether it takes referrals
match-open-referral-no = referred already, { $reference }

places-no-limit = no limit on places
places-free = { $n ->
    [one] { $n } place that day
   *[other] { $n } places that day
}
places-none = no place that day
places-none-until = no place that day, from { $day }

refer-share-title = What to share with { $names }
refer-ask = What is asked
refer-ask-hint = In a few sentences: what would help, from when, what the person can do themselves. No name: they read this before they accept.
refer-scopes = What they may see
refer-scopes-hint = Name, contact and papers open only when they accept. Share what the task needs.
refer-deciding = What helps them decide
refer-deciding-hint = Seen at once, besides the needs, how soon, the age band, the month of release and the municipality.
refer-not-in-agreement = The agreement with { $organisation } does not cover this.
refer-not-in-consent = The person did not agree to share this with { $organisation }.
refer-when = How soon
refer-priority = How soon is an answer needed?
priority-hint-routine = An answer within ten working days.
priority-hint-urgent = An answer within three working days.
priority-hint-release-day = An answer on the next working day; it does not run out.
refer-start = From which day
refer-start-hint = A place is kept from this day on, once it is accepted. Where that is the day of release, they are told the month alone until then, unless you share the day for deciding.
refer-start-month = They see the month until they accept.
refer-to-check = Check it
refer-back-services = Choose other services

refer-check-title = This is what they will see
refer-check-lead = Nothing has been sent yet.
refer-at-once = At once
refer-on-acceptance = Once they accept
refer-never = Not at all
refer-nothing-more = Nothing more.
refer-all-shared = Everything is shared.
refer-sees-needs = what is needed: { $needs }
refer-sees-band = the age band, the month of release and the municipality
refer-sees-ask = what you ask, in your words
refer-sees-words = the words of these needs: { $needs }
refer-ground = Ground: { $ground } ({ $law }).
refer-agreement-until = Agreement “{ $title }”, in force until { $day }.
refer-agreement-open = Agreement “{ $title }”, without an end.
refer-consent-until = The person agreed, { $how }, until { $day }.
refer-closes = Name, contact and papers close 30 days after the referral does.
refer-send = Send
refer-send-all = { $n ->
    [one] Send
   *[other] Send { $n } referrals
}
refer-keep = Keep as draft
refer-change = Change it

done-referral-sent = Sent. You see here when they answer.
done-referral-kept = Kept as a draft. Nobody has seen it.

field-need = Needs
field-service = Services
field-ask = What is asked
field-priority = How soon
field-start-date = From which day
refer-on-release = Send when the release is confirmed
done-referral-waits = Kept. It sends itself when the release is confirmed.
