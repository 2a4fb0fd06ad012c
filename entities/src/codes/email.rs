//! Codes of mail; stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// When a member is told by mail.
    EmailFrequency {
        AtOnce = "AT_ONCE": "As soon as it happens; what happens within two minutes, together.",
        Daily = "DAILY": "Once a day, in the morning.",
        None = "NONE": "Not by mail.",
    }
}

codes! {
    /// Where a mail stands.
    EmailState {
        Queued = "QUEUED": "Waits for its time.",
        Sent = "SENT": "The mail server took it.",
        NotNeeded = "NOT_NEEDED": "When its time came there was nothing to tell: all of it was seen, or the member does not want it.",
        Kept = "KEPT": "Kept here, since no mail server is set up.",
        Refused = "REFUSED": "The mail server refuses the receiver's address.",
        Failed = "FAILED": "Given up after a day of tries.",
    }
}

codes! {
    /// Why a mail was not taken.
    EmailFailure {
        Unreachable = "UNREACHABLE": "The mail server could not be reached, or broke off.",
        Untrusted = "UNTRUSTED": "The mail server could not prove who it is.",
        NotAllowed = "NOT_ALLOWED": "The mail server does not let this installation send: its name, password or sender is wrong.",
        Later = "LATER": "The mail server asked to come later.",
        AddressRefused = "ADDRESS_REFUSED": "The mail server refuses the receiver's address.",
        NotWanted = "NOT_WANTED": "The mail server does not take this mail.",
        NotWorded = "NOT_WORDED": "It could not be put into words, by a fault of this program.",
    }
}
