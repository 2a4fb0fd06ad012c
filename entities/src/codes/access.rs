//! Codes of sign-in and of API tokens.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// Kind of a login link.
    LoginLinkKind {
        SignIn = "SIGN_IN": "Requested in a browser and valid for that browser only, together with a code to type in.",
        Invitation = "INVITATION": "Sent to a new member; valid in any browser.",
    }
}

codes! {
    /// Permission of an API token, within the permissions of its member.
    TokenScope {
        Read = "READ": "Read the directory, people, referrals and the audit log.",
        Identities = "IDENTITIES": "Read identity, contact details and ID documents of people.",
        People = "PEOPLE": "Add and change people, and record their consents.",
        Referrals = "REFERRALS": "Send, answer and work on referrals, and mark notifications as read.",
        Manage = "MANAGE": "Manage members, services, agreements and emails, and the member's own emails and tokens.",
    }
}
