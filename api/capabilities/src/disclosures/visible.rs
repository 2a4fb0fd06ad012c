//! Rows of open grants. The owner of a grant decides which viewers may see it.

use chrono::NaiveDate;
use entities::disclosure_grant as grant;
use platform::access::conditions;
use sea_orm::{ColumnTrait, Condition, RelationDef, RelationTrait};

use crate::{network::legal_bases, people::visible::consent_counts};

/// Whether the sender's data and texts are open to the recipient: the legal basis holds, and the grant is neither
/// revoked nor closed. A grant that acceptance never opened is closed as soon as its closing date is set.
pub fn open(today: NaiveDate) -> Condition {
    let legal_basis = Condition::any()
        .add(conditions::is_any(grant::Column::LegalBasis, legal_bases::WITHOUT_CONSENT))
        .add(consent_counts(today));
    let not_closed = Condition::any().add(grant::Column::ClosesOn.is_null()).add(
        Condition::all()
            .add(grant::Column::OpenedAt.is_not_null())
            .add(conditions::after(grant::Column::ClosesOn, today)),
    );
    Condition::all().add(grant::Column::RevokedAt.is_null()).add(not_closed).add(legal_basis)
}

/// Joins of a grant to its consent and agreement.
pub mod joins {
    use super::*;

    pub fn agreement() -> RelationDef {
        grant::Relation::Agreement.def()
    }

    pub fn consent() -> RelationDef {
        grant::Relation::Consent.def()
    }
}
