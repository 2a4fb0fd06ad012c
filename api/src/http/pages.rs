//! Access of the pages to the schema: the same gateway, in the same process, with the visitor's own credentials.

use std::sync::Arc;

use platform::{
    access::Viewer,
    context::{AppState, RequestContext},
    graphql::{
        errors::as_error,
        transport::{Gateway, Operation, Reply, Via},
    },
    identity::Known,
};

use crate::schema;

/// Runs the operations of the pages.
pub struct Pages {
    pub app: Arc<AppState>,
    pub known: Known,
    pub gateway: Arc<Gateway>,
}

impl web::Executor for Pages {
    fn execute<'a>(
        &'a self,
        visitor: &'a web::Visitor,
        query: &'static str,
        operation: &'static str,
        variables: serde_json::Value,
    ) -> web::Answer<'a> {
        Box::pin(async move {
            let found = match &visitor.session {
                Some(secret) => self.known.by_session(secret).await,
                None => Ok(None),
            };
            match found {
                Ok(found) => {
                    let session = found.map(|found| (found.viewer, found.session));
                    let request = RequestContext::in_session(self.app.clone(), session);
                    answer(&self.gateway, request, query, operation, variables).await
                }
                Err(error) => Reply::from_error(as_error(&error)).into_bytes().to_vec(),
            }
        })
    }
}

/// The same for one member, in whose name a command acts.
pub struct PagesFor {
    pub app: Arc<AppState>,
    pub gateway: Arc<Gateway>,
    pub viewer: Viewer,
}

impl web::Executor for PagesFor {
    fn execute<'a>(
        &'a self,
        _: &'a web::Visitor,
        query: &'static str,
        operation: &'static str,
        variables: serde_json::Value,
    ) -> web::Answer<'a> {
        let request = RequestContext::new(self.app.clone(), Some(self.viewer.clone()));
        Box::pin(answer(&self.gateway, request, query, operation, variables))
    }
}

async fn answer(
    gateway: &Gateway,
    request: RequestContext,
    query: &'static str,
    operation: &'static str,
    variables: serde_json::Value,
) -> Vec<u8> {
    let request = Arc::new(request);
    let mut asked = Operation::new(query).variables(variables);
    asked.name = Some(operation.into());
    let reply = gateway.run(asked, schema::data_of(&request), Via::InProcess).await;
    schema::record_accesses(&request, reply).await.into_bytes().to_vec()
}
