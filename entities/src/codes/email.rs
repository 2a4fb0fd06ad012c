//! Codes of email. Stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// Frequency of emails to a member.
    EmailFrequency {
        AtOnce = "AT_ONCE": "As soon as an event happens; events within two minutes are sent together.",
        Daily = "DAILY": "Once a day, in the morning.",
        None = "NONE": "No emails.",
    }
}

codes! {
    /// State of an email.
    EmailState {
        Queued = "QUEUED": "Waits for its due time.",
        Sent = "SENT": "The mail server accepted it.",
        NotNeeded = "NOT_NEEDED": "Not sent: all notifications were read, or emails were turned off.",
        Kept = "KEPT": "Not sent, because no mail server is set up.",
        Refused = "REFUSED": "The mail server rejects the recipient's address.",
        Failed = "FAILED": "Not sent after a day of attempts.",
    }
}

codes! {
    /// Reason for which an email could not be sent.
    EmailFailure {
        Unreachable = "UNREACHABLE": "The mail server could not be reached, or ended the connection.",
        Untrusted = "UNTRUSTED": "The certificate of the mail server could not be verified.",
        NotAllowed = "NOT_ALLOWED": "The mail server rejects the user name, password or sender of this server.",
        Later = "LATER": "The mail server asked to try again later.",
        AddressRefused = "ADDRESS_REFUSED": "The mail server rejects the recipient's address.",
        NotWanted = "NOT_WANTED": "The mail server rejects this email.",
        NotWorded = "NOT_WORDED": "The email could not be written because of a fault of this server.",
    }
}
