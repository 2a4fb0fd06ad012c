# Members, and a member’s own account: sessions and API tokens.

members-title = Members
members-what = People who work for your organisation here, with their roles.
members-invite = Invite a member
members-invite-lead = The new member gets an email with a link to sign in. The membership starts at once.
members-invite-do = Send invitation
members-who = Member
members-seen = Last signed in { $day }
members-invited = Invited, not signed in yet
members-role-until = { $role }, until { $day }
member-name = Name
member-email = Email address
member-email-hint = The member’s own address. Anyone who can read its emails can sign in.
member-language = Language of emails
member-language-hint = Members choose the language of the pages themselves.
member-role = Role
member-ends-on = Last day
member-ends-on-hint = For members who work here for a limited time. An auditor must have a last day.
member-keep = Save
member-end = Remove member
member-end-asks = Remove { $name }?
member-end-does = The member and their API tokens lose access at once. Their earlier actions stay in the audit log under their name.
member-works-on = People in their case teams: { $people }. Open referrals: { $referrals }.
member-works-on-nothing = The member has no case teams and no open referrals, so there is nothing to hand over.
member-hand-over = Colleague who takes over
member-hand-over-hint = This colleague takes over the case teams and open referrals at once.
member-not-yet = This member has not signed in yet.
member-invite-again = Send invitation again

account-title = Your account
account-sessions = Active sessions
account-sessions-what = A session ends after an hour without activity, and after twelve hours in any case.
account-seen = Last used: { $at }
account-this = This browser
account-some-browser = Unknown browser
account-end = Sign out
account-end-of = Sign out: { $browser }
account-end-others = Sign out of all other browsers

tokens-title = API tokens
tokens-what = With an API token, a program uses Throughgate in your name, with the permissions that you choose.
tokens-new = Create an API token
tokens-new-lead = For a program that works in your name. Give it only the permissions that it needs.
tokens-make = Create token
tokens-made = New API token
tokens-made-once = This token is shown only once. Copy it into your program now, and do not share it.
tokens-made-twice = This form was sent twice, and the token was shown only the first time. Revoke that token and create another.
tokens-secret = API token
tokens-kept = Return to your account
tokens-unnamed = Created by the system administrator
tokens-used = Last used: { $at }
tokens-never-used = Never used
tokens-until = valid until { $day }
tokens-revoke = Revoke
tokens-revoke-of = Revoke: { $name }
tokens-all = All API tokens of the organisation
tokens-all-what = API tokens of all members. Revoke tokens that are no longer needed.
tokens-none = No API tokens yet
tokens-none-words = API tokens that members create are listed here.
tokens-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
token-name = Name
token-name-hint = For example the name of the program and where it runs.
token-scopes = Permissions
token-scopes-hint = A token never has more permissions than you have.
token-days = Valid for

problem-not-an-address = Enter an email address, for example name@example.org.
problem-already-a-member = A member with this address exists already. Enter another address.
problem-not-a-role = Your organisation cannot have members with this role. Choose another role.
problem-hand-over-first = This member has case teams or open referrals. Hand them over to a colleague first.
problem-nobody-left = At least one member must be able to manage members. Give another member such a role first.
problem-came-in = This member has signed in already and needs no invitation.
problem-too-many = The limit is reached. Revoke or delete what is no longer needed.

done-member-invited = Invitation sent
done-member-changed = Member saved
done-member-ended = Member removed
done-session-ended = Session ended
done-token-revoked = API token revoked
