//! A capability that only this test knows: a table, an action that wants a reason, an event, a notification, a subject of
//! the audit log, an action of the policy and a background job. Nothing outside of this file names it.

use std::collections::HashMap;
use std::time::Duration;

use capabilities::ALL;
use capabilities::notifications::reads::digest_of;
use entities::codes::{Origin, Role};
use entities::ids::{MemberId, OrganisationId};
use entities::{email, notification};
use platform::access::Viewer;
use platform::access::policy::{Kinds, LEADERS};
use platform::access::viewer::find_member;
use platform::actions;
use platform::capability::{
    Capabilities, Capability, DigestSubject, Members, Promised, Relations, Standing, Standings, Subject,
    SubjectKind,
};
use platform::context::{AppState, RequestContext};
use platform::db::{AuditContext, DomainEvent, Tx};
use platform::error::DomainError;
use platform::events::{BackgroundJob, Lease, Progress};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use crate::app::{TestApp, code};
use crate::for_each_database;
use crate::network::{ADMIN, CASE_WORKER, HEAD};

/// The table. Its migration is the statement below.
mod visit {
    use sea_orm::entity::prelude::*;

    use super::{MemberId, OrganisationId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "toy_visit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub organisation_id: OrganisationId,
        pub member_id: MemberId,
        pub reason: String,
        pub reviewed: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

actions! {
    TOY_VISIT_RECORD: "Record a visit.", LEADERS, Kinds::Every, Manage;
}

const TOY_VISIT: SubjectKind = SubjectKind::new("TOY_VISIT");
const COLLEAGUE: Relations = Relations::nth(0);

mod happenings {
    use super::{COLLEAGUE, TOY_VISIT};

    platform::events! {
        TOY_VISIT_RECORDED: "A visit was recorded.", TOY_VISIT
            => told(COLLEAGUE).urgent();
    }
}

struct VisitSubject;

impl Subject for VisitSubject {
    fn kind(&self) -> SubjectKind {
        TOY_VISIT
    }

    fn says(&self) -> &'static str {
        "A visit."
    }

    fn id_type(&self) -> &'static str {
        "toyvisit"
    }

    fn standings<'a>(
        &'a self,
        _: &'a Tx,
        members: &'a Members,
        subjects: Vec<(OrganisationId, Uuid)>,
    ) -> Promised<'a, Standings> {
        let standing = Standing { relations: COLLEAGUE, alike: false };
        let mut found = Standings::new();
        for (organisation, id) in subjects {
            let managers = members.of(organisation).iter().filter(|one| one.role == Role::Manager);
            found.extend(managers.map(|one| ((id, one.member), standing)));
        }
        Box::pin(async { Ok(found) })
    }

    fn is_visible<'a>(&'a self, tx: &'a Tx, viewer: &'a Viewer, id: Uuid) -> Promised<'a, bool> {
        Box::pin(async move {
            let own = visit::Entity::find_by_id(id).one(tx.on()).await?;
            Ok(own.is_some_and(|row| row.organisation_id == viewer.organisation))
        })
    }

    fn digest<'a>(
        &'a self,
        _: &'a AppState,
        _: &'a Viewer,
        ids: Vec<Uuid>,
    ) -> Promised<'a, HashMap<Uuid, DigestSubject>> {
        let says = |id: Uuid| {
            let path = format!("/visits/{id}");
            (id, DigestSubject { path, reference: Some("V-1".to_owned()), text: None, waits: false })
        };
        Box::pin(async move { Ok(ids.into_iter().map(says).collect()) })
    }
}

/// Records a visit, which wants a reason.
async fn visit_record(request: &RequestContext, reason: &str) -> Result<Uuid, DomainError> {
    let viewer = request.viewer_who_may(TOY_VISIT_RECORD)?;
    if reason.is_empty() {
        return Err(DomainError::BadInput("reason: say why".to_owned()));
    }
    let tx = request.begin().await?;
    let id = Uuid::from_u128(7);
    let row = visit::ActiveModel {
        id: Set(id),
        organisation_id: Set(viewer.organisation),
        member_id: Set(viewer.member),
        reason: Set(reason.to_owned()),
        reviewed: Set(false),
    };
    visit::Entity::insert(row).exec_without_returning(tx.on()).await?;
    tx.record(DomainEvent::new(happenings::TOY_VISIT_RECORDED, vec![(viewer.organisation, id)]));
    tx.commit(()).await?;
    Ok(id)
}

/// Reviews what nobody has reviewed.
async fn review(app: &AppState, lease: &Lease) -> Result<Progress, DomainError> {
    let open = visit::Entity::find().filter(visit::Column::Reviewed.eq(false));
    if open.count(app.db.read()).await? == 0 {
        return Ok(Progress::Idle);
    }
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    lease.fence(&tx).await?;
    visit::Entity::update_many()
        .set(visit::ActiveModel { reviewed: Set(true), ..Default::default() })
        .exec(tx.on())
        .await?;
    tx.commit().await?;
    Ok(Progress::Idle)
}

const VISITS: Capability = Capability {
    actions: ACTIONS,
    events: happenings::EVENTS,
    subjects: &[&VisitSubject],
    jobs: &[BackgroundJob {
        name: "toy_review",
        every: Duration::from_secs(60),
        follows_events: false,
        work: |state, lease| Box::pin(review(state, lease)),
    }],
    ..Capability::new("visits")
};

