# Members, and what is one's own: sessions and keys for programs.

members-title = Members
members-what = Who works for the organisation here, and what each may.
members-invite = Invite somebody
members-invite-lead = They get a mail with a link by which they come in, and are a member from now on.
members-invite-do = Invite
members-who = Who
members-seen = Last here: { $day }
members-invited = Invited, not here yet
members-role-until = { $role }, until { $day }
member-name = Name
member-email = E-mail address
member-email-hint = Their own, which nobody else reads: whoever reads its mail can come in.
member-language = Language of mails
member-language-hint = They choose the language of pages themselves.
member-role = Role
member-ends-on = Last day
member-ends-on-hint = For whoever comes for a time; an auditor always does.
member-keep = Save
member-end = Let go
member-end-asks = Let { $name } go?
member-end-does = They cannot come in any more from this moment on, nor can their programs. What they did stays in the journal under their name.
member-works-on = People they work with: { $people }. Open referrals: { $referrals }.
member-works-on-nothing = Works with nobody and on no referral, so there is nothing to hand over.
member-hand-over = Who takes over
member-hand-over-hint = They are on the same case teams and have the same referrals from this moment on.
member-not-yet = Has not come in yet.
member-invite-again = Send the invitation again

account-title = Your access
account-sessions = Where you are signed in
account-sessions-what = A browser in which nothing happens for an hour is signed out by itself, each one after twelve hours.
account-seen = Last used: { $at }
account-this = This browser
account-some-browser = A browser
account-end = Sign out
account-end-of = Sign out: { $browser }
account-end-others = Sign out everywhere else

tokens-title = Keys for programs
tokens-what = With a key, a program of yours uses Throughgate as you, as far as you let it.
tokens-new = Make a key
tokens-new-lead = For a program that works in your name. Give it no more than it needs.
tokens-make = Make the key
tokens-made = Your new key
tokens-made-once = This is the only time that it is shown. Give it to your program now, and to nobody else.
tokens-made-twice = This form was sent twice, and the key was shown to the first only. Revoke it, and make another.
tokens-secret = Key
tokens-kept = I have put it in place
tokens-unnamed = Made by whoever runs Throughgate
tokens-used = Last used: { $at }
tokens-never-used = Never used
tokens-until = counts until { $day }
tokens-revoke = Revoke
tokens-revoke-of = Revoke: { $name }
tokens-all = All keys of the organisation
tokens-all-what = The programs of every member. What is not needed is better revoked.
tokens-none = No program has a key
tokens-none-words = Keys that members make for their programs are listed here.
tokens-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
token-name = What it is for
token-name-hint = So that you know it again: the program and where it runs.
token-scopes = What it may
token-scopes-hint = Never more than you may yourself.
token-days = For how long

problem-not-an-address = This is not an e-mail address.
problem-already-a-member = Whoever has this address is a member already.
problem-not-a-role = Your organisation has no members with this role.
problem-hand-over-first = This member works with people or on referrals: say who takes over.
problem-nobody-left = Nobody would be left who looks after the members. Give somebody else such a role first.
problem-came-in = They have come in already, and sign in with their address.
problem-too-many = There are too many already. Revoke what is not needed.
field-role = Role
field-hand-over-to = Who takes over

done-member-invited = The invitation is on its way.
done-member-changed = Saved.
done-member-ended = They are no longer a member.
done-session-ended = Signed out there.
done-token-revoked = The key is revoked.
