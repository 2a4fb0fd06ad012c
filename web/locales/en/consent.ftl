# Consent: what the person is asked, how the answer is recorded, and how it is withdrawn.

consent-title = Ask { $name } for consent
consent-lead = Choose what to ask for. Then read the text aloud and record the answer.
consent-steps = Steps of asking for consent
consent-step-choose = Choose what to ask
consent-step-words = Read aloud and record

consent-recipients = Recipients
consent-recipients-hint = The person answers for each of these organisations. Choose only organisations that you plan to ask for help.
consent-recipient = { $kind }, { $place }
consent-purpose = Purpose
consent-purpose-resettlement = Housing, support, ID documents and other help in the first months.
consent-purpose-employment = Finding work and training for it.
consent-purpose-treatment = Treatment of addiction or illness.
consent-scopes = Shared information
consent-scopes-hint = The less you share, the easier it is to say yes.
consent-report-back = Report back from the recipients
consent-report-back-hint = We always learn whether the referral was accepted and how it ended.
consent-until-label = Duration
consent-half-year = for half a year
consent-year = for a year
consent-until-day = until a date
consent-expires-on = End date, if you chose a date
consent-asking = Language and place
consent-language = Language
consent-language-hint = The text is shown and printed in this language.
consent-asked-in-custody = The person is in custody now
consent-asked-in-custody-hint = Ask again after release, when it is easier to say no.
consent-to-words = Continue

scope-opens-identity = Shown after acceptance.
scope-opens-contact = Shown after acceptance.
scope-opens-needs = Areas of need and urgency, shown at once.
scope-opens-health = Details of needs about health, addiction and wellbeing.
scope-opens-offence = Details of needs about legal help, behaviour and daily life.
scope-opens-family = Details of needs about family.
scope-opens-employment = Details of needs about work and education.
scope-opens-documents = ID documents after acceptance, and details of needs about money.

consent-say-title = Read this text aloud
consent-say-lead = Read slowly and word for word. Then ask whether anything is unclear.
consent-print = Print text
consent-answer-title = The person’s answer
consent-answer = Answer
consent-yes = Yes
consent-no = No
consent-no-hint = Record a no as well. Then nothing is shared, and colleagues do not ask again by mistake.
consent-how = Form of the answer
consent-how-hint-paper = Signed on the printed text. Keep the paper.
consent-how-hint-spoken = Said aloud, if possible in front of a witness.
consent-how-hint-screen = Read and answered on this screen.
consent-witness = Witness
consent-witness-hint = The name of another person who was present.
consent-save = Save answer
consent-change = Change request

person-consents = Consent
person-consents-none = Not asked yet
person-consents-none-words = Nothing is shared until the person has answered. Ask in the person’s own language.
consent-what = For { $purpose }: { $scopes }.
consent-runs-out-soon = Expires soon
consent-said-no = Refused
consent-until = In force until { $day }.
consent-ran-out = Expired on { $day }.
consent-withdrawn-on = Withdrawn on { $day }.
consent-refused-words = Nothing is shared with this recipient.
consent-asked = Asked by { $who } { $day }, { $how }, { $where }.
consent-former-colleague = a former colleague
consent-in-custody = in custody
consent-outside = outside custody
consent-witnessed = Witness: { $witness }.
consent-reported-back = Reported back to us: { $what }.
consent-said = Consent text
consent-ask-again = This consent was given in custody. The person is free now: ask again.

consent-withdraw = Withdraw consent
consent-withdraw-title = Withdraw the consent?
consent-withdraw-ends = Sharing with { $recipients } ends at once
consent-withdraw-words = Withdraw the consent when the person asks for it, in any form. The person need not give a reason and must suffer no disadvantage.
consent-withdraw-nothing = No open referral depends on this consent.
consent-withdraw-ending = These referrals are withdrawn, and the recipient no longer sees them
consent-withdraw-closing = These referrals were accepted
consent-withdraw-closing-words = The recipient no longer sees what we shared. It keeps only what its own members wrote.
consent-withdraw-do = Withdraw consent

done-consent-given = Consent recorded
done-consent-refused = Refusal recorded. Nothing is shared.
done-consent-withdrawn = Consent withdrawn. Sharing based on it has ended.

field-recipient-ids = Recipients
field-scopes = Shared information
field-purpose = Purpose
field-expires-on = End date
field-answer = Answer
field-how = Form of the answer
field-witness = Witness
