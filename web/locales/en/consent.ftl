# Consent: what is asked, how it was answered, and taking it back.

consent-title = Ask { $name } for consent
consent-lead = First choose what you want to ask; then read out the words, and write down the answer.
consent-steps = Steps of asking for consent
consent-step-choose = What to ask
consent-step-words = The words and the answer

consent-recipients = With whom may we share?
consent-recipients-hint = The person answers about each of these organisations. Name only those that you mean to ask for help.
consent-recipient = { $kind }, { $place }
consent-purpose = What for?
consent-purpose-resettlement = A place to live, support, papers, whatever the first months need.
consent-purpose-employment = Finding work and learning for it.
consent-purpose-treatment = Treatment of dependency or illness.
consent-scopes = What may they see?
consent-scopes-hint = The less you share, the easier it is to say yes.
consent-report-back = What may we learn afterwards?
consent-report-back-hint = Whether the referral was accepted and how it ended, we learn in any case.
consent-until-label = Until when?
consent-half-year = for half a year
consent-year = for a year
consent-until-day = until a day
consent-expires-on = The last day, if you chose a day
consent-asking = How it is asked
consent-language = In which language do you ask?
consent-language-hint = The words are read out, and printed, in this language.
consent-asked-in-custody = The person is in custody while being asked
consent-asked-in-custody-hint = Then we ask again after release, when saying no is easier.
consent-to-words = On to the words

scope-opens-identity = Seen once the referral is accepted.
scope-opens-contact = Seen once the referral is accepted.
scope-opens-needs = What is needed and how soon; seen at once.
scope-opens-health = The words of needs about health, recovery and wellbeing.
scope-opens-offence = The words of legal needs, thinking and company.
scope-opens-family = The words of needs about the family.
scope-opens-employment = The words of needs about work and learning.
scope-opens-documents = Papers once the referral is accepted, and the words of needs about money.

consent-say-title = Read this out
consent-say-lead = Slowly, word by word. Then ask whether anything is unclear.
consent-print = Print
consent-answer-title = The person’s own answer
consent-answer = What did the person say?
consent-yes = Yes
consent-no = No
consent-no-hint = Write it down, too: then nobody asks again by mistake, and nothing is shared.
consent-how = How was it answered?
consent-how-hint-paper = Signed on the printed sheet; keep it.
consent-how-hint-spoken = Said aloud, best before a witness.
consent-how-hint-screen = Read and answered on this screen.
consent-witness = Witness
consent-witness-hint = Who else was there.
consent-save = Save the answer
consent-change = Ask for something else

person-consents = Consent
person-consents-none = Not asked yet
person-consents-none-words = Nothing is shared with anybody before the person has answered. Ask in their own language.
consent-what = For { $purpose }: { $scopes }.
consent-runs-out-soon = Runs out soon
consent-said-no = Said no
consent-until = In force until { $day }.
consent-ran-out = Ran out on { $day }.
consent-withdrawn-on = Withdrawn on { $day }.
consent-refused-words = Nothing is shared with them.
consent-asked = Asked by { $who } { $day }, { $how }, { $where }.
consent-former-colleague = somebody who left
consent-in-custody = in custody
consent-outside = outside custody
consent-witnessed = Witness: { $witness }.
consent-reported-back = Afterwards we learn: { $what }.
consent-said = The words that were said
consent-ask-again = Given in custody. The person is free now: please ask again.

consent-withdraw = Withdraw
consent-withdraw-title = Withdraw the consent?
consent-withdraw-ends = Sharing with { $recipients } ends at once
consent-withdraw-words = Do this when the person says so, in whatever way. They need not say why, and nobody may hold it against them.
consent-withdraw-nothing = No open referral rests on it.
consent-withdraw-ending = These are taken back, and the recipient sees nothing more of them
consent-withdraw-closing = These were accepted
consent-withdraw-closing-words = What we shared closes. The recipient keeps only what its own people wrote.
consent-withdraw-do = Withdraw the consent

done-consent-given = The yes is recorded.
done-consent-refused = The no is recorded. Nothing is shared with them.
done-consent-withdrawn = The consent is withdrawn. What rested on it has ended.

field-recipient-ids = With whom
field-scopes = What may be seen
field-purpose = What for
field-expires-on = The last day
field-answer = The answer
field-how = How it was answered
field-witness = Witness
