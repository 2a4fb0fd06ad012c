# What a user can mend, by the API's codes.

problem-closed = This referral is closed, or not sent yet: nobody would read it.
problem-no-place = Every place is taken from that day on.
problem-not-yours = This reason is not yours to give.
problem-already-referred = You have referred this person to this service already, and it is still open.
problem-consent-refused = The person said no to sharing with this organisation.
problem-no-consent = The person has not agreed to share this with this organisation. Ask them first.
problem-no-agreement = No agreement in force with this organisation covers what you want to share.
problem-no-ground = The law gives no ground for sharing this with this kind of organisation.
problem-service-closed = This service takes no referrals at present.
problem-ends-before-it-starts = The last day lies before the first.
problem-not-a-colleague = This member is not of your organisation, or may not read about people.
problem-not-a-date = This date cannot be right.
problem-not-a-time = This day and hour cannot be right.
problem-not-yet = Its day has not come yet.
problem-not-a-partner = This organisation cannot be a partner: it does not work with people, or is your own.
problem-not-a-recipient = This organisation cannot be a recipient: it does not work with people, or is your own.
problem-not-accepted = Appointments can be made once the referral is accepted.
problem-still-needed = A referral is still open, so what is known is still needed. End it first, or choose another reason.
problem-not-in-force = This consent is not in force any more.
problem-not-now = The agreement does not allow this now.
problem-not-rejected = The earlier referral was not refused, so nothing can take over from it.
problem-unknown = There is no such place.
problem-unknown-need = There is no such need.
problem-unknown-service = There is no such service, or it is your own.
problem-not-given-up = This mail was not given up.
problem-author-left = Whoever wrote it may not send it any more.
