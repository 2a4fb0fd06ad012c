# Signing in.

sign-in-title = Sign in
sign-in-choose = Who would you like to be?
sign-in-invented = This is a demonstration: every person and organisation here is invented, and you may try everything.
sign-in-as = Go in as { $name }
sign-in-none-title = Signing in is not possible here yet
sign-in-none-words = This installation has no members that you could choose. Ask whoever set it up for your organisation to give you a way in.

here-viewer = Reads what the organisation has agreed to share, and changes nothing.
here-caseworker = Answers referrals, keeps in touch with people and refers them on.
here-caseworker-prison = Prepares people for their release and refers them to help where they return.
here-caseworker-ngo = Answers referrals, meets people after their release and refers them on.
here-caseworker-faith-based = Answers the occasional referral, and finds people a bed, a meal and company.
here-caseworker-local-authority = Refers people to services in the municipality, and answers referrals for its own.
here-caseworker-social-centre = Answers referrals to the centre and keeps appointments.
here-caseworker-rehabilitation-centre = Takes people into treatment and refers them on when they leave.
here-job-officer = Answers referrals for work, with what the task needs and no more.
here-trainer = Teaches people referred to courses, and records who came.
here-manager = Sees what waits in the whole organisation, and makes sure that nobody is dropped.
here-manager-local-authority = Watches over referrals and services of the municipality.
here-admin = Looks after the organisation’s services, places and agreements.
here-coordinator = Keeps the network’s directory and agreements; sees no person.
here-auditor = Reads who saw and changed what, for a limited time.
