//! A worker beside gateways that leave the duties to it.

use entities::event;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::databases::{Database, connect, run};
use crate::installation::Place;
use crate::waiting::until;

#[test]
fn a_worker_works_beside_a_gateway() {
    run(async {
        let place = Place::demonstration(Database::Sqlite).await;
        let gateway = place.program(&["serve"]).with("THROUGHGATE_WORKER", "off").start();
        let database = connect(&place.address()).await;
        let waiting = async || {
            let waiting = event::Entity::find().filter(event::Column::SequenceNumber.is_null());
            waiting.count(&database).await.expect("events can be counted")
        };
        assert_ne!(waiting().await, 0, "nobody does the duties");
        let worker = place.program(&["worker"]).start_unheard();
        until("the journal caught up", || async { (waiting().await == 0).then_some(()) }).await;
        assert_eq!(worker.stop().code, Some(0));
        assert_eq!(gateway.stop().code, Some(0));
    });
}