/// The list of the application with one line more.
fn with_visits() -> Capabilities {
    let all: Vec<&'static Capability> = ALL.iter().chain([&VISITS]).collect();
    Capabilities(Box::leak(all.into_boxed_slice()))
}

for_each_database! {
    async fn it_is_added_without_touching_another(database: Database) {
        let app = TestApp::network_with(database, with_visits()).await;
        let table = "CREATE TABLE toy_visit (id uuid NOT NULL PRIMARY KEY, organisation_id uuid NOT NULL, \
                     member_id uuid NOT NULL, reason varchar NOT NULL, reviewed boolean NOT NULL)";
        app.db().migrations().execute_unprepared(table).await.expect("a table can be made");

        // Who may, the policy's line says.
        let of = async |email: &str| {
            let now = app.clock.now();
            let member = find_member(app.db().read(), email, None, now).await.expect("a database").expect("a member");
            Viewer::of_member(app.db().read(), member, Origin::Api, now).await.expect("a database")
        };
        let case_worker = RequestContext::new(app.state().clone(), of(CASE_WORKER).await);
        let refused = visit_record(&case_worker, "x").await.expect_err("a case worker leads nobody");
        assert!(matches!(refused, DomainError::Forbidden(_)), "{refused:?}");
        let admin = RequestContext::new(app.state().clone(), of(ADMIN).await);
        let refused = visit_record(&admin, "").await.expect_err("a reason is wanted");
        assert!(refused.says().is_some_and(|says| says.contains("reason")), "{refused:?}");
        visit_record(&admin, "They asked for it").await.expect("a visit");
        app.worker().catch_up().await.expect("nobody else holds the jobs");

        // The job ran, the event is in the audit log under its own kind and subject, and the manager is told.
        let row = visit::Entity::find().one(app.db().read()).await.expect("a database").expect("a visit");
        assert!(row.reviewed, "{row:?}");
        let admin = app.as_member(ADMIN).await;
        let log = admin
            .data("{ auditLog(first: 5, kinds: [TOY_VISIT_RECORDED]) { nodes { kind subjects { kind id node { id } } } } }", json!({}))
            .await;
        let entry = &log["auditLog"]["nodes"][0];
        assert_eq!((&entry["kind"], &entry["subjects"][0]["kind"]), (&json!("TOY_VISIT_RECORDED"), &json!("TOY_VISIT")));
        let id = entry["subjects"][0]["id"].as_str().expect("an id");
        assert!(id.starts_with("toyvisit_") && entry["subjects"][0]["node"].is_null(), "{entry:#}");
        let again = admin.data("query($id: ID) { auditLog(first: 5, subject: $id) { nodes { kind } } }", json!({ "id": id })).await;
        assert_eq!(again["auditLog"]["nodes"].as_array().map(Vec::len), Some(1), "{again:#}");
        let told = "{ notifications(first: 5, unread: true) { nodes { kind node { id } } } viewer { may } }";
        let manager = app.as_member(HEAD).await.data(told, json!({})).await;
        let visits = |told: &serde_json::Value| {
            let all = told["notifications"]["nodes"].as_array().cloned().unwrap_or_default();
            all.into_iter().filter(|one| one["kind"] == "TOY_VISIT_RECORDED").collect::<Vec<_>>()
        };
        assert_eq!(visits(&manager), [json!({ "kind": "TOY_VISIT_RECORDED", "node": null })]);
        assert!(manager["viewer"]["may"].as_array().is_some_and(|may| may.contains(&json!("TOY_VISIT_RECORD"))));
        let other = app.as_member(CASE_WORKER).await.data(told, json!({})).await;
        assert!(visits(&other).is_empty(), "{other:#}");
        let of_visits = notification::Column::Kind.eq(happenings::TOY_VISIT_RECORDED);
        let told = notification::Entity::find().filter(of_visits).one(app.db().read()).await.expect("a database");
        let email = told.and_then(|told| told.email_id).expect("an email waits");
        let email = email::Entity::find_by_id(email).one(app.db().read()).await.expect("a database");
        let digest = digest_of(app.state(), &email.expect("an email"), true).await.expect("a database");
        assert!(format!("{digest:?}").contains("/visits/"), "{digest:?}");

        // An application that does not have it shows what it stored as it is.
        let without = app.with_capabilities(ALL).await;
        let admin = without.as_member(ADMIN).await;
        let log = admin.data("{ auditLog(first: 100) { nodes { kind subjects { id } } } }", json!({})).await;
        let stored = json!({ "kind": "TOY_VISIT_RECORDED", "subjects": [] });
        assert!(log["auditLog"]["nodes"].as_array().is_some_and(|nodes| nodes.contains(&stored)), "{log:#}");
        let unknown = "{ auditLog(first: 5, kinds: [TOY_VISIT_RECORDED]) { nodes { id } } }";
        let unknown = admin.gql(unknown, json!({})).await;
        assert_eq!(code(&unknown).as_deref(), Some("BAD_USER_INPUT"), "{unknown:#}");
    }
}
