//! Codes of coming in: how a member proves who they are, and what a token may.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// What a way in is.
    LoginLinkKind {
        SignIn = "SIGN_IN": "Asked for in a browser, for that browser, with a code to type in as well.",
        Invitation = "INVITATION": "Sent to a new member, for whichever browser they open it in.",
    }
}

codes! {
    /// What a token may, of what its member may.
    TokenScope {
        Read = "READ": "Read the directory, people, referrals and the journal.",
        Identities = "IDENTITIES": "See who people are: identity, contact and documents.",
        People = "PEOPLE": "Record and change people, and what they answer about sharing.",
        Referrals = "REFERRALS": "Send, answer and work on referrals, and mark what one was told as seen.",
        Manage = "MANAGE": "Look after the organisation: members, services, agreements, mail; and one's own mails and tokens.",
    }
}
