//! Subjects of the events of the network.

use std::collections::HashMap;

use entities::{
    agreement, agreement_party,
    ids::{AgreementId, OrganisationId, ServiceId},
};
use platform::{
    access::Viewer,
    capability::{
        DigestSubject, DigestWord, Members, PlainSubject, Promised, Standing, Standings, Subject, SubjectKind,
    },
    context::AppState,
    db::Tx,
    graphql::{PublicId, public},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    events::{AGREEMENT, ORGANISATION, SERVICE, SIGNER},
    policy::AGREEMENT_SIGN,
    visible,
};

pub const SUBJECTS: &[&dyn Subject] = &[
    &AgreementSubject,
    &PlainSubject {
        kind: ORGANISATION,
        says: "An organisation of the network.",
        id_type: OrganisationId::TYPE,
    },
    &PlainSubject { kind: SERVICE, says: "A service.", id_type: ServiceId::TYPE },
];

struct AgreementSubject;

impl Subject for AgreementSubject {
    fn kind(&self) -> SubjectKind {
        AGREEMENT
    }

    fn says(&self) -> &'static str {
        "An agreement."
    }

    fn id_type(&self) -> &'static str {
        AgreementId::TYPE
    }

    fn standings<'a>(
        &'a self,
        _: &'a Tx,
        members: &'a Members,
        subjects: Vec<(OrganisationId, Uuid)>,
    ) -> Promised<'a, Standings> {
        Box::pin(async move {
            let standing = Standing { relations: SIGNER, alike: false };
            let mut found = Standings::new();
            for (party, id) in subjects {
                let signers = members.of(party).iter().filter(|viewer| viewer.may(AGREEMENT_SIGN));
                found.extend(signers.map(|viewer| ((id, viewer.member), standing)));
            }
            Ok(found)
        })
    }

    fn is_visible<'a>(&'a self, tx: &'a Tx, viewer: &'a Viewer, id: Uuid) -> Promised<'a, bool> {
        Box::pin(async move {
            let rows = visible::agreements(viewer).filter(agreement::Column::Id.eq(AgreementId(id)));
            Ok(rows.count(tx.on()).await? > 0)
        })
    }

    fn digest<'a>(
        &'a self,
        app: &'a AppState,
        viewer: &'a Viewer,
        ids: Vec<Uuid>,
    ) -> Promised<'a, HashMap<Uuid, DigestSubject>> {
        Box::pin(async move {
            let on = app.db.read();
            let seen: Vec<AgreementId> = visible::agreements(viewer)
                .filter(agreement::Column::Id.is_in(ids.into_iter().map(AgreementId)))
                .select_only()
                .column(agreement::Column::Id)
                .into_tuple()
                .all(on)
                .await?;
            let parties = agreement_party::Entity::find()
                .filter(agreement_party::Column::AgreementId.is_in(seen))
                .filter(agreement_party::Column::OrganisationId.ne(viewer.organisation))
                .all(on)
                .await?;
            let mut others: HashMap<AgreementId, Vec<OrganisationId>> = HashMap::new();
            for party in parties {
                others.entry(party.agreement_id).or_default().push(party.organisation_id);
            }
            let subject = |(id, others): (AgreementId, Vec<OrganisationId>)| {
                let words = vec![("organisations", DigestWord::Organisations(others))];
                let says = DigestSubject {
                    path: format!("/agreements/{}", public(id).0),
                    reference: None,
                    text: Some(("about-agreement", words)),
                    waits: false,
                };
                (id.0, says)
            };
            Ok(others.into_iter().map(subject).collect())
        })
    }
}
