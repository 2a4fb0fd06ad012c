//! Rows that the entries of a page refer to, loaded once for the whole page if selected: a page costs the same number
//! of statements whatever its length.

use std::collections::HashMap;

use async_graphql::Context;
use entities::ids::{MemberId, OrganisationId};
use platform::graphql::{GraphqlError, request};
use uuid::Uuid;

use super::super::reads::{EntryRow, Subject};
use crate::{
    loaders::{ByKey, loads},
    network::{Member, Organisation},
    node::Node,
};

/// Rows that a page refers to; empty if they were not selected when the page was read.
#[derive(Default)]
pub struct Gathered {
    members: Option<ByKey<MemberId>>,
    organisations: Option<ByKey<OrganisationId>>,
    nodes: Option<HashMap<Uuid, Node>>,
}

impl Gathered {
    /// Rows that these entries refer to and the client selects, below this path of fields.
    pub async fn of(ctx: &Context<'_>, rows: &[EntryRow], ways: &[&[&str]]) -> Result<Self, GraphqlError> {
        let wants = |path: &[&str]| {
            ways.iter().any(|way| {
                let entry = way.iter().fold(ctx.look_ahead(), |ahead, step| ahead.field(step));
                path.iter().fold(entry, |ahead, step| ahead.field(step)).exists()
            })
        };
        let mut gathered = Self::default();
        if wants(&["member"]) {
            let ids = rows.iter().filter_map(|row| row.member_id);
            gathered.members = Some(loads(ctx).load_many(ids.collect::<Vec<_>>()).await?);
        }
        if wants(&["organisation"]) {
            let ids = rows.iter().filter_map(|row| row.organisation_id);
            gathered.organisations = Some(loads(ctx).load_many(ids.collect::<Vec<_>>()).await?);
        }
        if wants(&["subjects", "node"]) || wants(&["about", "node"]) {
            let subjects = rows.iter().flat_map(|row| row.subjects.iter().chain(&row.about));
            gathered.nodes = Some(nodes(ctx, subjects.copied().collect()).await?);
        }
        Ok(gathered)
    }

    pub async fn member(&self, ctx: &Context<'_>, id: MemberId) -> Result<Option<Member>, GraphqlError> {
        let row = match &self.members {
            Some(rows) => rows.get(&id).cloned(),
            None => loads(ctx).load_one(id).await?,
        };
        Ok(row.map(Member))
    }

    pub async fn organisation(
        &self,
        ctx: &Context<'_>,
        id: OrganisationId,
    ) -> Result<Option<Organisation>, GraphqlError> {
        let row = match &self.organisations {
            Some(rows) => rows.get(&id).cloned(),
            None => loads(ctx).load_one(id).await?,
        };
        Ok(row.map(Organisation::from))
    }

    /// Subject itself; loaded now if the selection was not recognised beforehand.
    pub async fn node(&self, ctx: &Context<'_>, subject: &Subject) -> Result<Option<Node>, GraphqlError> {
        match &self.nodes {
            Some(nodes) => Ok(nodes.get(&subject.id).cloned()),
            None => Ok(nodes(ctx, vec![*subject]).await?.remove(&subject.id)),
        }
    }
}

/// The subjects that the viewer may open, in one statement for each type.
async fn nodes(ctx: &Context<'_>, subjects: Vec<Subject>) -> Result<HashMap<Uuid, Node>, GraphqlError> {
    let mut by_type: HashMap<&'static str, Vec<Uuid>> = HashMap::new();
    for subject in subjects {
        if let Some(declared) = request(ctx).app.capabilities.subject(subject.kind) {
            by_type.entry(declared.id_type()).or_default().push(subject.id);
        }
    }
    let mut found = HashMap::new();
    for (of_type, ids) in by_type {
        found.extend(Node::load_many(ctx, of_type, ids).await?);
    }
    Ok(found)
}
