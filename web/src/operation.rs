//! Types the pages' documents by the contract, while the crate is compiled.

/// The contract's own scalars.
pub mod scalars {
    pub type Date = chrono::NaiveDate;
    pub type DateTime = chrono::DateTime<chrono::Utc>;
    pub type SequenceNumber = i64;
}

/// What `graphql_client` calls the contract's `ID` in an operation's variables.
pub type Id = String;

/// Declares an operation of a page: its name, and the document beside it.
///
/// One place keeps what all of them share: the contract, one type for each code, and the scalars.
macro_rules! operation {
    ($name:ident, $document:tt) => {
        #[derive(graphql_client::GraphQLQuery)]
        #[graphql(
            schema_path = "../api/schema.graphql",
            query_path = $document,
            response_derives = "Debug, Clone, PartialEq",
            variables_derives = "Debug, Clone",
            custom_scalars_module = "crate::operation::scalars",
            normalization = "rust",
            extern_enums(
                "OrganisationKind", "Role", "Scope", "NeedDomain", "Priority", "Sex", "LegalStatus", "Sobriety",
                "LegalBasis", "Purpose", "ConsentAnswer", "ConsentHow", "ConsentStanding", "ReportBack", "PreAcceptanceFact",
                "WithheldUntil", "ServiceStatus", "AgreementState", "AgreementStep", "ReferralState", "ReferralStep",
                "Side", "GroupMode", "RejectReason", "WithdrawReason", "HoldReason", "Outcome", "OutcomeResult", "Attendance",
                "ReferralDeadline", "EventKind", "Action", "ReadinessState", "MatchFactor", "MatchAnswer", "ReferralOrder",
                "Origin", "AuditLogSubjectKind", "EmailFrequency", "EmailState", "EmailFailure", "TokenScope", "ErasureReason",
                "ImportKind", "ImportState", "ImportFailure", "ImportRowStatus", "CellErrorCode", "Certainty", "DateOrder", "ImportField"
            )
        )]
        pub struct $name;
    };
}
pub(crate) use operation;
