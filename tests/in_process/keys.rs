//! Keys while the master key is being changed.

use api::maintenance::rotation::wrap_some;
use platform::sealing::Sealing;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter};

use crate::app::{MASTER_KEY, TestApp};
use crate::for_each_database;

/// The 32 bytes of a key as it is written.
fn bytes(key: &str) -> [u8; 32] {
    platform::config::parse_key(key).expect("it was written as a key")
}

for_each_database! {
    async fn half_of_the_keys_wrapped_anew_open_with_both(database: Database) {
        let app = TestApp::demo(database).await;
        let other = "ab".repeat(32);
        let (old, new) = (bytes(MASTER_KEY), bytes(&other));
        let both = Sealing::new(new).and_reads(Some(old));
        let done = wrap_some(app.db(), &both, Condition::all(), 5).await.expect("keys can be wrapped");
        assert_eq!(done, 5);
        let all = entities::data_key::Entity::find().all(app.db().read()).await.expect("keys can be read");
        for row in &all {
            assert!(both.key(app.db().read(), row.id).await.is_ok(), "{row:?}");
        }
        let anew = all.iter().find(|row| row.master == both.master_name()).expect("some are wrapped anew");
        assert!(Sealing::new(old).key(app.db().read(), anew.id).await.is_err());
        let left = entities::data_key::Entity::find()
            .filter(entities::data_key::Column::Master.eq(Sealing::new(old).master_name()))
            .count(app.db().read());
        assert_eq!(left.await.expect("keys can be counted"), all.len() as u64 - 5);
    }
}
